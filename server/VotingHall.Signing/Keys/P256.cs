using System.Numerics;
using System.Security.Cryptography;

namespace VotingHall.Signing;

/// <summary>ECDSA P-256 on raw r‖s with low-s: (r, n−s) verifies as well as (r, s), so the larger half is refused before verifying. Source: record.md 11.</summary>
internal static class P256
{
    private static readonly BigInteger Order = Number(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"));
    private static readonly BigInteger HalfOrder = Order >> 1;

    public static bool IsLowS(ReadOnlySpan<byte> signature) => Number(signature[32..]) <= HalfOrder;

    public static byte[] ToLowS(byte[] signature)
    {
        if (IsLowS(signature))
            return signature;
        byte[] low = (Order - Number(signature.AsSpan(32))).ToByteArray(isUnsigned: true, isBigEndian: true);
        byte[] result = new byte[64];
        signature.AsSpan(0, 32).CopyTo(result);
        low.CopyTo(result.AsSpan(64 - low.Length));
        return result;
    }

    public static bool Verify(ReadOnlySpan<byte> point, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (!IsLowS(signature))
            return false;
        using ECDsa ecdsa = ECDsa.Create(Parameters(point));
        return ecdsa.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public static bool IsOnCurve(ReadOnlySpan<byte> point)
    {
        try
        {
            using ECDsa ecdsa = ECDsa.Create(Parameters(point));
            return true;
        }
        catch (CryptographicException)
        {
            // The framework has no other way to say that a point is not on its curve.
            return false;
        }
    }

    private static ECParameters Parameters(ReadOnlySpan<byte> point) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = point[..32].ToArray(), Y = point[32..].ToArray() },
    };

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
