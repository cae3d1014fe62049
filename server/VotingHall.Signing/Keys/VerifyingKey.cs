using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace VotingHall.Signing;

/// <summary>
/// 验签公钥: a public key from its SPKI bytes. Only the two curves of the product and only their one DER form (uncompressed point)
/// are read: 26 fixed bytes, 04, x, y. Source: record.md 2, 11.
/// </summary>
public sealed class VerifyingKey
{
    public const int SpkiSize = 91;
    public const int SignatureSize = 64;

    private const int PointAt = 27;
    private static readonly byte[] P256Head = Convert.FromHexString("3059301306072A8648CE3D020106082A8648CE3D03010703420004");
    private static readonly byte[] Sm2Head = Convert.FromHexString("3059301306072A8648CE3D020106082A811CCF5501822D03420004");

    private readonly byte[] _spki;

    private VerifyingKey(SignatureAlgorithm algorithm, byte[] spki)
    {
        Algorithm = algorithm;
        _spki = spki;
        KeyId = Convert.ToHexStringLower(Digest.Compute(RecordSuite.DigestOf(algorithm), spki).AsSpan(0, 8));
    }

    public SignatureAlgorithm Algorithm { get; }

    /// <summary>First 8 bytes of H(SPKI) in lower-case hex: a hint, never a source of trust.</summary>
    public string KeyId { get; }

    public ReadOnlySpan<byte> Spki => _spki;

    /// <summary>x‖y, 64 bytes.</summary>
    internal ReadOnlySpan<byte> Point => _spki.AsSpan(PointAt);

    /// <summary>Reads SPKI bytes; false for another curve, another encoding or a point off the curve.</summary>
    public static bool TryRead(ReadOnlySpan<byte> spki, [NotNullWhen(true)] out VerifyingKey? key)
    {
        key = null;
        if (spki.Length != SpkiSize)
            return false;
        ReadOnlySpan<byte> point = spki[PointAt..];
        if (spki.StartsWith(P256Head) && P256.IsOnCurve(point))
            key = new VerifyingKey(SignatureAlgorithm.EcdsaP256Sha256, spki.ToArray());
        else if (spki.StartsWith(Sm2Head) && NationalCrypto.Current.IsOnCurve(point))
            key = new VerifyingKey(SignatureAlgorithm.Sm2Sm3, spki.ToArray());
        return key is not null;
    }

    /// <summary>The key with point x‖y; the point must be on the curve.</summary>
    internal static VerifyingKey FromPoint(SignatureAlgorithm algorithm, ReadOnlySpan<byte> point)
    {
        byte[] spki = [.. algorithm == SignatureAlgorithm.Sm2Sm3 ? Sm2Head : P256Head, .. point];
        return TryRead(spki, out VerifyingKey? key) ? key : throw new CryptographicException("point is not on the curve");
    }

    /// <summary>True when <paramref name="signature"/> (raw r‖s, low-s for P-256) is this key's over <paramref name="message"/>.</summary>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureSize)
            return false;
        return Algorithm == SignatureAlgorithm.Sm2Sm3
            ? NationalCrypto.Current.Verify(Point, message, signature)
            : P256.Verify(Point, message, signature);
    }

    public override string ToString() => KeyId;
}
