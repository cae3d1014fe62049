using System.Security.Cryptography;
using VotingHall.Link;

namespace VotingHall.Signing;

/// <summary>套件 2 (cn): SM4-CCM with a 13-byte nonce and 12-byte tag, SM3, and HMAC-SM3 as PRF. Source: protocol 3.</summary>
public sealed class Sm4Suite : ISuite
{
    private const int KeySize = 16;

    /// <summary>The one stateless object.</summary>
    public static Sm4Suite Instance { get; } = new();

    public byte Id => 2;

    public void Seal(
        ReadOnlySpan<byte> key16, ReadOnlySpan<byte> nonce13, ReadOnlySpan<byte> associated,
        ReadOnlySpan<byte> plaintext, Span<byte> ciphertextAndTag)
    {
        RequireSizes(key16, nonce13);
        if (ciphertextAndTag.Length != plaintext.Length + ISuite.TagSize)
            throw new ArgumentException("The output is 12 bytes longer than the plaintext.", nameof(ciphertextAndTag));
        NationalCrypto.Current.Sm4CcmSeal(key16, nonce13, associated, plaintext, ISuite.TagSize).CopyTo(ciphertextAndTag);
    }

    public bool TryOpen(
        ReadOnlySpan<byte> key16, ReadOnlySpan<byte> nonce13, ReadOnlySpan<byte> associated,
        ReadOnlySpan<byte> ciphertextAndTag, Span<byte> plaintext)
    {
        RequireSizes(key16, nonce13);
        plaintext.Clear();
        if (plaintext.Length + ISuite.TagSize != ciphertextAndTag.Length)
            return false;
        byte[]? opened = NationalCrypto.Current.Sm4CcmOpen(key16, nonce13, associated, ciphertextAndTag, ISuite.TagSize);
        if (opened is null)
            return false;
        opened.CopyTo(plaintext);
        CryptographicOperations.ZeroMemory(opened);
        return true;
    }

    public byte[] Hash(ReadOnlySpan<byte> bytes) => NationalCrypto.Current.Sm3(bytes);

    /// <summary>HMAC-SM3(K32, len1(label) | label | bytes).</summary>
    public byte[] Prf(ReadOnlySpan<byte> key32, ReadOnlySpan<byte> label, ReadOnlySpan<byte> bytes)
    {
        if (key32.Length != 32 || label.Length > 255)
            throw new ArgumentException("A PRF key has 32 bytes, a label at most 255.", nameof(key32));
        return NationalCrypto.Current.HmacSm3(key32, [(byte)label.Length, .. label, .. bytes]);
    }

    private static void RequireSizes(ReadOnlySpan<byte> key16, ReadOnlySpan<byte> nonce13)
    {
        if (key16.Length != KeySize || nonce13.Length != ISuite.NonceSize)
            throw new ArgumentException("An AEAD key has 16 bytes, a nonce 13.", nameof(key16));
    }
}
