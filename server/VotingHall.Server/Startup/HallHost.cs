using System.Security.Cryptography;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Archive;
using VotingHall.Server.Bridges;
using VotingHall.Server.Conduct;
using VotingHall.Server.Lines;
using VotingHall.Server.Loop;
using VotingHall.Server.Papers;
using VotingHall.Server.Plans;
using VotingHall.Server.Signing;
using VotingHall.Server.Stations;
using VotingHall.Server.Stores;
using VotingHall.Signing;

namespace VotingHall.Server.Startup;

/// <summary>
/// 会场的组装: joins loop, store, lines, station, signing and papers into one running hall. Read from top to bottom it is the map of the server.
/// </summary>
public sealed class HallHost : IAsyncDisposable
{
    /// <summary>Generation that the keypads of a hall reach with their first meeting. Source: protocol 8.5.</summary>
    private const ushort FirstGeneration = 1;

    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> running = [];
    private readonly SqliteJournalStore store;
    private readonly JournalTree tree;
    private readonly RehearsalKeys signingKeys;
    private readonly OutFolder archive;
    private readonly PapersWorker papers;
    private readonly RoundOrders orders;
    private readonly RecordSigner signer;
    private readonly CertificatePrinter printer;
    private readonly WindowClock window;
    private readonly LinesPlan linesPlan;
    private readonly Options options;
    private readonly Action<string> said;
    private LocalStation? station;

    public HallHost(Options options, MeetingPlan meeting, LinesPlan linesPlan, Action<string> said)
    {
        this.options = options;
        this.linesPlan = linesPlan;
        this.said = said;
        Directory.CreateDirectory(options.Data);
        RecordSuite suite = RecordSuite.TryParse(meeting.Meeting.Suite, out RecordSuite? known) ? known : RecordSuite.Intl;
        signingKeys = OpenSigningKeys(Path.Combine(options.Data, "signing"), suite, meeting.Meeting.Hall.Id);
        store = SqliteJournalStore.Open(Path.Combine(options.Data, "journal.db"));
        (HallState restored, tree) = JournalReplay.Read(store, suite);
        Loop = new HallLoop(restored, new JournalWriter(store, tree, RandomNumberGenerator.GetBytes), Now);
        archive = new OutFolder(options.Out);
        papers = PapersWorker.BesideServer();
        Conduct = new RoundConduct(
            Loop, new KeypadPaperPress(new WorkerGlyphs(papers)), AsconSuite.Instance, Now, RandomNumberGenerator.GetBytes);
        Lines = new LinesThread(Loop, [.. linesPlan.Bridges.Select(ByteLine)], note => said(NoteText.Of(note)));
        orders = new RoundOrders(store, Lines.Order);
        printer = new CertificatePrinter(papers, Loop, Now, archive.PaperPath, said);
        signer = new RecordSigner(Loop, tree, signingKeys, Now, RandomNumberGenerator.GetBytes, Signed, archive.WriteProof);
        window = new WindowClock(Loop, Now, RandomNumberGenerator.GetBytes);
        Loop.Watch(orders);
        Loop.Watch(signer);
        StartMeeting = meeting.Meeting;
    }

    public HallLoop Loop { get; }

    public RoundConduct Conduct { get; }

    public LinesThread Lines { get; }

    private Meeting StartMeeting { get; }

    /// <summary>Keypads named by lines.json.</summary>
    public int ExpectedKeypads => linesPlan.Bridges.Sum(bridge => bridge.Lines.Sum(line => line.Keypads));

