using System.Diagnostics;
using Microsoft.Data.Sqlite;
using VotingHall.Server.Stores;

namespace VotingHall.Bench;

/// <summary>裸写: the least a program can do to make these rows durable with SQLite. The peer of the journal.</summary>
internal sealed class BareInsert : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand entry;
    private readonly SqliteCommand salt;
    private readonly SqliteCommand part;
    private readonly SqliteCommand root;

    public BareInsert(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Prepare("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", 0).ExecuteNonQuery();
        Prepare("""
            CREATE TABLE entries (n INTEGER PRIMARY KEY, leaf BLOB NOT NULL);
            CREATE TABLE roots (size INTEGER PRIMARY KEY, root BLOB NOT NULL);
            CREATE TABLE salts (n INTEGER PRIMARY KEY, round INTEGER NOT NULL, bytes BLOB NOT NULL);
            CREATE TABLE parts (round INTEGER NOT NULL, keypad INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (round, keypad)) WITHOUT ROWID;
            """, 0).ExecuteNonQuery();
        entry = Prepare("INSERT INTO entries VALUES ($1, $2)", 2);
        salt = Prepare("INSERT INTO salts VALUES ($1, $2, $3)", 3);
        part = Prepare("INSERT OR REPLACE INTO parts VALUES ($1, $2, $3)", 3);
        root = Prepare("INSERT INTO roots VALUES ($1, $2)", 2);
    }

    /// <summary>How long one row takes to become durable, so many times: what disk and neighbours cost at this moment.</summary>
    public static List<double> CommitsMs(int count)
    {
        using DiskFolder disk = new();
        using BareInsert insert = new(disk.Journal);
        return [.. Enumerable.Range(0, count).Select(i => 1e3 * insert.Seconds([new JournalBatch { Entries = [new StoredEntry(i, new byte[200])] }]))];
    }

    public double Seconds(IReadOnlyList<JournalBatch> batches)
    {
        long started = Stopwatch.GetTimestamp();
        foreach (JournalBatch batch in batches)
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            foreach (SqliteCommand command in (SqliteCommand[])[entry, salt, part, root])
                command.Transaction = transaction;
            foreach (StoredEntry row in batch.Entries)
                Insert(entry, row.Number, row.Leaf.ToArray());
            foreach (StoredSalt row in batch.Salts)
                Insert(salt, row.Entry, row.Round.Value, row.Bytes.ToArray());
            foreach (StoredPart row in batch.Parts)
                Insert(part, row.Round.Value, unchecked((long)row.Keypad.Value), row.Bytes.ToArray());
            if (batch.Root is { } last)
                Insert(root, last.Size, last.Root.ToArray());
            transaction.Commit();
        }
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public void Dispose()
    {
        foreach (SqliteCommand command in (SqliteCommand[])[entry, salt, part, root])
            command.Dispose();
        connection.Dispose();
    }

    private static void Insert(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 1; i <= parameters; i++)
            command.Parameters.AddWithValue("$" + (char)('0' + i), DBNull.Value);
        return command;
    }
}
