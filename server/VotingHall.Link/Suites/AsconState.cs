using System.Buffers.Binary;
using System.Numerics;

namespace VotingHall.Link;

/// <summary>Ascon 置换: the 320-bit state of NIST SP 800-232 with its permutation; words are read little-endian.</summary>
internal struct AsconState
{
    public ulong X0;
    public ulong X1;
    public ulong X2;
    public ulong X3;
    public ulong X4;

    public void Permute12()
    {
        for (uint constant = 0xF0; constant >= 0x4B; constant -= 0x0F)
        {
            Round(constant);
        }
    }

    public void Permute8()
    {
        for (uint constant = 0xB4; constant >= 0x4B; constant -= 0x0F)
        {
            Round(constant);
        }
    }

    private void Round(uint constant)
    {
        ulong x0 = X0;
        ulong x1 = X1;
        ulong x2 = X2 ^ constant;
        ulong x3 = X3;
        ulong x4 = X4;
        x0 ^= x4;
        x4 ^= x3;
        x2 ^= x1;
        ulong t0 = ~x0 & x1;
        ulong t1 = ~x1 & x2;
        ulong t2 = ~x2 & x3;
        ulong t3 = ~x3 & x4;
        ulong t4 = ~x4 & x0;
        x0 ^= t1;
        x1 ^= t2;
        x2 ^= t3;
        x3 ^= t4;
        x4 ^= t0;
        x1 ^= x0;
        x0 ^= x4;
        x3 ^= x2;
        x2 = ~x2;
        X0 = x0 ^ BitOperations.RotateRight(x0, 19) ^ BitOperations.RotateRight(x0, 28);
        X1 = x1 ^ BitOperations.RotateRight(x1, 61) ^ BitOperations.RotateRight(x1, 39);
        X2 = x2 ^ BitOperations.RotateRight(x2, 1) ^ BitOperations.RotateRight(x2, 6);
        X3 = x3 ^ BitOperations.RotateRight(x3, 10) ^ BitOperations.RotateRight(x3, 17);
        X4 = x4 ^ BitOperations.RotateRight(x4, 7) ^ BitOperations.RotateRight(x4, 41);
    }

    /// <summary>Up to 8 bytes as a little-endian word, missing bytes zero.</summary>
    public static ulong Load(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 8)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        }

        ulong word = 0;
        for (int i = bytes.Length - 1; i >= 0; i--)
        {
            word = (word << 8) | bytes[i];
        }

        return word;
    }

    /// <summary>The low bytes of a word, as many as fit.</summary>
    public static void Store(ulong word, Span<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = unchecked((byte)(word >> (8 * i)));
        }
    }
}
