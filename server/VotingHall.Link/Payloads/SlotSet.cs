using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>槽位集合: 32 bytes, bit s-1 (lowest first) stands for slot s. Compared by value. Source: protocol 4.1 (OPEN), 10 (SWEEP_END).</summary>
public readonly record struct SlotSet(ulong A, ulong B, ulong C, ulong D)
{
    public const int Size = 32;

    public static SlotSet Of(IEnumerable<byte> slots)
    {
        byte[] bytes = new byte[Size];
        foreach (byte slot in slots)
        {
            ArgumentOutOfRangeException.ThrowIfZero(slot);
            bytes[(slot - 1) / 8] |= (byte)(1 << ((slot - 1) % 8));
        }

        return Read(bytes);
    }

    public bool Contains(byte slot)
    {
        if (slot == 0)
        {
            return false;
        }

        int bit = slot - 1;
        ulong word = (bit / 64) switch { 0 => A, 1 => B, 2 => C, _ => D };
        return ((word >> (bit % 64)) & 1) != 0;
    }

    public static SlotSet Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));

    public byte[] ToArray()
    {
        byte[] bytes = new byte[Size];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, A);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), B);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), C);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(24), D);
        return bytes;
    }
}
