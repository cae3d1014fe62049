using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>发帧: makes the bytes on the wire from a body without CRC. Source: protocol 2.</summary>
public static class FrameWriter
{
    /// <summary>线上字节: <c>00 | COBS(body | crc) | 00</c>.</summary>
    /// <exception cref="ArgumentException">The body is shorter or longer than the limits allow; a sender refuses to build it.</exception>
    public static byte[] Wire(ReadOnlySpan<byte> body, FrameLimits limits)
    {
        int length = body.Length + 2;
        if (length < FrameLimits.BodyMin || length > limits.BodyMax)
        {
            throw new ArgumentException($"A body of {length} bytes does not fit the limits.", nameof(body));
        }

        byte[] withCrc = WithCrc(body);
        byte[] coded = Cobs.Encode(withCrc);
        byte[] wire = new byte[coded.Length + 2];
        coded.CopyTo(wire, 1);
        return wire;
    }

    /// <summary>加校验: the body followed by its CRC.</summary>
    public static byte[] WithCrc(ReadOnlySpan<byte> body)
    {
        byte[] withCrc = new byte[body.Length + 2];
        body.CopyTo(withCrc);
        BinaryPrimitives.WriteUInt16LittleEndian(withCrc.AsSpan(body.Length), Crc16.Of(body));
        return withCrc;
    }
}
