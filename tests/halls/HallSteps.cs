using VotingHall.Core;
using VotingHall.Simulator;

namespace VotingHall.Server.Tests.Halls;

/// <summary>会议步骤 in a virtual hall: the steps every sitting takes, each run until the hall shows that it is done.</summary>
internal static class HallSteps
{
    private const int LimitMs = 120_000;

    public static void Gather(VirtualHall hall) =>
        hall.RunUntil(() => hall.Lines.AdmittedCount == hall.Simulator.Keypads, LimitMs, "all keypads admitted");

    /// <summary>Everybody signs in.</summary>
    public static void RollCall(VirtualHall hall, string item)
    {
        Open(hall, item);
        PressEverywhere(hall, KeypadKey.For);
        Finish(hall);
    }

    public static void Open(VirtualHall hall, string item)
    {
        hall.Do(hall.Conduct.Prepare(Meetings.Secretariat, item));
        hall.RunUntil(() => hall.Current.PaperReport is not null, LimitMs, "paper delivered");
        hall.Do(hall.Conduct.Open(Meetings.Chair, hall.Current.No));
        int eligible = hall.Current.Opening!.Electors.Count;
        hall.RunUntil(() => hall.Simulator.Views().Count(keypad => keypad.IsOpen) == eligible, LimitMs, "keypads open");
    }

    /// <summary>The same key at every keypad, until all presses are held.</summary>
    public static void PressEverywhere(VirtualHall hall, KeypadKey key)
    {
        hall.PressAll(Enumerable.Range(0, hall.Simulator.Keypads).Select(i => (i, key)));
        hall.RunUntil(() => hall.Current.Box.Count == hall.Simulator.Keypads, LimitMs, "all presses held");
    }

    public static void Finish(VirtualHall hall)
    {
        hall.Do(hall.Conduct.Close(Meetings.Chair, hall.Current.No));
        hall.RunUntil(() => hall.Current.Phase == RoundPhase.Counted, LimitMs, "counted");
        hall.EnterSlips();
        hall.Do(hall.Conduct.Confirm(Meetings.Scrutineer, hall.Current.No, hall.Current.Counted!.Tally.Participants));
        hall.Do(hall.Conduct.Declare(Meetings.Chair, hall.Current.No));
        hall.RunFor(100);
    }

    /// <summary>Ends a round that only served a measurement.</summary>
    public static void Void(VirtualHall hall)
    {
        hall.Do(hall.Conduct.Void(Meetings.Chair, hall.Current.No, VoidReason.SystemFailure, "measured"));
        hall.RunFor(100);
    }
}
