using VotingHall.Server.Printing;
using VotingHall.TestPrinters;

namespace VotingHall.Server.Tests.Printing;

/// <summary>试验打印机 with the queue's own way to ask it.</summary>
internal sealed class TestPrinter : IDisposable
{
    private readonly PrinterProgram program;

    private TestPrinter(ServiceBus bus, string formats)
    {
        program = new PrinterProgram(bus, formats);
        Printer = new Printer("秘书处", program.Address);
        Client = new IppClient(Printer, PrintHall.Times.Answer);
    }

    public Printer Printer { get; }

    /// <summary>Beside the queue: what the printer itself says.</summary>
    public IppClient Client { get; }

    public IReadOnlyList<string> Sheets => program.Sheets;

    public string FileOf(string sheet) => program.FileOf(sheet);

    public static async Task<TestPrinter> On(ServiceBus bus, string formats = "application/pdf,image/urf")
    {
        TestPrinter printer = new(bus, formats);
        await printer.PowerOn();
        return printer;
    }

    public static TestPrinter Off(ServiceBus bus) => new(bus, "application/pdf,image/urf");

    public Task PowerOn() => program.PowerOn(() => Client.Condition() is IppReply<PrinterCondition>.Answered);

    public void PowerOff() => program.PowerOff();

    public void TakePaper() => program.TakePaper();

    public void AddPaper() => program.AddPaper();

    public void Hang() => program.Hang();

    public void GoOn() => program.GoOn();

    public void Dispose() => program.Dispose();
}