    public static Instant Now() => new(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

    /// <summary>Everything that goes wrong inside ends up here: the first failure of a part, or null.</summary>
    public Exception? Failure => Lines.Failure ?? running.FirstOrDefault(task => task.IsFaulted)?.Exception?.InnerException;

    /// <summary>Starts all threads; returns when the meeting is loaded, the epoch raised and the lines begin.</summary>
    public async Task Start()
    {
        running.Add(Task.Run(() => Loop.Run(stop.Token)));
        HallState before = Loop.Published;
        await Must(new HallCommand.RaiseEpoch(NextEpoch(before.Epoch)) { Issuer = Issuer.System, At = Now() }).ConfigureAwait(false);
        if (before.Meeting is null)
            await Must(new HallCommand.LoadMeeting(StartMeeting) { Issuer = new Issuer(Role.Secretariat, "secretariat"), At = Now() }).ConfigureAwait(false);
        if (before.MeetingDigest is null)
            await BeginMeetingKeys().ConfigureAwait(false);
        if (before.CurrentRound is { Phase: RoundPhase.Open })
            await Must(new HallCommand.ResumeRounds(StoppedAt(before)) { Issuer = Issuer.System, At = Now() }).ConfigureAwait(false);
        StartLines();
        signer.Resume(Loop.Published);
        archive.WritePolicy(signingKeys.Policy);
        running.Add(Task.Run(() => signer.Run(stop.Token)));
        running.Add(Task.Run(() => printer.Run(stop.Token)));
        running.Add(Task.Run(TickWindow));
    }

    /// <summary>All finished rounds are signed and have their paper.</summary>
    public bool IsSettled => Loop.Published.CurrentRound is null
        && Loop.Published.Rounds.Values.All(round => round.Signature is not null && round.Certificates.Count > 0);

    /// <summary>Ends the threads in order and writes the public log.</summary>
    public async ValueTask DisposeAsync()
    {
        await Lines.DisposeAsync().ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        archive.WriteJournal(store, tree, signingKeys);
        archive.WriteReport(SittingReport.Html(Loop.Published));
        papers.Dispose();
        store.Dispose();
        stop.Dispose();
    }

    private static RehearsalKeys OpenSigningKeys(string folder, RecordSuite suite, string hall)
    {
        if (RehearsalKeys.TryLoad(folder, out RehearsalKeys? keys))
            return keys;
        Instant from = new(Now().UnixMs - (24L * 3_600_000));
        return RehearsalKeys.Create(folder, suite, hall, from, new Instant(from.UnixMs + (366L * 24 * 3_600_000)));
    }

    /// <summary>Strictly rising, odd at this node. Source: protocol 1 (epoch).</summary>
    private static uint NextEpoch(uint last) => last + (last % 2 == 0 ? 1u : 2u);

    /// <summary>The last moment the journal knows of: what came after it, nobody was told.</summary>
    private Instant StoppedAt(HallState state)
    {
        Instant last = state.CurrentRound!.Opening!.Step.At;
        foreach (StoredEntry entry in store.ReadEntries(Math.Max(0, store.EntryCount - 1)))
            if (JournalEntry.TryRead(entry.Leaf.Span, out JournalEntry read))
                last = read.Event.At;
        return last;
    }

    private async Task BeginMeetingKeys()
    {
        byte[] nonceA = RandomNumberGenerator.GetBytes(16);
        byte[] nonceB = RandomNumberGenerator.GetBytes(16);
        byte[] hallId = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(StartMeeting.Hall.Id))[..16];
        byte[] meetingId = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(StartMeeting.Session.Id))[..16];
        Digest32 digest = KeyDerivation.Meeting(AsconSuite.Instance, hallId, meetingId, nonceA, nonceB);
        await Must(new HallCommand.BeginMeetingKeys(new Octets(digest.ToArray()), [new Octets(nonceA), new Octets(nonceB)])
        {
            Issuer = Issuer.System,
            At = Now(),
        }).ConfigureAwait(false);
    }

    private void StartLines()
    {
        HallState state = Loop.Published;
        Digest32 meeting = Digest32.Read(state.MeetingDigest!.Span);
        (IReadOnlyDictionary<KeypadUid, SecretKey> rootsB, SecretKey group) = KeyFiles.ReadStation(Path.Combine(options.Keys, "b.keys.json"));
        (Station logic, IReadOnlyDictionary<KeypadUid, byte[]> codes) = StationSetup.Open(
            AsconSuite.Instance, new FileStationRegister(Path.Combine(options.Data, "station")), rootsB, group, meeting, StationPolicy.ProtocolMin);
        station = new LocalStation(logic, Loop, store, Now, Lines.Order);
        KeypadKeys keys = new(
            KeyFiles.ReadServer(Path.Combine(options.Keys, "a.keys.json")),
            state.Keypads.ToDictionary(keypad => keypad.Key, keypad => keypad.Value.Boot), codes);
        Lines.Start(new HallLines(
            AsconSuite.Instance, state.Epoch, meeting, FirstGeneration, nodeId: 1, keys, linesPlan, state.Keypads.Values, Lines, station.FinalsIn));
        orders.Resume(state);
    }

    private void Signed(SignedRecord record)
    {
        archive.WriteRecord(record);
        printer.Make(record);
    }

    private IByteLine ByteLine(BridgePlan bridge) => ByteLines.For(
        bridge.Address is LineAddress.InProcess simulated && options.LinesFolder is { } folder
            ? new LineAddress.Tty(Path.GetFullPath(Path.Combine(folder, simulated.Name)), 1_000_000)
            : bridge.Address,
        _ => throw new InvalidDataException("lines.json: inproc 线路须配 --lines-folder / inproc lines need --lines-folder"));

    private async Task Must(HallCommand command)
    {
        if (await Loop.Ask(command).ConfigureAwait(false) is LoopReply.Refused refused)
            throw new InvalidDataException($"{refused.Reason.Chinese} / {refused.Reason.English}");
    }

    private async Task TickWindow()
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false))
            window.Tick();
    }
}
