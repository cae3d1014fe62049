using VotingHall.Server.Loop;

namespace VotingHall.Server.Bridges;

/// <summary>线路全貌的取法: what of the sessions a screen may know.</summary>
internal static class PictureOf
{
    /// <summary>A keypad missed in more than one sweep of ten is worth a look.</summary>
    private const int MissShareMax = 1024 / 10;

    public static BridgePicture Bridge(BridgeSession bridge) => new(bridge.Name, bridge.State, [.. bridge.Lines.Select(Line)]);

    private static LinePicture Line(LineSession line) => new(
        line.Id, line.IsUp, line.Plan.Baud, line.Plan.Keypads,
        [.. line.Keypads.OrderBy(keypad => keypad.Slot).Select(keypad => new SlotPicture(
            keypad.Uid, keypad.Slot, StateOf(keypad), keypad.AnsweredAt.UnixMs))],
        line.Counters.SweepMs, line.Counters.Swept, line.Counters.Repeated, line.Counters.BadFrames);

    private static SlotState StateOf(KeypadSession keypad) =>
        keypad.ReportedLost || keypad.ReportedSilent ? SlotState.Silent
        : !keypad.IsAdmitted ? SlotState.Joining
        : keypad.MissShare > MissShareMax ? SlotState.Missing
        : SlotState.Answering;
}
