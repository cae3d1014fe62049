using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using VotingHall.Core;

namespace VotingHall.Signing;

/// <summary>
/// 报告单二维码: magic "VHQ", version 1, suite, digest 32, meeting 8, round 4, present 2, participants 2, time 8 (ms), row count 2, rows listed 1, per row
/// 4 × 2 B, key id 8, signature 64; big-endian. Signed by the system's principal key over PAE of all bytes before the signature.
/// </summary>
public sealed class CertQr
{
    private const int HeadSize = 3 + 1 + 1 + 32 + 8 + 4 + 2 + 2 + 8 + 2 + 1;
    private const int RowSize = 8;
    private const int KeyIdSize = 8;

    private CertQr(CertQrContent content, string keyId, byte[] bytes)
    {
        Content = content;
        KeyId = keyId;
        Bytes = bytes;
    }

    private static ReadOnlySpan<byte> Magic => "VHQ\u0001"u8;

    public CertQrContent Content { get; }

    public string KeyId { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The characters of the symbol.</summary>
    public string Text => Base45.Write(Bytes.Span);

    /// <summary>Signs a code; the key must be of the suite's principal algorithm.</summary>
    public static CertQr Sign(CertQrContent content, ISigningKey key)
    {
        if (key.Algorithm != content.Suite.Algorithms[0])
            throw new ArgumentException("not the principal algorithm of the suite", nameof(key));
        byte[] body = [.. Encode(content), .. Convert.FromHexString(key.KeyId)];
        byte[] signature = key.Sign(PreAuthentication.Encode(PayloadTypes.CertificateCode, body));
        return new CertQr(content, key.KeyId, [.. body, .. signature]);
    }

    /// <summary>Reads the characters of a symbol; false for anything that <see cref="Sign"/> does not make.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out CertQr? code)
    {
        code = null;
        if (text.Length > 1000 || !Base45.TryRead(text, out byte[]? bytes) || bytes.Length < HeadSize || !bytes.AsSpan().StartsWith(Magic))
            return false;
        RecordSuite? suite = RecordSuite.All.FirstOrDefault(s => s.Code == bytes[4]);
        int listed = bytes[HeadSize - 1];
        if (suite is null || listed > CertQrContent.RowMax
            || bytes.Length != HeadSize + (listed * RowSize) + KeyIdSize + VerifyingKey.SignatureSize)
            return false;
        ReadOnlySpan<byte> head = bytes.AsSpan(5);
        List<CertQrRow> rows = [];
        for (int i = 0; i < listed; i++)
        {
            ReadOnlySpan<byte> row = bytes.AsSpan(HeadSize + (i * RowSize), RowSize);
            rows.Add(new CertQrRow(U16(row), U16(row[2..]), U16(row[4..]), U16(row[6..])));
        }
        uint round = BinaryPrimitives.ReadUInt32BigEndian(head[40..]);
        long time = BinaryPrimitives.ReadInt64BigEndian(head[48..]);
        if (round > int.MaxValue || time is < 0 or >= 1L << 47)
            return false;
        CertQrContent content = new(
            suite, bytes.AsMemory(5, 32), bytes.AsMemory(37, 8), (int)round, U16(head[44..]), U16(head[46..]), new Instant(time), U16(head[56..]), rows);
        int keyAt = HeadSize + (listed * RowSize);
        if (Math.Min(content.RowCount, CertQrContent.RowMax) != listed || content.Participants > content.Present)
            return false;
        code = new CertQr(content, Convert.ToHexStringLower(bytes.AsSpan(keyAt, KeyIdSize)), bytes);
        return true;
    }

    /// <summary>True when the system's principal key of this policy signed the code within its validity.</summary>
    public bool IsSignedUnder(TrustPolicy policy)
    {
        PolicyKey? key = policy.KeyOf(KeyId);
        if (key is null || key.Role != SignerRole.System || Content.Suite != policy.Suite || key.Key.Algorithm != policy.Suite.Algorithms[0]
            || !key.IsValidAt(Content.Announced))
            return false;
        ReadOnlySpan<byte> body = Bytes.Span[..^VerifyingKey.SignatureSize];
        return key.Key.Verify(PreAuthentication.Encode(PayloadTypes.CertificateCode, body), Bytes.Span[^VerifyingKey.SignatureSize..]);
    }

    private static byte[] Encode(CertQrContent content)
    {
        if (content.RecordDigest.Length != Digest.Size || content.MeetingShort.Length != 8
            || content.Rows.Count != Math.Min(content.RowCount, CertQrContent.RowMax))
            throw new ArgumentException("digest, meeting id or rows of a wrong size", nameof(content));
        byte[] bytes = new byte[HeadSize + (content.Rows.Count * RowSize)];
        Magic.CopyTo(bytes);
        bytes[4] = content.Suite.Code;
        content.RecordDigest.Span.CopyTo(bytes.AsSpan(5));
        content.MeetingShort.Span.CopyTo(bytes.AsSpan(37));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(45), (uint)content.Round);
        Put(bytes, 49, content.Present);
        Put(bytes, 51, content.Participants);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(53), content.Announced.UnixMs);
        Put(bytes, 61, content.RowCount);
        bytes[63] = (byte)content.Rows.Count;
        for (int i = 0; i < content.Rows.Count; i++)
        {
            int at = HeadSize + (i * RowSize);
            Put(bytes, at, content.Rows[i].For);
            Put(bytes, at + 2, content.Rows[i].Against);
            Put(bytes, at + 4, content.Rows[i].Abstain);
            Put(bytes, at + 6, content.Rows[i].WriteIn);
        }
        return bytes;
    }

    private static void Put(byte[] bytes, int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), checked((ushort)value));

    private static int U16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
