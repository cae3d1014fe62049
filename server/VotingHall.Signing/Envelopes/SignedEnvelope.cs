using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace VotingHall.Signing;

/// <summary>一个签名: raw r‖s and the hint which key made it.</summary>
/// <param name="KeyId">16 lower-case hex digits.</param>
public sealed record EnvelopeSignature(string KeyId, ReadOnlyMemory<byte> Signature);

/// <summary>
/// 签名封套: DSSE in its one strict form: members <c>payload</c>, <c>payloadType</c>, <c>signatures</c> in this order, no blanks, padded base64,
/// signatures sorted by key id, at least one and none twice. What <see cref="TryRead"/> accepts is exactly what <see cref="Write"/> makes.
/// Source: record.md 2, 3.
/// </summary>
public sealed class SignedEnvelope
{
    /// <summary>Largest file read, bytes.</summary>
    public const int SizeMax = 32 * 1024 * 1024;

    /// <summary>Largest number of signatures: every role of a hall, twice.</summary>
    public const int SignatureMax = 64;

    private const string PayloadStart = "{\"payload\":\"";
    private const string TypeStart = "\",\"payloadType\":\"";
    private const string SignaturesStart = "\",\"signatures\":[";
    private const string KeyIdStart = "{\"keyid\":\"";
    private const string SigStart = "\",\"sig\":\"";
    private const string SigEnd = "\"}";
    private const string End = "]}";

    private SignedEnvelope(string payloadType, byte[] payload, IReadOnlyList<EnvelopeSignature> signatures)
    {
        PayloadType = payloadType;
        Payload = payload;
        Signatures = signatures;
        SignedBytes = PreAuthentication.Encode(payloadType, payload);
    }

    public string PayloadType { get; }

    public ReadOnlyMemory<byte> Payload { get; }

    public IReadOnlyList<EnvelopeSignature> Signatures { get; }

    /// <summary>What each signature covers.</summary>
    public ReadOnlyMemory<byte> SignedBytes { get; }

    /// <summary>记录标识: the hash of the signed bytes, never of the file; co-signing later does not change it.</summary>
    public byte[] Identity(RecordSuite suite) => Digest.Compute(suite, SignedBytes.Span);

    /// <summary>Signs a payload with each of <paramref name="keys"/>; the same key twice is a bug.</summary>
    public static SignedEnvelope Sign(string payloadType, ReadOnlySpan<byte> payload, IEnumerable<ISigningKey> keys)
    {
        byte[] signed = PreAuthentication.Encode(payloadType, payload);
        List<EnvelopeSignature> signatures = [];
        foreach (ISigningKey key in keys)
            signatures.Add(new EnvelopeSignature(key.KeyId, key.Sign(signed)));
        return From(payloadType, payload.ToArray(), signatures);
    }

    /// <summary>Puts signatures made elsewhere (station, token) beside a payload.</summary>
    public static SignedEnvelope From(string payloadType, byte[] payload, IEnumerable<EnvelopeSignature> signatures)
    {
        if (!PayloadTypes.All.Contains(payloadType))
            throw new ArgumentException("unknown payload type: " + payloadType, nameof(payloadType));
        List<EnvelopeSignature> sorted = [.. signatures.OrderBy(s => s.KeyId, StringComparer.Ordinal)];
        if (!AreInOrder(sorted))
            throw new ArgumentException("no signature, too many or the same key twice", nameof(signatures));
        return new SignedEnvelope(payloadType, payload, sorted);
    }

    /// <summary>The same payload with one more signature.</summary>
    public SignedEnvelope With(EnvelopeSignature signature) => From(PayloadType, Payload.ToArray(), [.. Signatures, signature]);

    public byte[] Write()
    {
        StringBuilder text = new(PayloadStart);
        text.Append(Convert.ToBase64String(Payload.Span)).Append(TypeStart).Append(PayloadType).Append(SignaturesStart);
        for (int i = 0; i < Signatures.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            text.Append(KeyIdStart).Append(Signatures[i].KeyId).Append(SigStart);
            text.Append(Convert.ToBase64String(Signatures[i].Signature.Span)).Append(SigEnd);
        }
        return Encoding.ASCII.GetBytes(text.Append(End).ToString());
    }

    /// <summary>Reads a file; false for anything that is not byte for byte what <see cref="Write"/> makes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> file, [NotNullWhen(true)] out SignedEnvelope? envelope)
    {
        envelope = null;
        if (file.Length > SizeMax || !System.Text.Ascii.IsValid(file))
            return false;
        string text = Encoding.ASCII.GetString(file);
        int at = 0;
        if (!Take(text, ref at, PayloadStart) || !Until(text, ref at, TypeStart, out string payloadText)
            || !StrictBase64.TryPadded(payloadText, out byte[]? payload)
            || !Until(text, ref at, SignaturesStart, out string type) || !PayloadTypes.All.Contains(type))
            return false;
        List<EnvelopeSignature> signatures = [];
        do
        {
            if (!Take(text, ref at, KeyIdStart) || !Until(text, ref at, SigStart, out string keyId)
                || !Until(text, ref at, SigEnd, out string sig) || !StrictBase64.TryPadded(sig, out byte[]? signature))
                return false;
            signatures.Add(new EnvelopeSignature(keyId, signature));
        }
        while (signatures.Count <= SignatureMax && Take(text, ref at, ","));
        if (!Take(text, ref at, End) || at != text.Length || !AreInOrder(signatures))
            return false;
        SignedEnvelope read = new(type, payload, signatures);
        // The reader above already leaves no freedom; comparing keeps it so when somebody changes it.
        if (!file.SequenceEqual(read.Write()))
            return false;
        envelope = read;
        return true;
    }

    private static bool AreInOrder(List<EnvelopeSignature> signatures)
    {
        if (signatures.Count is 0 or > SignatureMax)
            return false;
        for (int i = 0; i < signatures.Count; i++)
        {
            EnvelopeSignature s = signatures[i];
            if (s.Signature.Length != VerifyingKey.SignatureSize || s.KeyId.Length != 16 || !s.KeyId.All(char.IsAsciiHexDigitLower))
                return false;
            if (i > 0 && string.CompareOrdinal(signatures[i - 1].KeyId, s.KeyId) >= 0)
                return false;
        }
        return true;
    }

    private static bool Take(string text, ref int at, string expected)
    {
        if (!text.AsSpan(at).StartsWith(expected, StringComparison.Ordinal))
            return false;
        at += expected.Length;
        return true;
    }

    private static bool Until(string text, ref int at, string mark, out string part)
    {
        int end = text.IndexOf(mark, at, StringComparison.Ordinal);
        part = end < 0 ? "" : text[at..end];
        at = end < 0 ? at : end + mark.Length;
        return end >= 0;
    }
}
