using System.Runtime.InteropServices;

namespace VotingHall.Simulator;

/// <summary>表决器所示: one keypad as a visitor of the hall sees it; never a choice. Layout of vh_sim_view.</summary>
/// <param name="Uid">Commissioned number, first byte on the wire highest.</param>
/// <param name="Round">Round the keypad holds, 0 none.</param>
/// <param name="Line">Index of the line, from 0.</param>
/// <param name="Slot">Address on the line, 0 none.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct KeypadView(ulong Uid, uint Round, byte Line, byte Slot, KeypadLamp Lamp, KeypadState State)
{
    /// <summary>Keys are taken: a round is open here.</summary>
    public bool IsOpen => State is KeypadState.OpenNone or KeypadState.OpenSent or KeypadState.OpenAcked;
}

/// <summary>表决器状态. 0 = without power or out of service. Source: protocol 7.4, vh_keypad.h.</summary>
public enum KeypadState : byte
{
    Failed = 0,
    Unassigned = 1,
    Assigned = 2,
    Idle = 3,
    OpenNone = 4,
    OpenSent = 5,
    OpenAcked = 6,
    Closed = 7,
}

/// <summary>指示灯. Source: protocol 5.3, vh_keypad.h.</summary>
public enum KeypadLamp : byte
{
    Off = 0,
    /// <summary>Open, nothing held.</summary>
    Slow = 1,
    /// <summary>Cast, not yet durable.</summary>
    Fast = 2,
    /// <summary>已收到: durable at the server.</summary>
    Steady = 3,
    Offline = 4,
    Find = 5,
    AllOn = 6,
    Chase = 7,
}

/// <summary>按键. Source: protocol 5.3, vh_entry.h.</summary>
public enum KeypadKey
{
    For = 0,
    Against = 1,
    Abstain = 2,
    Up = 3,
    Down = 4,
    Ok = 5,
    Back = 6,
}

/// <summary>票面页: what the keypad asks for at the moment. None = no round is open at it. Source: vh_entry.h.</summary>
public enum EntryPage : byte
{
    None = 0,
    Single = 1,
    List = 2,
    Options = 3,
    Number = 4,
    Summary = 5,
}

/// <summary>填写中: the form as the member before this keypad sees it.</summary>
public sealed record EntryView(EntryPage Page, int OptionCursor, int Cursor, bool CastsAtOnce, IReadOnlyList<int> Marks, IReadOnlyList<int> Options);

/// <summary>故障种类 of frames on a line. Source: vh_sim.h.</summary>
public enum FrameFault
{
    Lose = 1,
    Double = 2,
    Corrupt = 3,
    Truncate = 4,
}

/// <summary>线路计数 of the virtual bus; Hash covers every byte driven, its time and its sender. Layout of vh_sim_line_counters.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct LineCounters(
    ulong Frames, ulong Bytes, ulong Collisions, ulong Lost, ulong Doubled, ulong Corrupted, ulong Truncated, ulong Garbage, ulong Hash);
