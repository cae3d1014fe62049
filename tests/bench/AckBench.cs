using System.Diagnostics;
using VotingHall.Link;
using VotingHall.Server.Loop;
using VotingHall.Server.Stores;
using VotingHall.Server.Tests.Halls;
using VotingHall.Simulator;

namespace VotingHall.Bench;

/// <summary>
/// 服务器一段: 3,000 sealed frames on 16 lines within one sweep, given to the server at the moments they leave the bridges, until the
/// acknowledgements go out. Lines and loop on two threads, SQLite on disk, real time.
/// </summary>
internal static class AckBench
{
    private const int Runs = 5;
    private const int CommitSamples = 300;
    private const double DurableBudgetMs = 10;
    private const double ServerBudgetMs = 15;

    public static void Run(TextWriter to)
    {
        using DiskFolder disk = new();
        using SqliteJournalStore store = SqliteJournalStore.Open(disk.Journal);
        using VirtualHall hall = Halls.SignedIn(Halls.PlenarySeats, Halls.PlenaryLines, 250_000, store);
        PressWatch watch = new();
        hall.Loop.Watch(watch);
        HallSteps.Open(hall, Halls.NamedItem);
        Burst burst = new(hall, watch);
        for (int run = 0; run <= Runs; run++)
            burst.Once(run % 2 == 0 ? KeypadKey.For : KeypadKey.Against, counted: run > 0);

        Table table = new("Server part of a press: 3,000 presses, 16 lines, named, SQLite on disk (ms, real time)",
            "from - to", "samples", "budget", "p50", "p99", "max", "p99 / budget");
        Row(table, "frame in - press durable", burst.Durable, DurableBudgetMs);
        Row(table, "sweep end in - acknowledgements of the line out", burst.Acknowledged, ServerBudgetMs);
        Row(table, "frame in - its acknowledgement out", burst.FrameToAck, null);
        Row(table, "peer: one row and a commit, bare SQLite", BareInsert.CommitsMs(CommitSamples), DurableBudgetMs);
        table.Note($"{Runs} bursts after one warm-up; frames of a burst came within {Figures.Median(burst.SpanMs):0} ms, in {Figures.Median(burst.Turns):0} turns of the loop (medians).");
        table.Note($"Processor time of a burst {Figures.Median(burst.CpuMs):0} ms in all; the lines' thread spent {Figures.Median(burst.ComposeMs):0} ms composing acknowledgements of all lines (median, wall clock).");
        table.Note("The last row holds the rest of the sweep: acknowledgements go out after it, by design. Budgets: protocol 6, durable write 10 ms, link and write 15 ms.");
        table.Print(to);
    }

    private static void Row(Table table, string name, List<double> values, double? budget) => table.Row(
        name, values.Count, budget ?? (object)"-", Figures.Median(values), Figures.Percentile(values, 99), values.Max(),
        budget is { } bound ? Figures.Percentile(values, 99) / bound : "-");

    /// <summary>When each press became durable.</summary>
    private sealed class PressWatch : IDurableWatcher
    {
        public Dictionary<ulong, long> DurableAt { get; } = [];

        public int Turns { get; private set; }

        public void Durable(DurableTurn turn)
        {
            long now = Stopwatch.GetTimestamp();
            Turns += turn.Held.Count > 0 ? 1 : 0;
            foreach (HeldPress press in turn.Held)
                DurableAt[press.Keypad.Value] = now;
        }

        public void Clear()
        {
            DurableAt.Clear();
            Turns = 0;
        }
    }

    private sealed class Burst(VirtualHall hall, PressWatch watch)
    {
        private const int HoldMs = 60;
        private const int SweepMs = 300;

        private readonly LinkEar heard = new();
        private readonly Dictionary<ulong, long> frameInAt = [];
        private readonly Dictionary<byte, long> sweepEndInAt = [];
        private readonly Dictionary<byte, long> ackOutAt = [];
        private Dictionary<(byte Line, byte Slot), ulong> uidAt = [];
        private Dictionary<ulong, byte> lineOf = [];
        private double cpuMs;
        private double composeMs;

