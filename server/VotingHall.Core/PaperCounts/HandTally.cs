namespace VotingHall.Core;

/// <summary>手工计票的合计: from what people entered to a tally, and what it means.</summary>
public static class HandTally
{
    /// <summary>Reason code of figures that cannot be true: more papers or marks than there can be.</summary>
    public const string PapersExceed = "papers_exceed";

    /// <summary>
    /// The outcome of any tally: figures of papers or hands that cannot be true are announced by nobody; all others are counted by their question.
    /// Round, record check and case files use this one function.
    /// </summary>
    public static Outcome Decide(Question question, BallotPaper paper, Tally tally, CountContext context)
    {
        if (tally.Method == VotingMethod.Keypad || HandFinding.Of(paper, tally) is not { Sum.Check: SumCheck.Excess } finding)
            return question.Count(tally, context);
        IReadOnlyList<Comparison> excess = finding.Faults.Count > 0
            ? []
            : [new("", ComparedFigure.HandMarks, -(finding.Sum.Unaccounted ?? 0), Relation.Above, 0)];
        return new Outcome.Invalid(PapersExceed)
        {
            Reason = new Reason(RuleId.BallotsCollectedAtMostIssued, context.Base.Count, BaseOf.All, null, null, excess, null, [], []) { Faults = finding.Faults },
        };
    }

    /// <summary>The tally of a count as entered; <paramref name="merges"/> are applied to written-in names in order.</summary>
    internal static Tally Of(Round round, HandCount count, IReadOnlyList<NameMerge> merges)
    {
        IReadOnlyList<string> names = RowNames.Of(round);
        IReadOnlyList<RowTally> rows = [.. count.Rows.Select((row, i) => row with { Name = names[i] })];
        int present = round.Opening!.SignedIn;
        if (round.Method == VotingMethod.PaperBallot)
            return new Tally(present, count.Valid, rows, Merged(count.WriteIns, merges))
            {
                Method = round.Method,
                Papers = new PaperCount(round.ByHand.Issued!.Papers, round.ByHand.Collected!.Papers, count.Valid, count.Invalid.Sum) { Reasons = count.Invalid },
            };
        // Who raised no hand in the fullest row took no part; a row with fewer hands is found not to add up.
        return new Tally(present, rows.Max(row => row.Marks), rows, []) { Method = round.Method };
    }

    /// <summary>Names after the decisions of people, ordered by name.</summary>
    internal static IReadOnlyList<WriteInTally> Merged(IReadOnlyList<WriteInTally> names, IReadOnlyList<NameMerge> merges)
    {
        SortedDictionary<string, int> votes = new(StringComparer.Ordinal);
        foreach (WriteInTally one in names)
            votes[one.Name] = one.For;
        foreach (NameMerge merge in merges)
            if (votes.Remove(merge.From, out int moved))
                votes[merge.Into] = checked(votes.GetValueOrDefault(merge.Into) + moved);
        return [.. votes.Select(one => new WriteInTally(one.Key, one.Value))];
    }
}
