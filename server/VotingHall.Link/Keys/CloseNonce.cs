using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>截止随机数: eight random bytes that bind sealed frames to one closing. <c>default</c> (zero) means "not latched".</summary>
/// <param name="Value">The bytes read little-endian.</param>
public readonly record struct CloseNonce(ulong Value)
{
    public bool IsNone => Value == 0;

    public static CloseNonce Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt64LittleEndian(bytes));

    public void Write(Span<byte> bytes) => BinaryPrimitives.WriteUInt64LittleEndian(bytes, Value);
}
