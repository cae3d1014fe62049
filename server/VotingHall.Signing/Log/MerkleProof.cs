using System.Security.Cryptography;

namespace VotingHall.Signing;

/// <summary>哈希树证明: verification of inclusion and consistency, total on any input. Source: RFC 9162 2.1.3.2, 2.1.4.2.</summary>
public static class MerkleProof
{
    /// <summary>Longest path read: more leaves than any hall writes.</summary>
    public const int LengthMax = 64;

    /// <summary>True when <paramref name="leaf"/> is leaf <paramref name="index"/> of the tree with <paramref name="size"/> leaves and this root.</summary>
    public static bool VerifyInclusion(
        DigestAlgorithm algorithm, ReadOnlySpan<byte> leaf, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size || !AreHashes(path) || root.Length != Digest.Size)
            return false;
        long node = index, last = size - 1;
        byte[] hash = MerkleHash.Leaf(algorithm, leaf);
        foreach (byte[] sibling in path)
        {
            if (last == 0)
                return false;
            if (node % 2 == 1 || node == last)
            {
                hash = MerkleHash.Node(algorithm, sibling, hash);
                while (node % 2 == 0 && node != 0)
                {
                    node /= 2;
                    last /= 2;
                }
            }
            else
            {
                hash = MerkleHash.Node(algorithm, hash, sibling);
            }
            node /= 2;
            last /= 2;
        }
        return last == 0 && CryptographicOperations.FixedTimeEquals(hash, root);
    }

    /// <summary>True when the tree of <paramref name="oldSize"/> leaves is the beginning of the tree of <paramref name="newSize"/>.</summary>
    public static bool VerifyConsistency(
        DigestAlgorithm algorithm, long oldSize, ReadOnlySpan<byte> oldRoot, long newSize, ReadOnlySpan<byte> newRoot, IReadOnlyList<byte[]> proof)
    {
        if (oldSize <= 0 || oldSize > newSize || !AreHashes(proof))
            return false;
        if (oldSize == newSize)
            return proof.Count == 0 && oldRoot.SequenceEqual(newRoot);
        List<byte[]> path = [.. proof];
        if (long.IsPow2(oldSize))
            path.Insert(0, oldRoot.ToArray());
        if (path.Count == 0)
            return false;
        long node = oldSize - 1, last = newSize - 1;
        while (node % 2 == 1)
        {
            node /= 2;
            last /= 2;
        }
        byte[] oldHash = path[0], newHash = path[0];
        foreach (byte[] sibling in path.Skip(1))
        {
            if (last == 0)
                return false;
            if (node % 2 == 1 || node == last)
            {
                oldHash = MerkleHash.Node(algorithm, sibling, oldHash);
                newHash = MerkleHash.Node(algorithm, sibling, newHash);
                while (node % 2 == 0 && node != 0)
                {
                    node /= 2;
                    last /= 2;
                }
            }
            else
            {
                newHash = MerkleHash.Node(algorithm, newHash, sibling);
            }
            node /= 2;
            last /= 2;
        }
        return last == 0 && oldRoot.SequenceEqual(oldHash) && newRoot.SequenceEqual(newHash);
    }

    private static bool AreHashes(IReadOnlyList<byte[]> hashes) =>
        hashes.Count <= LengthMax && hashes.All(hash => hash.Length == Digest.Size);
}
