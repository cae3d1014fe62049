using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>写字节: little-endian cursor that fills a buffer of the exact size; one byte too many or too few is a bug and throws.</summary>
internal struct ByteWriter(int size)
{
    private readonly byte[] _bytes = new byte[size];
    private int _at;

    public void U8(byte value) => _bytes[_at++] = value;

    public void U16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Next(2), value);

    public void I16(short value) => BinaryPrimitives.WriteInt16LittleEndian(Next(2), value);

    public void U32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Next(4), value);

    public void U64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Next(8), value);

    public void Uid(WireUid value) => value.Write(Next(8));

    public void Digest(Digest32 value) => value.Write(Next(32));

    public void Put(ReadOnlySpan<byte> value) => value.CopyTo(Next(value.Length));

    /// <summary>Exactly <paramref name="count"/> bytes; another length is refused, because a sender must not build it (protocol 12).</summary>
    public void Exactly(int count, ReadOnlySpan<byte> value)
    {
        if (value.Length != count)
        {
            throw new ArgumentException($"Expected {count} bytes, not {value.Length}.", nameof(value));
        }

        Put(value);
    }

    public void Zeros(int count) => Next(count).Clear();

    public readonly byte[] Done() => _at == _bytes.Length
        ? _bytes
        : throw new InvalidOperationException($"Wrote {_at} of {_bytes.Length} bytes.");

    private Span<byte> Next(int count)
    {
        Span<byte> next = _bytes.AsSpan(_at, count);
        _at += count;
        return next;
    }
}
