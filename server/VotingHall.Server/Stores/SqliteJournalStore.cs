using System.Globalization;
using Microsoft.Data.Sqlite;
using VotingHall.Core;

namespace VotingHall.Server.Stores;

/// <summary>
/// SQLite 流水存储: one file, write-ahead log, <c>synchronous=FULL</c>, held exclusively. Source: design.md 8; stack.md 7; record.md 10.
/// </summary>
public sealed class SqliteJournalStore : IJournalStore
{
    /// <summary>Size limit unless stated otherwise: 4 GiB, far above a meeting with 3,000 members.</summary>
    public const long SizeMaxDefault = 4L * 1024 * 1024 * 1024;

    private const int PageSize = 4096;
    private const int EntriesAtOnce = 1024;

    private readonly string path;
    private readonly SqliteConnection connection;
    private readonly SqliteStatements statements;
    private bool inTransaction;
    private JournalFault? fault;

    private SqliteJournalStore(string path, SqliteConnection connection, SqliteStatements statements, long entryCount)
    {
        this.path = path;
        this.connection = connection;
        this.statements = statements;
        EntryCount = entryCount;
    }

    public long EntryCount { get; private set; }

    /// <summary>Opens or creates the journal. Faults: not a journal, newer schema, damaged, held by another server, device.</summary>
    public static SqliteJournalStore Open(string path, long sizeMax = SizeMaxDefault)
    {
        SQLitePCL.Batteries_V2.Init();
        SqliteConnection? connection = null;
        try
        {
            SqliteJournalSchema.RefuseForeignFile(path);
            connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ToString());
            connection.Open();
            SqliteJournalSchema.Execute(connection, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY");
            SqliteJournalSchema.Prepare(connection, path);
            SqliteJournalSchema.Execute(connection, "PRAGMA journal_mode = WAL");
            SqliteJournalSchema.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {sizeMax / PageSize}"));
            // Takes the write lock now: a second server must fail at its start, not at its first vote.
            SqliteJournalSchema.Execute(connection, "BEGIN IMMEDIATE; COMMIT");
            long count = CountEntries(connection, path);
            SqliteJournalStore store = new(path, connection, new SqliteStatements(connection), count);
            connection = null;
            return store;
        }
        catch (SqliteException error)
        {
            throw SqliteFaults.From(error, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JournalFault(JournalFaultKind.Device, $"无法打开流水存储 {path}。请检查路径和权限。",
                $"The journal {path} cannot be opened. Check path and permissions.", error);
        }
        finally
        {
            connection?.Dispose();
        }
    }

    public void Append(JournalBatch batch)
    {
        long after = JournalNumbering.Check(batch, EntryCount);
        Guard(() =>
        {
            if (!inTransaction)
                statements.Begin();
            inTransaction = true;
            foreach (StoredEntry entry in batch.Entries)
                statements.Add(entry);
            if (batch.Root is { } root)
                statements.Add(root);
            foreach (StoredSalt salt in batch.Salts)
                statements.Put(salt);
            foreach (StoredPart part in batch.Parts)
                statements.Put(part);
            foreach (StoredBlob blob in batch.Blobs)
                statements.Add(blob);
            foreach (RoundNo round in batch.ErasedRounds)
            {
                statements.EraseParts(round);
                statements.EraseSalts(round);
            }
            return true;
        });
        EntryCount = after;
    }

    public void Flush() => Guard(() =>
    {
        if (inTransaction)
            statements.Commit();
        inTransaction = false;
        return true;
    });

    public void SettleRound()
    {
        Flush();
        Guard(() =>
        {
            // The place of a row inside its page, and of a page inside the file, tells when it came. A file written anew in key order
            // tells nothing.
            SqliteJournalSchema.Execute(connection, "VACUUM");
            if (SqliteJournalSchema.ReadNumber(connection, "PRAGMA wal_checkpoint(TRUNCATE)") != 0)
                throw SqliteFaults.InUse(path);
            return true;
        });
    }

    public IEnumerable<StoredEntry> ReadEntries(long from = 0)
    {
        for (long next = from; ;)
        {
            long start = next;
            List<StoredEntry> page = Guard(() => statements.ReadEntries(start, EntriesAtOnce));
            foreach (StoredEntry entry in page)
            {
                if (entry.Number != next)
                    throw fault = Gap(path, next);
                yield return entry;
                next++;
            }
            if (page.Count < EntriesAtOnce)
                yield break;
        }
    }

    public IReadOnlyList<StoredRoot> ReadRoots() => Guard(statements.ReadRoots);

    public IReadOnlyList<RoundNo> ReadRoundsWithParts() => Guard(statements.ReadRounds);

    public IReadOnlyList<StoredPart> ReadParts(RoundNo round) => Guard(() => statements.ReadParts(round));

    public IReadOnlyList<StoredSalt> ReadSalts(RoundNo round) => Guard(() => statements.ReadSalts(round));

    public byte[]? ReadBlob(ReadOnlySpan<byte> digest)
    {
        byte[] key = digest.ToArray();
        return Guard(() => statements.ReadBlob(key));
    }

    public void Dispose()
    {
        statements.Dispose();
        connection.Dispose();
    }

    private static long CountEntries(SqliteConnection connection, string path)
    {
        long count = SqliteJournalSchema.ReadNumber(connection, "SELECT count(*) FROM entries");
        long next = SqliteJournalSchema.ReadNumber(connection, "SELECT coalesce(max(n) + 1, 0) FROM entries");
        long first = SqliteJournalSchema.ReadNumber(connection, "SELECT coalesce(min(n), 0) FROM entries");
        return count == next && first == 0 ? count : throw Gap(path, count);
    }

    private static JournalFault Gap(string path, long near) =>
        SqliteFaults.Corrupt(path, string.Create(CultureInfo.InvariantCulture, $"entries are not consecutive near {near}"));

    private T Guard<T>(Func<T> work)
    {
        if (fault is not null)
            throw fault;
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw fault = SqliteFaults.From(error, path);
        }
        catch (JournalFault raised)
        {
            fault = raised;
            throw;
        }
    }
}
