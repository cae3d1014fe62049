using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace VotingHall.TestPrinters;

/// <summary>试验打印机: ippeveprinter, a whole IPP printer without paper; its sheets are files.</summary>
internal sealed class PrinterProgram : IDisposable
{
    /// <summary>Prints into a folder; while there is a file "empty" it has no paper and says so.</summary>
    private const string Script = """
        #!/bin/sh
        cd "$(dirname "$0")"
        if [ -e empty ]; then
          echo "STATE: +media-empty-error" >&2
          while [ -e empty ]; do sleep 0.05; done
          echo "STATE: -media-empty-error" >&2
        fi
        cp "$1" "sheets/$$.part"
        mv "sheets/$$.part" "sheets/$IPP_JOB_ID-${IPP_COPIES:-1}.pdf"
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-printer-").FullName;
    private readonly ServiceBus bus;
    private readonly string formats;
    private readonly int port;
    private StartedProgram? program;

    public PrinterProgram(ServiceBus bus, string formats = "application/pdf,image/urf")
    {
        (this.bus, this.formats) = (bus, formats);
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        port = ((IPEndPoint)free.LocalEndpoint).Port;
        Directory.CreateDirectory(Path.Combine(folder, "sheets"));
        Directory.CreateDirectory(Path.Combine(folder, "spool"));
        File.WriteAllText(Path.Combine(folder, "print.sh"), Script + "\n");
        File.SetUnixFileMode(Path.Combine(folder, "print.sh"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"ipp://localhost:{port}/ipp/print");

    /// <summary>One name a sheet of paper job: "job-copies".</summary>
    public IReadOnlyList<string> Sheets => [.. Directory.GetFiles(Path.Combine(folder, "sheets"), "*.pdf").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    public string FileOf(string sheet) => Path.Combine(folder, "sheets", sheet + ".pdf");

    /// <param name="answers">Whether it can be printed on; by default once it listens.</param>
    public async Task PowerOn(Func<bool>? answers = null)
    {
        program = new StartedProgram("ippeveprinter", "cups-ipp-utils", bus.Environment,
            "-p", port.ToString(CultureInfo.InvariantCulture), "-n", "localhost", "-d", Path.Combine(folder, "spool"), "-k", "-f", formats,
            "-c", Path.Combine(folder, "print.sh"), "-2", string.Create(CultureInfo.InvariantCulture, $"votinghall-test-{port}"));
        await Wait.Until(answers ?? Listens, TimeSpan.FromSeconds(20), "the test printer answers", program);
    }

    public void PowerOff()
    {
        program?.Dispose();
        program = null;
    }

    public void TakePaper() => File.WriteAllText(Path.Combine(folder, "empty"), "");

    public void AddPaper() => File.Delete(Path.Combine(folder, "empty"));

    /// <summary>The process stands still: it is connected to and does not answer.</summary>
    public void Hang() => Signal("-STOP");

    public void GoOn() => Signal("-CONT");

    public void Dispose()
    {
        AddPaper();
        if (program is { HasExited: false })
            GoOn();
        PowerOff();
        Directory.Delete(folder, recursive: true);
    }

    private void Signal(string signal)
    {
        using Process kill = Process.Start("/bin/kill", [signal, program!.Id.ToString(CultureInfo.InvariantCulture)])!;
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    private bool Listens()
    {
        using TcpClient client = new();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
