using System.Diagnostics;
using VotingHall.Core;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Halls;

/// <summary>Aim: 3,000 seats on 16 lines: a roll call, a named and a secret round, every press counted exactly; the virtual times are printed.</summary>
public class ThreeThousandTests(ITestOutputHelper output)
{
    private const int Members = 3_000;
    private const int Lines = 16;

    private static readonly IReadOnlyList<AgendaItem> Agenda =
        [Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Named), Meetings.MotionItem("3", RoundMode.Secret)];

    [Xunit.Fact]
    public void Every_press_of_three_thousand_counts()
    {
        long started = Stopwatch.GetTimestamp();
        using VirtualHall hall = new(Members, Lines, Agenda, seed: 3_000);
        long from = hall.NowMs;
        hall.RunUntil(() => hall.Lines.AdmittedCount == Members, 60_000, "all keypads admitted");
        Print("discovery and admission", from, hall, started);

        Round("1", i => i < 2_980 ? KeypadKey.For : null);
        Assert.Equal(2_980, hall.Loop.Published.Attendance.Count);
        Round("2", i => i < 1_501 ? KeypadKey.For : i < 2_000 ? KeypadKey.Against : i < 2_900 ? KeypadKey.Abstain : null);
        AssertFigures(1_501, 499, 900, 80);
        Assert.IsType<Outcome.Carried>(hall.Current.Counted!.Outcome);
        Round("3", i => i % 2 == 0 && i < 2_980 ? KeypadKey.For : i < 1_500 ? KeypadKey.Against : i < 2_800 ? KeypadKey.Abstain : null);
        AssertFigures(1_490, 750, 650, 90);
        Assert.IsType<Outcome.NotCarried>(hall.Current.Counted!.Outcome);
        Assert.Equal(0, hall.Current.Counted.Unattested);

        void Round(string item, Func<int, KeypadKey?> choice)
        {
            long begun = hall.NowMs;
            VirtualHallTests.Open(hall, item);
            Print($"item {item}: paper out and open", begun, hall, started);
            (int, KeypadKey)[] presses = [.. Enumerable.Range(0, Members).Where(i => choice(i) is not null).Select(i => (i, choice(i)!.Value))];
            begun = hall.NowMs;
            hall.PressAll(presses);
            hall.RunUntil(() => hall.Current.Box.Count == presses.Length, 10_000, "all presses held");
            hall.RunUntil(() => hall.Simulator.Views().Count(keypad => keypad.Lamp == KeypadLamp.Steady) == presses.Length, 10_000, "all lamps steady");
            Print($"item {item}: first finger to last lamp", begun, hall, started);
            begun = hall.NowMs;
            VirtualHallTests.Finish(hall);
            Print($"item {item}: close to declared", begun, hall, started);
        }

        void AssertFigures(int votesFor, int against, int abstain, int notPressed)
        {
            Tally tally = hall.Current.Counted!.Tally;
            Assert.Equal((votesFor, against, abstain, notPressed), (tally.Rows[0].For, tally.Rows[0].Against, tally.Rows[0].Abstain, tally.NotPressed));
        }
    }

    private void Print(string what, long from, VirtualHall hall, long started) => output.WriteLine(
        $"{what}: {hall.NowMs - from} ms virtual (machine so far {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s)");
}
