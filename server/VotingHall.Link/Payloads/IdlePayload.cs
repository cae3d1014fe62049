using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>空闲原因. Source: protocol 4.2.</summary>
public enum IdleReason : byte
{
    RoundUnknown = 1,
    PaperMissing = 2,
    PaperBad = 3,
    NotEligible = 4,
    KStepDiffers = 5,
    NotClosedYet = 6,
    FragOutOfRange = 7,
    Tamper = 8,
    NothingOfThatKind = 9,
    ReplyLengthWrong = 10,
}

/// <summary>空闲应答: the keypad has nothing of that kind; zero-filled to the length asked for. Source: protocol 4.2 (86).</summary>
/// <param name="PlaintextBytes">Length of the plaintext: flen - 19, at least 4.</param>
public sealed record IdlePayload(IdleReason Reason, ushort KStep, byte Detail, int PlaintextBytes = IdlePayload.SizeMin) : IUpPayload
{
    public const int SizeMin = 4;

    public byte[] Write()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(PlaintextBytes, SizeMin);
        ByteWriter writer = new(PlaintextBytes);
        writer.U8((byte)Reason);
        writer.U16(KStep);
        writer.U8(Detail);
        writer.Zeros(PlaintextBytes - SizeMin);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out IdlePayload? read)
    {
        ByteReader reader = new(payload);
        IdleReason reason = (IdleReason)reader.U8();
        ushort kStep = reader.U16();
        byte detail = reader.U8();
        reader.Zeros(reader.Left);
        reader.Require(reason is >= IdleReason.RoundUnknown and <= IdleReason.ReplyLengthWrong);
        read = reader.Complete ? new IdlePayload(reason, kStep, detail, payload.Length) : null;
        return read is not null;
    }
}
