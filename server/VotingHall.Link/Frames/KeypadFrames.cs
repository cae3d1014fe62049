using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>
/// 表决器帧: the keypad's half of each frame class, for tests of the server against the same bytes; keypads themselves run the C core.
/// Bodies are without CRC. Source: protocol 2.1.
/// </summary>
public static class KeypadFrames
{
    /// <summary>Class N.</summary>
    public static byte[] Open(UpKind kind, byte address, IUpPayload payload) => [(byte)kind, address, .. payload.Write()];

    /// <summary>Class S under SK; <paramref name="counter"/> is 24 bits.</summary>
    public static byte[] Session(
        ISuite suite, SecretKey sk, UpKind kind, byte slot, uint counter, Digest32 ctx, CloseNonce closeNonce, ReadOnlySpan<byte> plaintext)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(counter, FrameSeal.CounterMax);
        byte[] body = new byte[FrameSeal.SessionHeader + plaintext.Length + ISuite.TagSize];
        body[0] = (byte)kind;
        body[1] = slot;
        body[2] = (byte)(counter & 0xFF);
        body[3] = (byte)((counter >> 8) & 0xFF);
        body[4] = (byte)(counter >> 16);
        byte[] associated = FrameSeal.SessionAssociated(suite, body.AsSpan(0, FrameSeal.SessionHeader), ctx, closeNonce);
        suite.Seal(sk.Aead, FrameSeal.Nonce(body[0], 0, counter), associated, plaintext, body.AsSpan(FrameSeal.SessionHeader));
        return body;
    }

    /// <summary>ADMIT_REPLY of class M.</summary>
    public static byte[] AdmitReply(ISuite suite, SecretKey ka, byte slot, ReadOnlySpan<byte> nonceS16, AdmitReplyPayload payload)
    {
        byte[] clear = [(byte)UpKind.AdmitReply, slot, .. payload.Write()];
        return [.. clear, .. FrameSeal.AdmitReplyTag(suite, ka, clear, nonceS16)];
    }

    /// <summary>Opens a frame of class G or U; the payload is still unread.</summary>
    public static bool TryOpenDown(
        ISuite suite, SecretKey key, ReadOnlySpan<byte> body, out DownKind kind, out uint epoch, out uint seq, out byte[] payload)
    {
        (kind, epoch, seq, payload) = (default, 0, 0, []);
        if (body.Length < FrameSeal.DownHeaderSize + ISuite.TagSize || !Enum.IsDefined((DownKind)body[0]))
        {
            return false;
        }

        kind = (DownKind)body[0];
        epoch = BinaryPrimitives.ReadUInt32LittleEndian(body[2..]);
        seq = BinaryPrimitives.ReadUInt32LittleEndian(body[6..]);
        ReadOnlySpan<byte> rest = body[FrameSeal.DownHeaderSize..];
        payload = new byte[rest.Length - ISuite.TagSize];
        switch (KindClasses.Of(kind))
        {
            case FrameClass.Group:
                rest[..^ISuite.TagSize].CopyTo(payload);
                return ConstantTime.Same(FrameSeal.GroupTag(suite, key, body[..^ISuite.TagSize]), body[^ISuite.TagSize..]);
            case FrameClass.Unicast:
                byte[] associated = FrameSeal.UnicastAssociated(suite, body[..FrameSeal.DownHeaderSize]);
                return suite.TryOpen(key.Aead, FrameSeal.Nonce(body[0], epoch, seq), associated, rest, payload);
            default:
                return false;
        }
    }

    /// <summary>Verifies and reads an ADMIT.</summary>
    public static bool TryOpenAdmit(ISuite suite, SecretKey ka, ReadOnlySpan<byte> body, out AdmitPayload? admit)
    {
        admit = null;
        return body.Length == 2 + AdmitPayload.Size + ISuite.TagSize && body[0] == (byte)DownKind.Admit
            && ConstantTime.Same(FrameSeal.AdmitTag(suite, ka, body[..^ISuite.TagSize]), body[^ISuite.TagSize..])
            && AdmitPayload.TryParse(body[2..^ISuite.TagSize], out admit);
    }
}
