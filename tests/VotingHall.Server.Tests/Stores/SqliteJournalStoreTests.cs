using System.Text;
using Microsoft.Data.Sqlite;
using VotingHall.Core;
using VotingHall.Server.Stores;
using Xunit;

namespace VotingHall.Server.Tests.Stores;

/// <summary>The contract for SQLite, and what only a file can get wrong: foreign, damaged, full, held, cut off, leftovers of erased bytes.</summary>
public sealed class SqliteJournalStoreTests : JournalStoreContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-journal-").FullName;
    private int copies;

    protected override IJournalStore Create() => SqliteJournalStore.Open(Path.Combine(folder, "hall.db"));

    // A copy of database and write-ahead file while the store is open is what a crash leaves on the disk.
    protected override IJournalStore CrashAndOpen(IJournalStore store) => SqliteJournalStore.Open(CopyOf("hall.db"));

    [Fact]
    public void A_write_ahead_file_cut_anywhere_yields_whole_batches()
    {
        using IJournalStore store = Create();
        for (int batch = 0; batch < 4; batch++)
        {
            store.Append(Batch(batch * 2L, 2) with { Parts = [Part(1, (ulong)batch + 1, "part " + batch)] });
            store.Flush();
        }
        byte[] wal = ReadShared(Path.Combine(folder, "hall.db-wal"));
        HashSet<long> seen = [];
        for (int length = 0; length <= wal.Length; length += 509)
        {
            string cut = CopyOf("hall.db");
            File.WriteAllBytes(cut + "-wal", wal[..length]);
            using SqliteJournalStore found = SqliteJournalStore.Open(cut);
            Assert.Equal(0, found.EntryCount % 2);
            Assert.Equal(found.EntryCount / 2, found.ReadParts(new RoundNo(1)).Count);
            Assert.Equal(found.EntryCount / 2, found.ReadRoots().Count);
            seen.Add(found.EntryCount);
        }
        Assert.True(seen.Count >= 4, "the cuts must fall between batches");
    }

    [Fact]
    public void A_foreign_database_is_refused_and_not_touched()
    {
        string path = Path.Combine(folder, "foreign.db");
        using (SqliteConnection other = new($"Data Source={path};Pooling=False"))
        {
            other.Open();
            using SqliteCommand command = other.CreateCommand();
            command.CommandText = "CREATE TABLE t (x); INSERT INTO t VALUES (1)";
            command.ExecuteNonQuery();
        }
        Refused(path, JournalFaultKind.NotAJournal);
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_and_not_touched()
    {
        string path = Path.Combine(folder, "letter.txt");
        File.WriteAllText(path, "Dear scrutineer, this is a letter and not a journal. It is longer than a header of one hundred bytes, as letters are.");
        Refused(path, JournalFaultKind.NotAJournal);
        File.WriteAllText(path, "short");
        Refused(path, JournalFaultKind.NotAJournal);
    }

    [Fact]
    public void A_damaged_page_is_a_fault()
    {
        using (IJournalStore store = Create())
            store.Append(Batch(0, 400));
        string path = CopyOf("hall.db");
        using (SqliteJournalStore store = SqliteJournalStore.Open(path))
        {
            store.Append(Batch(0, 400));
            store.Flush();
        }
        byte[] bytes = File.ReadAllBytes(path);
        Array.Fill<byte>(bytes, 0xA5, 4096, bytes.Length - 4096);
        File.WriteAllBytes(path, bytes);
        Assert.Equal(JournalFaultKind.Corrupt, Assert.Throws<JournalFault>(() => SqliteJournalStore.Open(path)).Kind);
    }

    [Fact]
    public void A_missing_entry_is_a_fault()
    {
        string path = Path.Combine(folder, "gap.db");
        using (SqliteJournalStore store = SqliteJournalStore.Open(path))
        {
            store.Append(Batch(0, 5));
            store.Flush();
        }
        Change(path, "DELETE FROM entries WHERE n = 2");
        Assert.Equal(JournalFaultKind.Corrupt, Assert.Throws<JournalFault>(() => SqliteJournalStore.Open(path)).Kind);
    }

    [Fact]
    public void A_later_schema_is_a_fault()
    {
        string path = Path.Combine(folder, "later.db");
        SqliteJournalStore.Open(path).Dispose();
        Change(path, "PRAGMA user_version = 2");
        Refused(path, JournalFaultKind.NewerSchema);
    }

    [Fact]
    public void A_second_server_is_refused_at_its_start()
    {
        using IJournalStore store = Create();
        Assert.Equal(JournalFaultKind.InUse, Assert.Throws<JournalFault>(() => SqliteJournalStore.Open(Path.Combine(folder, "hall.db"))).Kind);
    }

    [Fact]
    public void A_path_that_cannot_be_opened_is_a_fault()
    {
        Assert.Equal(JournalFaultKind.Device, Assert.Throws<JournalFault>(() => SqliteJournalStore.Open(Path.Combine(folder, "none", "hall.db"))).Kind);
        Assert.Equal(JournalFaultKind.Device, Assert.Throws<JournalFault>(() => SqliteJournalStore.Open(folder)).Kind);
    }

    [Fact]
    public void When_space_runs_out_the_store_stays_faulted_and_keeps_what_was_flushed()
    {
        string path = Path.Combine(folder, "full.db");
        using (SqliteJournalStore store = SqliteJournalStore.Open(path, sizeMax: 256 * 1024))
        {
            store.Append(Batch(0, 1));
            store.Flush();
            JournalFault fault = Assert.Throws<JournalFault>(() =>
            {
                for (int n = 1; n < 100; n++)
                {
                    store.Append(new JournalBatch { Entries = [new StoredEntry(n, new byte[16 * 1024])] });
                    store.Flush();
                }
            });
            Assert.Equal(JournalFaultKind.DiskFull, fault.Kind);
            Assert.Same(fault, Assert.Throws<JournalFault>(store.Flush));
            Assert.Same(fault, Assert.Throws<JournalFault>(() => store.Append(Batch(store.EntryCount, 1))));
        }
        using SqliteJournalStore found = SqliteJournalStore.Open(path);
        Assert.InRange(found.EntryCount, 2, 20);
        Assert.Equal(found.EntryCount, found.ReadEntries().Count());
    }

    [Fact]
    public void Erased_bytes_are_in_no_file()
    {
        const string needle = "MASKED-BALLOT-0123456789";
        using IJournalStore store = Create();
        for (ulong keypad = 1; keypad <= 300; keypad++)
            store.Append(new JournalBatch { Parts = [Part(4, keypad, needle + new string('x', 150))] });
        store.Flush();
        Assert.True(FilesContain(needle), "the needle must be found before it is erased");
        store.Append(Batch(0, 1) with { ErasedRounds = [new RoundNo(4)] });
        store.SettleRound();
        Assert.False(FilesContain(needle));
    }

    /// <summary>Two halls with the same ballots cast in opposite order leave the same bytes behind.</summary>
    [Fact]
    public void After_settling_no_byte_depends_on_the_order_of_casting()
    {
        byte[] up = Settled("up.db", Enumerable.Range(1, 600));
        byte[] down = Settled("down.db", Enumerable.Range(1, 600).Reverse());
        byte[] shuffled = Settled("shuffled.db", Enumerable.Range(1, 600).OrderBy(keypad => keypad * 7919 % 601));
        Assert.Equal(up, down);
        Assert.Equal(up, shuffled);
    }

    /// <summary>The test above can fail: without settling the files differ.</summary>
    [Fact]
    public void Before_settling_the_bytes_do_depend_on_the_order()
    {
        byte[] up = Settled("a.db", Enumerable.Range(1, 600), settle: false);
        byte[] down = Settled("b.db", Enumerable.Range(1, 600).Reverse(), settle: false);
        Assert.NotEqual(up, down);
    }

    protected override void Clear() => Directory.Delete(folder, recursive: true);

    private static void Refused(string path, JournalFaultKind kind)
    {
        byte[] before = File.ReadAllBytes(path);
        JournalFault fault = Assert.Throws<JournalFault>(() => SqliteJournalStore.Open(path));
        Assert.Equal(kind, fault.Kind);
        Assert.Contains(path, fault.Chinese, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.False(File.Exists(path + "-wal"));
    }

    private static void Change(string path, string sql)
    {
        using SqliteConnection other = new($"Data Source={path};Pooling=False");
        other.Open();
        using SqliteCommand command = other.CreateCommand();
        command.CommandText = sql + "; PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }

    private static byte[] ReadShared(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private byte[] Settled(string name, IEnumerable<int> order, bool settle = true)
    {
        string path = Path.Combine(folder, name);
        using SqliteJournalStore store = SqliteJournalStore.Open(path);
        foreach (int[] batch in order.Chunk(50))
        {
            store.Append(new JournalBatch { Parts = [.. batch.Select(keypad => Part(2, (ulong)keypad, new string((char)('a' + keypad % 26), 180)))] });
            store.Flush();
        }
        if (settle)
        {
            store.SettleRound();
            Assert.Equal(0, new FileInfo(path + "-wal").Length);
            return ReadShared(path);
        }
        store.Dispose();
        return ReadShared(path);
    }

    private bool FilesContain(string needle) => Directory.EnumerateFiles(folder)
        .Any(path => ReadShared(path).AsSpan().IndexOf(Encoding.UTF8.GetBytes(needle)) >= 0);

    private string CopyOf(string name)
    {
        string copy = Path.Combine(folder, $"copy{++copies}.db");
        File.WriteAllBytes(copy, ReadShared(Path.Combine(folder, name)));
        if (File.Exists(Path.Combine(folder, name + "-wal")))
            File.WriteAllBytes(copy + "-wal", ReadShared(Path.Combine(folder, name + "-wal")));
        return copy;
    }
}
