using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VotingHall.Server.Stores;

/// <summary>
/// 流水库结构: recognises a journal file, or lays out an empty one. The mark (application id) and the schema version stand in the file's
/// header, so a foreign file is refused before SQLite may write a byte to it.
/// </summary>
internal static class SqliteJournalSchema
{
    /// <summary>"VHJ1" in the header's application id.</summary>
    public const int ApplicationId = 0x56484A31;

    public const int Version = 1;

    private const int HeaderLength = 100;
    private const int ApplicationIdOffset = 68;

    private const string Layout = """
        CREATE TABLE entries (n INTEGER PRIMARY KEY, leaf BLOB NOT NULL) STRICT;
        CREATE TABLE roots (size INTEGER PRIMARY KEY, root BLOB NOT NULL) STRICT;
        CREATE TABLE salts (n INTEGER PRIMARY KEY, round INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
        CREATE TABLE blobs (digest BLOB NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE parts (round INTEGER NOT NULL, keypad BLOB NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (round, keypad)) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Before SQLite opens the file: absent and empty are fine, a foreign file is a fault.</summary>
    public static void RefuseForeignFile(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
            return;
        Span<byte> header = stackalloc byte[HeaderLength];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.StartsWith("SQLite format 3\0"u8))
            throw SqliteFaults.NotAJournal(path);
        int mark = BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]);
        if (mark != ApplicationId)
            throw SqliteFaults.NotAJournal(path);
    }

    /// <summary>After opening, under the exclusive lock: lays out an empty file, checks a filled one.</summary>
    public static void Prepare(SqliteConnection connection, string path)
    {
        if (ReadNumber(connection, "SELECT count(*) FROM sqlite_master") == 0)
        {
            // Still in rollback mode: the mark reaches the main file with the first commit, never the write-ahead file alone.
            Execute(connection, "PRAGMA journal_mode = DELETE");
            Execute(connection, string.Create(CultureInfo.InvariantCulture,
                $"BEGIN EXCLUSIVE; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; {Layout} COMMIT;"));
            return;
        }
        if (ReadNumber(connection, "PRAGMA application_id") != ApplicationId)
            throw SqliteFaults.NotAJournal(path);
        long version = ReadNumber(connection, "PRAGMA user_version");
        if (version > Version)
            throw SqliteFaults.NewerSchema(path, version, Version);
        if (version < 1)
            throw SqliteFaults.Corrupt(path, string.Create(CultureInfo.InvariantCulture, $"schema version {version}"));
        string check = ReadText(connection, "PRAGMA quick_check(1)");
        if (check != "ok")
            throw SqliteFaults.Corrupt(path, check);
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long ReadNumber(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar() ?? 0L, CultureInfo.InvariantCulture);
    }

    private static string ReadText(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string ?? "";
    }
}
