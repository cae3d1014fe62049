using VotingHall.Core;

namespace VotingHall.Server.Stores;

/// <summary>
/// 流水存储: where the log and the private parts rest. Contract, checked by one test suite for every implementation:
/// <list type="bullet">
/// <item>Synchronous, one writer, one thread: the loop's.</item>
/// <item><see cref="Append"/> stages, <see cref="Flush"/> makes durable; when Flush has returned, everything appended before survives a
/// crash and a power cut. What was not flushed is gone as a whole batch after a crash, never in part.</item>
/// <item>Reading shows what was appended, flushed or not.</item>
/// <item>A device fault is a <see cref="JournalFault"/>; after one the store answers every call with it, so a loop that goes on by mistake
/// cannot acknowledge anything. A wrong entry number is a bug (<see cref="ArgumentException"/>) and stages nothing.</item>
/// <item>Private parts carry no order of arrival; after <see cref="SettleRound"/> no byte of the store depends on it.</item>
/// </list>
/// </summary>
public interface IJournalStore : IDisposable
{
    /// <summary>Number of entries, staged ones included; the next entry's number.</summary>
    long EntryCount { get; }

    void Append(JournalBatch batch);

    void Flush();

    /// <summary>
    /// Called after close and after erasure: flushes, writes the store anew in key order and checkpoints the write-ahead file
    /// away, so that neither order of casting nor erased bytes remain in any file of the store.
    /// </summary>
    void SettleRound();

    /// <summary>Leaves from <paramref name="from"/> on, in order.</summary>
    IEnumerable<StoredEntry> ReadEntries(long from = 0);

    /// <summary>Roots in order of size.</summary>
    IReadOnlyList<StoredRoot> ReadRoots();

    /// <summary>Rounds that have private parts, ascending.</summary>
    IReadOnlyList<RoundNo> ReadRoundsWithParts();

    /// <summary>Private parts of a round, sorted by keypad.</summary>
    IReadOnlyList<StoredPart> ReadParts(RoundNo round);

    /// <summary>Salts of a round, sorted by entry.</summary>
    IReadOnlyList<StoredSalt> ReadSalts(RoundNo round);

    /// <summary>The bytes under a digest, or null.</summary>
    byte[]? ReadBlob(ReadOnlySpan<byte> digest);
}
