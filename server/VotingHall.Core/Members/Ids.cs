namespace VotingHall.Core;

/// <summary>代表号: number of a member in the roster, 1 to 9999 (four digits on a keypad). <c>default</c> (0) is refused at the edge.</summary>
public readonly record struct MemberId(int Value) : IComparable<MemberId>
{
    public int CompareTo(MemberId other) => Value.CompareTo(other.Value);
    public override string ToString() => Value.ToString("D4", null);
}

/// <summary>席位: label of a seat as printed on the desk, e.g. "7-12". Never empty after the edge.</summary>
public readonly record struct SeatNo(string Value) : IComparable<SeatNo>
{
    public int CompareTo(SeatNo other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>表决器编号: the unique id burnt into a keypad, 16 hex digits in texts. <c>default</c> (0) is refused at the edge.</summary>
public readonly record struct KeypadUid(ulong Value) : IComparable<KeypadUid>
{
    private const ulong HandPlaces = 0xFFFF_FFFF_0000_0000;

    /// <summary>手工席: stands for a member present without a keypad, whose vote a person enters. No keypad has such an id.</summary>
    public bool IsHandPlace => (Value & HandPlaces) == HandPlaces;

    /// <summary>The hand place of a member.</summary>
    public static KeypadUid HandPlace(MemberId member) => new(HandPlaces | (uint)member.Value);

    public int CompareTo(KeypadUid other) => Value.CompareTo(other.Value);
    public override string ToString() => Value.ToString("X16", null);
}

/// <summary>轮次: number of a round in a meeting, from 1, strictly increasing, sign-in included; the <c>round</c> of the wire.</summary>
public readonly record struct RoundNo(int Value) : IComparable<RoundNo>
{
    public int CompareTo(RoundNo other) => Value.CompareTo(other.Value);
    public override string ToString() => Value.ToString("D", null);
}

/// <summary>按键序号 S: identity of one press at one keypad (boot &lt;&lt; 32 | rev); grows with every press of that keypad, restarts included. Source: protocol 1.</summary>
public readonly record struct PressId(ulong Value) : IComparable<PressId>
{
    public int CompareTo(PressId other) => Value.CompareTo(other.Value);
    public uint Boot => (uint)(Value >> 32);
    public ushort Rev => (ushort)(Value & 0xFFFF);
}

/// <summary>时刻: milliseconds since 1970-01-01T00:00:00Z, given by the caller with each command; Core reads no clock.</summary>
public readonly record struct Instant(long UnixMs) : IComparable<Instant>
{
    public int CompareTo(Instant other) => UnixMs.CompareTo(other.UnixMs);
}
