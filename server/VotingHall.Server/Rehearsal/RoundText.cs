using VotingHall.Core;

namespace VotingHall.Server.Rehearsal;

/// <summary>轮次进展的文字: one line for the console. While a round is open it holds no figure.</summary>
internal static class RoundText
{
    public static string Of(Round round)
    {
        string head = $"第 {round.No} 轮 {round.Question.Title}：";
        return head + round.Phase switch
        {
            RoundPhase.Prepared => "已准备 / prepared",
            RoundPhase.Open => "表决开始 / open",
            RoundPhase.Closing => "正在截止 / closing",
            RoundPhase.Closed => "已截止 / closed",
            RoundPhase.Counted or RoundPhase.Confirmed or RoundPhase.Declared => Counted(round),
            RoundPhase.Voided => $"作废 / void：{round.Voided!.Note}",
            _ => throw new InvalidOperationException("unknown phase"),
        };
    }

    private static string Counted(Round round)
    {
        Counted counted = round.Counted!;
        string phase = round.Phase switch
        {
            RoundPhase.Counted => "已计票 / counted",
            RoundPhase.Confirmed => "监票人已核对 / confirmed",
            _ => "已宣布 / declared",
        };
        // The terminal is a screen like any other: nothing of a secret round before the participation number was typed.
        return round.FiguresMayBeSeen ? $"{phase}；{counted.Outcome.Reason.Arithmetic}" : phase;
    }
}
