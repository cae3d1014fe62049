using System.Security.Cryptography;
using VotingHall.Core;
using VotingHall.Server.Loop;
using VotingHall.Server.Papers;
using VotingHall.Server.Printing;
using VotingHall.Server.Signing;
using VotingHall.Server.Startup;
using VotingHall.Server.Stores;
using VotingHall.Server.Tests.Halls;
using VotingHall.Signing;
using VotingHall.TestPrinters;
using Xunit;

namespace VotingHall.Server.Tests.Printing;

/// <summary>
/// 有一张报告单的会场: loop, signer, papers and print queue as the server joins them, without lines; one round is finished, signed and has its
/// certificate. A restart is another run over the same store and folder.
/// </summary>
internal sealed class PrintHall : IAsyncDisposable
{
    public static readonly PrintTimes Times = new(
        TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(100),
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1));

    public static readonly RoundNo Round = new(1);

    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-prints-").FullName;
    private readonly MemoryJournalStore store = new();
    private readonly PapersWorker papers;
    private readonly IReadOnlyList<Printer> printers;
    private readonly RehearsalKeys keys;
    private readonly List<PrintProgress> seen = [];
    private readonly Lock gate = new();
    private CancellationTokenSource stop = new();
    private List<Task> running = [];

    private PrintHall(PapersWorker papers, IReadOnlyList<Printer> printers)
    {
        (this.papers, this.printers) = (papers, printers);
        keys = RehearsalKeys.Create(Path.Combine(folder, "keys"), RecordSuite.Intl, "test-hall", Now(), new Instant(Now().UnixMs + (24L * 3_600_000)));
        (Loop, Prints) = Begin(RestartPoint.Read(store, RecordSuite.Intl));
    }

    public HallLoop Loop { get; private set; }

    public PrintQueue Prints { get; private set; }

    public string StoredPath => Path.Combine(folder, "round-001.pdf");

    public IReadOnlyList<Print> Journalled => Loop.Published.Rounds[Round].Prints;

    public static Instant Now() => new(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

    public static async Task<PrintHall> WithCertificate(PapersWorker papers, params Printer[] printers)
    {
        PrintHall hall = new(papers, printers);
        hall.Start();
        KeypadUid[] keypads = [new(1), new(2), new(3)];
        await hall.Must(new HallCommand.LoadMeeting(Meetings.Of(keypads, [Meetings.RollCallItem])) { Issuer = Meetings.Secretariat, At = Now() });
        await hall.Must(new HallCommand.ConfirmBase(new CountBase(3, CountBasis.InOffice)) { Issuer = Meetings.Chair, At = Now() });
        await hall.Must(new HallCommand.OpenSitting(1) { Issuer = Meetings.Chair, At = Now() });
        await hall.Must(new HallCommand.PrepareRound("1", RoundMode.SignIn, new Octets(new byte[32])) { Issuer = Meetings.Secretariat, At = Now() });
        await hall.Must(new HallCommand.VoidRound(Round, VoidReason.PaperWrong, "演练") { Issuer = Meetings.Chair, At = Now() });
        await Wait.Until(() => hall.IsWell() && hall.Loop.Published.Rounds[Round].Certificates.Count == 1, TimeSpan.FromSeconds(30), "the certificate is made");
        return hall;
    }

    public Task<LoopReply> Order(int copy, int copies = 3, string printer = "秘书处") =>
        Prints.Order(Meetings.Secretariat, Round, copy, printer, copies, "");

    public async Task MustOrder(int copy, int copies = 3) => Assert.IsType<LoopReply.Accepted>(await Order(copy, copies));

    public async Task Must(HallCommand command)
    {
        LoopReply reply = await Loop.Ask(command);
        Assert.True(reply is LoopReply.Accepted, reply is LoopReply.Refused refused ? refused.Reason.English : "");
    }

    /// <summary>Waits until printing <paramref name="copy"/> has been in this state.</summary>
    public async Task<PrintProgress> Until(int copy, PrintState state, int seconds = 20)
    {
        PrintProgress? found = null;
        await Wait.Until(
            () =>
            {
                lock (gate)
                    found = seen.Find(one => one.Copy == copy && one.State == state);
                return IsWell() && found is not null;
            },
            TimeSpan.FromSeconds(seconds), $"printing {copy} is {state}");
        return found!;
    }

    /// <summary>No part of the server has failed; else the test ends with what it said.</summary>
    private bool IsWell()
    {
        Assert.True(running.TrueForAll(task => !task.IsFaulted), running.Find(task => task.IsFaulted)?.Exception?.ToString() ?? "");
        return true;
    }

    /// <summary>Ends this run of the server.</summary>
    public async Task Stop()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running).ContinueWith(_ => { }, TaskScheduler.Default);
        Prints.Dispose();
        stop.Dispose();
        running = [];
    }

    /// <summary>Begins another run over what the journal holds.</summary>
    public void Restart()
    {
        stop = new CancellationTokenSource();
        lock (gate)
            seen.Clear();
        (Loop, Prints) = Begin(RestartPoint.Read(store, RecordSuite.Intl));
        Start();
    }

    /// <summary>What the journal would hold had the run before ended right there; while the server is stopped.</summary>
    public void Journal(HallCommand command)
    {
        RestartPoint before = RestartPoint.Read(store, RecordSuite.Intl);
        JournalWriter writer = new(store, before.Tree, RandomNumberGenerator.GetBytes);
        foreach (Fact fact in Assert.IsType<Decision.Accepted>(Hall.Decide(before.State, command)).Facts)
            writer.Add(fact);
        writer.Flush();
    }

    public async ValueTask DisposeAsync()
    {
        if (running.Count > 0)
            await Stop();
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private (HallLoop Loop, PrintQueue Prints) Begin(RestartPoint before)
    {
        HallLoop loop = new(before.State, new JournalWriter(store, before.Tree, RandomNumberGenerator.GetBytes), Now);
        CertificatePrinter certificates = new(papers, loop, Now, _ => StoredPath, text => Assert.Fail(text));
        RecordSigner signer = new(loop, before.Tree, keys, Now, RandomNumberGenerator.GetBytes, record =>
        {
            certificates.Know(record);
            if (loop.Published.Rounds[record.Round].Certificates.Count == 0)
                certificates.Make(record, replaces: false);
        }, _ => { });
        PrintDocuments documents = new(
            certificates, _ => StoredPath, Path.Combine(folder, "prints"), round => loop.Published.Rounds[round].Certificates);
        PrintQueue prints = new(printers, loop, documents.Of, Now, Times, TimeProvider.System);
        prints.Watch(one =>
        {
            lock (gate)
                seen.Add(one);
        });
        loop.Watch(signer);
        loop.Watch(prints);
        signer.Resume(before.State, store);
        prints.Resume(before.State);
        running = [signer.Run(stop.Token), Task.Run(() => certificates.Run(stop.Token))];
        return (loop, prints);
    }

    private void Start()
    {
        CancellationToken until = stop.Token;
        running.Add(Task.Run(() => Loop.Run(until)));
        running.Add(Task.Factory.StartNew(() => Prints.Run(until), until, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }
}
