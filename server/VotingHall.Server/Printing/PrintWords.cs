using VotingHall.Core;

namespace VotingHall.Server.Printing;

/// <summary>打印用语: what a state means and what to do, in both languages.</summary>
internal static class PrintWords
{
    /// <summary>Reasons of RFC 8011 a person can do something about, by the beginning of their keyword.</summary>
    private static readonly (string Keyword, string Chinese, string English)[] Known =
    [
        ("media-empty", "缺纸", "out of paper"),
        ("media-needed", "缺纸", "out of paper"),
        ("media-jam", "卡纸", "paper jam"),
        ("cover-open", "机盖未关", "cover open"),
        ("door-open", "机门未关", "door open"),
        ("interlock-open", "机门未关", "door open"),
        ("toner-empty", "墨粉用完", "out of toner"),
        ("marker-supply-empty", "墨水或墨粉用完", "out of ink or toner"),
        ("output-area-full", "出纸盘已满", "output tray full"),
        ("input-tray-missing", "纸盒未装好", "paper tray missing"),
        ("paused", "已暂停", "paused"),
    ];

    public static PrintState StateOf(PrintEnd end) => end switch
    {
        PrintEnd.Completed => PrintState.Completed,
        PrintEnd.Cancelled => PrintState.Cancelled,
        PrintEnd.Aborted => PrintState.Aborted,
        PrintEnd.Refused => PrintState.Refused,
        PrintEnd.NotSent => PrintState.NotSent,
        PrintEnd.Unknown => PrintState.Unknown,
        _ => throw new InvalidOperationException("unknown end of a printing"),
    };

    /// <param name="next">Number of the printing to order if it is to be printed again.</param>
    /// <param name="detail">What the printer said, or empty.</param>
    public static (string Chinese, string English) Of(PrintState state, int next, (string Chinese, string English) detail)
    {
        (string chinese, string english) = Of(state, next);
        return string.IsNullOrEmpty(detail.Chinese) ? (chinese, english) : ($"{chinese}（{detail.Chinese}）", $"{english} ({detail.English})");
    }

    private static (string Chinese, string English) Of(PrintState state, int next) => state switch
    {
        PrintState.Queued => ("排队等候。", "Waiting in the queue."),
        PrintState.Sending => ("正在送往打印机。", "Being sent to the printer."),
        PrintState.Printing => ("正在打印。", "Printing."),
        PrintState.OutOfPaper => ("打印机缺纸，加纸后自动继续，不必再按打印。", "The printer is out of paper; add paper and it goes on, do not order again."),
        PrintState.Stopped => ("打印机停止，请到打印机旁处理，之后自动继续。", "The printer has stopped; see to it, then it goes on."),
        PrintState.Offline => ("连不上打印机，请检查电源和网线，正在重试。", "The printer cannot be reached; check power and network, trying again."),
        PrintState.NoAnswer => ("打印机没有应答，正在重试，不必再按打印。", "The printer does not answer; trying again, do not order again."),
        PrintState.Completed => ("打印机报告已完成，请取纸核对。", "The printer reports it done; take the sheets and check them."),
        PrintState.Cancelled => ($"已在打印机上取消；再印请按第 {next} 次。", $"Cancelled at the printer; to print again order printing {next}."),
        PrintState.Aborted => ($"打印机中止了打印，可能已出部分纸张，请收回；再印请按第 {next} 次。",
            $"The printer aborted it, some sheets may be out: collect them; to print again order printing {next}."),
        PrintState.Refused => ($"打印机不接受这份报告单，没有打印；请换一台打印机，按第 {next} 次。",
            $"The printer refuses this certificate, nothing was printed; take another printer and order printing {next}."),
        PrintState.NotSent => ($"未送出，没有打印；排除故障后请按第 {next} 次。", $"Not sent, nothing was printed; see to it, then order printing {next}."),
        PrintState.Unknown => ($"打印情况不明，请到打印机旁查看出纸；确未印出的，请按第 {next} 次。",
            $"It is not known whether it was printed: look into the tray; if it was not, order printing {next}."),
        _ => throw new InvalidOperationException("unknown state of a printing"),
    };

    public static bool IsOutOfPaper(IReadOnlyList<string> reasons) =>
        reasons.Any(reason => reason.StartsWith("media-empty", StringComparison.Ordinal) || reason.StartsWith("media-needed", StringComparison.Ordinal));

    /// <summary>A reason that keeps the printer from printing: not a warning, not a report.</summary>
    public static bool IsBlocking(string reason) =>
        !reason.EndsWith("-warning", StringComparison.Ordinal) && !reason.EndsWith("-report", StringComparison.Ordinal)
        && (reason.EndsWith("-error", StringComparison.Ordinal) || Array.Exists(Known, known => reason == known.Keyword));

    /// <summary>Why a printing was given up.</summary>
    public static (string Chinese, string English) Cause(PrintState state) => state switch
    {
        PrintState.Offline => ("连不上打印机", "the printer cannot be reached"),
        PrintState.NoAnswer => ("打印机没有应答", "the printer does not answer"),
        PrintState.OutOfPaper => ("打印机缺纸", "the printer is out of paper"),
        PrintState.Stopped => ("打印机停止", "the printer has stopped"),
        _ => ("等候过久", "it took too long"),
    };

    /// <summary>What the printer says, in words where it is known, else as it says it.</summary>
    public static (string Chinese, string English) Named(IReadOnlyList<string> reasons)
    {
        List<(string Chinese, string English)> named = [.. reasons.Select(reason =>
            Array.Find(Known, known => reason.StartsWith(known.Keyword, StringComparison.Ordinal)) is { Keyword: not null } known
                ? (known.Chinese, known.English) : (reason, reason)).Distinct()];
        return (string.Join("、", named.Select(one => one.Chinese)), string.Join(", ", named.Select(one => one.English)));
    }
}
