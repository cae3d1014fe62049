using VotingHall.Core;
using VotingHall.Server.Stores;

namespace VotingHall.Server.Tests.Halls;

/// <summary>The server ended here, between two of its steps.</summary>
internal sealed class ServerCrash() : Exception("the server crashed");

/// <summary>A store at which the server may end: before a flush (the batch is gone) and after it (it is there, and nobody was told).</summary>
internal sealed class CrashingStore(IJournalStore store, Action step) : IJournalStore
{
    public long EntryCount => store.EntryCount;

    public void Append(JournalBatch batch) => store.Append(batch);

    public void Flush()
    {
        step();
        store.Flush();
        step();
    }

    public void SettleRound()
    {
        store.SettleRound();
        step();
    }

    public IEnumerable<StoredEntry> ReadEntries(long from = 0) => store.ReadEntries(from);

    public IReadOnlyList<StoredRoot> ReadRoots() => store.ReadRoots();

    public IReadOnlyList<RoundNo> ReadRoundsWithParts() => store.ReadRoundsWithParts();

    public IReadOnlyList<StoredPart> ReadParts(RoundNo round) => store.ReadParts(round);

    public IReadOnlyList<StoredSalt> ReadSalts(RoundNo round) => store.ReadSalts(round);

    public byte[]? ReadBlob(ReadOnlySpan<byte> digest) => store.ReadBlob(digest);

    public void Dispose() => store.Dispose();
}
