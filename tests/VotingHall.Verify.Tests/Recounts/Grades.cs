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

    public static JsonObject Cumulative(Sheet sheet, Func<Row, BigInteger> of)
    {
        IReadOnlyList<Row> graded = Graded(sheet);
        BigInteger[] bases = [.. graded.Select(of)];
        if (bases.Any(each => each.Sign <= 0))
            throw new Undecided("a base of nobody");
        if (SumChecks.Excess(sheet) is { } excess)
            return excess;
        JsonObject outcome = [];
        foreach ((Row row, BigInteger each) in graded.Zip(bases))
            outcome[row.Name] = Grade(row.Grades(), each);
        JsonArray thresholds = new([.. bases.Distinct().Select(each => (JsonNode)(int)Recount.LeastMoreThanHalf(each))]);
        return SumChecks.Add(sheet, new() { ["thresholdsChecked"] = thresholds, ["outcome"] = outcome });
    }

    public static JsonObject Rates(Sheet sheet, Func<Row, BigInteger> of)
    {
        IReadOnlyList<Row> graded = Graded(sheet);
        BigInteger[] bases = [.. graded.Select(of)];
        if (SumChecks.Excess(sheet) is { } excess)
            return excess;
        JsonObject outcome = [];
        foreach ((Row row, BigInteger each) in graded.Zip(bases))
            outcome[row.Name] = new JsonObject { ["countedBallots"] = (int)each, ["invalid"] = (int)(row.Figure("invalid") ?? 0) };
        return SumChecks.Add(sheet, new() { ["outcome"] = outcome });
    }

    /// <summary>
    /// Rules 12.4: the best grade when its rate reaches one line, the last but one when all but the worst together reach the other, else the
    /// worst. Rates of the valid forms unless the measure takes another base; compared by cross-multiplication, the line itself included.
    /// </summary>
    public static JsonObject Lines(Sheet sheet)
    {
        IReadOnlyList<Row> graded = Graded(sheet);
        BigInteger[] bases = [.. graded.Select(row => sheet.Word("gradingBase") switch
        {
            "all" => sheet.Base(),
            "present" => sheet.Need("present"),
            "collected" => Forms(row, withInvalid: true),
            _ => Forms(row, withInvalid: false),
        })];
        BigInteger best = sheet.Need("satisfiedPercent"), pass = sheet.Need("passPercent");
        if (bases.Any(each => each.Sign <= 0))
            throw new Undecided("a base of nobody");
        if (SumChecks.Excess(sheet) is { } excess)
            return excess;
        JsonObject outcome = [];
        foreach ((Row row, BigInteger each) in graded.Zip(bases))
        {
            IReadOnlyList<(string Grade, BigInteger Count)> grades = row.Grades();
            BigInteger passing = grades.SkipLast(1).Aggregate(BigInteger.Zero, (sum, grade) => sum + grade.Count);
            outcome[row.Name] = (100 * grades[0].Count >= best * each ? grades[0] : 100 * passing >= pass * each ? grades[^2] : grades[^1]).Grade;
        }
        return SumChecks.Add(sheet, new() { ["outcome"] = outcome });
    }

    /// <summary>Rules 12.5: the mean of the points, an exact fraction in lowest terms.</summary>
    public static JsonObject Means(Sheet sheet)
    {
        if (sheet.Rows.Count == 0)
            throw new Undecided("items: missing");
        JsonObject outcome = [];
        foreach (Row row in sheet.Rows)
        {
            BigInteger forms = row.Figure("scoreForms") ?? 0, sum = row.Figure("scoreSum") ?? 0;
            if (forms.Sign <= 0 || sum > 100 * forms)
                throw new Undecided(row.Name + ": points missing, or more than a hundred a form");
            BigInteger common = BigInteger.GreatestCommonDivisor(sum, forms);
            outcome[row.Name] = new JsonObject { ["forms"] = (int)forms, ["mean"] = sum / common + "/" + forms / common };
        }
        return new() { ["outcome"] = outcome };
    }

    public static BigInteger Forms(Row row, bool withInvalid) =>
        row.Grades().Aggregate(row.NoGrades() + (withInvalid ? row.Figure("invalid") ?? 0 : 0), (sum, grade) => sum + grade.Count);

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
