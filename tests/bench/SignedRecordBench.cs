using System.Diagnostics;
using System.Security.Cryptography;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;
using VotingHall.Server.Signing;
using VotingHall.Server.Stations;
using VotingHall.Server.Stores;
using VotingHall.Server.Tests.Halls;
using VotingHall.Signing;
using VotingHall.Simulator;

namespace VotingHall.Bench;

/// <summary>
/// 关闭到签名: from the last thing the machine has to wait for to the signed record on disk, 3,000 seats; the people answer at once. The moment
/// before is taken again for each run from the journal of a hall that went through the round.
/// </summary>
internal static class SignedRecordBench
{
    private const int Runs = 5;

    public static void Run(TextWriter to)
    {
        using VirtualHall hall = Halls.SignedIn(Halls.PlenarySeats, Halls.PlenaryLines, 1_000_000);
        Table table = new($"Close to signed record, {Halls.PlenarySeats:#,0} seats, SQLite on disk (ms, median of {Runs}, max in brackets)",
            "round", "suite", "last reply - closed", "final tags - counted", "confirm + declare", "declared - signed", "last input - signed record", "record bytes");
        foreach ((string item, string name) in ((string, string)[])[(Halls.NamedItem, "named"), (Halls.SecretItem, "secret")])
        {
            HallSteps.Open(hall, item);
            HallSteps.PressEverywhere(hall, KeypadKey.For);
            HallSteps.Finish(hall);
            foreach (RecordSuite suite in (RecordSuite[])[RecordSuite.Intl, RecordSuite.Dual])
            {
                List<Parts> runs = [];
                for (int run = 0; run < Runs; run++)
                    runs.Add(Once(hall, suite).GetAwaiter().GetResult());
                table.Row(name, suite.Name, Cell(runs, run => run.Closed), name == "secret" ? Cell(runs, run => run.Counted) : "in the same turn",
                    Cell(runs, run => run.People), Cell(runs, run => run.Signed),
                    Cell(runs, run => run.Closed + run.Counted + run.People + run.Signed), runs[0].Bytes);
            }
        }
        table.Note("Closed includes writing the journal file anew (no trace of the order of casting). Between closed and final tags of a secret round lie up to three sweeps, not counted.");
        table.Print(to);
    }

    private static string Cell(List<Parts> runs, Func<Parts, double> part) =>
        $"{Figures.Median(runs.Select(part)):0.0} ({runs.Max(part):0.0})";

    private static async Task<Parts> Once(VirtualHall hall, RecordSuite suite)
    {
        Round done = hall.Current;
        using DiskFolder disk = new();
        using SqliteJournalStore store = SqliteJournalStore.Open(disk.Journal);
        JournalCopy.Write(hall.Store, store, JournalCopy.ClosedAt(hall.Store, done.No), hall.Loop.Published.Rounds.Values);
        (HallState state, JournalTree tree) = JournalReplay.Read(store, suite);
        Instant at = hall.Wall;
        RehearsalKeys keys = RehearsalKeys.CreateInMemory(suite, "test-hall", new Instant(at.UnixMs - 86_400_000), new Instant(at.UnixMs + 86_400_000));
        HallLoop loop = new(state, new JournalWriter(store, tree, RandomNumberGenerator.GetBytes), () => at);
        TaskCompletionSource<SignedRecord> signed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        RecordSigner signer = new(loop, tree, keys, () => at, RandomNumberGenerator.GetBytes, record => signed.TrySetResult(record), _ => { });
        Moment counted = new(happened => happened is HallEvent.RoundCounted);
        loop.Watch(counted);
        loop.Watch(signer);
        using CancellationTokenSource stop = new();
        Task[] running = [Task.Run(() => loop.Run(stop.Token)), Task.Run(() => signer.Run(stop.Token))];
        LocalStation? station = done.Mode == RoundMode.Secret ? StationFor(hall, disk, loop, store) : null;

        Dictionary<KeypadUid, AttestedPress> finals = station is null ? [] : FinalsOf(hall, done);

        long started = Stopwatch.GetTimestamp();
        await Must(loop, new HallCommand.FinishClose(done.No, []) { Issuer = Issuer.System, At = at });
        long closed = Stopwatch.GetTimestamp();
        station?.FinalsIn(done.No, finals);
        await counted.Came;
        long countedAt = Stopwatch.GetTimestamp();
        await Must(loop, new HallCommand.ConfirmCount(done.No, done.Counted!.Tally.Participants) { Issuer = Meetings.Scrutineer, At = at });
        await Must(loop, new HallCommand.DeclareRound(done.No) { Issuer = Meetings.Chair, At = at });
        long declared = Stopwatch.GetTimestamp();
        SignedRecord record = await signed.Task;
        long end = Stopwatch.GetTimestamp();

        await stop.CancelAsync();
        await Task.WhenAll(running).ContinueWith(_ => { }, TaskScheduler.Default);
        return new Parts(Ms(started, closed), station is null ? 0 : Ms(closed, countedAt), Ms(countedAt, declared), Ms(declared, end), record.Envelope.Length);
    }

    private static double Ms(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    private static LocalStation StationFor(VirtualHall hall, DiskFolder disk, HallLoop loop, IJournalStore store)
    {
        (Station station, _) = StationSetup.Open(
            AsconSuite.Instance, new FileStationRegister(Path.Combine(disk.Path, "station")),
            hall.Roots.Station, hall.Roots.StationGroup,
            Digest32.Read(hall.Loop.Published.MeetingDigest!.Span), participantsMin: 2);
        return new LocalStation(station, loop, store, () => hall.Wall, _ => { });
    }

    /// <summary>The final tags as the hall had them, from the list it sent to the station.</summary>
    private static Dictionary<KeypadUid, AttestedPress> FinalsOf(VirtualHall hall, Round done) =>
        TallyRequest.TryParse(hall.Store.ReadBlob(done.TallyRequest!.Span), out TallyRequest? sent)
            ? sent.Entries.Where(entry => entry.Final is not null).ToDictionary(
                entry => new KeypadUid(entry.Uid.Value), entry => new AttestedPress(new PressId(entry.Press.Value), new Octets(entry.Final!)))
            : throw new InvalidOperationException("the list for the station is not in the store");

    private static async Task Must(HallLoop loop, HallCommand command)
    {
        if (await loop.Ask(command) is LoopReply.Refused refused)
            throw new InvalidOperationException(refused.Reason.English);
    }

    private readonly record struct Parts(double Closed, double Counted, double People, double Signed, int Bytes);

    /// <summary>Tells when an event has become durable.</summary>
    private sealed class Moment(Func<HallEvent, bool> wanted) : IDurableWatcher
    {
        private readonly TaskCompletionSource came = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Came => came.Task;

        public void Durable(DurableTurn turn)
        {
            if (turn.Events.Any(wanted))
                came.TrySetResult();
        }
    }
}
