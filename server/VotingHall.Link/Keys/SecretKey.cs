namespace VotingHall.Link;

/// <summary>
/// 密钥: bytes that must never reach a log. It prints only its length and is compared in constant time by <see cref="SameAs"/>.
/// </summary>
public sealed class SecretKey
{
    private readonly byte[] _bytes;

    /// <summary>A copy of 16 (GK) or 32 bytes (all others).</summary>
    public SecretKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is not (16 or 32))
        {
            throw new ArgumentException("A key has 16 or 32 bytes.", nameof(bytes));
        }

        _bytes = bytes.ToArray();
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The AEAD key: the first 16 bytes (protocol 3).</summary>
    internal ReadOnlySpan<byte> Aead => _bytes.AsSpan(0, 16);

    public bool SameAs(SecretKey other) => ConstantTime.Same(_bytes, other._bytes);

    /// <summary>Overwrites the bytes; the key is useless afterwards.</summary>
    public void Wipe() => Array.Clear(_bytes);

    public override string ToString() => $"key of {_bytes.Length} bytes";
}
