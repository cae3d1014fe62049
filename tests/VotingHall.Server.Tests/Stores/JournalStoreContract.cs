using System.Text;
using VotingHall.Core;
using VotingHall.Server.Stores;
using Xunit;

namespace VotingHall.Server.Tests.Stores;

/// <summary>The contract of <see cref="IJournalStore"/>, run for every implementation.</summary>
public abstract class JournalStoreContract : IDisposable
{
    private readonly List<IJournalStore> opened = [];

    protected abstract IJournalStore Create();

    /// <summary>Ends the store as a crash would and opens what is left.</summary>
    protected abstract IJournalStore CrashAndOpen(IJournalStore store);

    [Fact]
    public void What_was_flushed_is_there_after_a_crash()
    {
        IJournalStore store = Open();
        store.Append(Batch(0, 3) with { Blobs = [Blob("paper", "bytes of a paper")] });
        store.Flush();
        IJournalStore found = Crash(store);
        Assert.Equal(3, found.EntryCount);
        Assert.Equal(["leaf 0", "leaf 1", "leaf 2"], found.ReadEntries().Select(entry => Text(entry.Leaf)));
        Assert.Equal(["leaf 1", "leaf 2"], found.ReadEntries(1).Select(entry => Text(entry.Leaf)));
        StoredRoot root = Assert.Single(found.ReadRoots());
        Assert.Equal((3, "root 3"), (root.Size, Text(root.Root)));
        Assert.Equal("bytes of a paper", Text(found.ReadBlob("paper"u8)));
        Assert.Null(found.ReadBlob("other"u8));
    }

    [Fact]
    public void What_was_not_flushed_is_gone_as_a_whole()
    {
        IJournalStore store = Open();
        store.Append(Batch(0, 2));
        store.Flush();
        store.Append(Batch(2, 2) with { Parts = [Part(1, 7, "a")], Salts = [new StoredSalt(2, new RoundNo(1), Bytes("s"))], Blobs = [Blob("d", "x")] });
        Assert.Equal(4, store.EntryCount);
        Assert.Equal(4, store.ReadEntries().Count());
        IJournalStore found = Crash(store);
        Assert.Equal(2, found.EntryCount);
        Assert.Empty(found.ReadParts(new RoundNo(1)));
        Assert.Empty(found.ReadSalts(new RoundNo(1)));
        Assert.Null(found.ReadBlob("d"u8));
        found.Append(Batch(2, 1));
        found.Flush();
        Assert.Equal(3, found.EntryCount);
    }

    [Fact]
    public void A_later_part_replaces_the_earlier_one_and_order_of_casting_is_not_visible()
    {
        IJournalStore store = Open();
        store.Append(new JournalBatch { Parts = [Part(2, 9, "first"), Part(2, ulong.MaxValue, "high"), Part(3, 1, "other round")] });
        store.Append(new JournalBatch { Parts = [Part(2, 3, "low"), Part(2, 9, "second")] });
        store.Flush();
        Assert.Equal([3UL, 9UL, ulong.MaxValue], store.ReadParts(new RoundNo(2)).Select(part => part.Keypad.Value));
        Assert.Equal(["low", "second", "high"], store.ReadParts(new RoundNo(2)).Select(part => Text(part.Bytes)));
        Assert.Equal([new RoundNo(2), new RoundNo(3)], store.ReadRoundsWithParts());
    }

    [Fact]
    public void An_erased_round_loses_parts_and_salts_and_nothing_else()
    {
        IJournalStore store = Open();
        store.Append(Batch(0, 2) with
        {
            Parts = [Part(1, 5, "secret"), Part(2, 5, "kept")],
            Salts = [new StoredSalt(0, new RoundNo(1), Bytes("salt 0")), new StoredSalt(1, new RoundNo(2), Bytes("salt 1"))],
        });
        store.Flush();
        store.Append(Batch(2, 1) with { Parts = [Part(1, 6, "late")], ErasedRounds = [new RoundNo(1)] });
        store.SettleRound();
        IJournalStore found = Crash(store);
        Assert.Equal(3, found.EntryCount);
        Assert.Empty(found.ReadParts(new RoundNo(1)));
        Assert.Empty(found.ReadSalts(new RoundNo(1)));
        Assert.Equal("kept", Text(Assert.Single(found.ReadParts(new RoundNo(2))).Bytes));
        Assert.Equal("salt 1", Text(Assert.Single(found.ReadSalts(new RoundNo(2))).Bytes));
    }

    [Fact]
    public void A_wrong_number_stages_nothing()
    {
        IJournalStore store = Open();
        store.Append(Batch(0, 1));
        Assert.Throws<ArgumentException>(() => store.Append(Batch(2, 1)));
        Assert.Throws<ArgumentException>(() => store.Append(Batch(0, 1)));
        Assert.Throws<ArgumentException>(() => store.Append(Batch(1, 2) with { Root = new StoredRoot(2, Bytes("r")) }));
        Assert.Throws<ArgumentException>(() => store.Append(Batch(1, 1) with { Parts = [Part(0, 1, "x")] }));
        Assert.Throws<ArgumentException>(() => store.Append(Batch(1, 1) with { Parts = [Part(1, 0, "x")] }));
        Assert.Throws<ArgumentException>(() => store.Append(Batch(1, 1) with { Salts = [new StoredSalt(2, new RoundNo(1), Bytes("s"))] }));
        Assert.Equal(1, store.EntryCount);
        store.Append(Batch(1, 1));
        store.Flush();
        Assert.Equal(2, Crash(store).EntryCount);
    }

    [Fact]
    public void The_same_digest_twice_changes_nothing()
    {
        IJournalStore store = Open();
        store.Append(new JournalBatch { Blobs = [Blob("d", "one")] });
        store.Append(new JournalBatch { Blobs = [Blob("d", "two")] });
        store.Flush();
        Assert.Equal("one", Text(store.ReadBlob("d"u8)));
    }

    [Fact]
    public void More_entries_than_one_page_come_in_order()
    {
        IJournalStore store = Open();
        store.Append(Batch(0, 2048));
        store.Append(Batch(2048, 452));
        store.Flush();
        Assert.Equal(Enumerable.Range(0, 2500).Select(n => (long)n), Crash(store).ReadEntries().Select(entry => entry.Number));
    }

    [Fact]
    public void The_text_of_a_private_part_shows_nothing()
    {
        Assert.Equal("StoredPart", Part(1, 2, "x").ToString());
        Assert.Equal("StoredSalt", new StoredSalt(1, new RoundNo(1), Bytes("s")).ToString());
    }

    public void Dispose()
    {
        foreach (IJournalStore store in opened)
            store.Dispose();
        Clear();
        GC.SuppressFinalize(this);
    }

    protected virtual void Clear()
    {
    }

    internal static JournalBatch Batch(long first, int count) => new()
    {
        Entries = [.. Enumerable.Range(0, count).Select(i => new StoredEntry(first + i, Bytes("leaf " + (first + i))))],
        Root = new StoredRoot(first + count, Bytes("root " + (first + count))),
    };

    internal static StoredPart Part(int round, ulong keypad, string text) => new(new RoundNo(round), new KeypadUid(keypad), Bytes(text));

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static StoredBlob Blob(string digest, string text) => new(Bytes(digest), Bytes(text));

    private IJournalStore Open()
    {
        IJournalStore store = Create();
        opened.Add(store);
        return store;
    }

    private IJournalStore Crash(IJournalStore store)
    {
        IJournalStore found = CrashAndOpen(store);
        opened.Add(found);
        return found;
    }
}
