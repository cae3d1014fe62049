namespace VotingHall.Core;

/// <summary>质询答复满意情况宣读词. Source: SL53; rules 3.1 (22).</summary>
internal static class InquirySpeech
{
    public static Announcement Of(InquiryAnswer question, Tally tally, Outcome outcome, BodyWords words)
    {
        bool satisfied = outcome is Outcome.Carried;
        int all = question.Signatories.Count;
        return new Announcement(
            $"提出质询案的{words.Members}{all}人，满意{tally.Rows[0].For}票，不满意{tally.Rows[0].Against}票。满意的{(satisfied ? "" : "未")}超过提出质询案的{words.Members}的半数，"
                + (satisfied ? "对答复表示满意。" : "对答复不满意，由受质询机关再作答复。"),
            $"Of the {all} who signed the inquiry: satisfied {tally.Rows[0].For}, not satisfied {tally.Rows[0].Against}. {(satisfied ? "More" : "Not more")} than half of them: "
                + (satisfied ? "they are satisfied with the answer." : "they are not satisfied, the organ answers again."));
    }
}
