using VotingHall.Core;

namespace VotingHall.Signing;

/// <summary>
/// 流水树: the Merkle log of a journal under every hash of its suite (<c>dual</c> keeps two trees over the same leaves).
/// A leaf is the canonical bytes of an entry's public part. Source: record.md 5, design.md (one journal).
/// </summary>
public sealed class JournalTree
{
    private readonly MerkleLog[] _logs;

    public JournalTree(RecordSuite suite)
    {
        Suite = suite;
        _logs = [.. suite.Digests.Select(digest => new MerkleLog(digest))];
    }

    public RecordSuite Suite { get; }

    public long Size => _logs[0].Size;

    /// <summary>Appends an entry and returns its index, from 0.</summary>
    public long Append(Json leaf) => Append(CanonicalJson.Write(leaf));

    /// <summary>Appends an entry by its canonical bytes and returns its index, from 0.</summary>
    public long Append(ReadOnlySpan<byte> leaf)
    {
        long index = Size;
        foreach (MerkleLog log in _logs)
            log.Append(leaf);
        return index;
    }

    /// <summary>The head now.</summary>
    public LogHead Head(string origin) => HeadAt(origin, Size);

    /// <summary>The head when the log had <paramref name="size"/> leaves.</summary>
    public LogHead HeadAt(string origin, long size) => new(origin, size, [.. _logs.Select(log => log.RootAt(size))]);

    /// <summary>One audit path for each hash of the suite.</summary>
    public IReadOnlyList<IReadOnlyList<byte[]>> Inclusion(long index, long size) =>
        [.. _logs.Select(log => log.InclusionProof(index, size))];

    /// <summary>One consistency proof for each hash of the suite.</summary>
    public IReadOnlyList<IReadOnlyList<byte[]>> Consistency(long oldSize, long newSize) =>
        [.. _logs.Select(log => log.ConsistencyProof(oldSize, newSize))];
}

/// <summary>日志头 as checkpoints sign it: origin, number of leaves, and one root for each hash of the suite, the principal first.</summary>
public sealed record LogHead(string Origin, long Size, IReadOnlyList<byte[]> Roots)
{
    /// <summary>The same head in the shape a record's payload takes.</summary>
    public Core.LogHead ForRecord() => new(Origin, Size, new Octets(Roots[0]), Roots.Count == 2 ? new Octets(Roots[1]) : null);

    /// <summary>Same origin, size and roots.</summary>
    public bool IsSame(LogHead other) =>
        Origin == other.Origin && Size == other.Size && Roots.Count == other.Roots.Count
        && Roots.Zip(other.Roots).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
}
