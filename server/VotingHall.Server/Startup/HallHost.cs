using System.Security.Cryptography;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Screens;
using VotingHall.Server.Api;
using VotingHall.Server.Archive;
using VotingHall.Server.Board;
using VotingHall.Server.Bridges;
using VotingHall.Server.Conduct;
using VotingHall.Server.Lines;
using VotingHall.Server.Loop;
using VotingHall.Server.Papers;
using VotingHall.Server.Plans;
using VotingHall.Server.Printing;
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
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> running = [];
    private readonly SqliteJournalStore store;
    private readonly RestartPoint before;
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
    private readonly NoteRing notes = new();
    private LocalStation? station;
    private readonly IReadOnlyDictionary<KeypadUid, SecretKey> commissioned;

    public HallHost(Options options, MeetingPlan meeting, LinesPlan linesPlan, Action<string> said)
    {
        this.options = options;
        this.linesPlan = linesPlan;
        this.said = said;
        Directory.CreateDirectory(options.Data);
        RecordSuite suite = RecordSuite.TryParse(meeting.Meeting.Suite, out RecordSuite? known) ? known : RecordSuite.Intl;
        signingKeys = OpenSigningKeys(Path.Combine(options.Data, "signing"), suite, meeting.Meeting.Hall.Id);
        store = SqliteJournalStore.Open(Path.Combine(options.Data, "journal.db"));
        before = RestartPoint.Read(store, suite);
        Loop = new HallLoop(before.State, new JournalWriter(store, before.Tree, RandomNumberGenerator.GetBytes), Now);
        archive = new OutFolder(options.Out);
        papers = PapersWorker.BesideServer();
        Conduct = new RoundConduct(
            Loop, new KeypadPaperPress(new WorkerGlyphs(papers)).Make, AsconSuite.Instance, Now, RandomNumberGenerator.GetBytes);
        Lines = new LinesThread(Loop, [.. linesPlan.Bridges.Select(ByteLine)], Noted);
        orders = new RoundOrders(store, Lines.Order);
        printer = new CertificatePrinter(papers, Loop, Now, archive.PaperPath, said);
        signer = new RecordSigner(Loop, before.Tree, signingKeys, Now, RandomNumberGenerator.GetBytes, Signed, archive.WriteProof);
        PrintDocuments documents = new(printer, archive.PaperPath, Path.Combine(options.Data, "prints"), round => Loop.Published.Rounds[round].Certificates);
        Prints = new PrintQueue(options.Printers, Loop, documents.Of, Now, PrintTimes.Normal, TimeProvider.System);
        window = new WindowClock(Loop, Now, RandomNumberGenerator.GetBytes);
        Loop.Watch(orders);
        Loop.Watch(signer);
        Loop.Watch(Prints);
        Screens = new HallScreens(new BoardSources
        {
            State = () => Loop.Published,
            Clock = Now,
            Lines = () => Lines.Picture,
            StationSums = round => station?.SumsOf(round),
            StationRefusal = round => station?.RefusalOf(round),
            // Every key of this server was made for a rehearsal: see RehearsalKeys.
            Rehearsal = true,
            Notes = notes.Newest,
            Prints = () => PrintLines.Of(Prints.Progress),
            Printers = [.. options.Printers.Select(known => known.Name)],
        });
        ScreenFonts = new ScreenFonts(new WebFonts(papers), () => Loop.Published.Meeting);
        Feed = new BoardFeed(Screens, Board, TimeProvider.System);
        Loop.Watch(Feed);
        StartMeeting = meeting.Meeting;
        commissioned = KeyFiles.ReadServer(Path.Combine(options.Keys, "a.keys.json"));
        FontCheck fonts = new(papers);
        Api = new ApiHall(
            Loop, Conduct, Board, new RecordFiles(archive.RecordPath, archive.ProofPath, archive.PaperPath),
            new MeetingReader(MeetingReader.ProfilesBesideServer, fonts.Missing), fonts.Missing, commissioned.Keys.ToHashSet(), Prints.Order);
    }

    public HallLoop Loop { get; }

    public RoundConduct Conduct { get; }

    public LinesThread Lines { get; }

    public PrintQueue Prints { get; }

    /// <summary>What the big screen was told to show.</summary>
    public BoardOrders Board { get; } = new(Now);

    /// <summary>Pictures for all screens.</summary>
    public HallScreens Screens { get; }

    /// <summary>Fonts for screens that lack them.</summary>
    public IScreenFonts ScreenFonts { get; }

    /// <summary>Renews and sends them.</summary>
    public BoardFeed Feed { get; }

    /// <summary>What the API may use of this hall.</summary>
    public ApiHall Api { get; }

    private Meeting StartMeeting { get; }

    /// <summary>Keypads named by lines.json.</summary>
    public int ExpectedKeypads => linesPlan.Bridges.Sum(bridge => bridge.Lines.Sum(line => line.Keypads));

    public static Instant Now() => new(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

    /// <summary>Everything that goes wrong inside ends up here: the first failure of a part, or null.</summary>
    public Exception? Failure => Lines.Failure ?? running.FirstOrDefault(task => task.IsFaulted)?.Exception?.InnerException;

    /// <summary>Starts all threads; returns when the meeting is loaded, the epoch raised and the lines begin.</summary>
    public async Task Start()
    {
        // Reads store and tree, which belong to the loop once it runs.
        signer.Resume(before.State, store);
        RestorePapers();
        Prints.Resume(before.State);
        running.Add(Task.Run(() => Loop.Run(stop.Token)));
        foreach (HallCommand first in before.FirstCommands(Now()))
            await Must(first).ConfigureAwait(false);
        if (before.State.Meeting is null)
            await Must(new HallCommand.LoadMeeting(StartMeeting) { Issuer = new Issuer(Role.Secretariat, "secretariat"), At = Now() }).ConfigureAwait(false);
        if (before.State.MeetingDigest is null)
            await BeginMeetingKeys().ConfigureAwait(false);
        StartLines();
        archive.WritePolicy(signingKeys.Policy);
        running.Add(Task.Run(() => signer.Run(stop.Token)));
        running.Add(Task.Run(() => printer.Run(stop.Token)));
        running.Add(Task.Factory.StartNew(() => Prints.Run(stop.Token), stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        running.Add(Task.Run(TickWindow));
    }

    /// <summary>From now on every changed picture is sent by <paramref name="send"/>, until the hall closes.</summary>
    public void ShowOn(Func<Audience, CancellationToken, Task> send) => running.Add(Task.Run(() => Feed.Run(send, stop.Token)));

    /// <summary>All finished rounds are signed and have their paper, and both are filed.</summary>
    public bool IsSettled => Loop.Published.CurrentRound is null
        && Loop.Published.Rounds.Values.All(round => round.Signature is not null && round.Certificates.Count > 0
            && File.Exists(archive.RecordPath(round.No)) && File.Exists(archive.PaperPath(round.No)));

    /// <summary>Ends the threads in order and writes the public log.</summary>
    public async ValueTask DisposeAsync()
    {
        await Lines.DisposeAsync().ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        archive.WriteJournal(store, before.Tree, signingKeys);
        archive.WriteReport(SittingReport.Html(Loop.Published));
        Prints.Dispose();
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
        (IReadOnlyDictionary<KeypadUid, SecretKey> rootsB, SecretKey group) = KeyFiles.ReadStation(Path.Combine(options.Keys, "b.keys.json"));
        CommissionedRoots roots = new(commissioned, rootsB, group);
        HallWiring wiring = HallWiring.Make(
            Loop, store, Lines, linesPlan, roots, new FileStationRegister(Path.Combine(options.Data, "station")), Now, Lines.Order,
            StationPolicy.ProtocolMin);
        orders.Resume(Loop.Published);
        station = wiring.Station;
        station.Resume();
        Lines.Start(wiring.Lines);
    }

    /// <summary>Papers that were issued and are not in the out folder any more.</summary>
    private void RestorePapers()
    {
        foreach (Round round in before.State.Rounds.Values.Where(round => round.Certificates.Count > 0 && !File.Exists(archive.PaperPath(round.No))))
            if (round.Signature is { } signature && store.ReadBlob(signature.RecordDigest.Span) is { } envelope
                && store.ReadBlob(round.Certificates[^1].Span) is { } particulars)
                printer.MakeAgain(round.No, envelope, particulars, round.Certificates[^1]);
    }

    private void Signed(SignedRecord record)
    {
        archive.WriteRecord(record);
        printer.Know(record);
        // A record found signed at the start may have its paper already.
        if (Loop.Published.Rounds[record.Round].Certificates.Count == 0)
            printer.Make(record, replaces: before.State.Rounds.GetValueOrDefault(record.Round)?.Signature is not null);
    }

    private IByteLine ByteLine(BridgePlan bridge) => ByteLines.For(
        bridge.Address is LineAddress.InProcess simulated && options.LinesFolder is { } folder
            ? new LineAddress.Tty(Path.GetFullPath(Path.Combine(folder, simulated.Name)), 1_000_000)
            : bridge.Address,
        _ => throw new InvalidDataException("lines.json: inproc 线路须配 --lines-folder / inproc lines need --lines-folder"));

    private async Task Must(HallCommand command)
    {
        LoopReply reply = await Loop.Ask(command).ConfigureAwait(false);
        if (reply is LoopReply.Refused refused)
            throw new InvalidDataException($"{refused.Reason.Chinese} / {refused.Reason.English}");
        if (reply is LoopReply.NotTaken)
            throw new InvalidDataException("会场回路已停止 / the loop of the hall has ended");
    }

    private void Noted(LineNote note)
    {
        notes.Add(NoteText.Line(note, Now().UnixMs));
        said(NoteText.Of(note));
    }

    private async Task TickWindow()
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false))
            window.Tick();
    }
}
