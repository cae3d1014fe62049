namespace VotingHall.Core;

/// <summary>测评的说明: the base, and for each item the grades counted together against the line they had to reach. Source: rules 12.</summary>
internal static class EvaluationLines
{
    public static void Add(List<ExplanationLine> lines, Evaluation evaluation, Tally tally, Outcome.Evaluated outcome, CountContext context)
    {
        if (outcome.Reason.Base > 0)
            lines.Add(ThresholdLines.Base(outcome.Reason, context));
        for (int i = 0; i < outcome.Items.Count; i++)
        {
            EvaluatedItem item = outcome.Items[i];
            string[] sums = [.. outcome.Reason.Comparisons.Where(one => one.Name == item.Name).Select(one => $"{one.Grades} {ThresholdLines.Compare(one.Value, one.Against)}")];
            if (item.Grade is not null)
                lines.Add(new($"{item.Name}：{item.GradeName}", $"{item.Name}: {item.GradeName}", string.Join("；", sums), string.Join("; ", sums)));
            else if (item.Mean is Fraction mean)
                lines.Add(new(
                    $"{item.Name}：{mean.Numerator} ÷ {mean.Denominator} = {MeanText.Of(mean)} 分", $"{item.Name}: {mean.Numerator} / {mean.Denominator} = {MeanText.Of(mean)}"));
            else if (item.Base > 0 && evaluation.Scale != GradingScale.Score)
                lines.Add(new($"{item.Name}：{Rates(evaluation, tally.Rows[i], item.Base)}", $"{item.Name}: {Rates(evaluation, tally.Rows[i], item.Base)}"));
        }
    }

    private static string Rates(Evaluation evaluation, RowTally row, int countBase) =>
        string.Join("，", evaluation.Grades.Select((name, i) => $"{name} {row.Grades[i]} ÷ {countBase} = {Percent.Of(row.Grades[i], countBase)}"));
}
