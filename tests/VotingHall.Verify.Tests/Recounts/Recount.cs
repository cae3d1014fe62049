using System.Numerics;
using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests.Recounts;

/// <summary>
/// 另一套计票: the counting written a second time from the rule book alone, sharing nothing with the product: no sorting, no thresholds
/// as objects, big integers, sets and sums over JSON. What it says is compared with what the product says, case by case.
/// </summary>
internal static class Recount
{
    private static readonly Dictionary<string, Func<Sheet, JsonObject>> Rules = new()
    {
        ["majority_of_all"] = Majorities.OfAll,
        ["two_thirds_of_all"] = Majorities.TwoThirdsOfAll,
        ["majority_of_all_with_participation"] = Majorities.OfAllWithParticipation,
        ["majority_of_present"] = Majorities.OfPresent,
        ["plurality"] = Elections.Plurality,
        ["top_n"] = Elections.TopN,
        ["quorum_two_thirds"] = sheet => Quorums.Answer(sheet, 2, 3, strict: false),
        ["quorum_majority"] = sheet => Quorums.Answer(sheet, 1, 2, strict: true),
        ["ballots_collected_le_issued"] = Quorums.CollectedWithinIssued,
        ["selected_le_seats"] = sheet => Papers.Single(sheet, exactly: false),
        ["selected_eq_seats"] = sheet => Papers.Single(sheet, exactly: true),
        ["committee_members"] = sheet => Numbers.Interval(sheet, 1, 10, 1, 5),
        ["upper_deputies"] = sheet => sheet.Need("seats") == 1 ? Numbers.Between(2, 2) : Numbers.Interval(sheet, 1, 5, 1, 2),
        ["deputy_heads"] = sheet => Numbers.Between(sheet.Need("seats") + 1, sheet.Need("seats") + 3),
        ["chief"] = sheet => sheet.Need("seats") == 1 ? Numbers.Between(1, 2) : throw new Undecided("a chief post is one seat"),
        ["by_election"] = sheet => Numbers.Between(sheet.Need("seats"), null),
        ["supporters_at_least"] = Numbers.Supporters,
        ["majority_of_signatories"] = Majorities.OfAllAlone,
        ["grade_cumulative_majority_of_all"] = sheet => Grades.Cumulative(sheet, _ => sheet.Base()),
        ["grade_cumulative_majority_of_present"] = sheet => Grades.Cumulative(sheet, _ => sheet.Need("present")),
        ["grade_cumulative_majority_of_collected"] = sheet => Grades.Cumulative(sheet, row => Grades.Forms(row, withInvalid: true)),
        ["grade_cumulative_majority_of_valid"] = sheet => Grades.Cumulative(sheet, row => Grades.Forms(row, withInvalid: false)),
        ["rates_over_all"] = sheet => Grades.Rates(sheet, _ => sheet.Base()),
        ["rates_over_present"] = sheet => Grades.Rates(sheet, _ => sheet.Need("present")),
        ["rates_over_collected"] = sheet => Grades.Rates(sheet, row => Grades.Forms(row, withInvalid: true)),
        ["rates_over_valid"] = sheet => Grades.Rates(sheet, row => Grades.Forms(row, withInvalid: false)),
        ["rate_threshold"] = Grades.Lines,
        ["score_mean"] = Grades.Means,
    };

    /// <summary>Every rule of rules.md 1 that is counted here.</summary>
    public static IEnumerable<string> RuleNames => Rules.Keys;

    /// <summary>The answer to one case; {"error": why} when the figures do not decide.</summary>
    public static JsonObject Of(JsonObject one)
    {
        try
        {
            if (one["ballots"] is JsonArray { Count: > 0 } && one["items"] is JsonArray { Count: > 0 })
            {
                JsonObject summed = Papers.Summed(one), answer = Of(summed);
                answer["tally"] = answer.ContainsKey("error") ? null : Papers.Tally(summed);
                return answer;
            }
            Sheet sheet = new(one);
            return Rules.TryGetValue(sheet.Word("rule") ?? "", out Func<Sheet, JsonObject>? rule) ? rule(sheet) : Error("rule: unknown");
        }
        catch (Undecided why)
        {
            return Error(why.Message);
        }
    }

    /// <summary>More than half: twice the votes exceed the base.</summary>
    public static bool MoreThanHalf(BigInteger votes, BigInteger of) => votes + votes > of;

    /// <summary>The smallest number that is more than half: one more than the floor of the half.</summary>
    public static BigInteger LeastMoreThanHalf(BigInteger of) => (of - (of % 2)) / 2 + 1;

    public static BigInteger Ceiling(BigInteger numerator, BigInteger denominator) => (numerator / denominator) + (numerator % denominator == 0 ? 0 : 1);

    private static JsonObject Error(string why) => new() { ["error"] = why };
}
