using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>发现散列: which discovery slot a keypad answers in. Source: protocol 4.4.</summary>
public static class DiscoveryHash
{
    /// <summary>FNV-1a-32 over <c>salt4 | uid8</c>, folded, modulo a window that is a power of two.</summary>
    public static int Slot(uint salt, WireUid uid, int window)
    {
        if (window < 1 || (window & (window - 1)) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(window));
        }

        Span<byte> input = stackalloc byte[12];
        BinaryPrimitives.WriteUInt32LittleEndian(input, salt);
        uid.Write(input[4..]);
        uint hash = 0x811C9DC5;
        foreach (byte b in input)
        {
            hash = unchecked((hash ^ b) * 0x01000193);
        }

        return (int)((hash ^ (hash >> 16)) & (uint)(window - 1));
    }
}
