using System.Diagnostics;

namespace VotingHall.Bench;

/// <summary>启动: the server as a process, with simulated keypads of 300 members on a serial port.</summary>
internal static class StartupBench
{
    private const int Runs = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static void Run(TextWriter to)
    {
        List<double> linesUp = [], ready = [], rss = [], peak = [];
        for (int run = 0; run < Runs; run++)
            Once(linesUp, ready, rss, peak);
        Table table = new($"Start of the server process, 300 members, 4 lines of 75 keypads (median of {Runs})", "figure", "value", "max");
        table.Row("process start - all lines up, s", Figures.Median(linesUp), linesUp.Max());
        table.Row("process start - 300 keypads ready, s", Figures.Median(ready), ready.Max());
        table.Row("memory in use (RSS) when ready, MB", Figures.Median(rss), rss.Max());
        table.Row("highest memory in use until then, MB", Figures.Median(peak), peak.Max());
        table.Note("A new data folder each time: signing keys of both algorithms, journal and station are made within it. 75 keypads a line need about 1.7 s on the wire (protocol 6, admission).");
        table.Print(to);
    }

    private static void Once(List<double> linesUp, List<double> ready, List<double> rss, List<double> peak)
    {
        using DiskFolder disk = new();
        string scripts = Path.Combine(Root, "tests", "scripts");
        string keys = Path.Combine(disk.Path, "keys");
        string ports = Directory.CreateDirectory(Path.Combine(disk.Path, "lines")).FullName;
        string[] plan = ["--meeting", Path.Combine(scripts, "county-plenary.meeting.json"), "--lines", Path.Combine(scripts, "county-plenary.lines.json")];
        using Spoken simulator = new(Built("tests/simulator", "votinghall-simulator"), [.. plan, "--keys", keys, "--lines-folder", ports]);
        simulator.Await(line => line.StartsWith("ready:", StringComparison.Ordinal), 1, Limit);
        using Spoken server = new(Built("server/VotingHall.Server", "votinghall-server"),
            [.. plan, "--keys", keys, "--lines-folder", ports, "--data", Path.Combine(disk.Path, "data"), "--out", Path.Combine(disk.Path, "out")]);
        linesUp.Add(server.Await(line => line.Contains("/ line up", StringComparison.Ordinal), 4, Limit));
        ready.Add(server.Await(line => line.Contains("300 / 300 ready", StringComparison.Ordinal), 1, Limit));
        rss.Add(Machine.StatusMb(server.Id, "VmRSS"));
        peak.Add(Machine.StatusMb(server.Id, "VmHWM"));
    }

    /// <summary>The clone this program was built in.</summary>
    private static string Root => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    private static string Built(string project, string program) => Path.Combine(Root, project, "bin/Release/net10.0", program + ".dll");

    /// <summary>A process and the moments of its lines.</summary>
    private sealed class Spoken : IDisposable
    {
        private readonly Process process;
        private readonly long started;
        private readonly List<(double At, string Line)> lines = [];
        private readonly object gate = new();

        public Spoken(string program, IEnumerable<string> arguments)
        {
            ProcessStartInfo start = new("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
            started = Stopwatch.GetTimestamp();
            process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
            process.OutputDataReceived += (_, said) => Note(said.Data);
            process.ErrorDataReceived += (_, said) => Note(said.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        public int Id => process.Id;

        /// <summary>Seconds from process start to the n-th such line.</summary>
        public double Await(Func<string, bool> wanted, int count, TimeSpan limit)
        {
            lock (gate)
            {
                while (lines.Count(line => wanted(line.Line)) < count)
                {
                    if (process.HasExited || Stopwatch.GetElapsedTime(started) > limit)
                        throw new InvalidOperationException($"never said:\n{string.Join('\n', lines.TakeLast(20).Select(line => line.Line))}");
                    Monitor.Wait(gate, TimeSpan.FromMilliseconds(100));
                }
                return lines.Where(line => wanted(line.Line)).ElementAt(count - 1).At;
            }
        }

        public void Dispose()
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        private void Note(string? line)
        {
            lock (gate)
            {
                if (line is not null)
                    lines.Add((Stopwatch.GetElapsedTime(started).TotalSeconds, line));
                Monitor.PulseAll(gate);
            }
        }
    }
}
