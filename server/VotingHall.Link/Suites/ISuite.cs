namespace VotingHall.Link;

/// <summary>
/// 密码套件: the algorithms of one hall, written at commissioning and never negotiated. Suite 1 is <see cref="AsconSuite"/>, suite 2
/// (SM4-CCM, SM3) comes from Signing. Implementations are stateless and may be shared. Source: protocol 3.
/// </summary>
public interface ISuite
{
    const int TagSize = 12;
    const int NonceSize = 13;

    /// <summary>1 intl, 2 cn.</summary>
    byte Id { get; }

    /// <summary>加密: writes ciphertext and the 12-byte tag; <paramref name="ciphertextAndTag"/> is 12 bytes longer than the plaintext.</summary>
    void Seal(
        ReadOnlySpan<byte> key16, ReadOnlySpan<byte> nonce13, ReadOnlySpan<byte> associated,
        ReadOnlySpan<byte> plaintext, Span<byte> ciphertextAndTag);

    /// <summary>解密: false on a bad tag or an input shorter than a tag; then <paramref name="plaintext"/> is all zero.</summary>
    bool TryOpen(
        ReadOnlySpan<byte> key16, ReadOnlySpan<byte> nonce13, ReadOnlySpan<byte> associated,
        ReadOnlySpan<byte> ciphertextAndTag, Span<byte> plaintext);

    /// <summary>摘要: H, 32 bytes.</summary>
    byte[] Hash(ReadOnlySpan<byte> bytes);

    /// <summary>密钥派生: PRF(K, label, data), 32 bytes. The label is ASCII, at most 255 bytes.</summary>
    byte[] Prf(ReadOnlySpan<byte> key32, ReadOnlySpan<byte> label, ReadOnlySpan<byte> bytes);
}
