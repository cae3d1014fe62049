using System.Collections.Immutable;
using System.Diagnostics;
using VotingHall.Core;
using VotingHall.Server.Loop;
using VotingHall.Server.Stores;
using VotingHall.Server.Tests.Halls;
using VotingHall.Signing;

namespace VotingHall.Bench;

/// <summary>落盘吞吐: named presses through the loop into SQLite, against a program that only inserts the same rows in the same batches.</summary>
internal static class DurablePressBench
{
    private const int Runs = 5;
    private const int Presses = 12_000;

    public static void Run(TextWriter to)
    {
        using VirtualHall hall = Halls.SignedIn(Halls.PlenarySeats, Halls.PlenaryLines, 1_000_000);
        HallSteps.Open(hall, Halls.NamedItem);
        Table table = new($"Durable presses a second through the loop, SQLite on disk ({Presses:#,0} named presses, median of {Runs})",
            "presses a turn", "loop + SQLite", "bare SQLite", "ratio", "loop without disk", "of it on disk");
        using (MemoryJournalStore warm = new())
            Rate(hall, warm, 100, null);
        foreach (int turn in (int[])[16, 188, 3_000])
        {
            List<JournalBatch> batches = [];
            List<double> loop = [], bare = [], memory = [];
            for (int run = 0; run < Runs; run++)
            {
                using DiskFolder disk = new();
                using (SqliteJournalStore store = SqliteJournalStore.Open(disk.Journal))
                    loop.Add(Rate(hall, store, turn, null));
                using (MemoryJournalStore store = new())
                    memory.Add(Rate(hall, store, turn, batches));
                using DiskFolder other = new();
                using BareInsert insert = new(other.Journal);
                bare.Add(Presses / insert.Seconds(batches));
                batches.Clear();
            }
            double through = Figures.Median(loop);
            table.Row(turn, through, Figures.Median(bare), through / Figures.Median(bare), Figures.Median(memory),
                $"{100 * (1 - (through / Figures.Median(memory))):0} %");
        }
        table.Note("A press is a leaf, a salt and a private part; a turn adds its root. Both sides: WAL, synchronous=FULL, one transaction a turn, prepared statements.");
        table.Print(to);
    }

    private static double Rate(VirtualHall hall, IJournalStore store, int turn, List<JournalBatch>? kept)
    {
        JournalCopy.Write(hall.Store, store, hall.Store.EntryCount, hall.Loop.Published.Rounds.Values);
        (HallState state, JournalTree tree) = JournalReplay.Read(store, RecordSuite.Intl);
        using BatchesKept keeping = new(store, kept);
        Instant at = hall.Wall;
        HallLoop loop = new(state, new JournalWriter(keeping, tree, System.Security.Cryptography.RandomNumberGenerator.GetBytes), () => at);
        Round round = state.CurrentRound!;
        HallCommand[] presses = [.. Enumerable.Range(0, Presses).Select(i => Press(state, round, i, at))];
        int accepted = 0;
        long started = Stopwatch.GetTimestamp();
        for (int next = 0; next < Presses;)
        {
            for (int end = Math.Min(Presses, next + turn); next < end; next++)
                loop.TrySubmit(presses[next], reply => accepted += reply is LoopReply.Accepted ? 1 : 0);
            loop.Turn();
        }
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return accepted == Presses ? Presses / seconds : throw new InvalidOperationException($"{accepted} of {Presses} presses were accepted");
    }

    private static HallCommand.CastNamed Press(HallState state, Round round, int number, Instant at)
    {
        IReadOnlyList<Elector> electors = round.Opening!.Electors;
        KeypadUid uid = electors[number % electors.Count].Keypad;
        ushort rev = (ushort)(1_000 + (number / electors.Count));
        ImmutableArray<Choice?> marks = [number % 3 == 0 ? Choice.For : number % 3 == 1 ? Choice.Against : Choice.Abstain];
        return new HallCommand.CastNamed(round.No, uid, new PressId(((ulong)state.Keypads[uid].Boot << 32) | rev), marks, [], Sealed: false)
        {
            Issuer = Issuer.Bridge,
            At = at,
        };
    }
}
