using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>按键序号 S: <c>boot &lt;&lt; 32 | rev</c>; grows with each accepted cast of one keypad, over restarts too. Source: protocol 1.</summary>
public readonly record struct PressStamp(uint Boot, ushort Rev) : IComparable<PressStamp>
{
    /// <summary>The u64 of the wire.</summary>
    public ulong Value => ((ulong)Boot << 32) | Rev;

    public int CompareTo(PressStamp other) => Value.CompareTo(other.Value);

    /// <summary>Refuses a value whose bits 16 to 31 are not zero.</summary>
    public static bool TryFrom(ulong value, out PressStamp stamp)
    {
        stamp = new PressStamp((uint)(value >> 32), (ushort)(value & 0xFFFF));
        return stamp.Value == value;
    }

    public byte[] ToArray()
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Value);
        return bytes;
    }
}
