using VotingHall.Core;

namespace VotingHall.Server.Printing;

/// <summary>打印进度: where one printing stands, for the secretariat's screen.</summary>
/// <param name="Copy">第几次打印.</param>
/// <param name="Printer">Name of the printer.</param>
/// <param name="Chinese">What is so, and what to do where something is to be done.</param>
/// <param name="At">When it became so.</param>
public sealed record PrintProgress(RoundNo Round, int Copy, string Printer, PrintState State, string Chinese, string English, Instant At)
{
    /// <summary>Nothing more happens by itself.</summary>
    public bool IsEnded => State >= PrintState.Completed;
}

/// <summary>打印状态: those under way, then, from <see cref="Completed"/> on, those that are final.</summary>
public enum PrintState
{
    /// <summary>排队.</summary>
    Queued = 1,
    /// <summary>正在制单、送出.</summary>
    Sending = 2,
    /// <summary>正在打印.</summary>
    Printing = 3,
    /// <summary>缺纸.</summary>
    OutOfPaper = 4,
    /// <summary>打印机停止: jam, open cover, no toner, not taking jobs.</summary>
    Stopped = 5,
    /// <summary>连不上打印机: off, or no network.</summary>
    Offline = 6,
    /// <summary>打印机无应答: connected, but silent.</summary>
    NoAnswer = 7,
    /// <summary>已完成, says the printer.</summary>
    Completed = 20,
    /// <summary>已取消.</summary>
    Cancelled = 21,
    /// <summary>被打印机中止.</summary>
    Aborted = 22,
    /// <summary>打印机不接受.</summary>
    Refused = 23,
    /// <summary>未送出.</summary>
    NotSent = 24,
    /// <summary>情况不明: a person looks.</summary>
    Unknown = 25,
}
