using System.Diagnostics;
using System.Text;
using Xunit;

namespace VotingHall.TestPrinters;

/// <summary>一个外部程序 that a test started: what it said, and its end with the test.</summary>
internal sealed class StartedProgram : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder said = new();

    /// <param name="package">Named when the program is not installed: a missing program is a failure, never a skip.</param>
    public StartedProgram(string program, string package, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        string? path = new[] { "/usr/bin", "/usr/sbin" }.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Assert.True(path is not null, $"{program} is missing; run: apt-get install -y --no-install-recommends {package}");
        ProcessStartInfo start = new(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasExited => process.HasExited;

    public int Id => process.Id;

    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    public void Kill()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said)
            said.AppendLine(line.Data);
    }
}
