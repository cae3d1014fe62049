using System.Text.Json.Nodes;
using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>测评: grade reached, or the number of forms the rates are measured against. Source: rules 12.</summary>
internal static class GradeAnswers
{
    public static CaseAnswer Grades(CountCase one)
    {
        bool present = one.Rule == RuleId.GradeCumulativeMajorityOfPresent;
        int? known = present ? one.Present : one.TotalMembers;
        if (known is not int countBase || countBase < 1)
            return CaseAnswer.Undecided((present ? "present" : "totalMembers") + ": missing");
        if (one.Items.Count == 0 || one.Items.Any(item => item.Grades.Count == 0))
            return CaseAnswer.Undecided("items: each needs grades");
        SumFinding sums = CaseSums.Of(one);
        if (CaseSums.Refusal(sums) is JsonObject refusal)
            return new CaseAnswer { Fields = [.. CaseSums.Fields(one, sums), ("outcome", refusal)] };
        JsonObject outcome = [];
        foreach (CountItem item in one.Items)
        {
            IReadOnlyList<(string Grade, int Count)> ordered = BestFirst(item.Grades);
            outcome[item.Name] = ordered[GradeCount.Cumulative([.. ordered.Select(grade => grade.Count)], countBase)].Grade;
        }
        JsonArray thresholds = [Threshold.MoreThanHalf.VotesNeeded(countBase)];
        return new CaseAnswer { Fields = [("thresholdsChecked", thresholds), .. CaseSums.Fields(one, sums), ("outcome", outcome)] };
    }

    public static CaseAnswer Rates(CountCase one)
    {
        if (one.Items.Count == 0 || one.Items.Any(item => item.Grades.Count == 0))
            return CaseAnswer.Undecided("items: each needs grades");
        SumFinding sums = CaseSums.Of(one);
        if (CaseSums.Refusal(sums) is JsonObject refusal)
            return new CaseAnswer { Fields = [.. CaseSums.Fields(one, sums), ("outcome", refusal)] };
        JsonObject outcome = [];
        foreach (CountItem item in one.Items)
        {
            int invalid = item.Invalid ?? 0;
            int counted = GradeCount.FormsCounted(
                [.. item.Grades.Select(grade => grade.Count), item.Abstain ?? 0, item.OtherMarks ?? 0], invalid, one.Rule == RuleId.RatesOverValid);
            outcome[item.Name] = new JsonObject { ["countedBallots"] = counted, ["invalid"] = invalid };
        }
        return new CaseAnswer { Fields = [.. CaseSums.Fields(one, sums), ("outcome", outcome)] };
    }

    /// <summary>A known scale gives the order; an unknown one is taken as written, best first.</summary>
    private static IReadOnlyList<(string Grade, int Count)> BestFirst(IReadOnlyList<(string Grade, int Count)> grades)
    {
        GradeScale? scale = GradeScale.All.FirstOrDefault(one => grades.All(grade => one.Grades.Contains(grade.Grade)));
        return scale is null
            ? grades
            : [.. grades.OrderBy(grade => scale.Grades.TakeWhile(name => name != grade.Grade).Count())];
    }
}
