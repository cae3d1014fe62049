namespace VotingHall.Signing;

/// <summary>
/// 哈希树日志: an append-only Merkle tree after RFC 6962: leaf hash H(00‖leaf), node hash H(01‖left‖right). Every complete subtree is kept
/// (two hashes a leaf), so a root or proof of any size costs O(log² n). One thread appends.
/// </summary>
public sealed class MerkleLog(DigestAlgorithm algorithm)
{
    // _levels[k][i] is the hash of leaves i·2^k .. (i+1)·2^k − 1.
    private readonly List<List<byte[]>> _levels = [[]];

    public DigestAlgorithm Algorithm { get; } = algorithm;

    public long Size => _levels[0].Count;

    /// <summary>Appends a leaf by its bytes and returns its index.</summary>
    public long Append(ReadOnlySpan<byte> leaf) => AppendHash(MerkleHash.Leaf(Algorithm, leaf));

    /// <summary>Appends a leaf by its hash and returns its index.</summary>
    public long AppendHash(byte[] leafHash)
    {
        long index = Size;
        byte[] hash = leafHash;
        for (int level = 0; ; level++)
        {
            if (level == _levels.Count)
                _levels.Add([]);
            List<byte[]> row = _levels[level];
            row.Add(hash);
            if (row.Count % 2 == 1)
                return index;
            hash = MerkleHash.Node(Algorithm, row[^2], row[^1]);
        }
    }

    public byte[] LeafHash(long index) => _levels[0][(int)index];

    public byte[] Root() => RootAt(Size);

    /// <summary>The root when the log had <paramref name="size"/> leaves; H of nothing for 0.</summary>
    public byte[] RootAt(long size)
    {
        Require(size >= 0 && size <= Size, "size");
        return size == 0 ? Digest.Compute(Algorithm, []) : Subtree(0, size);
    }

    /// <summary>Audit path of leaf <paramref name="index"/> in the tree of <paramref name="size"/> leaves, from the leaf upwards.</summary>
    public IReadOnlyList<byte[]> InclusionProof(long index, long size)
    {
        Require(size <= Size && index >= 0 && index < size, "index");
        List<byte[]> path = [];
        Path(index, 0, size, path);
        return path;
    }

    /// <summary>Proof that the tree of <paramref name="oldSize"/> leaves is the beginning of that of <paramref name="newSize"/>.</summary>
    public IReadOnlyList<byte[]> ConsistencyProof(long oldSize, long newSize)
    {
        Require(oldSize > 0 && oldSize <= newSize && newSize <= Size, "size");
        List<byte[]> proof = [];
        if (oldSize < newSize)
            Consistency(oldSize, 0, newSize, isWhole: true, proof);
        return proof;
    }

    // RFC 6962 2.1.1, PATH(m, D[n]).
    private void Path(long index, long start, long count, List<byte[]> path)
    {
        if (count == 1)
            return;
        long left = LargestPowerBelow(count);
        if (index < left)
        {
            Path(index, start, left, path);
            path.Add(Subtree(start + left, count - left));
        }
        else
        {
            Path(index - left, start + left, count - left, path);
            path.Add(Subtree(start, left));
        }
    }

    // RFC 6962 2.1.2, SUBPROOF(m, D[n], b).
    private void Consistency(long oldCount, long start, long count, bool isWhole, List<byte[]> proof)
    {
        if (oldCount == count)
        {
            if (!isWhole)
                proof.Add(Subtree(start, count));
            return;
        }
        long left = LargestPowerBelow(count);
        if (oldCount <= left)
        {
            Consistency(oldCount, start, left, isWhole, proof);
            proof.Add(Subtree(start + left, count - left));
        }
        else
        {
            Consistency(oldCount - left, start + left, count - left, isWhole: false, proof);
            proof.Add(Subtree(start, left));
        }
    }

    private byte[] Subtree(long start, long count)
    {
        if (long.IsPow2(count) && start % count == 0)
        {
            int level = (int)long.Log2(count);
            return _levels[level][(int)(start / count)];
        }
        long left = LargestPowerBelow(count);
        return MerkleHash.Node(Algorithm, Subtree(start, left), Subtree(start + left, count - left));
    }

    private static long LargestPowerBelow(long count) => 1L << (int)long.Log2(count - 1);

    private static void Require(bool holds, string name)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(name);
    }
}
