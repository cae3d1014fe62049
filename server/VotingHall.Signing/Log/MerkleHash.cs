namespace VotingHall.Signing;

/// <summary>树哈希: leaf and node hashes of RFC 6962, told apart by their first byte.</summary>
internal static class MerkleHash
{
    public static byte[] Leaf(DigestAlgorithm algorithm, ReadOnlySpan<byte> leaf)
    {
        byte[] input = new byte[1 + leaf.Length];
        leaf.CopyTo(input.AsSpan(1));
        return Digest.Compute(algorithm, input);
    }

    public static byte[] Node(DigestAlgorithm algorithm, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Digest.Size)];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Digest.Size)..]);
        return Digest.Compute(algorithm, input);
    }
}
