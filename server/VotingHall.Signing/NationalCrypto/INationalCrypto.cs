namespace VotingHall.Signing;

/// <summary>
/// 国密算法: what the product needs of SM2, SM3 and SM4, so that the library behind it can be exchanged. Messages are signed with the
/// default distinguishing id of 16 bytes; signatures are raw r‖s, points x‖y, scalars 32 bytes big-endian. Verifying never throws.
/// </summary>
internal interface INationalCrypto
{
    byte[] Sm3(ReadOnlySpan<byte> bytes);

    byte[] HmacSm3(ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes);

    byte[] NewScalar();

    /// <summary>The public point of a scalar; CryptographicException when the scalar is out of range.</summary>
    byte[] PointOf(ReadOnlySpan<byte> scalar);

    bool IsOnCurve(ReadOnlySpan<byte> point);

    byte[] Sign(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> message);

    bool Verify(ReadOnlySpan<byte> point, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);

    /// <summary>SM4-CCM with L = 2: ciphertext‖tag.</summary>
    byte[] Sm4CcmSeal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plaintext, int tagSize);

    /// <summary>Opens what <see cref="Sm4CcmSeal"/> made; null when the tag does not fit.</summary>
    byte[]? Sm4CcmOpen(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> sealedBytes, int tagSize);
}

/// <summary>国密实现: the implementation in use.</summary>
internal static class NationalCrypto
{
    public static INationalCrypto Current { get; } = new BouncyNationalCrypto();
}
