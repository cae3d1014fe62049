using System.Diagnostics;
using VotingHall.Link;
using VotingHall.Server.Tests.Halls;

namespace VotingHall.Bench;

/// <summary>轮询: how long the wire takes to ask everybody once, against the formula of protocol 6, in virtual time and at the pace of the wall clock.</summary>
internal static class SweepBench
{
    private const int SweepsMeasured = 3;

    private static readonly (string Item, string Paper)[] Papers =
        [(Halls.NamedItem, "named"), (Halls.SecretItem, "secret 1"), (Halls.ListItem, "secret 10")];

    public static void Run(TextWriter to)
    {
        Table table = new("Sweep against the formula of protocol 6, one line (ms)",
            "baud", "keypads", "paper", "flen", "sweep formula", "measured", "ratio", "cycle formula", "virtual", "ratio", "paced", "ratio");
        foreach (int baud in (int[])[115_200, 250_000, 500_000, 1_000_000])
            foreach (int keypads in (int[])[60, 125, 188, 250])
            {
                using VirtualHall hall = Halls.SignedIn(keypads, 1, baud);
                foreach ((string item, string paper) in Papers)
                {
                    HallSteps.Open(hall, item);
                    Sweeps seen = new(hall, baud);
                    Measured wire = seen.InVirtualTime();
                    double paced = seen.Paced();
                    SlotMath math = new(baud);
                    double sweep = math.SweepUs(wire.ReplyBytes, keypads) / 1e3;
                    double cycle = math.CycleUs(wire.ReplyBytes, keypads) / 1e3;
                    table.Row(baud, keypads, paper, wire.ReplyBytes, sweep, wire.SweepMs, wire.SweepMs / sweep,
                        cycle, wire.CycleMs, wire.CycleMs / cycle, paced, paced / cycle);
                    HallSteps.Void(hall);
                }
            }
        table.Note("sweep: first bit of COLLECT to SWEEP_END. cycle: SWEEP_END to SWEEP_END, with acknowledgements on the wire; the formula adds 15 ms + ack.");
        table.Note($"Medians of {SweepsMeasured} sweeps. paced: hall and wire on one thread at the pace of the wall clock, seen from the server.");
        table.Print(to);
    }

    private readonly record struct Measured(int ReplyBytes, double SweepMs, double CycleMs);

    /// <summary>Listens to the bridge link and to the wire.</summary>
    private sealed class Sweeps
    {
        private const int StepUs = 50;
        private const int LookBackUs = 1_000;

        private readonly VirtualHall hall;
        private readonly int baud;
        private readonly LinkEar ear = new();
        private readonly List<long> ends = [];
        private readonly List<long> firsts = [];
        private readonly List<double> realEnds = [];
        private int replyBytes;
        private bool firstSeen;

        public Sweeps(VirtualHall hall, int baud)
        {
            this.hall = hall;
            this.baud = baud;
            hall.Heard = Hear;
        }

        public Measured InVirtualTime()
        {
            List<long> frames = [];
            ulong count = hall.Simulator.Counters(0).Frames;
            while (ends.Count < SweepsMeasured + 2)
            {
                hall.RunForUs(StepUs);
                ulong now = hall.Simulator.Counters(0).Frames;
                if (now != count)
                    frames.Add(hall.Simulator.NowUs);
                count = now;
            }
            long wireUs = new SlotMath(baud).CharsUs(replyBytes + 3);
            List<double> sweeps = [];
            List<double> cycles = [];
            for (int i = 1; i <= SweepsMeasured; i++)
            {
                long end = ends[i + 1];
                long first = firsts.Last(at => at < end);
                // The beacon is the last frame before the first reply: a pause of 2 ms lies between them.
                long beacon = frames.Last(at => at < first - wireUs - LookBackUs);
                sweeps.Add((end - beacon) / 1e3);
                cycles.Add((end - ends[i]) / 1e3);
            }
            return new Measured(replyBytes, Figures.Median(sweeps), Figures.Median(cycles));
        }

        public double Paced()
        {
            realEnds.Clear();
            long from = hall.Simulator.NowUs;
            long started = Stopwatch.GetTimestamp();
            using ManualResetEvent never = new(false);
            while (realEnds.Count < SweepsMeasured + 1)
            {
                long due = from + (long)Stopwatch.GetElapsedTime(started).TotalMicroseconds;
                if (due > hall.Simulator.NowUs)
                    hall.RunForUs(due - hall.Simulator.NowUs);
                never.WaitOne(1);
            }
            hall.Heard = null;
            return Figures.Median(realEnds.Zip(realEnds.Skip(1), (before, after) => after - before));
        }

        private void Hear(byte[] bytes)
        {
            foreach (LinkMessage message in ear.Read(bytes))
                switch (message)
                {
                    case LinkMessage.LineReceived { Rank: 0 } reply when !firstSeen:
                        firstSeen = true;
                        replyBytes = reply.Body.Length + 2;
                        firsts.Add(hall.Simulator.NowUs);
                        break;
                    case LinkMessage.SweepEnd:
                        firstSeen = false;
                        ends.Add(hall.Simulator.NowUs);
                        realEnds.Add(Stopwatch.GetElapsedTime(0).TotalMilliseconds);
                        break;
                }
        }
    }
}
