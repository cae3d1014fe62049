using VotingHall.Core;

namespace VotingHall.Server.Stores;

/// <summary>
/// 一批写入: everything that becomes durable together, or not at all. Built by the loop once per turn. Source: design.md 2, settled question 2.
/// </summary>
public sealed record JournalBatch
{
    /// <summary>Public leaves in order; <c>Number</c> continues the store's count without a gap.</summary>
    public IReadOnlyList<StoredEntry> Entries { get; init; } = [];

    /// <summary>Private parts: a later part of the same round and keypad replaces the earlier one.</summary>
    public IReadOnlyList<StoredPart> Parts { get; init; } = [];

    /// <summary>Salts of commitments and batch roots, erased with their round.</summary>
    public IReadOnlyList<StoredSalt> Salts { get; init; } = [];

    /// <summary>Merkle root after the last entry of this batch; null when the batch has no entry.</summary>
    public StoredRoot? Root { get; init; }

    /// <summary>Small objects by digest (ballot papers, signed records); storing the same digest again changes nothing.</summary>
    public IReadOnlyList<StoredBlob> Blobs { get; init; } = [];

    /// <summary>Rounds whose private parts and salts are erased. Applied last, so a batch cannot store and keep what it erases.</summary>
    public IReadOnlyList<RoundNo> ErasedRounds { get; init; } = [];
}

/// <summary>流水条目: one leaf of the log, its number from 0.</summary>
public sealed record StoredEntry(long Number, ReadOnlyMemory<byte> Leaf);

/// <summary>
/// 私有部分: what a keypad handed in, apart from the public log (a named ballot, or masked words that mean nothing by themselves).
/// Its text form never shows the bytes.
/// </summary>
public sealed record StoredPart(RoundNo Round, KeypadUid Keypad, ReadOnlyMemory<byte> Bytes)
{
    public override string ToString() => "StoredPart";
}

/// <summary>盐值: random bytes behind the commitment in entry <paramref name="Entry"/>.</summary>
public sealed record StoredSalt(long Entry, RoundNo Round, ReadOnlyMemory<byte> Bytes)
{
    public override string ToString() => "StoredSalt";
}

/// <summary>批次根: Merkle root over the first <paramref name="Size"/> entries; a restart recomputes and compares it.</summary>
public sealed record StoredRoot(long Size, ReadOnlyMemory<byte> Root);

/// <summary>小对象: bytes kept under their digest. The digest is the caller's; the store does not know the suite.</summary>
public sealed record StoredBlob(ReadOnlyMemory<byte> Digest, ReadOnlyMemory<byte> Bytes);
