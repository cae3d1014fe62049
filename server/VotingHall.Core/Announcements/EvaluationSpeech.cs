namespace VotingHall.Core;

/// <summary>测评结果宣读词, item by item: marks, then the grade, the rates or the mean. Source: screens 6; rules 12.</summary>
internal static class EvaluationSpeech
{
    public static Announcement Of(Evaluation evaluation, Tally tally, Outcome.Evaluated outcome)
    {
        bool single = evaluation.Items.Count == 1;
        Speech speech = new();
        if (!single)
            speech.Say($"参加测评{tally.Participants}人。", $"{tally.Participants} took part.");
        for (int i = 0; i < tally.Rows.Count; i++)
        {
            RowTally row = tally.Rows[i];
            EvaluatedItem item = outcome.Items[i];
            string name = single ? "" : $"{evaluation.Items[i].Post}{row.Name}：", nameEnglish = single ? "" : row.Name + ": ";
            if (evaluation.Scale == GradingScale.Score)
            {
                speech.Then(
                    $"{name}{row.Score.Forms}人评分，{(item.Mean is Fraction mean ? $"平均{MeanText.Of(mean)}分" : "没有评分")}。",
                    $"{nameEnglish}{row.Score.Forms} gave points, {(item.Mean is Fraction same ? $"mean {MeanText.Of(same)}" : "no points")}.");
                continue;
            }
            string marks = string.Join("，", GradeWords.Marks(evaluation, row).Select(one => $"{one.Label}{one.Marks}票"));
            string marksEnglish = string.Join(", ", GradeWords.Marks(evaluation, row).Select(one => $"{one.Label} {one.Marks}"));
            speech.Then($"{name}{marks}。{Verdict(evaluation, row, item)}", $"{nameEnglish}{marksEnglish}.{VerdictEnglish(evaluation, row, item)}");
        }
        return speech.Text;
    }

    private static string Verdict(Evaluation evaluation, RowTally row, EvaluatedItem item) =>
        item.Grade is not null ? $"测评结果为{item.GradeName}。"
        : item.Base < 1 ? ""
        : string.Join("，", evaluation.Grades.Select((name, i) => $"{name}率{Percent.Of(row.Grades[i], item.Base)}")) + "。";

    private static string VerdictEnglish(Evaluation evaluation, RowTally row, EvaluatedItem item) =>
        item.Grade is not null ? $" Result: {item.GradeName}."
        : item.Base < 1 ? ""
        : " " + string.Join(", ", evaluation.Grades.Select((name, i) => $"{name} {Percent.Of(row.Grades[i], item.Base)}")) + ".";
}

/// <summary>等次用语: the marks of a row with the names the paper gave them.</summary>
public static class GradeWords
{
    /// <summary>Grades best first, then those without one, where the form allowed it.</summary>
    public static IReadOnlyList<(string Label, int Marks)> Marks(Evaluation evaluation, RowTally row)
    {
        List<(string Label, int Marks)> marks = [.. evaluation.Grades.Select((name, i) => (name, row.Grades[i]))];
        if (evaluation.NoGrade != NoGrade.Never)
            marks.Add((NoGrades.Chinese(evaluation.NoGrade), row.Abstain));
        return marks;
    }
}

/// <summary>平均分的写法: two decimals, half up, for eyes only; the exact fraction decides.</summary>
public static class MeanText
{
    public static string Of(Fraction mean)
    {
        long hundredths = (((long)mean.Numerator * 200 / mean.Denominator) + 1) / 2;
        return (hundredths / 100).ToString("D", null) + "." + (hundredths % 100).ToString("D2", null);
    }
}
