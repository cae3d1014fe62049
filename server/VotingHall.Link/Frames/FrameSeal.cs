using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>帧封装: headers, nonces, associated data and tags, the same for both ends. Source: protocol 2.1.</summary>
internal static class FrameSeal
{
    /// <summary>kind addr epoch4 seq4.</summary>
    public const int DownHeaderSize = 10;

    /// <summary>kind addr ctr3.</summary>
    public const int SessionHeader = 5;

    public const uint CounterMax = 0xFFFFFF;

    public static byte[] DownHeader(DownKind kind, byte address, uint epoch, uint seq, ReadOnlySpan<byte> payload)
    {
        ByteWriter writer = new(DownHeaderSize + payload.Length);
        writer.U8((byte)kind);
        writer.U8(address);
        writer.U32(epoch);
        writer.U32(seq);
        writer.Put(payload);
        return writer.Done();
    }

    /// <summary>kind1 | epoch4 | seq4 | 00000000; class S has epoch 0 and its counter as seq.</summary>
    public static byte[] Nonce(byte kind, uint epoch, uint seq)
    {
        byte[] nonce = new byte[ISuite.NonceSize];
        nonce[0] = kind;
        BinaryPrimitives.WriteUInt32LittleEndian(nonce.AsSpan(1), epoch);
        BinaryPrimitives.WriteUInt32LittleEndian(nonce.AsSpan(5), seq);
        return nonce;
    }

    public static uint Counter(ReadOnlySpan<byte> sessionHeader) =>
        (uint)(sessionHeader[2] | (sessionHeader[3] << 8) | (sessionHeader[4] << 16));

    public static byte[] GroupTag(ISuite suite, SecretKey groupKey, ReadOnlySpan<byte> clear)
    {
        byte[] tag = new byte[ISuite.TagSize];
        byte[] associated = Associated(suite, (byte)'G', clear, 0);
        uint epoch = BinaryPrimitives.ReadUInt32LittleEndian(clear[2..]);
        uint seq = BinaryPrimitives.ReadUInt32LittleEndian(clear[6..]);
        suite.Seal(groupKey.Aead, Nonce(clear[0], epoch, seq), associated, [], tag);
        return tag;
    }

    public static byte[] UnicastAssociated(ISuite suite, ReadOnlySpan<byte> header) => Associated(suite, (byte)'U', header, 0);

    /// <summary>Always 50 bytes.</summary>
    public static byte[] SessionAssociated(ISuite suite, ReadOnlySpan<byte> header, Digest32 ctx, CloseNonce closeNonce)
    {
        byte[] associated = Associated(suite, (byte)'S', header, Digest32.Size + 8);
        ctx.Write(associated.AsSpan(5 + header.Length));
        closeNonce.Write(associated.AsSpan(5 + header.Length + Digest32.Size));
        return associated;
    }

    public static byte[] AdmitTag(ISuite suite, SecretKey ka, ReadOnlySpan<byte> clear) => suite.Prf(ka.Bytes, "adm1"u8, clear)[..12];

    public static byte[] AdmitReplyTag(ISuite suite, SecretKey ka, ReadOnlySpan<byte> clear, ReadOnlySpan<byte> nonceS16) =>
        suite.Prf(ka.Bytes, "adm2"u8, [.. clear, .. nonceS16])[..12];

    private static byte[] Associated(ISuite suite, byte frameClass, ReadOnlySpan<byte> head, int room)
    {
        byte[] associated = new byte[5 + head.Length + room];
        "VH1"u8.CopyTo(associated);
        associated[3] = suite.Id;
        associated[4] = frameClass;
        head.CopyTo(associated.AsSpan(5));
        return associated;
    }
}
