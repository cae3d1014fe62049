using System.Numerics;
using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests.Recounts;

/// <summary>测评 (rules 12.2, 12.3): grades added from the best until more than half of the base is reached; or rates over the forms.</summary>
internal static class Grades
{
    private static readonly string[][] Scales = [["非常满意", "满意", "基本满意", "不满意"], ["优秀", "称职", "基本称职", "不称职"]];

    private static readonly string[] NoGrade = ["弃权", "不了解"];

    private static readonly (string Field, string Grade)[] Fields =
        [("verySatisfied", "非常满意"), ("satisfied", "满意"), ("basicallySatisfied", "基本满意"), ("unsatisfied", "不满意")];

    /// <summary>The grades of one row, best first.</summary>
    public static IReadOnlyList<(string Grade, BigInteger Count)> Of(JsonObject item)
    {
        if (item["grades"] is not JsonObject grades)
            return [.. Fields.Where(each => item[each.Field] is not null).Select(each => (each.Grade, (BigInteger)item[each.Field]!.GetValue<int>()))];
        string[] given = [.. grades.Select(each => each.Key).Except(NoGrade)];
        string[] scale = Scales.FirstOrDefault(each => given.All(each.Contains)) ?? given;
        return [.. scale.Where(given.Contains).Select(name => (name, (BigInteger)grades[name]!.GetValue<int>()))];
    }

    /// <summary>Forms that chose to give no grade (弃权, 不了解): forms all the same, and marks, but no step of the scale.</summary>
    public static BigInteger NoGrades(JsonObject item) => Number(item["dontKnow"]) + Number(item["abstain"])
        + (item["grades"] is JsonObject grades ? NoGrade.Aggregate(BigInteger.Zero, (sum, name) => sum + Number(grades[name])) : 0);

    private static BigInteger Number(JsonNode? node) => node?.GetValue<int>() ?? 0;

    public static JsonObject Cumulative(Sheet sheet, BigInteger of)
    {
        if (of.Sign <= 0)
            throw new Undecided("a base of nobody");
        IReadOnlyList<Row> graded = Graded(sheet);
        if (SumChecks.Excess(sheet) is { } excess)
            return excess;
        JsonObject outcome = [];
        foreach (Row row in graded)
            outcome[row.Name] = Grade(row.Grades(), of);
        return SumChecks.Add(sheet, new() { ["thresholdsChecked"] = new JsonArray((int)Recount.LeastMoreThanHalf(of)), ["outcome"] = outcome });
    }

    public static JsonObject Rates(Sheet sheet, bool withInvalid)
    {
        IReadOnlyList<Row> graded = Graded(sheet);
        if (SumChecks.Excess(sheet) is { } excess)
            return excess;
        JsonObject outcome = [];
        foreach (Row row in graded)
        {
            BigInteger invalid = row.Figure("invalid") ?? 0;
            BigInteger forms = row.Grades().Aggregate(row.NoGrades(), (sum, grade) => sum + grade.Count);
            outcome[row.Name] = new JsonObject { ["countedBallots"] = (int)(forms + (withInvalid ? invalid : 0)), ["invalid"] = (int)invalid };
        }
        return SumChecks.Add(sheet, new() { ["outcome"] = outcome });
    }

    private static IReadOnlyList<Row> Graded(Sheet sheet) => sheet.Rows.Count > 0 && sheet.Rows.All(row => row.Grades().Count > 1)
        ? sheet.Rows
        : throw new Undecided("grades: missing");

    /// <summary>The best grade whose figures, with all better ones, are more than half; the worst when none is.</summary>
    private static string Grade(IReadOnlyList<(string Grade, BigInteger Count)> grades, BigInteger of) =>
        Enumerable.Range(1, grades.Count - 1)
            .Where(length => Recount.MoreThanHalf(grades.Take(length).Aggregate(BigInteger.Zero, (sum, grade) => sum + grade.Count), of))
            .Select(length => grades[length - 1].Grade)
            .FirstOrDefault(grades[^1].Grade);
}
