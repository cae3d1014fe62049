using VotingHall.Screens;
using VotingHall.Server.Printing;

namespace VotingHall.Server.Startup;

/// <summary>打印进度的画面: from the queue to the secretariat's page.</summary>
internal static class PrintLines
{
    /// <summary>Newest first.</summary>
    public static IReadOnlyList<PrintLine> Of(IReadOnlyList<PrintProgress> progress) =>
        [.. progress.OrderByDescending(one => one.Round).ThenByDescending(one => one.Copy).Select(one => new PrintLine(
            one.Round.Value, one.Copy, one.Printer, NameOf(one.State), new Words(one.Chinese, one.English), one.IsEnded, one.At.UnixMs))];

    /// <summary>What the page has a heading for; the words beside it say the rest.</summary>
    private static string NameOf(PrintState state) => state switch
    {
        PrintState.Queued => "waiting",
        PrintState.Sending => "sending",
        PrintState.Printing => "printing",
        PrintState.OutOfPaper => "outOfPaper",
        PrintState.Stopped => "stopped",
        PrintState.Offline or PrintState.NoAnswer => "offline",
        PrintState.Completed => "completed",
        PrintState.Cancelled or PrintState.Aborted or PrintState.Refused or PrintState.NotSent => "failed",
        PrintState.Unknown => "unknown",
        _ => throw new InvalidOperationException("unknown state of a printing"),
    };
}
