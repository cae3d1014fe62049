using VotingHall.Core;
using VotingHall.Server.Stores;
using VotingHall.Signing;

namespace VotingHall.Server.Loop;

/// <summary>
/// 流水重放: the hall as the journal has it: events folded in order, then the private parts laid back. A restart uses nothing else.
/// </summary>
public static class JournalReplay
{
    /// <summary>Reads the whole store.</summary>
    /// <exception cref="JournalFault">An entry that is no entry, a gap, or a root that does not fit: the file was changed.</exception>
    public static (HallState State, JournalTree Tree) Read(IJournalStore store, RecordSuite suite)
    {
        HallState state = HallState.Empty;
        JournalTree tree = new(suite);
        foreach (StoredEntry entry in store.ReadEntries())
        {
            if (entry.Number != tree.Size || !JournalEntry.TryRead(entry.Leaf.Span, out JournalEntry read) || read.No != entry.Number)
                throw Corrupt($"第 {entry.Number} 条无法读出", $"entry {entry.Number} cannot be read");
            state = Hall.Apply(state, read.Event);
            tree.Append(entry.Leaf.Span);
        }
        foreach (StoredRoot root in store.ReadRoots())
            if (root.Size > tree.Size || !tree.HeadAt("", root.Size).Roots[0].AsSpan().SequenceEqual(root.Root.Span))
                throw Corrupt($"前 {root.Size} 条的根不符", $"the root over the first {root.Size} entries does not fit");
        List<PrivatePart> parts = [];
        foreach (RoundNo round in store.ReadRoundsWithParts())
            foreach (StoredPart stored in store.ReadParts(round))
            {
                if (!PrivatePartBytes.TryRead(stored.Round, stored.Keypad, stored.Bytes.Span, out PrivatePart part))
                    throw Corrupt($"第 {round} 轮的一份选票无法读出", $"a ballot of round {round} cannot be read");
                parts.Add(part);
            }
        return (Hall.Restore(state, parts), tree);
    }

    private static JournalFault Corrupt(string chinese, string english) => new(
        JournalFaultKind.Corrupt,
        $"流水已损坏：{chinese}。请停止使用，保留文件并联系技术人员。",
        $"The journal is damaged: {english}. Stop, keep the file and call the technician.");
}
