namespace VotingHall.Core;

/// <summary>一次打印: one order to print the certificate of a round. It is never repeated by itself; another one is another order.</summary>
/// <param name="Copy">第几次打印, from 1; from 2 on it is printed on the page.</param>
/// <param name="Printer">打印机 by its name in this hall.</param>
/// <param name="Copies">份数.</param>
public sealed record Print(int Copy, string Printer, int Copies, Step Ordered)
{
    /// <summary>The printer's number for the job; null as long as no document can have been sent.</summary>
    public int? JobId { get; init; }

    /// <summary>Null while it is under way.</summary>
    public PrintEnding? Ended { get; init; }
}

/// <summary>打印结束: when, and what became of it.</summary>
public sealed record PrintEnding(Instant At, PrintEnd End);

/// <summary>打印结果: what the printer said; the sheets in the tray are looked at by a person. Stored by name.</summary>
public enum PrintEnd
{
    /// <summary>打印机报告完成.</summary>
    Completed = 1,
    /// <summary>已在打印机上取消.</summary>
    Cancelled = 2,
    /// <summary>打印机中止: some sheets may be out.</summary>
    Aborted = 3,
    /// <summary>打印机不接受 (format, copies): nothing was printed.</summary>
    Refused = 4,
    /// <summary>未送出: the printer could not be reached or the paper not be made; nothing was printed.</summary>
    NotSent = 5,
    /// <summary>情况不明: a person looks into the tray.</summary>
    Unknown = 6,
}
