namespace VotingHall.Core;

/// <summary>
/// 手工计票的核对: whether papers or hands add up. Warns, never repairs: too many can never be announced, too few need a person's decision.
/// Source: rules 4.4 (identities).
/// </summary>
/// <param name="Sum">The worst of all.</param>
/// <param name="Faults">Identities that do not hold, by code, in the order of the papers' course.</param>
/// <param name="Rows">One finding a row.</param>
public sealed record HandFinding(SumFinding Sum, IReadOnlyList<PaperFault> Faults, IReadOnlyList<SumFinding> Rows)
{
    /// <summary>Of figures that were not taken by keypads.</summary>
    public static HandFinding Of(BallotPaper paper, Tally tally) => tally.Papers is PaperCount papers ? OnPaper(paper, tally, papers) : ByHands(paper, tally);

    private static HandFinding OnPaper(BallotPaper paper, Tally tally, PaperCount papers)
    {
        List<SumFinding> rows = EachRow(paper, tally, papers.Valid);
        IReadOnlyList<PaperFault> faults = papers.Faults(tally.SignedIn, paper.Groups.Sum(group => group.MaxFor), tally);
        // Issued above present was decided on when it was entered; papers that were not counted are a gap, not an excess.
        bool excess = faults.Any(fault => fault is not (PaperFault.IssuedExceedsPresent or PaperFault.ValidAndInvalidNotCollected))
            || ChosenTooMany(paper, tally, papers.Valid);
        SumFinding worst = SumFinding.Worst([SumFinding.Of(papers.Collected, papers.Valid, papers.Invalid), .. rows]);
        return new HandFinding(excess && worst.Check != SumCheck.Excess ? new SumFinding(SumCheck.Excess, null) : worst, faults, rows);
    }

    /// <summary>Office by office: no more chosen than the valid papers could choose.</summary>
    private static bool ChosenTooMany(BallotPaper paper, Tally tally, int valid)
    {
        int row = 0;
        foreach (PaperGroup group in paper.Groups)
        {
            long chosen = tally.Rows.Skip(row).Take(group.Rows.Count).Sum(one => (long)one.For);
            row += group.Rows.Count;
            if (chosen > (long)valid * group.MaxFor)
                return true;
        }
        return false;
    }

    private static HandFinding ByHands(BallotPaper paper, Tally tally)
    {
        List<SumFinding> rows = EachRow(paper, tally, tally.SignedIn);
        return new HandFinding(SumFinding.Worst(rows), [], rows);
    }

    /// <summary>Of a list to pick from nothing says how many were not chosen, so fewer marks are no finding there.</summary>
    private static List<SumFinding> EachRow(BallotPaper paper, Tally tally, int papers)
    {
        List<SumFinding> findings = [];
        int row = 0;
        foreach (PaperGroup group in paper.Groups)
            for (int i = 0; i < group.Rows.Count; i++, row++)
            {
                SumFinding finding = SumFinding.Of(papers, tally.Rows[row].Marks, tally.Rows[row].Void);
                findings.Add(group.IsPickList && finding.Check == SumCheck.Unaccounted ? new SumFinding(SumCheck.Ok, 0) : finding);
            }
        return findings;
    }
}
