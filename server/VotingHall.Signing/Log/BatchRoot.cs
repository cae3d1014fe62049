using System.Buffers.Binary;

namespace VotingHall.Signing;

/// <summary>
/// 批次加盐根: what the public leaf says about private parts that must be erasable. The salt is destroyed with them; without it a
/// digest of a known seat with three possible choices could be guessed. Source: record.md 9.7, 10; design.md (one journal).
/// </summary>
public static class BatchRoot
{
    /// <summary>Salts are exactly this long.</summary>
    public const int SaltSize = 32;

    private static ReadOnlySpan<byte> BatchLabel => "votinghall/batch/v1"u8;

    private static ReadOnlySpan<byte> PartLabel => "votinghall/private-part/v1"u8;

    /// <summary>
    /// Merkle root over one flush: leaves are label‖salt‖item in byte order of the items (an item begins with its keypad uid, so that the order
    /// of casting leaves no trace). No item may occur twice.
    /// </summary>
    public static byte[] Compute(DigestAlgorithm algorithm, ReadOnlySpan<byte> salt, IEnumerable<byte[]> items)
    {
        RequireSalt(salt);
        List<byte[]> sorted = [.. items];
        sorted.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        MerkleLog log = new(algorithm);
        for (int i = 0; i < sorted.Count; i++)
        {
            if (i > 0 && sorted[i - 1].AsSpan().SequenceEqual(sorted[i]))
                throw new ArgumentException("the same item twice", nameof(items));
            log.Append([.. BatchLabel, .. salt, .. sorted[i]]);
        }
        return log.Root();
    }

    /// <summary>The digest of one private part (a named choice) in its public leaf: H(label‖salt‖len4‖part).</summary>
    public static byte[] OfPart(DigestAlgorithm algorithm, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> part)
    {
        RequireSalt(salt);
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        return Digest.Compute(algorithm, [.. PartLabel, .. salt, .. length, .. part]);
    }

    private static void RequireSalt(ReadOnlySpan<byte> salt)
    {
        if (salt.Length != SaltSize)
            throw new ArgumentException("a salt has 32 bytes", nameof(salt));
    }
}
