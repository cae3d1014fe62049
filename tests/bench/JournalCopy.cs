using VotingHall.Core;
using VotingHall.Server.Stores;

namespace VotingHall.Bench;

/// <summary>流水的一段: the beginning of a hall's journal in another store, so that a measurement starts again and again from the same moment.</summary>
internal static class JournalCopy
{
    /// <summary>Entries before <paramref name="end"/> and the private parts and papers of these rounds.</summary>
    public static void Write(IJournalStore from, IJournalStore to, long end, IEnumerable<Round> rounds)
    {
        List<StoredPart> parts = [];
        List<StoredBlob> papers = [];
        foreach (Round round in rounds)
        {
            parts.AddRange(from.ReadParts(round.No));
            if (from.ReadBlob(round.PaperDigest.Span) is { } paper)
                papers.Add(new StoredBlob(round.PaperDigest.Span.ToArray(), paper));
        }
        to.Append(new JournalBatch { Entries = [.. from.ReadEntries().TakeWhile(entry => entry.Number < end)], Parts = parts, Blobs = papers });
        to.Flush();
    }

    /// <summary>Number of the entry that closed the round.</summary>
    public static long ClosedAt(IJournalStore store, RoundNo round)
    {
        foreach (StoredEntry entry in store.ReadEntries())
            if (JournalEntry.TryRead(entry.Leaf.Span, out JournalEntry read) && read.Event is HallEvent.RoundClosed closed && closed.Round == round)
                return entry.Number;
        throw new InvalidOperationException($"round {round} was not closed");
    }
}
