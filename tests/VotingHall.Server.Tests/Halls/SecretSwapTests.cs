using VotingHall.Core;
using VotingHall.Server.Stores;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Halls;

/// <summary>
/// Aim (invariant I6 of the protocol): two members exchange their choices in a secret round and nothing but masked words changes: not the
/// journal, not the notes, not what a screen can see at any moment, not the stored parts of anybody else.
/// </summary>
public class SecretSwapTests
{
    private const int Members = 12;
    private const int One = 2;
    private const int Other = 9;

    private static readonly IReadOnlyList<AgendaItem> Agenda = [Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Secret)];

    [Xunit.Fact]
    public void Exchanged_choices_change_masked_words_and_nothing_else()
    {
        Traces straight = Run(one: KeypadKey.For, other: KeypadKey.Against);
        Traces swapped = Run(one: KeypadKey.Against, other: KeypadKey.For);

        Assert.Equal(straight.Journal, swapped.Journal);
        Assert.NotEqual(straight.BatchRoots, swapped.BatchRoots);   // salted roots over masked words
        Assert.Equal(straight.Notes, swapped.Notes);
        Assert.Equal(straight.Seen, swapped.Seen);
        Assert.Equal(straight.TallyRequest, swapped.TallyRequest);  // sums and participants only
        Assert.Equal(straight.Parts.Keys, swapped.Parts.Keys);
        foreach (KeypadUid uid in straight.Parts.Keys)
        {
            (PressId Press, bool Sealed, string Words) a = straight.Parts[uid], b = swapped.Parts[uid];
            Assert.Equal((a.Press, a.Sealed, a.Words.Length), (b.Press, b.Sealed, b.Words.Length));
            Assert.Equal(uid != straight.One && uid != straight.Other, a.Words == b.Words);
        }
    }

    [Xunit.Fact]
    public void Another_result_is_noticed_by_the_comparison()
    {
        Traces straight = Run(one: KeypadKey.For, other: KeypadKey.Against);
        Traces changed = Run(one: KeypadKey.Against, other: KeypadKey.Against);
        Assert.NotEqual(straight.Journal, changed.Journal);
        Assert.NotEqual(straight.TallyRequest, changed.TallyRequest);
    }

    private static Traces Run(KeypadKey one, KeypadKey other)
    {
        using VirtualHall hall = new(Members, 2, Agenda, seed: 21);
        VirtualHallTests.Gather(hall);
        VirtualHallTests.RollCall(hall, Members);
        VirtualHallTests.Open(hall, "2");
        List<string> seen = [];
        void Watch(int ms)
        {
            for (int i = 0; i < ms; i++)
            {
                hall.RunFor(1);
                HallState state = hall.Loop.Published;
                seen.Add($"{hall.NowMs} v{state.Version} {hall.Current.Phase} {hall.Current.Box.Count} {string.Join(',', hall.Simulator.Views().Select(keypad => (keypad.Lamp, keypad.State)))}");
            }
        }

        for (int i = 0; i < Members; i++)
        {
            KeypadKey key = i switch { One => one, Other => other, _ => (KeypadKey)(i % 3) };
            hall.Simulator.Key(i, key, down: true);
            Watch(60);
            hall.Simulator.Key(i, key, down: false);
        }
        Watch(1_000);
        VirtualHallTests.Finish(hall);
        Watch(500);
        return new Traces(hall, seen);
    }

    /// <summary>Everything a run leaves behind.</summary>
    private sealed class Traces
    {
        public Traces(VirtualHall hall, IReadOnlyList<string> seen)
        {
            Seen = seen;
            One = new KeypadUid(hall.Simulator.View(SecretSwapTests.One).Uid);
            Other = new KeypadUid(hall.Simulator.View(SecretSwapTests.Other).Uid);
            Notes = [.. hall.Notes.Select(note => note.ToString())];
            List<string> journal = [];
            List<string> roots = [];
            foreach (StoredEntry entry in hall.Store.ReadEntries())
            {
                Assert.True(JournalEntry.TryRead(entry.Leaf.Span, out JournalEntry read));
                string leaf = System.Text.Encoding.UTF8.GetString(entry.Leaf.Span);
                if (read.Event is HallEvent.BallotsBatched batched)
                {
                    string root = Convert.ToHexStringLower(batched.SaltedRoot.Span);
                    Assert.Contains(root, leaf);
                    roots.Add(root);
                    leaf = leaf.Replace(root, "", StringComparison.Ordinal);
                }
                journal.Add(leaf);
            }
            (Journal, BatchRoots) = (journal, roots);
            TallyRequest = Convert.ToHexString(hall.Store.ReadBlob(hall.Current.TallyRequest!.Span)!);
            foreach ((KeypadUid uid, MaskedHolding holding) in ((BallotBox.Masked)hall.Current.Box).Ballots)
                Parts[uid] = (holding.Press, holding.Sealed, Convert.ToHexString(holding.Words.Span));
            foreach (StoredPart part in hall.Store.ReadParts(hall.Current.No))
            {
                Assert.True(PrivatePartBytes.TryRead(part.Round, part.Keypad, part.Bytes.Span, out PrivatePart read));
                MaskedHolding stored = Assert.IsType<PrivatePart.Masked>(read).Holding;
                Assert.Equal(Parts[part.Keypad], (stored.Press, stored.Sealed, Convert.ToHexString(stored.Words.Span)));
            }
        }

        public KeypadUid One { get; }

        public KeypadUid Other { get; }

        public IReadOnlyList<string> Journal { get; }

        public IReadOnlyList<string> BatchRoots { get; }

        public IReadOnlyList<string> Notes { get; }

        public IReadOnlyList<string> Seen { get; }

        public string TallyRequest { get; }

        public SortedDictionary<KeypadUid, (PressId Press, bool Sealed, string Words)> Parts { get; } = [];
    }
}
