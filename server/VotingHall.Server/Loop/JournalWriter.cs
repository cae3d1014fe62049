using VotingHall.Core;
using VotingHall.Server.Stores;
using VotingHall.Signing;

namespace VotingHall.Server.Loop;

/// <summary>
/// 流水写入: turns facts into leaves, private parts, salts and roots, and makes one turn of them durable at once. A named ballot's leaf holds
/// a salted digest of its private part; masked ballots of a turn share one leaf with one salted root. Source: design.md, settled question 2.
/// </summary>
public sealed class JournalWriter
{
    private readonly IJournalStore store;
    private readonly JournalTree tree;
    private readonly DigestAlgorithm digest;
    private readonly Func<int, byte[]> randomBytes;
    private readonly List<StoredEntry> entries = [];
    private readonly Dictionary<(RoundNo, KeypadUid), StoredPart> parts = [];
    private readonly List<StoredSalt> salts = [];
    private readonly List<StoredBlob> blobs = [];
    private readonly Dictionary<RoundNo, Dictionary<KeypadUid, byte[]>> masked = [];
    private readonly Dictionary<RoundNo, byte[]> batchSalts = [];
    private bool settle;

    /// <param name="tree">The tree of everything already in <paramref name="store"/>.</param>
    public JournalWriter(IJournalStore store, JournalTree tree, Func<int, byte[]> randomBytes)
    {
        this.store = store;
        this.tree = tree;
        digest = tree.Suite.Digest;
        this.randomBytes = randomBytes;
    }

    public void Add(Fact fact)
    {
        byte[]? part = fact.Private is { } held ? PrivatePartBytes.Write(held) : null;
        if (fact.Private is { } kept)
            parts[(kept.Round, kept.Keypad)] = new StoredPart(kept.Round, kept.Keypad, part!);
        if (fact is { Private: PrivatePart.Masked words, Event: HallEvent.MaskedBallotHeld })
        {
            if (!masked.TryGetValue(words.Round, out Dictionary<KeypadUid, byte[]>? batch))
                masked[words.Round] = batch = [];
            batch[words.Keypad] = part!;
        }
        settle |= fact.Event is HallEvent.RoundClosed;
        if (!fact.Event.IsLeaf)
            return;

        long number = tree.Size;
        Octets? commitment = null;
        if (fact is { Event: HallEvent.BallotCast cast })
        {
            byte[] salt = randomBytes(BatchRoot.SaltSize);
            salts.Add(new StoredSalt(number, cast.Round, salt));
            commitment = new Octets(BatchRoot.OfPart(digest, salt, part!));
        }
        if (fact.Event is HallEvent.BallotsBatched batched && batchSalts.Remove(batched.Round, out byte[]? batchSalt))
            salts.Add(new StoredSalt(number, batched.Round, batchSalt));
        byte[] leaf = new JournalEntry(number, fact.Event, commitment).ToBytes();
        tree.Append(leaf);
        entries.Add(new StoredEntry(number, leaf));
    }

    /// <summary>Keeps bytes under their digest with the next flush (papers, signed records).</summary>
    public void AddBlob(StoredBlob kept) => blobs.Add(kept);

    /// <summary>The salted root over this turn's masked ballots of each round; each is given once.</summary>
    internal IReadOnlyList<(RoundNo Round, Octets Root)> RootsOfMaskedBallots()
    {
        List<(RoundNo, Octets)> roots = [];
        foreach ((RoundNo round, Dictionary<KeypadUid, byte[]> batch) in masked)
        {
            byte[] salt = randomBytes(BatchRoot.SaltSize);
            batchSalts[round] = salt;
            IEnumerable<byte[]> items = batch.Select(ballot => (byte[])[.. BitConverter.GetBytes(ballot.Key.Value).Reverse(), .. ballot.Value]);
            roots.Add((round, new Octets(BatchRoot.Compute(digest, salt, items))));
        }
        masked.Clear();
        return roots;
    }

    /// <summary>Everything added since the last flush becomes durable, or a <see cref="JournalFault"/> goes up and nothing may be told.</summary>
    public void Flush()
    {
        if (entries.Count == 0 && parts.Count == 0 && blobs.Count == 0)
            return;
        store.Append(new JournalBatch
        {
            Entries = [.. entries],
            Parts = [.. parts.Values],
            Salts = [.. salts],
            Blobs = [.. blobs],
            Root = entries.Count == 0 ? null : new StoredRoot(tree.Size, tree.Head("").Roots[0]),
        });
        store.Flush();
        if (settle)
            store.SettleRound();
        entries.Clear();
        parts.Clear();
        salts.Clear();
        blobs.Clear();
        settle = false;
    }
}
