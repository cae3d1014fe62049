using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace VotingHall.Server.Stores;

/// <summary>SQLite 错误 to <see cref="JournalFault"/>: one place that knows the codes.</summary>
internal static class SqliteFaults
{
    public static JournalFault From(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => new(JournalFaultKind.DiskFull,
            $"流水存储 {path} 已无空间，系统停止接收。请腾出磁盘空间后重新启动。",
            $"The journal {path} has no space left; nothing more is accepted. Free disk space and start again.", error),
        raw.SQLITE_READONLY => new(JournalFaultKind.ReadOnly,
            $"流水存储 {path} 只读，无法写入。请检查文件权限和磁盘状态。",
            $"The journal {path} is read-only. Check the permissions of the file and the state of the disk.", error),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => InUse(path, error),
        raw.SQLITE_NOTADB => NotAJournal(path, error),
        raw.SQLITE_CORRUPT or raw.SQLITE_FORMAT or raw.SQLITE_ERROR or raw.SQLITE_MISMATCH => Corrupt(path, error.Message, error),
        _ => new(JournalFaultKind.Device,
            $"流水存储 {path} 读写失败（代码 {error.SqliteExtendedErrorCode}）。请检查磁盘和路径。",
            $"Reading or writing the journal {path} failed (code {error.SqliteExtendedErrorCode}). Check the disk and the path.", error),
    };

    public static JournalFault NotAJournal(string path, Exception? cause = null) => new(JournalFaultKind.NotAJournal,
        $"{path} 不是本系统的流水文件，未作任何写入。请核对路径。",
        $"{path} is not a journal of this system; nothing was written to it. Check the path.", cause);

    public static JournalFault InUse(string path, Exception? cause = null) => new(JournalFaultKind.InUse,
        $"流水存储 {path} 正被另一服务程序使用。同一会场只能运行一个服务程序。",
        $"The journal {path} is held by another server. Only one server may run for a hall.", cause);

    public static JournalFault NewerSchema(string path, long found, long known) => new(JournalFaultKind.NewerSchema,
        $"流水存储 {path} 的版本为 {found}，本程序只认识到 {known}。请使用较新的程序。",
        $"The journal {path} has schema {found}; this program knows up to {known}. Use the newer program.");

    public static JournalFault Corrupt(string path, string detail, Exception? cause = null) => new(JournalFaultKind.Corrupt,
        $"流水存储 {path} 已损坏（{detail}）。请保留原文件，从备份恢复。",
        $"The journal {path} is damaged ({detail}). Keep the file and restore from the backup.", cause);
}
