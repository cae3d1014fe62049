using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using VotingHall.Simulator;

namespace VotingHall.Server.Tests.Startup;

/// <summary>
/// A scripted sitting of twelve members with the real server program: keypads and bridge are simulated in real time behind a serial port, and the
/// script kills the server, which is started again on the same data.
/// </summary>
internal sealed class KilledSitting : IDisposable
{
    private const int Members = 12;
    private const int Killed = 128 + 9;

    /// <summary>A sitting takes about half a minute; on a busy machine more.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-killed-").FullName;
    private readonly Venue venue;
    private readonly PtyEndpoint endpoint;
    private readonly SimulatorScript script;
    private readonly StringBuilder said = new();
    private Process? server;

    /// <param name="kills">When the server is killed, as times of the script ("open:2+900").</param>
    public KilledSitting(int seed, IReadOnlyList<string> kills)
    {
        Commissioning commissioning = new(seed);
        File.WriteAllText(MeetingFile, Meeting([.. Enumerable.Range(0, Members).Select(i => commissioning.Keypad(i).UidText)]));
        File.WriteAllText(LinesFile, $$"""[{ "id": "L1", "kind": "tty", "address": "{{Port}}", "baud": 250000, "keypads": {{Members}} }]""");
        File.WriteAllText(ScriptFile, Script(seed, kills));
        List<ScriptProblem> problems = [];
        HallPlan plan = HallPlan.Read(MeetingFile, LinesFile, problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
        ScriptReader reader = new(ScriptFile, [.. plan.Seats.Select(seat => seat.Seat)], ["L1"]);
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

    private string MeetingFile => Path.Combine(folder, "meeting.json");

    private string LinesFile => Path.Combine(folder, "lines.json");

    private string ScriptFile => Path.Combine(folder, "script.json");

    /// <summary>Runs the server to the end of its script, again after each kill; gives its last exit code, or null when it took too long.</summary>
    public async Task<int?> Run(CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(Limit);
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

    /// <summary>The built program of another project, run to its end: exit code and what it printed.</summary>
    public static async Task<(int Code, string Text)> RunVerify(string record, string journal, CancellationToken cancellation)
    {
        using Process verify = Start(ProgramOf("VotingHall.Verify", "votinghall-verify"), ["record", record, "--journal", journal]);
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

    private static string Meeting(IReadOnlyList<string> uids)
    {
        IEnumerable<string> members = uids.Select((uid, i) => string.Create(
            CultureInfo.InvariantCulture, $$"""{ "id": {{i + 1}}, "name": "委员", "seat": "1-{{i + 1}}", "keypadUid": "{{uid}}" }"""));
        return $$"""
            {
              "hall": { "id": "test-hall", "name": "会议厅" },
              "meeting": { "id": "test-1", "body": "某县人民代表大会常务委员会", "term": 1, "sessionNo": 1, "name": "第一次会议", "location": "会议厅" },
              "body": "standingCommittee", "level": "county", "base": { "count": {{Members}}, "basis": "quota" },
              "profile": "national-county", "suite": "intl",
              "sittings": [ { "no": 1, "name": "全体会议" } ],
              "members": [ {{string.Join(", ", members)}} ],
              "agenda": [
                { "no": "1", "kind": "rollCall", "title": "签到", "verb": "签到", "mode": "signIn" },
                { "no": "2", "kind": "motion", "title": "第一项决议", "verb": "通过", "mode": "named" },
                { "no": "3", "kind": "motion", "title": "第二项决议", "verb": "通过", "mode": "secret" }
              ]
            }
            """;
    }

    /// <summary>Eleven of twelve press: seven for, three against, one abstains after having pressed for.</summary>
    private static string Script(int seed, IReadOnlyList<string> kills)
    {
        List<string> steps =
        [
            """{ "at": "ready+100", "who": "chair", "do": "confirmBase" }""",
            """{ "at": "ready+200", "who": "secretariat", "do": "openSitting", "args": { "no": 1 } }""",
            """{ "at": "ready+300", "who": "secretariat", "do": "prepare", "args": { "item": "1" } }""",
            """{ "at": "open:1+200", "who": "seats", "do": "sign-in", "args": { "seats": "all", "spreadMs": 500 } }""",
        ];
        for (int round = 1; round <= 3; round++)
        {
            int window = round == 1 ? 3_000 : 7_000;
            steps.Add($$"""{ "at": "prepared:{{round}}+100", "who": "chair", "do": "open" }""");
            steps.Add($$"""{ "at": "open:{{round}}+{{window}}", "who": "chair", "do": "close" }""");
            steps.Add($$"""{ "at": "counted:{{round}}+100", "who": "scrutineer", "do": "confirm" }""");
            steps.Add($$"""{ "at": "confirmed:{{round}}+100", "who": "chair", "do": "declare" }""");
            if (round == 1)
            {
                steps.Add("""{ "at": "declared:1+100", "who": "secretariat", "do": "prepare", "args": { "item": "2" } }""");
                continue;
            }
            if (round == 2)
                steps.Add("""{ "at": "declared:2+100", "who": "secretariat", "do": "prepare", "args": { "item": "3" } }""");
            steps.Add($$"""{ "at": "open:{{round}}+200", "who": "seats", "do": "press", "args": { "seats": "1-1..1-7", "choices": [1], "spreadMs": 3000 } }""");
            steps.Add($$"""{ "at": "open:{{round}}+200", "who": "seats", "do": "press", "args": { "seats": "1-8..1-10", "choices": [2], "spreadMs": 3000 } }""");
            steps.Add($$"""{ "at": "open:{{round}}+200", "who": "seats", "do": "press", "args": { "seats": "1-11", "choices": [1], "spreadMs": 500 } }""");
            steps.Add($$"""{ "at": "open:{{round}}+1200", "who": "seats", "do": "change", "args": { "seats": "1-11", "choices": [3], "spreadMs": 2000 } }""");
        }
        steps.Add("""{ "at": "declared:3+100", "who": "secretariat", "do": "closeSitting" }""");
        steps.AddRange(kills.Select(at => $$"""{ "at": "{{at}}", "who": "fault", "do": "killServer" }"""));
        return $$"""{ "seed": {{seed}}, "meeting": "meeting.json", "lines": "lines.json", "steps": [ {{string.Join(",\n", steps)}} ] }""";
    }
}
