using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>摘要: 32 public bytes (M, ctx, PD, HL), compared by value. <c>default</c> is all zero: "belongs to no round".</summary>
public readonly record struct Digest32(ulong A, ulong B, ulong C, ulong D)
{
    public const int Size = 32;

    /// <summary>Reads the first 32 bytes; fewer is a bug of the caller.</summary>
    public static Digest32 Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, A);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], B);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], C);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], D);
    }

    public byte[] ToArray()
    {
        byte[] bytes = new byte[Size];
        Write(bytes);
        return bytes;
    }

    public override string ToString() => Convert.ToHexString(ToArray());
}
