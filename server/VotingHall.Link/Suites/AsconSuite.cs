namespace VotingHall.Link;

/// <summary>套件 1 (intl): Ascon-AEAD128 with the first 12 bytes of its tag, Ascon-Hash256, and the hash as keyed PRF. Source: protocol 3.</summary>
public sealed class AsconSuite : ISuite
{
    /// <summary>The one stateless object.</summary>
    public static AsconSuite Instance { get; } = new();

    public byte Id => 1;

    public void Seal(
        ReadOnlySpan<byte> key16, ReadOnlySpan<byte> nonce13, ReadOnlySpan<byte> associated,
        ReadOnlySpan<byte> plaintext, Span<byte> ciphertextAndTag)
    {
        RequireSizes(key16, nonce13);
        if (ciphertextAndTag.Length != plaintext.Length + ISuite.TagSize)
        {
            throw new ArgumentException("The output is 12 bytes longer than the plaintext.", nameof(ciphertextAndTag));
        }

        Span<byte> nonce = stackalloc byte[16];
        Span<byte> tag = stackalloc byte[16];
        nonce13.CopyTo(nonce);
        AsconAead.Run(key16, nonce, associated, plaintext, ciphertextAndTag[..plaintext.Length], tag, opening: false);
        tag[..ISuite.TagSize].CopyTo(ciphertextAndTag[plaintext.Length..]);
    }

    public bool TryOpen(
        ReadOnlySpan<byte> key16, ReadOnlySpan<byte> nonce13, ReadOnlySpan<byte> associated,
        ReadOnlySpan<byte> ciphertextAndTag, Span<byte> plaintext)
    {
        RequireSizes(key16, nonce13);
        int length = ciphertextAndTag.Length - ISuite.TagSize;
        if (length < 0 || plaintext.Length != length)
        {
            plaintext.Clear();
            return false;
        }

        Span<byte> nonce = stackalloc byte[16];
        Span<byte> tag = stackalloc byte[16];
        nonce13.CopyTo(nonce);
        AsconAead.Run(key16, nonce, associated, ciphertextAndTag[..length], plaintext, tag, opening: true);
        if (ConstantTime.Same(tag[..ISuite.TagSize], ciphertextAndTag[length..]))
        {
            return true;
        }

        plaintext.Clear();
        return false;
    }

    public byte[] Hash(ReadOnlySpan<byte> bytes)
    {
        AsconHash hash = AsconHash.Start();
        hash.Add(bytes);
        return hash.Finish();
    }

    /// <summary>H( 20 | K32 | len1(label) | label | bytes ). Why: a sponge has no length extension and the input is prefix-free.</summary>
    public byte[] Prf(ReadOnlySpan<byte> key32, ReadOnlySpan<byte> label, ReadOnlySpan<byte> bytes)
    {
        if (key32.Length != 32 || label.Length > 255)
        {
            throw new ArgumentException("A PRF key has 32 bytes, a label at most 255.", nameof(key32));
        }

        AsconHash hash = AsconHash.Start();
        hash.Add([0x20]);
        hash.Add(key32);
        hash.Add([(byte)label.Length]);
        hash.Add(label);
        hash.Add(bytes);
        return hash.Finish();
    }

    private static void RequireSizes(ReadOnlySpan<byte> key16, ReadOnlySpan<byte> nonce13)
    {
        if (key16.Length != 16 || nonce13.Length != ISuite.NonceSize)
        {
            throw new ArgumentException("An AEAD key has 16 bytes, a nonce 13.", nameof(key16));
        }
    }
}
