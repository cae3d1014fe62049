using System.Globalization;
using System.Numerics;
using VotingHall.Signing;
using Xunit;

namespace VotingHall.Verify.Tests;

/// <summary>Signatures and keys in their one form: raw 64 bytes, low-s, one SPKI encoding, point on the curve.</summary>
public class SignatureTests
{
    internal static readonly BigInteger P256Order =
        BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    internal static byte[] Raw(BigInteger r, BigInteger s)
    {
        byte[] raw = new byte[64];
        byte[] rBytes = r.ToByteArray(isUnsigned: true, isBigEndian: true), sBytes = s.ToByteArray(isUnsigned: true, isBigEndian: true);
        rBytes.CopyTo(raw.AsSpan(32 - rBytes.Length));
        sBytes.CopyTo(raw.AsSpan(64 - sBytes.Length));
        return raw;
    }

    [Fact]
    public void P256_signs_low_s_only_and_refuses_the_other_half()
    {
        ISigningKey key = SigningKeys.Generate(SignatureAlgorithm.EcdsaP256Sha256);
        for (int i = 0; i < 40; i++)
        {
            byte[] message = BitConverter.GetBytes(i), signature = key.Sign(message);
            BigInteger r = new(signature.AsSpan(0, 32), isUnsigned: true, isBigEndian: true);
            BigInteger s = new(signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
            Assert.True(s <= P256Order / 2);
            Assert.True(key.Public.Verify(message, signature));
            Assert.False(key.Public.Verify(message, Raw(r, P256Order - s)));
        }
    }

    [Theory]
    [InlineData(SignatureAlgorithm.Sm2Sm3)]
    [InlineData(SignatureAlgorithm.EcdsaP256Sha256)]
    public void Odd_signatures_are_refused_without_an_exception(SignatureAlgorithm algorithm)
    {
        ISigningKey key = SigningKeys.Generate(algorithm);
        byte[] message = [1, 2, 3], good = key.Sign(message);
        Assert.True(key.Public.Verify(message, good));
        Assert.False(key.Public.Verify(message, good.AsSpan(0, 63)));
        Assert.False(key.Public.Verify(message, [.. good, 0]));
        Assert.False(key.Public.Verify(message, []));
        Assert.False(key.Public.Verify(message, new byte[64]));
        Assert.False(key.Public.Verify(message, [.. new byte[32], .. good.AsSpan(32)]));
        Assert.False(key.Public.Verify(message, [.. good.AsSpan(0, 32), .. new byte[32]]));
        Assert.False(key.Public.Verify(message, Enumerable.Repeat((byte)0xFF, 64).ToArray()));
        Assert.False(key.Public.Verify([], good));
    }

    [Theory]
    [InlineData(SignatureAlgorithm.Sm2Sm3)]
    [InlineData(SignatureAlgorithm.EcdsaP256Sha256)]
    public void A_public_key_has_one_encoding_and_lies_on_its_curve(SignatureAlgorithm algorithm)
    {
        byte[] spki = SigningKeys.Generate(algorithm).Public.Spki.ToArray();
        Assert.True(VerifyingKey.TryRead(spki, out VerifyingKey? key));
        Assert.Equal(algorithm, key.Algorithm);
        Assert.Equal(0, Tampering.CountAcceptedSubstitutions(spki, bytes => VerifyingKey.TryRead(bytes, out _), step: 16));
        Assert.Equal(0, Tampering.CountAcceptedTruncations(spki, bytes => VerifyingKey.TryRead(bytes, out _)));
        Assert.False(VerifyingKey.TryRead([.. spki.AsSpan(0, 27), .. new byte[64]], out _));
    }

    /// <summary>The same point bytes under the other curve's name are another key or none: algorithms cannot be exchanged.</summary>
    [Fact]
    public void A_key_does_not_verify_under_the_other_algorithm()
    {
        byte[] p256 = SigningKeys.Generate(SignatureAlgorithm.EcdsaP256Sha256).Public.Spki.ToArray();
        byte[] sm2 = SigningKeys.Generate(SignatureAlgorithm.Sm2Sm3).Public.Spki.ToArray();
        Assert.False(VerifyingKey.TryRead([.. sm2.AsSpan(0, 27), .. p256.AsSpan(27)], out _));
        Assert.False(VerifyingKey.TryRead([.. p256.AsSpan(0, 27), .. sm2.AsSpan(27)], out _));
    }
}
