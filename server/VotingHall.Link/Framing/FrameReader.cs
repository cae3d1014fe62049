using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>Takes one good body, CRC removed; the span is valid only during the call.</summary>
public delegate void BodyReceived(ReadOnlySpan<byte> body);

/// <summary>
/// 收帧: cuts a byte stream into bodies with a good CRC. Never throws on any input and holds a fixed buffer;
/// what does not fit is counted as a fault of the line. Source: protocol 2, 12.
/// </summary>
public sealed class FrameReader(FrameLimits limits)
{
    private readonly byte[] _coded = new byte[limits.BufferSize];
    private readonly byte[] _body = new byte[limits.BufferSize];
    private int _length;
    private bool _dropping;

    /// <summary>Bodies delivered.</summary>
    public long Good { get; private set; }

    public long CrcBad { get; private set; }

    public long CobsBad { get; private set; }

    /// <summary>Frames below 4 bytes.</summary>
    public long TooShort { get; private set; }

    public long Oversize { get; private set; }

    /// <summary>All frames dropped.</summary>
    public long Bad => CrcBad + CobsBad + TooShort + Oversize;

    /// <summary>收到字节: hands every completed body to <paramref name="received"/>, in order.</summary>
    public void Push(ReadOnlySpan<byte> bytes, BodyReceived received)
    {
        while (!bytes.IsEmpty)
        {
            int zeroAt = bytes.IndexOf((byte)0);
            Collect(zeroAt < 0 ? bytes : bytes[..zeroAt]);
            if (zeroAt < 0)
            {
                return;
            }

            Finish(received);
            bytes = bytes[(zeroAt + 1)..];
        }
    }

    /// <summary>收到字节: the completed bodies as copies, in order.</summary>
    public IReadOnlyList<byte[]> Read(ReadOnlySpan<byte> bytes)
    {
        List<byte[]> bodies = [];
        Push(bytes, body => bodies.Add(body.ToArray()));
        return bodies;
    }

    /// <summary>Forgets a half-received frame, e.g. after the connection was made anew.</summary>
    public void Reset()
    {
        _length = 0;
        _dropping = false;
    }

    private void Collect(ReadOnlySpan<byte> part)
    {
        if (_dropping || part.Length > _coded.Length - _length)
        {
            _dropping = true;
            return;
        }

        part.CopyTo(_coded.AsSpan(_length));
        _length += part.Length;
    }

    private void Finish(BodyReceived received)
    {
        int coded = _length;
        bool dropped = _dropping;
        Reset();
        if (dropped)
        {
            Oversize++;
        }
        else if (coded > 0)
        {
            Deliver(_coded.AsSpan(0, coded), received);
        }
    }

    private void Deliver(ReadOnlySpan<byte> coded, BodyReceived received)
    {
        if (!Cobs.TryDecode(coded, _body, out int length))
        {
            CobsBad++;
        }
        else if (length < FrameLimits.BodyMin)
        {
            TooShort++;
        }
        else if (length > limits.BodyMax)
        {
            Oversize++;
        }
        else if (Crc16.Of(_body.AsSpan(0, length - 2)) != BinaryPrimitives.ReadUInt16LittleEndian(_body.AsSpan(length - 2)))
        {
            CrcBad++;
        }
        else
        {
            Good++;
            received(_body.AsSpan(0, length - 2));
        }
    }
}