        public List<double> Durable { get; } = [];

        public List<double> Acknowledged { get; } = [];

        public List<double> FrameToAck { get; } = [];

        public List<double> SpanMs { get; } = [];

        public List<double> Turns { get; } = [];

        public List<double> CpuMs { get; } = [];

        public List<double> ComposeMs { get; } = [];

        public void Once(KeypadKey key, bool counted)
        {
            IReadOnlyList<KeypadView> views = hall.Simulator.Views();
            uidAt = views.ToDictionary(view => ((byte)(view.Line + 1), view.Slot), view => view.Uid);
            lineOf = views.ToDictionary(view => view.Uid, view => (byte)(view.Line + 1));
            AwaitSweepEnd();
            for (int i = 0; i < hall.Simulator.Keypads; i++)
                hall.Simulator.Key(i, key, down: true);
            RunDeaf(HoldMs);
            for (int i = 0; i < hall.Simulator.Keypads; i++)
                hall.Simulator.Key(i, key, down: false);
            RunDeaf(SweepMs);
            List<(long AtUs, byte[] Bytes)> ahead = HearAhead();
            watch.Clear();
            frameInAt.Clear();
            sweepEndInAt.Clear();
            ackOutAt.Clear();
            composeMs = 0;
            Replay(ahead);
            hall.RunFor(2 * SweepMs);
            if (counted)
                Keep();
        }

        private void AwaitSweepEnd()
        {
            bool ended = false;
            LinkEar ear = new();
            hall.Heard = bytes => ended |= ear.Read(bytes).Any(message => message is LinkMessage.SweepEnd { Line: 1 });
            while (!ended)
                hall.RunForUs(100);
            hall.Heard = null;
        }

        /// <summary>
        /// The sweeps go on while every reply is kept from the server, so that all presses are latched before the first is heard; then until line 1 is
        /// at the end of a sweep.
        /// </summary>
        private void RunDeaf(int ms)
        {
            byte[] buffer = new byte[4096];
            LinkEar ear = new();
            LinkFrames frames = new();
            long end = hall.Simulator.NowUs + (ms * 1_000L);
            bool ended = false;
            while (hall.Simulator.NowUs < end || !ended)
            {
                hall.Simulator.RunUntil(hall.Simulator.NowUs + 1_000, stopOnLink: true);
                ended = false;
                int read;
                while ((read = hall.Simulator.ReadLink(buffer)) > 0)
                    foreach (byte[] frame in frames.Read(buffer.AsSpan(0, read)))
                    {
                        List<LinkMessage> said = [.. ear.Read(frame)];
                        ended |= said.Any(message => message is LinkMessage.SweepEnd { Line: 1 });
                        if (!said.Any(message => message is LinkMessage.LineReceived { Rank: not byte.MaxValue }))
                            hall.Lines.Received(0, frame);
                    }
                hall.Server.Settle();
            }
        }

        /// <summary>What the bridge says in the sweep that has been ordered, kept from the server.</summary>
        private List<(long AtUs, byte[] Bytes)> HearAhead()
        {
            List<(long, byte[])> ahead = [];
            byte[] buffer = new byte[4096];
            long end = hall.Simulator.NowUs + (SweepMs * 1_000L);
            while (hall.Simulator.NowUs < end)
            {
                hall.Simulator.RunUntil(end, stopOnLink: true);
                int read;
                while ((read = hall.Simulator.ReadLink(buffer)) > 0)
                    ahead.Add((hall.Simulator.NowUs, buffer[..read]));
            }
            return ahead;
        }

