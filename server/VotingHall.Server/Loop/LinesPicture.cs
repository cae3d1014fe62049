using VotingHall.Core;

namespace VotingHall.Server.Loop;

/// <summary>线路全貌 at one moment, for screens: who answers, never what was said. In wire order.</summary>
public sealed record LinesPicture(IReadOnlyList<BridgePicture> Bridges)
{
    public static LinesPicture None { get; } = new([]);

    /// <summary>Keypads with keys in use.</summary>
    public int Admitted => Bridges.Sum(bridge => bridge.Lines.Sum(line => line.Slots.Count(slot => slot.State != SlotState.Joining)));
}

/// <summary>集线桥.</summary>
public sealed record BridgePicture(string Name, BridgeState State, IReadOnlyList<LinePicture> Lines);

/// <summary>集线桥状态.</summary>
public enum BridgeState
{
    NoLink = 1,
    Greeting = 2,
    Asking = 3,
    Leased = 4,
}

/// <summary>一条线路.</summary>
/// <param name="Expected">Keypads planned.</param>
/// <param name="SweepMs">Time between the last two sweeps, 0 = none yet.</param>
/// <param name="Swept">Replies asked for since the server started.</param>
/// <param name="Repeated">Sweeps that had to ask again.</param>
/// <param name="BadFrames">Frames with a bad CRC or outside their slot.</param>
public sealed record LinePicture(
    string Id, bool Up, int Baud, int Expected, IReadOnlyList<SlotPicture> Slots, int SweepMs, long Swept, long Repeated, long BadFrames);

/// <summary>一个槽位. <paramref name="LastAnswerMs"/>: wall clock, 0 = never in this run.</summary>
public readonly record struct SlotPicture(KeypadUid Uid, int Slot, SlotState State, long LastAnswerMs);

/// <summary>槽位状态.</summary>
public enum SlotState
{
    Joining = 1,
    Answering = 2,
    Silent = 3,
    /// <summary>Answers, but often only when asked again.</summary>
    Missing = 4,
}
