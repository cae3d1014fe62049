using VotingHall.Core;

namespace VotingHall.Server.Stores;

/// <summary>
/// 内存流水存储: the same contract without a disk, for halls in virtual time. <see cref="Crash"/> gives what a restart would find.
/// </summary>
public sealed class MemoryJournalStore : IJournalStore
{
    private readonly List<StoredEntry> entries = [];
    private readonly List<StoredRoot> roots = [];
    private readonly SortedDictionary<long, StoredSalt> salts = [];
    private readonly SortedDictionary<(RoundNo Round, KeypadUid Keypad), StoredPart> parts = [];
    private readonly Dictionary<string, byte[]> blobs = [];
    private readonly List<JournalBatch> staged = [];
    private readonly List<JournalBatch> durable = [];

    public long EntryCount => entries.Count;

    public void Append(JournalBatch batch)
    {
        _ = JournalNumbering.Check(batch, EntryCount);
        Take(batch);
        staged.Add(batch);
    }

    public void Flush()
    {
        durable.AddRange(staged);
        staged.Clear();
    }

    public void SettleRound() => Flush();

    public IEnumerable<StoredEntry> ReadEntries(long from = 0) => entries.Skip((int)long.Min(from, entries.Count));

    public IReadOnlyList<StoredRoot> ReadRoots() => [.. roots];

    public IReadOnlyList<RoundNo> ReadRoundsWithParts() => [.. parts.Keys.Select(key => key.Round).Distinct()];

    public IReadOnlyList<StoredPart> ReadParts(RoundNo round) => [.. parts.Values.Where(part => part.Round == round)];

    public IReadOnlyList<StoredSalt> ReadSalts(RoundNo round) => [.. salts.Values.Where(salt => salt.Round == round)];

    public byte[]? ReadBlob(ReadOnlySpan<byte> digest) => blobs.TryGetValue(Convert.ToHexString(digest), out byte[]? bytes) ? [.. bytes] : null;

    /// <summary>A new store with everything flushed and nothing else.</summary>
    public MemoryJournalStore Crash()
    {
        MemoryJournalStore found = new();
        foreach (JournalBatch batch in durable)
            found.Append(batch);
        found.Flush();
        return found;
    }

    public void Dispose() => staged.Clear();

    private void Take(JournalBatch batch)
    {
        foreach (StoredEntry entry in batch.Entries)
            entries.Add(entry with { Leaf = entry.Leaf.ToArray() });
        if (batch.Root is { } root)
            roots.Add(root with { Root = root.Root.ToArray() });
        foreach (StoredSalt salt in batch.Salts)
            salts[salt.Entry] = salt with { Bytes = salt.Bytes.ToArray() };
        foreach (StoredPart part in batch.Parts)
            parts[(part.Round, part.Keypad)] = part with { Bytes = part.Bytes.ToArray() };
        foreach (StoredBlob blob in batch.Blobs)
            blobs.TryAdd(Convert.ToHexString(blob.Digest.Span), blob.Bytes.ToArray());
        foreach (RoundNo round in batch.ErasedRounds)
            Erase(round);
    }

    private void Erase(RoundNo round)
    {
        foreach ((RoundNo, KeypadUid Keypad) key in parts.Keys.Where(key => key.Round == round).ToList())
            parts.Remove(key);
        foreach (long entry in salts.Values.Where(salt => salt.Round == round).Select(salt => salt.Entry).ToList())
            salts.Remove(entry);
    }
}
