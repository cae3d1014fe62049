using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace VotingHall.Signing;

/// <summary>摘要: the two hashes of the product, 32 bytes each, and their text form (base64url without padding).</summary>
public static class Digest
{
    public const int Size = 32;

    public static byte[] Compute(DigestAlgorithm algorithm, ReadOnlySpan<byte> bytes) => algorithm switch
    {
        DigestAlgorithm.Sha256 => SHA256.HashData(bytes),
        DigestAlgorithm.Sm3 => NationalCrypto.Current.Sm3(bytes),
        _ => throw new InvalidOperationException("unknown hash"),
    };

    /// <summary>The principal hash of <paramref name="suite"/>.</summary>
    public static byte[] Compute(RecordSuite suite, ReadOnlySpan<byte> bytes) => Compute(suite.Digest, bytes);

    /// <summary>One digest per hash of the suite, the principal first: one for <c>cn</c> and <c>intl</c>, two for <c>dual</c>.</summary>
    public static IReadOnlyList<byte[]> ComputeAll(RecordSuite suite, ReadOnlySpan<byte> bytes)
    {
        List<byte[]> digests = [];
        foreach (DigestAlgorithm algorithm in suite.Digests)
            digests.Add(Compute(algorithm, bytes));
        return digests;
    }

    /// <summary>The text of a digest or signature inside a payload.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>Reads the text of a digest; false for anything but 32 bytes in their one text form.</summary>
    public static bool TryText(string? text, [NotNullWhen(true)] out byte[]? digest) => StrictBase64.TryUrl(text, Size, out digest);
}
