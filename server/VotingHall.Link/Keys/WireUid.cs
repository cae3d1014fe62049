using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>
/// 表决器编号: the eight bytes of a keypad's unique id in wire order; <see cref="Value"/> reads them first byte highest, so its 16 hex
/// digits are the bytes as printed, and sorting numbers sorts bytes. <c>default</c> (0) is refused at the edge.
/// </summary>
public readonly record struct WireUid(ulong Value) : IComparable<WireUid>
{
    public int CompareTo(WireUid other) => Value.CompareTo(other.Value);

    public static WireUid Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt64BigEndian(bytes));

    public void Write(Span<byte> bytes) => BinaryPrimitives.WriteUInt64BigEndian(bytes, Value);

    public override string ToString() => Value.ToString("X16", null);
}
