using VotingHall.Core;
using VotingHall.Server.Stores;

namespace VotingHall.Bench;

/// <summary>留存的批次: a store that also keeps the batches it was given, for the bare peer to write again.</summary>
internal sealed class BatchesKept(IJournalStore store, List<JournalBatch>? kept) : IJournalStore
{
    public long EntryCount => store.EntryCount;

    public void Append(JournalBatch batch)
    {
        kept?.Add(batch);
        store.Append(batch);
    }

    public void Flush() => store.Flush();

    public void SettleRound() => store.SettleRound();

    public IEnumerable<StoredEntry> ReadEntries(long from = 0) => store.ReadEntries(from);

    public IReadOnlyList<StoredRoot> ReadRoots() => store.ReadRoots();

    public IReadOnlyList<RoundNo> ReadRoundsWithParts() => store.ReadRoundsWithParts();

    public IReadOnlyList<StoredPart> ReadParts(RoundNo round) => store.ReadParts(round);

    public IReadOnlyList<StoredSalt> ReadSalts(RoundNo round) => store.ReadSalts(round);

    public byte[]? ReadBlob(ReadOnlySpan<byte> digest) => store.ReadBlob(digest);

    /// <summary>The store is the caller's.</summary>
    public void Dispose() => kept?.TrimExcess();
}
