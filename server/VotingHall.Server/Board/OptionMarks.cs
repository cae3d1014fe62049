using VotingHall.Core;

namespace VotingHall.Server.Board;

/// <summary>各选项的票数: names and marks of options that are not 赞成 反对 弃权, alike for host and station. Source: rules 12, 3.1 (22).</summary>
internal static class OptionMarks
{
    private static readonly IReadOnlyList<string> Points = ["评分人数", "总分"];

    /// <summary>Names in the order of the paper; empty where the usual options are offered.</summary>
    public static IReadOnlyList<string> LabelsOf(Round round) => IsScore(round.Question)
        ? Points
        : round.Paper.Groups.FirstOrDefault(group => group.Labels.Count > 0)?.Labels ?? [];

    /// <summary>One figure for each of <see cref="LabelsOf"/>.</summary>
    public static IReadOnlyList<int> Of(Round round, RowTally row) => IsScore(round.Question)
        ? [row.Score.Forms, row.Score.Points]
        : round.Paper.Groups.FirstOrDefault(group => group.Labels.Count > 0) is PaperGroup group ? [.. group.Options.Select(row.Of)] : [];

    /// <summary>The share of each grade of an item; none for points, or where nobody is there to measure against.</summary>
    public static IReadOnlyList<string> RatesOf(Evaluation evaluation, RowTally row, EvaluatedItem item) =>
        item.Base < 1 ? [] : [.. evaluation.Grades.Select((_, grade) => Percent.Of(row.Grades[grade], item.Base).ToString())];

    /// <summary>Grade or mean, empty without either.</summary>
    public static string ResultOf(EvaluatedItem item) => item.Mean is Fraction mean ? MeanText.Of(mean) : item.GradeName;

    private static bool IsScore(Question question) => question is Evaluation { Scale: GradingScale.Score };
}
