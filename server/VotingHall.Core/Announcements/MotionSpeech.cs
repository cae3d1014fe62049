namespace VotingHall.Core;

/// <summary>议案结果宣读词.</summary>
internal static class MotionSpeech
{
    private const string Recall = "罢免";

    public static Announcement Of(Motion motion, Tally tally, Outcome outcome, BodyWords words, bool readNotPressed)
    {
        Speech speech = new();
        bool carried = outcome is Outcome.Carried;
        if (outcome is Outcome.NotCarried { VoteEffective: false })
            return speech.Say(
                $"参加表决{tally.Participants}人，未超过{words.AllMembers}的半数，本次表决无效。",
                $"{tally.Participants} took part, not more than half of {words.AllMembersEnglish}: the vote has no effect.").Text;
        if (motion.Rule == MotionRule.MajorityOfPresent)
            return OfPresent(tally, carried, words, readNotPressed);
        string subject = motion.Amends is not null ? "修正案" : motion.ClauseOf is not null ? "该条款" : "";
        Marks(speech, tally.Rows[0], tally, readNotPressed);
        if (motion.Verb.Contains(Recall, StringComparison.Ordinal))
            return speech.Say($"罢免案{Verdict(carried)}。", $"The recall is {VerdictEnglish(carried)}.").Text;
        return motion.Rule == MotionRule.TwoThirdsOfAll
            ? speech.Say(
                carried ? $"赞成票达到{words.AllMembers}的三分之二以上，通过。" : $"赞成票未达到{words.AllMembers}的三分之二，未通过。",
                $"The votes for are {(carried ? "at least" : "fewer than")} two thirds of {words.AllMembersEnglish}: {VerdictEnglish(carried)}.").Text
            : Majority(speech, carried, words, subject + Verdict(carried)).Text;
    }

    /// <summary>Decided by those present where the profile quotes a local text, otherwise by all.</summary>
    public static Announcement OfProcedural(Procedural procedural, Tally tally, Outcome outcome, BodyWords words, bool readNotPressed)
    {
        bool carried = outcome is Outcome.Carried;
        return outcome.Reason.BaseOf == BaseOf.Present
            ? OfPresent(tally, carried, words, readNotPressed)
            : Majority(Marks(new Speech(), tally.Rows[0], tally, readNotPressed), carried, words, Verdict(carried)).Text;
    }

    /// <summary>"赞成271票，反对6票，弃权5票。"</summary>
    internal static Speech Marks(Speech speech, RowTally row, Tally tally, bool readNotPressed) => speech.Say(
        Figures(row) + (readNotPressed ? $"，未按表决器{tally.NotPressed}人" : "") + "。",
        FiguresEnglish(row) + (readNotPressed ? $", not pressed {tally.NotPressed}" : "") + ".");

    internal static string Figures(RowTally row) => $"赞成{row.For}票，反对{row.Against}票，弃权{row.Abstain}票";

    internal static string FiguresEnglish(RowTally row) => $"For {row.For}, against {row.Against}, abstained {row.Abstain}";

    internal static Speech Majority(Speech speech, bool carried, BodyWords words, string verdict) => speech.Say(
        $"赞成票{(carried ? "" : "未")}超过{words.AllMembers}的半数，{verdict}。",
        $"The votes for are {(carried ? "" : "not ")}more than half of {words.AllMembersEnglish}: {VerdictEnglish(carried)}.");

    internal static string VerdictEnglish(bool carried) => carried ? "adopted" : "not adopted";

    private static string Verdict(bool carried) => carried ? "通过" : "未通过";

    private static Announcement OfPresent(Tally tally, bool carried, BodyWords words, bool readNotPressed) => new(
        $"出席会议的{words.Members}{tally.SignedIn}人，{Figures(tally.Rows[0])}，{(readNotPressed ? $"未按表决器{tally.NotPressed}人，" : "")}"
            + $"{(carried ? "" : "未")}超过出席人数的半数，{Verdict(carried)}。",
        $"Of {tally.SignedIn} {words.MembersEnglish} present: {FiguresEnglish(tally.Rows[0])}{(readNotPressed ? $", not pressed {tally.NotPressed}" : "")}. "
            + $"{(carried ? "More" : "Not more")} than half of those present: {VerdictEnglish(carried)}.");
}
