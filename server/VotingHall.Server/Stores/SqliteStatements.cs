using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using VotingHall.Core;

namespace VotingHall.Server.Stores;

/// <summary>预编译语句: every statement of the journal, prepared once; parameters by position.</summary>
internal sealed class SqliteStatements : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<SqliteCommand> all = [];

    private readonly SqliteCommand addEntry;
    private readonly SqliteCommand addRoot;
    private readonly SqliteCommand putSalt;
    private readonly SqliteCommand putPart;
    private readonly SqliteCommand addBlob;
    private readonly SqliteCommand eraseParts;
    private readonly SqliteCommand eraseSalts;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand readEntries;
    private readonly SqliteCommand readRoots;
    private readonly SqliteCommand readRounds;
    private readonly SqliteCommand readParts;
    private readonly SqliteCommand readSalts;
    private readonly SqliteCommand readBlob;

    public SqliteStatements(SqliteConnection connection)
    {
        this.connection = connection;
        begin = Prepare("BEGIN IMMEDIATE", 0);
        commit = Prepare("COMMIT", 0);
        addEntry = Prepare("INSERT INTO entries VALUES ($1, $2)", 2);
        addRoot = Prepare("INSERT INTO roots VALUES ($1, $2)", 2);
        putSalt = Prepare("INSERT INTO salts VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET round = excluded.round, bytes = excluded.bytes", 3);
        putPart = Prepare("INSERT INTO parts VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET bytes = excluded.bytes", 3);
        addBlob = Prepare("INSERT INTO blobs VALUES ($1, $2) ON CONFLICT DO NOTHING", 2);
        eraseParts = Prepare("DELETE FROM parts WHERE round = $1", 1);
        eraseSalts = Prepare("DELETE FROM salts WHERE round = $1", 1);
        readEntries = Prepare("SELECT n, leaf FROM entries WHERE n >= $1 ORDER BY n LIMIT $2", 2);
        readRoots = Prepare("SELECT size, root FROM roots ORDER BY size", 0);
        readRounds = Prepare("SELECT DISTINCT round FROM parts ORDER BY round", 0);
        readParts = Prepare("SELECT keypad, bytes FROM parts WHERE round = $1 ORDER BY keypad", 1);
        readSalts = Prepare("SELECT n, bytes FROM salts WHERE round = $1 ORDER BY n", 1);
        readBlob = Prepare("SELECT bytes FROM blobs WHERE digest = $1", 1);
    }

    public void Begin() => begin.ExecuteNonQuery();

    public void Commit() => commit.ExecuteNonQuery();

    public void Add(StoredEntry entry) => Run(addEntry, entry.Number, entry.Leaf.ToArray());

    public void Add(StoredRoot root) => Run(addRoot, root.Size, root.Root.ToArray());

    public void Put(StoredSalt salt) => Run(putSalt, salt.Entry, salt.Round.Value, salt.Bytes.ToArray());

    public void Put(StoredPart part) => Run(putPart, part.Round.Value, KeyOf(part.Keypad), part.Bytes.ToArray());

    public void Add(StoredBlob blob) => Run(addBlob, blob.Digest.ToArray(), blob.Bytes.ToArray());

    public void EraseParts(RoundNo round) => Run(eraseParts, round.Value);

    public void EraseSalts(RoundNo round) => Run(eraseSalts, round.Value);

    public List<StoredEntry> ReadEntries(long from, int count) =>
        ReadAll(readEntries, row => new StoredEntry(row.GetInt64(0), row.GetFieldValue<byte[]>(1)), from, count);

    public List<StoredRoot> ReadRoots() => ReadAll(readRoots, row => new StoredRoot(row.GetInt64(0), row.GetFieldValue<byte[]>(1)));

    public List<RoundNo> ReadRounds() => ReadAll(readRounds, row => new RoundNo(row.GetInt32(0)));

    public List<StoredPart> ReadParts(RoundNo round) => ReadAll(readParts,
        row => new StoredPart(round, new KeypadUid(BinaryPrimitives.ReadUInt64BigEndian(row.GetFieldValue<byte[]>(0))), row.GetFieldValue<byte[]>(1)),
        round.Value);

    public List<StoredSalt> ReadSalts(RoundNo round) =>
        ReadAll(readSalts, row => new StoredSalt(row.GetInt64(0), round, row.GetFieldValue<byte[]>(1)), round.Value);

    public byte[]? ReadBlob(byte[] digest)
    {
        List<byte[]> found = ReadAll(readBlob, row => row.GetFieldValue<byte[]>(0), digest);
        return found.Count == 0 ? null : found[0];
    }

    public void Dispose()
    {
        foreach (SqliteCommand command in all)
            command.Dispose();
    }

    // Big-endian, so that the order of the bytes is the order of the numbers.
    private static byte[] KeyOf(KeypadUid keypad)
    {
        byte[] key = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(key, keypad.Value);
        return key;
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        all.Add(command);
        command.CommandText = sql;
        for (int i = 1; i <= parameters; i++)
            command.Parameters.AddWithValue("$" + (char)('0' + i), DBNull.Value);
        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        Bind(command, values);
        command.ExecuteNonQuery();
    }

    private static List<T> ReadAll<T>(SqliteCommand command, Func<SqliteDataReader, T> map, params ReadOnlySpan<object> values)
    {
        Bind(command, values);
        List<T> rows = [];
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    private static void Bind(SqliteCommand command, ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }
}
