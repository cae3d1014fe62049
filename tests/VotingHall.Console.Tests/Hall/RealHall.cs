using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace VotingHall.Screens.Tests.Hall;

/// <summary>
/// 真会场: the server program and the simulator program as the rehearsal starts them, with deputies that attend by themselves. Only the standing
/// committee's sample is used: 35 members gather fast.
/// </summary>
internal sealed partial class RealHall : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly string data = Directory.CreateTempSubdirectory("votinghall-hall-").FullName;
    private readonly Dictionary<Audience, string> passwords = [];
    private readonly List<string> said = [];
    private readonly string sample;
    private readonly string? printer;
    private Process? simulator;
    private Process? server;

    private RealHall(string sample, string? printer) => (this.sample, this.printer) = (sample, printer);

    public int Port { get; } = FreePort();

    /// <summary>Everything server and simulator have said.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return string.Join('\n', said);
        }
    }

    public string PasswordOf(Audience role) => passwords[role];

    /// <param name="printer">NAME=ADDRESS as the start takes it, or null for a hall without one.</param>
    public static async Task<RealHall> Start(string sample, string? printer, CancellationToken cancel)
    {
        RealHall hall = new(sample, printer);
        hall.simulator = hall.Run(
            Repository.Path("tests", "simulator", "bin", Configuration, "net10.0", "votinghall-simulator.dll"),
            "--attend", Script(sample, "attendance.json"), "--keys", Path.Combine(hall.data, "keys"));
        await hall.Until("ready:", 1, cancel);
        await hall.StartServer(cancel);
        await hall.Until("表决器就绪", 1, cancel);
        return hall;
    }

    /// <summary>kill -9.</summary>
    public async Task Kill(CancellationToken cancel)
    {
        server!.Kill();
        await server.WaitForExitAsync(cancel);
    }

    /// <summary>Starts the server (again, on the same data) and waits until it listens.</summary>
    public async Task StartServer(CancellationToken cancel)
    {
        int before = Count("请在浏览器中打开");
        server = Run(
            Repository.Path("server", "VotingHall.Server", "bin", Configuration, "net10.0", "votinghall-server.dll"),
            ["--data", data, "--keys", Path.Combine(data, "keys"), "--out", Path.Combine(data, "out"), "--urls", $"http://127.0.0.1:{Port}",
                .. printer is null ? Array.Empty<string>() : ["--printer", printer]]);
        await Until("请在浏览器中打开", before + 1, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Process? process in new[] { server, simulator })
        {
            if (process is null)
                continue;
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        Directory.Delete(data, recursive: true);
    }

    private static string Configuration =>
        AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    private static string Script(string sample, string ending) => Repository.Path("tests", "scripts", $"{sample}.{ending}");

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] common =
        [
            program, "--meeting", Script(sample, "meeting.json"), "--lines", Script(sample, "lines.json"), "--lines-folder", Path.Combine(data, "lines"),
        ];
        Directory.CreateDirectory(Path.Combine(data, "lines"));
        foreach (string argument in common.Concat(arguments))
            start.ArgumentList.Add(argument);
        Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet is missing");
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (said)
        {
            said.Add(line);
            if (AccountLine().Match(line) is { Success: true } account && Audiences.TryParse(account.Groups[1].Value, out Audience role))
                passwords[role] = account.Groups[2].Value;
        }
    }

    private int Count(string words)
    {
        lock (said)
            return said.Count(line => line.Contains(words, StringComparison.Ordinal));
    }

    private async Task Until(string words, int times, CancellationToken cancel)
    {
        long started = Stopwatch.GetTimestamp();
        while (Count(words) < times)
        {
            if (Stopwatch.GetElapsedTime(started) > StartLimit || server is { HasExited: true } || simulator is { HasExited: true })
                throw new InvalidOperationException($"the hall does not say {words}:\n{Said}");
            await Task.Delay(50, cancel);
        }
    }

    [GeneratedRegex(@"\s(chair|secretariat|scrutineer|technician|screen)\s+([a-z0-9]{4}(?:-[a-z0-9]{4}){3})\s")]
    private static partial Regex AccountLine();
}
