using System.Diagnostics;
using VotingHall.Core;
using VotingHall.Server.Loop;
using VotingHall.Server.Papers;
using VotingHall.Server.Printing;
using VotingHall.Server.Tests.Halls;
using VotingHall.Server.Tests.Papers;
using VotingHall.TestPrinters;
using Xunit;

namespace VotingHall.Server.Tests.Printing;

/// <summary>Against a whole printer of its own program: whatever happens to printer, replies and server, a printing comes out once or a person is asked.</summary>
public sealed class PrintQueueTests(ServiceBus bus, PrintQueueTests.Worker worker) : IClassFixture<ServiceBus>, IClassFixture<PrintQueueTests.Worker>
{
    [Xunit.Fact]
    public async Task A_first_printing_is_the_stored_certificate_byte_for_byte_and_comes_out_once()
    {
        using TestPrinter printer = await TestPrinter.On(bus);
        await using PrintHall hall = await PrintHall.WithCertificate(worker.Papers, printer.Printer);
        await hall.MustOrder(1);
        PrintProgress done = await hall.Until(1, PrintState.Completed);
        Assert.Equal(["1-3"], printer.Sheets);
        Assert.Equal(File.ReadAllBytes(hall.StoredPath), File.ReadAllBytes(printer.FileOf("1-3")));
        Print print = Assert.Single(hall.Journalled);
        Assert.Equal((1, PrintEnd.Completed), (print.JobId, print.Ended?.End));
        Assert.Equal(done, Assert.Single(hall.Prints.Progress));
        Assert.Contains("取纸", done.Chinese, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public async Task A_second_click_prints_nothing_and_a_reprint_says_which_it_is()
    {
        using TestPrinter printer = await TestPrinter.On(bus);
        await using PrintHall hall = await PrintHall.WithCertificate(worker.Papers, printer.Printer);
        byte[] stored = File.ReadAllBytes(hall.StoredPath);
        LoopReply[] both = await Task.WhenAll(hall.Order(1), hall.Order(1));
        LoopReply.Refused refused = Assert.Single(both.OfType<LoopReply.Refused>());
        Assert.Equal("第 1 次已交打印，再印请按第 2 次。", refused.Reason.Chinese);
        Assert.IsType<Refusal.PrinterUnknown>(Assert.IsType<LoopReply.Refused>(await hall.Order(2, printer: "别处")).Reason);
        await hall.MustOrder(2, copies: 2);
        await hall.Until(2, PrintState.Completed);
        Assert.Equal(["1-3", "2-2"], printer.Sheets);
        string[] texts = [.. printer.Sheets.Select(sheet => Text(printer.FileOf(sheet)))];
        Assert.Contains("一式3份", texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("次打印", texts[0], StringComparison.Ordinal);
        Assert.Contains("一式2份", texts[1], StringComparison.Ordinal);
        Assert.Contains("第2次打印", texts[1], StringComparison.Ordinal);
        Assert.Equal(stored, File.ReadAllBytes(hall.StoredPath));
    }

    [Xunit.Fact]
    public async Task Out_of_paper_is_said_and_printing_goes_on_with_new_paper()
    {
        using TestPrinter printer = await TestPrinter.On(bus);
        await using PrintHall hall = await PrintHall.WithCertificate(worker.Papers, printer.Printer);
        printer.TakePaper();
        await hall.MustOrder(1);
        Assert.Contains("加纸", (await hall.Until(1, PrintState.OutOfPaper)).Chinese, StringComparison.Ordinal);
        Assert.Empty(printer.Sheets);
        printer.AddPaper();
        await hall.Until(1, PrintState.Completed);
        Assert.Single(printer.Sheets);
    }

    [Xunit.Fact]
    public async Task A_printer_that_is_off_is_said_at_once_and_prints_nothing_by_itself_later()
    {
        using TestPrinter printer = TestPrinter.Off(bus);
        await using PrintHall hall = await PrintHall.WithCertificate(worker.Papers, printer.Printer);
        long begun = Stopwatch.GetTimestamp();
        Assert.Equal(new IppReply<PrinterCondition>.Silent(Connected: false), printer.Client.Condition());
        Assert.True(Stopwatch.GetElapsedTime(begun) < PrintHall.Times.Answer, "a refused connection is known at once");
        await hall.MustOrder(1);
        await hall.Until(1, PrintState.Offline);
        Assert.Contains("按第 2 次", (await hall.Until(1, PrintState.NotSent)).Chinese, StringComparison.Ordinal);
        Assert.Equal(PrintEnd.NotSent, hall.Journalled[0].Ended?.End);
        await printer.PowerOn();
        await hall.MustOrder(2);
        await hall.Until(2, PrintState.Completed);
        Assert.Single(printer.Sheets);
    }

    [Xunit.Fact]
    public async Task A_printer_that_hangs_runs_into_the_time_out_and_then_prints_once()
    {
        using TestPrinter printer = await TestPrinter.On(bus);
        await using PrintHall hall = await PrintHall.WithCertificate(worker.Papers, printer.Printer);
        printer.TakePaper();
        await hall.MustOrder(1);
        await hall.Until(1, PrintState.OutOfPaper);
        printer.Hang();
        Assert.Contains("不必再按", (await hall.Until(1, PrintState.NoAnswer)).Chinese, StringComparison.Ordinal);
        printer.GoOn();
        printer.AddPaper();
        await hall.Until(1, PrintState.Completed);
        Assert.Single(printer.Sheets);
    }

    [Xunit.Fact]
    public async Task A_printer_that_hangs_before_anything_was_sent_is_given_up()
    {
        using TestPrinter printer = await TestPrinter.On(bus);
        await using PrintHall hall = await PrintHall.WithCertificate(worker.Papers, printer.Printer);
        printer.Hang();
        await hall.MustOrder(1);
        Assert.Contains("没有应答", (await hall.Until(1, PrintState.NotSent)).Chinese, StringComparison.Ordinal);
        printer.GoOn();
        await hall.MustOrder(2);
        await hall.Until(2, PrintState.Completed);
        Assert.Single(printer.Sheets);
    }

    [Xunit.Fact]
    public async Task A_printer_that_takes_no_PDF_is_refused()
    {
        using TestPrinter printer = await TestPrinter.On(bus, "image/urf");
        await using PrintHall hall = await PrintHall.WithCertificate(worker.Papers, printer.Printer);
        await hall.MustOrder(1);
        Assert.Contains("不能接收 PDF", (await hall.Until(1, PrintState.Refused)).Chinese, StringComparison.Ordinal);
        Assert.Equal(PrintEnd.Refused, hall.Journalled[0].Ended?.End);
        IppReply<bool>.Refused refused = Assert.IsType<IppReply<bool>.Refused>(printer.Client.Validate("x", 1));
        Assert.Equal(0x040b, refused.Status);
        Assert.False(refused.IsForNow);
    }

    [Xunit.Fact]
    public async Task A_job_switched_off_with_its_printer_ends_as_unknown()
    {
        using TestPrinter printer = await TestPrinter.On(bus);
        await using PrintHall hall = await PrintHall.WithCertificate(worker.Papers, printer.Printer);
        printer.TakePaper();
        await hall.MustOrder(1);
        await hall.Until(1, PrintState.OutOfPaper);
        printer.PowerOff();
        await hall.Until(1, PrintState.Offline);
        printer.AddPaper();
        await printer.PowerOn();
        Assert.Contains("查看出纸", (await hall.Until(1, PrintState.Unknown)).Chinese, StringComparison.Ordinal);
        Assert.Equal(PrintEnd.Unknown, hall.Journalled[0].Ended?.End);
    }

    /// <summary>How far the run before had come with the printer when it ended.</summary>
    public enum Reached
    {
        Nothing = 1,
        JobNotJournalled = 2,
        Job = 3,
        DocumentSent = 4,
        Printed = 5,
    }

    [Xunit.Theory]
    [InlineData(Reached.Nothing, PrintState.Unknown, 0)]
    [InlineData(Reached.JobNotJournalled, PrintState.Completed, 1)]
    [InlineData(Reached.Job, PrintState.Completed, 1)]
    [InlineData(Reached.DocumentSent, PrintState.Completed, 1)]
    [InlineData(Reached.Printed, PrintState.Completed, 1)]
    public async Task A_restart_wherever_it_came_prints_at_most_one_sheet(Reached reached, PrintState end, int sheets)
    {
        using TestPrinter printer = await TestPrinter.On(bus);
        await using PrintHall hall = await PrintHall.WithCertificate(worker.Papers, printer.Printer);
        await hall.Stop();
        HallCommand.OrderPrint order = new(PrintHall.Round, 1, "秘书处", 3) { Issuer = Meetings.Secretariat, At = PrintHall.Now() };
        hall.Journal(order);
        if (reached > Reached.Nothing)
        {
            Print print = new(1, "秘书处", 3, new Step(order.At, order.Issuer));
            int job = Assert.IsType<IppReply<int>.Answered>(printer.Client.CreateJob(PrintNumber.Of(PrintHall.Round, print), 3)).Value;
            if (reached > Reached.JobNotJournalled)
                hall.Journal(new HallCommand.ReportPrintJob(PrintHall.Round, 1, job) { Issuer = Issuer.System, At = PrintHall.Now() });
            if (reached == Reached.DocumentSent)
                printer.TakePaper();
            if (reached > Reached.Job)
                Assert.IsType<IppReply<bool>.Answered>(printer.Client.SendDocument(job, hall.StoredPath));
            if (reached == Reached.Printed)
                await Wait.Until(() => printer.Sheets.Count == 1, TimeSpan.FromSeconds(10), "printed");
        }
        hall.Restart();
        if (reached == Reached.DocumentSent)
        {
            await hall.Until(1, PrintState.OutOfPaper);
            printer.AddPaper();
        }
        await hall.Until(1, end);
        Assert.Equal(sheets, printer.Sheets.Count);
        Assert.Equal(PrintWords.StateOf(hall.Journalled[0].Ended!.End), end);

        // Another restart finds it ended and touches nothing.
        await hall.Stop();
        hall.Restart();
        Assert.Equal(end, Assert.Single(hall.Prints.Progress).State);
        Assert.Equal(sheets, printer.Sheets.Count);
    }

    /// <summary>What the safety of a repeat rests on: the printer refuses a second document for a job that has one.</summary>
    [Xunit.Fact]
    public async Task A_second_document_for_a_job_is_refused_by_the_printer()
    {
        using TestPrinter printer = await TestPrinter.On(bus);
        await using PrintHall hall = await PrintHall.WithCertificate(worker.Papers, printer.Printer);
        printer.TakePaper();
        int job = Assert.IsType<IppReply<int>.Answered>(printer.Client.CreateJob("twice", 1)).Value;
        Assert.True(Assert.IsType<IppReply<JobCondition>.Answered>(printer.Client.Job(job)).Value.WaitsForDocument);
        Assert.IsType<IppReply<bool>.Answered>(printer.Client.SendDocument(job, hall.StoredPath));
        Assert.Equal(0x0509, Assert.IsType<IppReply<bool>.Refused>(printer.Client.SendDocument(job, hall.StoredPath)).Status);
        Assert.False(Assert.IsType<IppReply<JobCondition>.Answered>(printer.Client.Job(job)).Value.WaitsForDocument);
        Assert.Equal(job, Assert.IsType<IppReply<int>.Answered>(printer.Client.FindJob("twice")).Value);
        Assert.Equal(0, Assert.IsType<IppReply<int>.Answered>(printer.Client.FindJob("thrice")).Value);
    }

    private static string Text(string pdf)
    {
        using Process process = Process.Start(new ProcessStartInfo("pdftotext", ["-raw", pdf, "-"]) { RedirectStandardOutput = true })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>The papers worker: its fonts are opened once for all tests of this class.</summary>
    public sealed class Worker : IDisposable
    {
        public PapersWorker Papers { get; } = new(PapersProgram.Dll);

        public void Dispose() => Papers.Dispose();
    }
}
