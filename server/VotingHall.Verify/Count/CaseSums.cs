using System.Text.Json.Nodes;
using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>
/// 数字核对: whether the published figures can be. Each row is one vote of everybody: on keypads its marks make those signed in, on paper the
/// valid papers. Over many rows the worst speaks. Warns, never repairs; only an excess stops the announcement. Source: rules 4.4, 23.
/// </summary>
internal static class CaseSums
{
    /// <summary>The finding over all rows and, on paper, over the papers collected.</summary>
    public static SumFinding Of(CountCase one)
    {
        int? people = PeopleOf(one);
        List<SumFinding> findings = [];
        foreach (CountItem item in one.Items)
        {
            SumFinding finding = SumFinding.Of(people, MarksOf(item));
            // A written-in person has only 赞成: the row can exceed the papers, it cannot add up to them.
            if (!item.IsWriteIn || finding.Check == SumCheck.Excess)
                findings.Add(finding);
        }
        if (IsPaper(one) && one.BallotsCollected is int collected && one.Present is int present && collected > present)
            findings.Add(new SumFinding(SumCheck.Excess, present - collected));
        return SumFinding.Worst(findings);
    }

    /// <summary>What stops the announcement, or null.</summary>
    public static JsonObject? Refusal(SumFinding sums) => sums.Check == SumCheck.Excess
        ? new JsonObject { ["announceable"] = false, ["reason"] = "marks_exceed_present" }
        : null;

    public static IEnumerable<(string Key, JsonNode? Value)> Fields(CountCase one, SumFinding sums)
    {
        if (one.Items.Count == 0)
            yield break;
        yield return ("sumCheck", NameOf(sums.Check));
        yield return ("unaccounted", sums.Unaccounted);
        if (IsPaper(one))
            yield return ("identities", Identities(one));
    }

    /// <summary>On paper, said or to be seen from papers collected.</summary>
    private static bool IsPaper(CountCase one) =>
        one.Method == VotingMethod.PaperBallot || (one.Method is null && one.BallotsCollected is not null);

    /// <summary>Those whose marks a row must hold: the valid papers where they are known, else those present.</summary>
    private static int? PeopleOf(CountCase one) =>
        !IsPaper(one) ? one.Present
        : one.BallotsCollected is int collected && one.BallotsInvalid is int invalid ? collected - invalid
        : one.Present - (one.BallotsInvalid ?? 0);

    /// <summary>A published figure without 未按 is taken as it stands; a row void on a valid paper and a void form are accounted for.</summary>
    private static int?[] MarksOf(CountItem item) => item.Grades.Count > 0
        ? [.. item.Grades.Select(grade => (int?)grade.Count), item.Invalid ?? 0, item.Abstain ?? 0, item.NotVoted ?? 0, item.OtherMarks ?? 0]
        : [item.For, item.Against, item.Abstain, item.NotVoted ?? 0, item.RowInvalid ?? 0];

    /// <summary>纸质票恒等式: each identity of rules 4.4 by itself. They warn; none of them changes an outcome.</summary>
    private static JsonObject Identities(CountCase one)
    {
        int? valid = one.BallotsValid ?? one.BallotsCollected - one.BallotsInvalid;
        JsonObject identities = new()
        {
            ["collectedIsValidAndInvalid"] = Equal(one.BallotsValid + one.BallotsInvalid, one.BallotsCollected),
            ["collectedWithinIssued"] = Within(one.BallotsCollected, one.BallotsIssued),
            ["issuedWithinPresent"] = Within(one.BallotsIssued, one.Present),
            ["rowsMakeValid"] = NameOf(SumFinding.Worst(
                one.Items.Where(item => !item.IsWriteIn).Select(item => SumFinding.Of(valid, MarksOf(item)))).Check),
        };
        if (one.Seats is int seats)
        {
            int? chosen = Sum(one.Items.Select(item => item.For));
            identities["chosenWithinSeats"] = Within(chosen, valid is int papers ? (long)papers * seats : null);
            identities["writeInsWithinAgainst"] = Within(
                Sum(one.Items.Where(item => item.IsWriteIn).Select(item => item.For)),
                Sum(one.Items.Where(item => !item.IsWriteIn).Select(item => item.Against)));
        }
        return identities;
    }

    private static int? Sum(IEnumerable<int?> figures) => figures.Aggregate((int?)0, (sum, figure) => sum + figure);

    private static string Equal(int? parts, int? whole) =>
        parts is not int sum || whole is not int all ? "unknown" : sum == all ? "ok" : sum > all ? "excess" : "unaccounted";

    private static string Within(long? figure, long? limit) => figure is not long some || limit is not long most ? "unknown" : some <= most ? "ok" : "excess";

    private static string NameOf(SumCheck check) => check switch
    {
        SumCheck.Ok => "ok",
        SumCheck.Unaccounted => "unaccounted",
        SumCheck.Excess => "excess",
        SumCheck.Unknown => "unknown",
        _ => throw new InvalidOperationException("unknown sum check"),
    };
}
