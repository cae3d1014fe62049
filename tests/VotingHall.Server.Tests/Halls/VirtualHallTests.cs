using VotingHall.Core;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Halls;

/// <summary>From a simulated finger to the declared figures, every byte through keypad core, bus, bridge core and the server's own loop.</summary>
public class VirtualHallTests
{
    private static readonly IReadOnlyList<AgendaItem> Agenda =
        [Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Named), Meetings.MotionItem("3", RoundMode.Secret)];

    [Xunit.Fact]
    public void A_sitting_counts_every_press_exactly()
    {
        using VirtualHall hall = new(60, 2, Agenda);
        Gather(hall);
        Assert.Equal(["L1", "L2"], hall.Notes.Where(note => note.Kind == Bridges.LineNoteKind.LineUp).Select(note => note.Line));
        RollCall(hall, present: 55);
        Round named = Vote(hall, "2", i => i < 30 ? KeypadKey.For : i < 40 ? KeypadKey.Against : i < 50 ? KeypadKey.Abstain : null);
        Assert.Equal((30, 10, 10, 5), Figures(named));
        Round secret = Vote(hall, "3", i => i < 31 ? KeypadKey.For : i < 45 ? KeypadKey.Against : i < 48 ? KeypadKey.Abstain : null);
        Assert.Equal((31, 14, 3, 7), Figures(secret));
        Assert.IsType<Outcome.Carried>(secret.Counted!.Outcome);
        Assert.IsType<Outcome.NotCarried>(named.Counted!.Outcome);
        Assert.Equal(0, secret.Counted.Unattested);
    }

    internal static void Gather(VirtualHall hall) =>
        hall.RunUntil(() => hall.Lines.AdmittedCount == hall.Simulator.Keypads, 20_000, "all keypads admitted");

    internal static void RollCall(VirtualHall hall, int present)
    {
        Open(hall, "1");
        hall.PressAll(Enumerable.Range(0, present).Select(i => (i, KeypadKey.For)));
        hall.RunUntil(() => hall.Current.Box.Count == present, 10_000, "everybody signed in");
        Finish(hall);
    }

    internal static Round Vote(VirtualHall hall, string item, Func<int, KeypadKey?> choice)
    {
        Open(hall, item);
        (int, KeypadKey)[] presses =
            [.. Enumerable.Range(0, hall.Simulator.Keypads).Where(i => choice(i) is not null).Select(i => (i, choice(i)!.Value))];
        hall.PressAll(presses);
        hall.RunUntil(() => hall.Current.Box.Count == presses.Length, 10_000, "all presses held");
        Finish(hall);
        return hall.Current;
    }

    internal static void Open(VirtualHall hall, string item)
    {
        hall.Do(hall.Conduct.Prepare(Meetings.Secretariat, item));
        hall.RunUntil(() => hall.Current.PaperReport is not null, 20_000, "paper delivered");
        Assert.Empty(hall.Current.PaperReport!.Missing);
        hall.Do(hall.Conduct.Open(Meetings.Chair, hall.Current.No));
        int eligible = hall.Current.Opening!.Electors.Count;
        hall.RunUntil(() => hall.Simulator.Views().Count(keypad => keypad.IsOpen) == eligible, 5_000, "keypads open");
    }

    internal static void Finish(VirtualHall hall)
    {
        hall.Do(hall.Conduct.Close(Meetings.Chair, hall.Current.No));
        hall.RunUntil(() => hall.Current.Phase == RoundPhase.Counted, 20_000, "counted");
        hall.EnterSlips();
        hall.Do(hall.Conduct.Confirm(Meetings.Scrutineer, hall.Current.No, hall.Current.Counted!.Tally.Participants));
        hall.Do(hall.Conduct.Declare(Meetings.Chair, hall.Current.No));
        hall.RunFor(100);
    }

    private static (int For, int Against, int Abstain, int NotPressed) Figures(Round round)
    {
        Tally tally = round.Counted!.Tally;
        return (tally.Rows[0].For, tally.Rows[0].Against, tally.Rows[0].Abstain, tally.NotPressed);
    }
}
