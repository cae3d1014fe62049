namespace VotingHall.Core;

/// <summary>纸质票与举手的宣读词, step by step in the fixed wording. No figure of the count is in any of them. Source: rules 4.4, 14, 16.</summary>
public static class HandAnnouncement
{
    /// <summary>What the chair reads while a round on paper or by hands is prepared, cast, collected or counted.</summary>
    public static Announcement Of(Round round, Body body)
    {
        BodyWords words = BodyWords.Of(body);
        bool onPaper = round.Method == VotingMethod.PaperBallot;
        switch (round.Phase)
        {
            case RoundPhase.Prepared:
                return onPaper ? BeforePaper(round, words) : BeforeHands(round, words);
            case RoundPhase.Open when onPaper:
                return round.ByHand.Issued is EnteredFigure issued
                    ? new($"共发出选票{issued.Papers}张。请各位{words.Members}填写选票。现在开始投票，先由监票人投票。",
                        $"{issued.Papers} papers are issued. Please fill them in. Voting begins, the scrutineers cast theirs first.")
                    : new("请工作人员分发选票，请总监票人报告发出选票张数。", "Please issue the papers; the chief scrutineer reports how many.");
            case RoundPhase.Open:
                return BeforeHands(round, words);
            default:
                return onPaper ? AfterPaper(round) : new("举手结束，请稍候计票结果。", "Hands are down; please wait for the count.");
        }
    }

    private static Announcement BeforePaper(Round round, BodyWords words)
    {
        int seats = round.Question switch { Election e => e.Seats, RunoffElection e => e.Seats, ProjectVote e => e.Seats, _ => 0 };
        bool writeIn = round.Paper.Groups.Any(group => group.WriteIns > 0);
        Speech speech = new Speech().Say(
            $"现在就{QuotedTitle.Of(round.Question.Title)}进行无记名投票，使用纸质选票。",
            $"We now vote on {QuotedTitle.Of(round.Question.Title)} by secret ballot on paper.");
        speech.Say(
            $"赞成的画“○”，反对的画“×”，弃权的画“△”{(writeIn ? "；反对的，可以另选他人，写上姓名" : "")}。",
            $"Mark ○ for, × against, △ to abstain{(writeIn ? "; who is against may write in another person" : "")}.");
        if (seats > 0)
            speech.Say($"所选不得超过{seats}名，超过的为无效票。", $"Choose at most {seats}; a paper with more is invalid.");
        return speech.Say($"请各位{words.Members}在座位上等候分发选票。", "Please wait at your seats for the papers.").Text;
    }

    private static Announcement BeforeHands(Round round, BodyWords words) => new(
        $"现在表决{QuotedTitle.Of(round.Question.Title)}，以举手方式表决。赞成的{words.Members}请举手。请放下。反对的请举手。请放下。弃权的请举手。请放下。",
        $"We now vote on {QuotedTitle.Of(round.Question.Title)} by show of hands: those for; those against; those who abstain.");

    private static Announcement AfterPaper(Round round)
    {
        if (round.ByHand is not { Issued: EnteredFigure issued, Collected: EnteredFigure collected })
            return new("投票结束。请监票人开箱清点选票，请总监票人报告收回选票张数。", "Voting has ended. The boxes are opened; the chief scrutineer reports how many papers are collected.");
        string figures = $"共发出选票{issued.Papers}张，收回{collected.Papers}张";
        string figuresEnglish = $"{issued.Papers} papers issued, {collected.Papers} collected";
        return PaperCount.CollectedAtMostIssued(issued.Papers, collected.Papers)
            ? new(
                $"{figures}，收回的选票{(collected.Papers == issued.Papers ? "等于" : "少于")}发出的选票，本次投票有效。请监票人、计票人开始计票。",
                $"{figuresEnglish}: the ballot is valid. The count begins.")
            : new($"{figures}，收回的选票多于发出的选票，本次投票无效，重新投票。", $"{figuresEnglish}, more than issued: the ballot is void and is voted again.");
    }

    /// <summary>What stands before the figures of a result on paper.</summary>
    internal static Announcement Papers(PaperCount papers) => new(
        $"共发出选票{papers.Issued}张，收回{papers.Collected}张，其中有效票{papers.Valid}张、无效票{papers.Invalid}张。",
        $"{papers.Issued} papers issued, {papers.Collected} collected, {papers.Valid} valid, {papers.Invalid} invalid.");
}
