namespace VotingHall.Core;

/// <summary>理由的文字: the sum in Chinese and English, rendered from the figures. Source: rules 1.</summary>
public static class ReasonText
{
    public static string Chinese(Reason reason)
    {
        List<string> parts = [];
        if (reason.Threshold is Threshold threshold && reason.Required is not null)
            parts.Add(Arithmetic.ThresholdChinese(threshold, reason.Base));
        if (reason.Places is PlacesFilled places)
        {
            SeatWords words = SeatWords.Of(places.Of);
            parts.Add(reason.Required is int needed ? words.ReachedChinese(Reached(reason), needed) : words.MoreVotesChinese);
            parts.Add(words.FilledChinese(places.Places, places.Filled));
            if (places.Tied > 0)
                parts.Add(words.TiedChinese(places.Tied, places.Left));
        }
        else
        {
            string sums = string.Join("，", Plain(reason).Select(one => GradesOf(one, "：") + Compared(one)));
            if (sums.Length > 0)
                parts.Add(sums);
        }
        foreach (Comparison one in reason.Comparisons)
        {
            if (one.Figure == ComparedFigure.TookPart)
                parts.Add("参加表决" + Compared(one) + (one.Relation == Relation.Below ? "，表决无效" : ""));
            if (one.Relation == Relation.Above && one.Figure == ComparedFigure.HandMarks)
                parts.Add($"票数之和比应有之数多{one.Value}，不得宣布");
            else if (one.Relation == Relation.Above)
                parts.Add($"{(one.Figure == ComparedFigure.Marks ? "票数之和比签到人数" : "所选合计比最多可选")}{one.Against}多{one.Value - one.Against}，不得宣布");
        }
        if (reason.Faults.Count > 0)
            parts.Add(string.Join("，", reason.Faults.Select(PaperFaults.Chinese)) + "，不得宣布");
        return string.Join("；", parts);
    }

    public static string English(Reason reason)
    {
        List<string> parts = [];
        if (reason.Threshold is Threshold threshold && reason.Required is not null)
            parts.Add(Arithmetic.ThresholdEnglish(threshold, reason.Base));
        if (reason.Places is PlacesFilled places)
        {
            SeatWords words = SeatWords.Of(places.Of);
            parts.Add(reason.Required is int needed ? words.ReachedEnglish(Reached(reason), needed) : SeatWords.MoreVotesEnglish);
            parts.Add(words.FilledEnglish(places.Places, places.Filled));
            if (places.Tied > 0)
                parts.Add(words.TiedEnglish(places.Tied, places.Left));
        }
        else
        {
            string sums = string.Join(", ", Plain(reason).Select(one => GradesOf(one, ": ") + Compared(one)));
            if (sums.Length > 0)
                parts.Add(sums);
        }
        foreach (Comparison one in reason.Comparisons)
        {
            if (one.Figure == ComparedFigure.TookPart)
                parts.Add("took part " + Compared(one) + (one.Relation == Relation.Below ? ", the vote has no effect" : ""));
            if (one.Relation == Relation.Above && one.Figure == ComparedFigure.HandMarks)
                parts.Add($"the marks exceed what there can be by {one.Value}; nothing may be announced");
            else if (one.Relation == Relation.Above)
                parts.Add(one.Figure == ComparedFigure.Marks
                    ? $"the marks exceed the {one.Against} signed in by {one.Value - one.Against}; nothing may be announced"
                    : $"what was chosen exceeds the {one.Against} possible by {one.Value - one.Against}; nothing may be announced");
        }
        if (reason.Faults.Count > 0)
            parts.Add(string.Join(", ", reason.Faults.Select(PaperFaults.English)) + "; nothing may be announced");
        return string.Join("; ", parts);
    }

    /// <summary>"271≥151".</summary>
    private static string Compared(Comparison one) => Arithmetic.Text(one.Value) + (one.Relation == Relation.AtLeast ? "≥" : "<") + Arithmetic.Text(one.Against);

    private static string GradesOf(Comparison one, string colon) =>
        one.Grades.Length == 0 ? "" : (one.Name.Length > 0 ? one.Name + colon : "") + one.Grades + " ";

    private static IEnumerable<Comparison> Plain(Reason reason) =>
        reason.Comparisons.Where(one => one.Relation != Relation.Above && one.Figure != ComparedFigure.TookPart);

    private static int Reached(Reason reason) =>
        reason.Comparisons.Count(one => one is { Figure: ComparedFigure.For, Relation: Relation.AtLeast });
}
