namespace VotingHall.Core;

/// <summary>逐项计票: one row against one threshold, and the refusal to announce figures that cannot be.</summary>
internal static class RowCount
{
    /// <summary>Reason code of an outcome that cannot be announced because a row has more marks than members signed in.</summary>
    public const string MarksExceedPresent = "marks_exceed_present";

    /// <summary>One row that carries or does not.</summary>
    public static Outcome Decide(int votes, RuleBase rule, bool pendingUpperApproval = false)
    {
        Reason reason = rule.Explain([Comparison.Of("", ComparedFigure.For, votes, rule.Needed!.Value)]);
        return rule.Share!.Value.IsMetBy(votes, rule.Count)
            ? new Outcome.Carried { Reason = reason, PendingUpperApproval = pendingUpperApproval }
            : new Outcome.NotCarried { Reason = reason };
    }

    /// <summary>Several rows, each by itself.</summary>
    public static Outcome DecideEach(IReadOnlyList<RowTally> rows, RuleBase rule, bool pendingUpperApproval = false)
    {
        PersonState passed = pendingUpperApproval ? PersonState.PassedPendingUpperApproval : PersonState.Passed;
        return new Outcome.PersonByPerson([.. rows.Select(row => new PersonOutcome(
            row.Name, row.For, rule.Share!.Value.IsMetBy(row.For, rule.Count) ? passed : PersonState.NotPassed))])
        {
            Reason = rule.Explain([.. rows.Select(row => Comparison.Of(row.Name, ComparedFigure.For, row.For, rule.Needed!.Value))]),
        };
    }

    /// <summary>The outcome of a tally that cannot be true, or null when the sums allow counting. Source: rules 4.4, 19 (C90).</summary>
    public static Outcome.Invalid? Impossible(Tally tally, int rows, RuleBase rule, bool pickList = false)
    {
        if (tally.Rows.Count != rows)
            throw new ArgumentException("tally has " + Arithmetic.Text(tally.Rows.Count) + " rows, the paper " + Arithmetic.Text(rows), nameof(tally));
        SumFinding finding = SumFinding.Of(tally, pickList);
        if (finding.Check != SumCheck.Excess)
            return null;
        Comparison excess = new("", ComparedFigure.Marks, checked(tally.SignedIn - (finding.Unaccounted ?? 0)), Relation.Above, tally.SignedIn);
        return new Outcome.Invalid(MarksExceedPresent)
        {
            Reason = new Reason(rule.RuleId, rule.Count, rule.BaseOf, rule.Share, null, [excess], null, [], []),
        };
    }
}
