using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Server.Stores;

/// <summary>
/// 流水故障: the store cannot keep its promise. The loop stops; nothing after this may be acknowledged.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "Fault is the field's word: refusal, fault, bug.")]
public sealed class JournalFault : Exception
{
    public JournalFault(JournalFaultKind kind, string chinese, string english, Exception? cause = null)
        : base(english, cause)
    {
        Kind = kind;
        Chinese = chinese;
    }

    public JournalFaultKind Kind { get; }

    public string Chinese { get; }

    public string English => Message;
}

/// <summary>故障种类. Stored by name.</summary>
public enum JournalFaultKind
{
    /// <summary>不是流水文件: another program's file; nothing was written to it.</summary>
    NotAJournal = 1,
    /// <summary>版本过新: written by a later release.</summary>
    NewerSchema = 2,
    /// <summary>已损坏: structure or numbering broken.</summary>
    Corrupt = 3,
    /// <summary>正在使用: another server holds the file.</summary>
    InUse = 4,
    /// <summary>磁盘已满, or the stated size limit reached.</summary>
    DiskFull = 5,
    /// <summary>只读.</summary>
    ReadOnly = 6,
    /// <summary>设备故障: any other refusal of disk or file system.</summary>
    Device = 7,
}
