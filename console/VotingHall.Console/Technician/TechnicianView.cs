namespace VotingHall.Screens;

/// <summary>技术员画面. Source: screens 4.9. It shows who answers; in an open round never who pressed.</summary>
/// <param name="RoundOpen">表决中不可更改: rates, firmware and replacement are locked.</param>
/// <param name="Notes">Newest first, at most 100.</param>
public sealed record TechnicianView(
    ViewHead Head, IReadOnlyList<BridgeLine> Bridges, IReadOnlyList<KeypadFault> Faults, IReadOnlyList<NoteLine> Notes, int Keypads, int Answering,
    bool RoundOpen, IReadOnlyList<SpareKeypad> Spares);

/// <summary>集线桥.</summary>
/// <param name="State">Stable name: noLink, greeting, asking, leased.</param>
public sealed record BridgeLine(string Address, string State, IReadOnlyList<BusLine> Lines);

/// <summary>一条线路.</summary>
/// <param name="Seats">4 bits a slot (<see cref="KeypadState"/>), base64; the first is slot 1, slots without a keypad are unassigned.</param>
/// <param name="SeatNames">Seat of each slot, empty where there is none.</param>
/// <param name="SweepMs">Last sweep, 0 = none yet.</param>
/// <param name="Swept">Replies asked for since the server started.</param>
/// <param name="Repeated">Of those, read again.</param>
/// <param name="BadFrames">Frames dropped.</param>
public sealed record BusLine(
    string Id, bool Up, int Baud, int Expected, int Answering, string Seats, IReadOnlyList<string> SeatNames, int SweepMs, long Swept, long Repeated,
    long BadFrames)
{
    /// <summary>代表号 of each slot's member, 0 = bound to nobody; what a spare is bound to.</summary>
    public IReadOnlyList<int> Members { get; init; } = [];
}

/// <summary>表决器状态, 4 bits each.</summary>
public enum KeypadState
{
    Unassigned = 0,
    /// <summary>正常.</summary>
    Answering = 1,
    /// <summary>静默.</summary>
    Silent = 2,
    Faulty = 3,
    /// <summary>重收较多.</summary>
    Repeating = 4,
    /// <summary>Found, being admitted.</summary>
    Joining = 5,
}

/// <summary>故障.</summary>
public sealed record KeypadFault(
    string Uid, string Seat, string Line, int Slot, KeypadState State, Words Cause, Words Next, long LastAnswerMs, KeypadState Before, KeypadState After);

/// <summary>线路情况.</summary>
public sealed record NoteLine(long AtMs, string Where, Words Text);

/// <summary>备用表决器: admitted and bound to nobody.</summary>
public sealed record SpareKeypad(string Uid, string Line, int Slot);
