namespace VotingHall.Core;

/// <summary>逐项计票: one row against one threshold, and the refusal to announce figures that cannot be.</summary>
internal static class RowCount
{
    /// <summary>Reason code of an outcome that cannot be announced because a row has more marks than members signed in.</summary>
    public const string MarksExceedPresent = "marks_exceed_present";

    /// <summary>One row that carries or does not.</summary>
    public static Outcome Decide(int votes, string ruleId, Threshold threshold, int countBase, IReadOnlyList<string> cites)
    {
        Reason reason = Explain([votes], ruleId, threshold, countBase, cites);
        return threshold.IsMetBy(votes, countBase) ? new Outcome.Carried { Reason = reason } : new Outcome.NotCarried { Reason = reason };
    }

    /// <summary>Several rows, each by itself.</summary>
    public static Outcome DecideEach(IReadOnlyList<RowTally> rows, string ruleId, Threshold threshold, int countBase, IReadOnlyList<string> cites) =>
        new Outcome.PersonByPerson([.. rows.Select(row => new PersonOutcome(
            row.Name, row.For, threshold.IsMetBy(row.For, countBase) ? PersonState.Passed : PersonState.NotPassed))])
        {
            Reason = Explain([.. rows.Select(row => row.For)], ruleId, threshold, countBase, cites),
        };

    /// <summary>The outcome of a tally that cannot be true, or null when the sums allow counting. Source: rules 4.4, 19 (C90).</summary>
    public static Outcome.Invalid? Impossible(Tally tally, int rows, string ruleId, int countBase, bool pickList = false)
    {
        if (tally.Rows.Count != rows)
            throw new ArgumentException("tally has " + Arithmetic.Text(tally.Rows.Count) + " rows, the paper " + Arithmetic.Text(rows), nameof(tally));
        SumFinding finding = SumFinding.Of(tally, pickList);
        if (finding.Check != SumCheck.Excess)
            return null;
        int excess = -(finding.Unaccounted ?? 0);
        return new Outcome.Invalid(MarksExceedPresent)
        {
            Reason = new Reason(
                ruleId, countBase, null,
                "票数之和比签到人数" + Arithmetic.Text(tally.SignedIn) + "多" + Arithmetic.Text(excess) + "，不得宣布",
                "the marks exceed the " + Arithmetic.Text(tally.SignedIn) + " signed in by " + Arithmetic.Text(excess) + "; nothing may be announced",
                []),
        };
    }

    private static Reason Explain(IReadOnlyList<int> votes, string ruleId, Threshold threshold, int countBase, IReadOnlyList<string> cites)
    {
        int needed = threshold.VotesNeeded(countBase);
        string sums = string.Join("，", votes.Select(each => Arithmetic.Comparison(each, needed)));
        return new Reason(
            ruleId, countBase, needed,
            Arithmetic.ThresholdChinese(threshold, countBase) + "；" + sums,
            Arithmetic.ThresholdEnglish(threshold, countBase) + "; " + sums.Replace("，", ", ", StringComparison.Ordinal),
            cites);
    }
}
