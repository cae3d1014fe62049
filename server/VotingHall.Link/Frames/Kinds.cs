namespace VotingHall.Link;

/// <summary>下行种类: kinds from the server to keypads. Source: protocol 4.1.</summary>
public enum DownKind : byte
{
    Collect = 0x01,
    Recollect = 0x02,
    Open = 0x03,
    Close = 0x04,
    Commit = 0x05,
    AckVec = 0x06,
    MacVec = 0x07,
    Notice = 0x08,
    Lamp = 0x09,
    ObjBegin = 0x0A,
    ObjChunk = 0x0B,
    ObjEnd = 0x0C,
    Discover = 0x10,
    Assign = 0x11,
    Release = 0x12,
    Identify = 0x13,
    Blink = 0x14,
    Admit = 0x15,
    Keys = 0x16,
    Fetch = 0x17,
    SelfTest = 0x18,
    Roll = 0x19,
    MeetBegin = 0x1A,
    FirmwareActivate = 0x1B,
    Trim = 0x1C,
}

/// <summary>上行种类: kinds from a keypad to the server. Source: protocol 4.2.</summary>
public enum UpKind : byte
{
    Vote = 0x81,
    SealedVote = 0x82,
    Ballot = 0x83,
    SealedBallot = 0x84,
    Final = 0x85,
    Idle = 0x86,
    Status = 0x87,
    TestVote = 0x88,
    ObjMiss = 0x89,
    TestResult = 0x8A,
    Spoil = 0x8B,
    AckU = 0x8C,
    TestBallot = 0x8D,
    Hello = 0x90,
    Assigned = 0x91,
    AdmitReply = 0x92,
}

/// <summary>帧类: how a body is protected. Source: protocol 2.1.</summary>
public enum FrameClass : byte
{
    Open = 1,
    Group = 2,
    Unicast = 3,
    Session = 4,
    Handshake = 5,
}

/// <summary>种类性质: class of each kind, and the test and sealed forms.</summary>
public static class KindClasses
{
    public static FrameClass Of(DownKind kind) => kind switch
    {
        DownKind.Collect or DownKind.Recollect or DownKind.Discover or DownKind.Assign or DownKind.Blink => FrameClass.Open,
        DownKind.Notice or DownKind.Release or DownKind.Identify or DownKind.Keys or DownKind.Fetch or DownKind.Roll
            or DownKind.MeetBegin or DownKind.Trim => FrameClass.Unicast,
        DownKind.Admit => FrameClass.Handshake,
        DownKind.Open or DownKind.Close or DownKind.Commit or DownKind.AckVec or DownKind.MacVec or DownKind.Lamp or DownKind.ObjBegin
            or DownKind.ObjChunk or DownKind.ObjEnd or DownKind.SelfTest or DownKind.FirmwareActivate => FrameClass.Group,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>False for a byte that is no known kind (ignored, <c>kind_unknown</c>).</summary>
    public static bool TryUp(byte kindByte, out UpKind kind, out FrameClass frameClass)
    {
        kind = (UpKind)kindByte;
        frameClass = kind switch
        {
            UpKind.Hello or UpKind.Assigned => FrameClass.Open,
            UpKind.AdmitReply => FrameClass.Handshake,
            _ => FrameClass.Session,
        };
        return Enum.IsDefined(kind);
    }

    /// <summary>Frames a keypad sends only after it latched a CLOSE; before A sent one they are an alarm (protocol 12).</summary>
    public static bool IsSealed(UpKind kind) => kind is UpKind.SealedVote or UpKind.SealedBallot or UpKind.Final;
}

/// <summary>线上地址: byte 1 of each body. Source: protocol 2.</summary>
public static class WireAddress
{
    public const byte All = 0;
    public const byte SlotMin = 1;
    public const byte SlotMax = 250;
    public const byte Unassigned = 251;

    public static bool IsSlot(byte address) => address is >= SlotMin and <= SlotMax;
}

/// <summary>表决方式字节: mode of OPEN and ctx; the test form adds 80. Source: protocol 4.2.</summary>
public static class RoundModes
{
    public const byte Named = 1;
    public const byte Secret = 2;
    public const byte SignIn = 3;
    public const byte TestBit = 0x80;

    public static bool IsValid(byte mode) => (mode & ~TestBit) is Named or Secret or SignIn;

    public static bool IsSecret(byte mode) => (mode & ~TestBit) == Secret;

    public static bool IsTest(byte mode) => (mode & TestBit) != 0;

    public static byte TestOf(byte mode) => (byte)(mode | TestBit);
}

/// <summary>采集内容: <c>what</c> of COLLECT, RECOLLECT and FETCH. Source: protocol 4.2.</summary>
public enum CollectWhat : byte
{
    Vote = 0,
    Final = 1,
    Status = 2,
    ObjMiss = 3,
    TestResult = 4,
    /// <summary>FETCH only.</summary>
    Spoil = 5,
}
