using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>
/// 回执码: what the ACK vector says to one slot. The pad hides who pressed, the exact rev excludes an accidental lamp. Source: protocol 7.3.
/// </summary>
public static class AckCodes
{
    /// <summary>First two bytes of PRF(SK, "ack", ctx | epoch | seq).</summary>
    public static ushort Pad(ISuite suite, SecretKey sk, Digest32 ctx, uint epoch, uint seq)
    {
        ByteWriter input = new(40);
        input.Digest(ctx);
        input.U32(epoch);
        input.U32(seq);
        return BinaryPrimitives.ReadUInt16LittleEndian(suite.Prf(sk.Bytes, "ack"u8, input.Done()));
    }

    /// <summary>Code that tells the keypad <paramref name="rev"/> is durable; rev 0 says that nothing is held.</summary>
    public static ushort Code(ISuite suite, SecretKey sk, Digest32 ctx, uint epoch, uint seq, ushort rev) =>
        (ushort)(rev ^ Pad(suite, sk, ctx, epoch, seq));
}
