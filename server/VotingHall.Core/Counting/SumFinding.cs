namespace VotingHall.Core;

/// <summary>
/// 票数核对: whether the marks of one row add up to those who could make them, and how many are missing.
/// Warns, never repairs: a sum short of the attendance is ordinary, a sum above it can never be announced. Source: rules 4.4, 23.
/// </summary>
/// <param name="Check">The verdict.</param>
/// <param name="Unaccounted">Present less all known marks; null when a figure is missing, negative for an excess.</param>
public sealed record SumFinding(SumCheck Check, int? Unaccounted)
{
    /// <summary>Figures of one row against those present. <paramref name="present"/> and each mark may be missing.</summary>
    public static SumFinding Of(int? present, params ReadOnlySpan<int?> marks)
    {
        int known = 0;
        bool complete = present is not null;
        foreach (int? mark in marks)
        {
            known = checked(known + (mark ?? 0));
            complete &= mark is not null;
        }
        if (present is int people && known > people)
            return new SumFinding(SumCheck.Excess, people - known);
        if (!complete)
            return new SumFinding(SumCheck.Unknown, null);
        int gap = checked(present!.Value - known);
        return new SumFinding(gap == 0 ? SumCheck.Ok : SumCheck.Unaccounted, gap);
    }

    /// <summary>One row of a round: 赞成 + 反对 + 弃权 + 另选 + 未按 against those signed in. Pick lists have no mark for "not chosen".</summary>
    public static SumFinding Of(Tally tally, RowTally row, bool pickList = false)
    {
        if (tally.Participants > tally.SignedIn)
            return new SumFinding(SumCheck.Excess, tally.NotPressed);
        return pickList && row.Marks <= tally.Participants
            ? new SumFinding(SumCheck.Ok, 0)
            : Of(tally.SignedIn, row.Marks, tally.NotPressed);
    }

    /// <summary>All rows of a round: the worst row speaks for the paper.</summary>
    public static SumFinding Of(Tally tally, bool pickList = false) =>
        tally.Participants > tally.SignedIn
            ? new SumFinding(SumCheck.Excess, tally.NotPressed)
            : Worst(tally.Rows.Select(row => Of(tally, row, pickList)));

    /// <summary>Excess before unknown before unaccounted before ok; of equals, the larger gap.</summary>
    public static SumFinding Worst(IEnumerable<SumFinding> findings)
    {
        SumFinding worst = new(SumCheck.Ok, 0);
        foreach (SumFinding finding in findings)
        {
            int order = Weight(finding.Check).CompareTo(Weight(worst.Check));
            if (order > 0 || (order == 0 && Math.Abs(finding.Unaccounted ?? 0) > Math.Abs(worst.Unaccounted ?? 0)))
                worst = finding;
        }
        return worst;
    }

    private static int Weight(SumCheck check) => check switch
    {
        SumCheck.Ok => 0,
        SumCheck.Unaccounted => 1,
        SumCheck.Unknown => 2,
        SumCheck.Excess => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(check)),
    };
}
