using System.Text.Json.Nodes;
using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>
/// 测评: grade reached, the number of forms the rates are measured against, or the mean of the points. A scale that the engine knows is counted as
/// the evaluation a round has; another scale by the same rule of half. Source: rules 12.
/// </summary>
internal static class GradeAnswers
{
    public static CaseAnswer Grades(CountCase one)
    {
        bool lines = one.Rule == RuleId.RateThreshold;
        if (Missing(one) is CaseAnswer missing)
            return missing;
        if (lines && (one.SatisfiedPercent is not <= 100 || one.PassPercent is not <= 100))
            return CaseAnswer.Undecided("satisfiedPercent and passPercent: 0 to 100 are needed");
        int?[] bases = [.. one.Items.Select(item => BaseOf(one, item))];
        if (bases.Any(countBase => countBase is not > 0))
            return CaseAnswer.Undecided("the base of the grades is missing or nobody");
        SumFinding sums = CaseSums.Of(one);
        if (CaseSums.Refusal(sums) is JsonObject refusal)
            return With(one, sums, refusal);
        JsonObject outcome = [];
        for (int i = 0; i < one.Items.Count; i++)
        {
            if (GradeOf(one, one.Items[i], bases[i]!.Value) is not string grade)
                return CaseAnswer.Undecided("grades: a rate can be compared on a known scale only");
            outcome[one.Items[i].Name] = grade;
        }
        if (lines)
            return With(one, sums, outcome);
        JsonArray thresholds = [.. bases.Distinct().Select(countBase => (JsonNode)Threshold.MoreThanHalf.VotesNeeded(countBase!.Value))];
        return new CaseAnswer { Fields = [("thresholdsChecked", thresholds), .. CaseSums.Fields(one, sums), ("outcome", outcome)] };
    }

    public static CaseAnswer Rates(CountCase one)
    {
        if (Missing(one) is CaseAnswer missing)
            return missing;
        int?[] bases = [.. one.Items.Select(item => BaseOf(one, item))];
        if (bases.Contains(null))
            return CaseAnswer.Undecided("the base of the rates is missing");
        SumFinding sums = CaseSums.Of(one);
        if (CaseSums.Refusal(sums) is JsonObject refusal)
            return With(one, sums, refusal);
        JsonObject outcome = [];
        for (int i = 0; i < one.Items.Count; i++)
            outcome[one.Items[i].Name] = new JsonObject { ["countedBallots"] = bases[i], ["invalid"] = one.Items[i].Invalid ?? 0 };
        return With(one, sums, outcome);
    }

    /// <summary>平均分: exact, in lowest terms.</summary>
    public static CaseAnswer Means(CountCase one)
    {
        if (one.Items.Count == 0)
            return CaseAnswer.Undecided("items: missing");
        JsonObject outcome = [];
        foreach (CountItem item in one.Items)
        {
            ScoreSum score = new(item.ScoreForms ?? 0, item.ScoreSum ?? 0);
            if (!score.IsPossible || score.Mean is not Fraction mean)
                return CaseAnswer.Undecided("items: scoreForms and scoreSum are needed, at most a hundred points a form");
            int common = CommonDivisor(mean.Numerator, mean.Denominator);
            outcome[item.Name] = new JsonObject
            {
                ["forms"] = score.Forms,
                ["mean"] = Arithmetic.Text(mean.Numerator / common) + "/" + Arithmetic.Text(mean.Denominator / common),
            };
        }
        return new CaseAnswer { Fields = [("outcome", outcome)] };
    }

    private static CaseAnswer? Missing(CountCase one) => one.Items.Count == 0 || one.Items.Any(item => item.Grades.Count < 2)
        ? CaseAnswer.Undecided("items: each needs grades")
        : null;

    private static CaseAnswer With(CountCase one, SumFinding sums, JsonNode outcome) =>
        new() { Fields = [.. CaseSums.Fields(one, sums), ("outcome", outcome)] };

    private static GradingBase BaseKind(CountCase one) => one.Rule switch
    {
        RuleId.GradeCumulativeMajorityOfAll or RuleId.RatesOverAll => GradingBase.All,
        RuleId.GradeCumulativeMajorityOfPresent or RuleId.RatesOverPresent => GradingBase.Present,
        RuleId.GradeCumulativeMajorityOfCollected or RuleId.RatesOverCollected => GradingBase.Collected,
        RuleId.GradeCumulativeMajorityOfValid or RuleId.RatesOverValid => GradingBase.Valid,
        _ => one.GradingBase,
    };

    /// <summary>Forms without a grade (弃权, 不了解) are forms; void ones are only collected.</summary>
    private static int? BaseOf(CountCase one, CountItem item) => BaseKind(one) switch
    {
        GradingBase.All => one.TotalMembers,
        GradingBase.Present => one.Present,
        GradingBase.Collected => GradeCount.FormsCounted(FormsOf(item), item.Invalid ?? 0, overValid: false),
        GradingBase.Valid => GradeCount.FormsCounted(FormsOf(item), item.Invalid ?? 0, overValid: true),
        _ => throw new InvalidOperationException("unknown base of evaluations"),
    };

    private static int[] FormsOf(CountItem item) => [.. item.Grades.Select(grade => grade.Count), NoGradeOf(item)];

    private static int NoGradeOf(CountItem item) => (item.Abstain ?? 0) + (item.OtherMarks ?? 0);

    private static string? GradeOf(CountCase one, CountItem item, int countBase)
    {
        if (ScaleOf(item.Grades) is not GradingScale scale)
            return one.Rule == RuleId.RateThreshold
                ? null
                : item.Grades[GradeCount.Cumulative([.. item.Grades.Select(grade => grade.Count)], countBase)].Grade;
        Evaluation evaluation = new() { Title = item.Name, Verb = "测评", Items = [new Nominee(item.Name, null)], Scale = scale };
        int[] marks = [.. evaluation.Grades.Select(name => item.Grades.Where(grade => grade.Grade == name).Sum(grade => grade.Count))];
        int noGrade = NoGradeOf(item), valid = marks.Sum() + noGrade;
        // Void forms and those who gave none are not in the row; the base was taken above and stands in for all members.
        Tally tally = new(Math.Max(countBase, valid), valid, [new RowTally(item.Name, 0, 0, noGrade) { Grades = GradeMarks.Of(marks) }], []);
        ProfileRules rules = ProfileRules.Default with
        {
            Grading = ProfileRules.Default.Grading with
            {
                Base = GradingBase.All,
                Method = one.Rule == RuleId.RateThreshold ? GradingMethod.RateThreshold : GradingMethod.Cumulative,
                SatisfiedPercent = one.SatisfiedPercent ?? 0,
                PassPercent = one.PassPercent ?? 0,
            },
        };
        return evaluation.Count(tally, new CountContext(new CountBase(countBase, CountBasis.Other), one.Body, rules)) is Outcome.Evaluated { Items: [EvaluatedItem graded] }
            ? graded.GradeName
            : throw new InvalidOperationException("an evaluation of one item has one item");
    }

    /// <summary>The known scale whose grades these are, in any order; null for others, which are taken as written, best first.</summary>
    private static GradingScale? ScaleOf(IReadOnlyList<(string Grade, int Count)> grades)
    {
        foreach (GradingScale scale in Enum.GetValues<GradingScale>())
            if (GradeScale.Of(scale) is GradeScale known && known.Grades.Count == grades.Count && grades.All(grade => known.Grades.Contains(grade.Grade)))
                return scale;
        return null;
    }

    private static int CommonDivisor(int one, int other)
    {
        while (other != 0)
            (one, other) = (other, one % other);
        return one;
    }
}
