using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using VotingHall.Signing;
using VotingHall.Simulator;

namespace VotingHall.Server.Tests.Startup;

/// <summary>
/// A scripted sitting with the real server program: keypads and their one bridge are simulated in real time behind a serial port. When the script
/// kills the server, it is started again on the same data.
/// </summary>
internal sealed class ScriptedSitting : IDisposable
{
    private const int Killed = 128 + 9;

    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-sitting-").FullName;
    private readonly Venue venue;
    private readonly PtyEndpoint endpoint;
    private readonly SimulatorScript script;
    private readonly StringBuilder said = new();
    private readonly TimeSpan limit;
    private Process? server;

    /// <param name="seed">Of the keypads' keys and of what the simulator leaves to chance.</param>
    /// <param name="lines">Keypads on each line.</param>
    /// <param name="meeting">meeting.json for keypads with these numbers, in order.</param>
    /// <param name="limit">More than the sitting takes on a busy machine.</param>
    public ScriptedSitting(int seed, IReadOnlyList<int> lines, Func<IReadOnlyList<string>, string> meeting, string scriptText, TimeSpan limit)
    {
        this.limit = limit;
        Commissioning commissioning = new(seed);
        File.WriteAllText(MeetingFile, meeting([.. Enumerable.Range(0, lines.Sum()).Select(i => commissioning.Keypad(i).UidText)]));
        string[] ids = [.. lines.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"L{i + 1}"))];
        IEnumerable<string> planned = lines.Select((keypads, i) => string.Create(
            CultureInfo.InvariantCulture, $$"""{ "id": "{{ids[i]}}", "kind": "tty", "address": "{{Port}}", "baud": 250000, "keypads": {{keypads}} }"""));
        File.WriteAllText(LinesFile, $"[{string.Join(",\n", planned)}]");
        File.WriteAllText(ScriptFile, scriptText);
        List<ScriptProblem> problems = [];
        HallPlan plan = HallPlan.Read(MeetingFile, LinesFile, problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
        ScriptReader reader = new(ScriptFile, [.. plan.Seats.Select(seat => seat.Seat)], ids);
        script = reader.Read() ?? throw new InvalidOperationException(string.Join('\n', reader.Problems));
        venue = new Venue(plan, seed);
        Commissioning.Write(folder, venue.Gb, venue.Keypads);
        endpoint = new PtyEndpoint(Port);
    }

    public string Out => Path.Combine(folder, "out");

    /// <summary>How often the server was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Everything the server's runs have said.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    public string Data => Path.Combine(folder, "data");

    private string Port => Path.Combine(folder, "bridge");

    private string RecordOf(int round) => Path.Combine(Out, "records", string.Create(CultureInfo.InvariantCulture, $"round-{round:D3}.record.json"));

    private string MeetingFile => Path.Combine(folder, "meeting.json");

    private string LinesFile => Path.Combine(folder, "lines.json");

    private string ScriptFile => Path.Combine(folder, "script.json");

    /// <summary>Runs the server to the end of its script, again after each kill; gives its last exit code, or null when it took too long.</summary>
    public async Task<int?> Run(CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(limit);
        Task paced = Task.Factory.StartNew(
            () => new PacedVenue(venue, [endpoint], new ScriptRun(venue, script, Kill), TimeProvider.System).Run(stop.Token),
            stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        int? code;
        do
            code = await RunServer(stop.Token);
        while (code == Killed);
        await stop.CancelAsync();
        await paced;
        return code;
    }

    /// <summary>What the signed record of a round says.</summary>
    public JsonDocument Record(int round)
    {
        if (!SignedEnvelope.TryRead(File.ReadAllBytes(RecordOf(round)), out SignedEnvelope? envelope))
            throw new InvalidDataException($"the record of round {round} is no envelope");
        return JsonDocument.Parse(envelope.Payload);
    }

    /// <summary>For, against, abstained, not pressed, signed in of a round with one row.</summary>
    public (int For, int Against, int Abstain, int NotPressed, int SignedIn) Figures(int round)
    {
        using JsonDocument payload = Record(round);
        JsonElement tally = payload.RootElement.GetProperty("tally");
        JsonElement counts = tally.GetProperty("items")[0].GetProperty("counts");
        int Of(string name) => counts.GetProperty(name).GetInt32();
        return (Of("for"), Of("against"), Of("abstain"), tally.GetProperty("notPressed").GetInt32(), tally.GetProperty("total").GetInt32());
    }

    /// <summary>The verifier program on the record of a round, with log proof and public log.</summary>
    public async Task<(int Code, string Text)> Verify(int round, CancellationToken cancellation)
    {
        string record = RecordOf(round);
        string[] arguments = ["record", record, "--proof", record.Replace(".record.json", ".proof.json", StringComparison.Ordinal),
            "--journal", Path.Combine(Out, "journal", "public.jsonl")];
        using Process verify = Start(ProgramOf("VotingHall.Verify", "votinghall-verify"), arguments);
        string text = await verify.StandardOutput.ReadToEndAsync(cancellation);
        await verify.WaitForExitAsync(cancellation);
        return (verify.ExitCode, text);
    }

    public void Dispose()
    {
        endpoint.Dispose();
        venue.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<int?> RunServer(CancellationToken cancellation)
    {
        using Process process = Start(ProgramOf("VotingHall.Server", "votinghall-server"),
        [
            "--data", Data, "--keys", folder, "--out", Out, "--script", ScriptFile, "--urls", "http://127.0.0.1:0", "--exit",
        ]);
        server = process;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
            lock (said)
                said.AppendLine(CultureInfo.InvariantCulture, $"the server ended with {process.ExitCode}");
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            server = null;
            if (!process.HasExited)
                process.Kill();
        }
    }

    /// <summary>SIGKILL, without warning. Called on the venue's thread.</summary>
    private void Kill()
    {
        if (server is not { } running)
            return;
        running.Kill();
        Kills++;
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said)
            said.AppendLine(line.Data);
    }

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }

    /// <summary>The program as its own project built it, in the configuration of these tests.</summary>
    private static string ProgramOf(string project, string assembly, [CallerFilePath] string file = "")
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
        string built = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))!);
        return Path.Combine(root, "server", project, "bin", built, "net10.0", assembly + ".dll");
    }
}
