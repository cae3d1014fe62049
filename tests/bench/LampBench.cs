using VotingHall.Link;
using VotingHall.Server.Tests.Halls;
using VotingHall.Simulator;

namespace VotingHall.Bench;

/// <summary>按键到亮灯: presses at random moments, until the lamp says 已收到, against the bound of two cycles. Virtual time.</summary>
internal static class LampBench
{
    private const int Baud = 250_000;
    private const int Passes = 5;
    private const int HoldMs = 60;

    public static void Run(TextWriter to)
    {
        Table table = new("Press to lamp at 250,000 baud, virtual time (ms)",
            "keypads a line", "round", "presses", "bound", "p50", "p99", "max", "p99 / bound", "from key down p50", "p99");
        foreach (int keypads in (int[])[75, 188])
        {
            using VirtualHall hall = Halls.SignedIn(keypads, 1, Baud);
            foreach ((string item, string round) in ((string, string)[])[(Halls.NamedItem, "named"), (Halls.SecretItem, "secret")])
            {
                int replyBytes = 0;
                LinkEar ear = new();
                HallSteps.Open(hall, item);
                hall.Heard = bytes => replyBytes = ear.Read(bytes).OfType<LinkMessage.LineReceived>().LastOrDefault(reply => reply.Rank != byte.MaxValue)
                    is { } reply ? reply.Body.Length + 2 : replyBytes;
                Presses presses = new(hall);
                for (int pass = 0; pass < Passes; pass++)
                    presses.Pass(pass % 2 == 0 ? KeypadKey.For : KeypadKey.Against);
                hall.Heard = null;
                double bound = new SlotMath(Baud).LampBoundUs(replyBytes, keypads) / 1e3;
                table.Row(keypads, round, presses.ToLamp.Count, bound,
                    Figures.Median(presses.ToLamp), Figures.Percentile(presses.ToLamp, 99), presses.ToLamp.Max(),
                    Figures.Percentile(presses.ToLamp, 99) / bound,
                    Figures.Median(presses.FromKeyDown), Figures.Percentile(presses.FromKeyDown, 99));
                HallSteps.Void(hall);
            }
        }
        table.Note("From the moment the keypad takes the press (lamp fast) to the steady lamp, seen every 1 ms; from key down it includes the keypad's own debouncing.");
        table.Print(to);
    }

    private sealed class Presses(VirtualHall hall)
    {
        private const int SpreadMs = 3_000;
        private const int LimitMs = 10_000;

        private readonly Random random = new(1);

        public List<double> ToLamp { get; } = [];

        public List<double> FromKeyDown { get; } = [];

        public void Pass(KeypadKey key)
        {
            int count = hall.Simulator.Keypads;
            int[] downAt = [.. Enumerable.Range(0, count).Select(_ => random.Next(SpreadMs))];
            int[] takenAt = [.. Enumerable.Repeat(-1, count)];
            bool[] lit = new bool[count];
            KeypadView[] views = new KeypadView[count];
            for (int now = 0; lit.Contains(false); now++)
            {
                if (now > SpreadMs + LimitMs)
                    throw new HallStuck($"{lit.Count(one => !one)} lamps stay dark");
                for (int i = 0; i < count; i++)
                {
                    if (now == downAt[i])
                        hall.Simulator.Key(i, key, down: true);
                    if (now == downAt[i] + HoldMs)
                        hall.Simulator.Key(i, key, down: false);
                }
                hall.RunFor(1);
                hall.Simulator.Views(views);
                for (int i = 0; i < count; i++)
                    Look(i, now, views[i].Lamp, downAt[i], takenAt, lit);
            }
            hall.RunFor(HoldMs);
        }

        private void Look(int keypad, int now, KeypadLamp lamp, int downAt, int[] takenAt, bool[] lit)
        {
            if (lit[keypad] || now < downAt)
                return;
            if (takenAt[keypad] < 0 && lamp == KeypadLamp.Fast)
                takenAt[keypad] = now;
            if (takenAt[keypad] < 0 || lamp != KeypadLamp.Steady)
                return;
            lit[keypad] = true;
            ToLamp.Add(now - takenAt[keypad]);
            FromKeyDown.Add(now + 1 - downAt);
        }
    }
}