        /// <summary>Gives it to the server at its moments; this thread is the lines' thread.</summary>
        private void Replay(List<(long AtUs, byte[] Bytes)> ahead)
        {
            using CancellationTokenSource stop = new();
            Task loop = Task.Run(() => hall.Loop.Turns(stop.Token));
            LinkEar sent = new();
            using AutoResetEvent posted = new(false);
            hall.Server.Posted = () => posted.Set();
            TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
            long started = Stopwatch.GetTimestamp();
            long first = ahead[0].AtUs;
            int next = 0;
            while (next < ahead.Count || Stopwatch.GetElapsedTime(started).TotalMilliseconds < SweepMs * 2)
            {
                long now = first + (long)Stopwatch.GetElapsedTime(started).TotalMicroseconds;
                bool busy = next < ahead.Count && ahead[next].AtUs <= now;
                if (busy)
                {
                    NoteArrival(ahead[next].Bytes);
                    hall.Lines.Received(0, ahead[next++].Bytes);
                }
                long before = Stopwatch.GetTimestamp();
                busy |= hall.Server.RunPosted();
                byte[] outgoing = hall.Lines.TakeOutgoing(0);
                if (outgoing.Length > 0)
                {
                    if (NoteDeparture(sent.Read(outgoing)))
                        composeMs += Stopwatch.GetElapsedTime(before).TotalMilliseconds;
                    hall.Simulator.WriteLink(outgoing);
                }
                if (!busy)
                    posted.WaitOne(next < ahead.Count ? (int)Math.Clamp((ahead[next].AtUs - now) / 1_000, 0, 5) : 5);
            }
            hall.Server.Posted = null;
            cpuMs = (Environment.CpuUsage.TotalTime - cpuBefore).TotalMilliseconds;
            stop.Cancel();
            Task.WhenAny(loop).Wait();
            if (loop.Exception is { } fault)
                throw fault;
        }

        private void NoteArrival(byte[] bytes)
        {
            long now = Stopwatch.GetTimestamp();
            foreach (LinkMessage message in heard.Read(bytes))
                switch (message)
                {
                    case LinkMessage.LineReceived { Rank: not byte.MaxValue } reply:
                        frameInAt[uidAt[(reply.Line, reply.Body[1])]] = now;
                        break;
                    case LinkMessage.SweepEnd end:
                        sweepEndInAt[end.Line] = now;
                        ackOutAt.Remove(end.Line);
                        break;
                }
        }

        /// <summary>True when acknowledgements went out.</summary>
        private bool NoteDeparture(IEnumerable<LinkMessage> messages)
        {
            bool any = false;
            long now = Stopwatch.GetTimestamp();
            foreach (LinkMessage message in messages)
                if (message is LinkMessage.Send send && sweepEndInAt.ContainsKey(send.Line) && send.Body[0] == (byte)DownKind.AckVec)
                {
                    ackOutAt[send.Line] = now;
                    any = true;
                }
            return any;
        }

        private void Keep()
        {
            foreach ((ulong uid, long inAt) in frameInAt)
                if (watch.DurableAt.TryGetValue(uid, out long durableAt))
                {
                    Durable.Add(Stopwatch.GetElapsedTime(inAt, durableAt).TotalMilliseconds);
                    if (ackOutAt.TryGetValue(lineOf[uid], out long ackAt) && ackAt > durableAt)
                        FrameToAck.Add(Stopwatch.GetElapsedTime(inAt, ackAt).TotalMilliseconds);
                }
            foreach ((byte line, long endAt) in sweepEndInAt)
                if (ackOutAt.TryGetValue(line, out long ackAt))
                    Acknowledged.Add(Stopwatch.GetElapsedTime(endAt, ackAt).TotalMilliseconds);
            if (frameInAt.Count > 0)
                SpanMs.Add(Stopwatch.GetElapsedTime(frameInAt.Values.Min(), frameInAt.Values.Max()).TotalMilliseconds);
            Turns.Add(watch.Turns);
            CpuMs.Add(cpuMs);
            ComposeMs.Add(composeMs);
        }
    }
}
