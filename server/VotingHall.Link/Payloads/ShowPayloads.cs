using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>提示代码. Source: protocol 4.1 (08).</summary>
public enum NoticeCode : byte
{
    EarlierPressHeld = 1,
    NotSignedIn = 2,
    ChallengeTaken = 3,
    ChallengeRefused = 4,
    CallSteward = 5,
}

/// <summary>灯样. Source: protocol 4.1 (09).</summary>
public enum LampPattern : byte
{
    Normal = 0,
    AllOff = 1,
    AllOn = 2,
    Chase = 3,
}

/// <summary>提示: a text on one keypad. Source: protocol 4.1 (08).</summary>
public sealed record NoticePayload(NoticeCode Code) : IDownPayload
{
    public const int Size = 4;

    public DownKind Kind => DownKind.Notice;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U8((byte)Code);
        writer.Zeros(3);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out NoticePayload? read)
    {
        ByteReader reader = new(payload);
        NoticeCode code = (NoticeCode)reader.U8();
        reader.Zeros(3);
        reader.Require(code is >= NoticeCode.EarlierPressHeld and <= NoticeCode.CallSteward);
        read = reader.Complete ? new NoticePayload(code) : null;
        return read is not null;
    }
}

/// <summary>灯: lamps only; pattern 0 also serves as the sign of life of a line. Source: protocol 4.1 (09).</summary>
public sealed record LampPayload(LampPattern Pattern, byte Seconds) : IDownPayload
{
    public const int Size = 2;

    public DownKind Kind => DownKind.Lamp;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U8((byte)Pattern);
        writer.U8(Seconds);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out LampPayload? read)
    {
        ByteReader reader = new(payload);
        LampPattern pattern = (LampPattern)reader.U8();
        byte seconds = reader.U8();
        reader.Require(pattern <= LampPattern.Chase);
        read = reader.Complete ? new LampPayload(pattern, seconds) : null;
        return read is not null;
    }
}

/// <summary>认席: blink and show a number; 确认 there sets st.call. Source: protocol 4.1 (13), 9.3.</summary>
/// <param name="Seconds">0 stops.</param>
/// <param name="Label">Number shown.</param>
public sealed record IdentifyPayload(byte Seconds, ushort Label) : IDownPayload
{
    public const int Size = 3;

    public DownKind Kind => DownKind.Identify;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U8(Seconds);
        writer.U16(Label);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out IdentifyPayload? read)
    {
        ByteReader reader = new(payload);
        byte seconds = reader.U8();
        ushort label = reader.U16();
        read = reader.Complete ? new IdentifyPayload(seconds, label) : null;
        return read is not null;
    }
}

/// <summary>闪灯 of an unadmitted keypad. Source: protocol 4.1 (14).</summary>
public sealed record BlinkPayload(WireUid Uid, byte Seconds) : IDownPayload
{
    public const int Size = 9;

    public DownKind Kind => DownKind.Blink;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.Uid(Uid);
        writer.U8(Seconds);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out BlinkPayload? read)
    {
        ByteReader reader = new(payload);
        WireUid uid = reader.Uid();
        byte seconds = reader.U8();
        reader.Require(seconds <= 10);
        read = reader.Complete ? new BlinkPayload(uid, seconds) : null;
        return read is not null;
    }
}

/// <summary>自检: run the tests of the mask; the result comes by TESTRES. Source: protocol 4.1 (18).</summary>
/// <param name="Tests">bit 0 keys, 1 lamps, 2 display, 3 buzzer, 4 memory, 5 crypto.</param>
public sealed record SelfTestPayload(ushort Tests, byte Seconds) : IDownPayload
{
    public const int Size = 3;

    public DownKind Kind => DownKind.SelfTest;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U16(Tests);
        writer.U8(Seconds);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out SelfTestPayload? read)
    {
        ByteReader reader = new(payload);
        ushort tests = reader.U16();
        byte seconds = reader.U8();
        read = reader.Complete ? new SelfTestPayload(tests, seconds) : null;
        return read is not null;
    }
}

/// <summary>微调: shift the own slot time. Source: protocol 4.1 (1C).</summary>
public sealed record TrimPayload(short OffsetUs) : IDownPayload
{
    public const int Size = 2;

    public DownKind Kind => DownKind.Trim;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.I16(OffsetUs);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out TrimPayload? read)
    {
        ByteReader reader = new(payload);
        short offsetUs = reader.I16();
        reader.Require(offsetUs is >= -200 and <= 200);
        read = reader.Complete ? new TrimPayload(offsetUs) : null;
        return read is not null;
    }
}
