using System.Diagnostics;
using System.Text;
using VotingHall.Simulator;

namespace VotingHall.Firmware.Tests;

/// <summary>The real server program acting out a script of its desks; what it says is kept.</summary>
internal sealed class ServerProgram : IDisposable
{
    private readonly StringBuilder said = new();
    private readonly Process process;

    /// <param name="folder">Gets the keys and all that the server writes.</param>
    public ServerProgram(string folder, byte[] gb, IReadOnlyList<KeypadCommission> keypads, string meeting, string lines, string script)
    {
        Out = Path.Combine(folder, "out");
        Commissioning.Write(folder, gb, keypads);
        File.WriteAllText(Path.Combine(folder, "meeting.json"), meeting);
        File.WriteAllText(Path.Combine(folder, "lines.json"), lines);
        string scriptFile = Path.Combine(folder, "script.json");
        File.WriteAllText(scriptFile, script);
        ProcessStartInfo start = new("dotnet",
        [
            Repository.Program("VotingHall.Server", "votinghall-server"), "--data", Path.Combine(folder, "data"), "--keys", folder, "--out", Out,
            "--script", scriptFile, "--urls", "http://127.0.0.1:0", "--exit",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Out { get; }

    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    public async Task<int> End(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said)
            said.AppendLine(line.Data);
    }
}
