namespace VotingHall.Core;

/// <summary>
/// 字节串: immutable bytes Core carries but never looks into (digests, nonces, masked ballots). Compared by content; prints its length only,
/// so that no content reaches a log by accident.
/// </summary>
public sealed class Octets : IEquatable<Octets>
{
    private readonly byte[] bytes;

    public Octets(ReadOnlySpan<byte> content) => bytes = content.ToArray();

    public static Octets Empty { get; } = new([]);

    public ReadOnlySpan<byte> Span => bytes;

    public int Length => bytes.Length;

    /// <summary>Lower-case hexadecimal, as stored in the journal.</summary>
    public string Hex => Convert.ToHexStringLower(bytes);

    /// <summary>Base64url without padding, as written in the record (record.md 1).</summary>
    public string Base64Url => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Reads lower-case hexadecimal; false for anything else.</summary>
    public static bool TryParseHex(string? text, out Octets value)
    {
        value = Empty;
        if (text is null || text.Length % 2 != 0)
            return false;
        foreach (char c in text)
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f')))
                return false;
        value = new Octets(Convert.FromHexString(text));
        return true;
    }

    public bool Equals(Octets? other) => other is not null && bytes.AsSpan().SequenceEqual(other.bytes);

    public override bool Equals(object? obj) => Equals(obj as Octets);

    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => $"{bytes.Length} bytes";
}
