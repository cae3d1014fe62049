using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>
/// 读字节: little-endian cursor over a received body. Reading past the end gives zeros and clears <see cref="Good"/>,
/// so a parser reads all its fields and asks once at the end. Never throws.
/// </summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>No field was missing so far.</summary>
    public bool Good { get; private set; } = true;

    /// <summary>Every field was there and nothing is left over.</summary>
    public readonly bool Complete => Good && _rest.IsEmpty;

    /// <summary>Bytes still to be read; none after a refused field, so that a loop over the rest always ends.</summary>
    public readonly int Left => Good ? _rest.Length : 0;

    public byte U8() => Take(1) is { Length: 1 } taken ? taken[0] : (byte)0;

    public ushort U16() => Take(2) is { Length: 2 } taken ? BinaryPrimitives.ReadUInt16LittleEndian(taken) : (ushort)0;

    public short I16() => Take(2) is { Length: 2 } taken ? BinaryPrimitives.ReadInt16LittleEndian(taken) : (short)0;

    public uint U32() => Take(4) is { Length: 4 } taken ? BinaryPrimitives.ReadUInt32LittleEndian(taken) : 0;

    public ulong U64() => Take(8) is { Length: 8 } taken ? BinaryPrimitives.ReadUInt64LittleEndian(taken) : 0;

    public WireUid Uid() => Take(8) is { Length: 8 } taken ? WireUid.Read(taken) : default;

    public Digest32 Digest() => Take(32) is { Length: 32 } taken ? Digest32.Read(taken) : default;

    /// <summary>A copy of the next bytes; empty if they are not there.</summary>
    public byte[] Bytes(int count) => Take(count).ToArray();

    public byte[] Remaining() => Bytes(Left);

    /// <summary>Fillers are zero and checked (protocol 13).</summary>
    public void Zeros(int count)
    {
        ReadOnlySpan<byte> filler = Take(count);
        Good = Good && !filler.ContainsAnyExcept((byte)0);
    }

    public void Require(bool condition) => Good = Good && condition;

    private ReadOnlySpan<byte> Take(int count)
    {
        if (!Good || count < 0 || count > _rest.Length)
        {
            Good = false;
            return [];
        }

        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
