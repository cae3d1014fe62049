namespace VotingHall.Core;

/// <summary>
/// 选票清点: ballot papers issued and collected, valid and invalid. 收回 ≤ 发出 makes the election valid; more collected than issued
/// voids it, whatever the marks say. Source: EL44, rules 4.4.
/// </summary>
public sealed record PaperCount(int Issued, int Collected, int Valid, int Invalid)
{
    /// <summary>无效票 by reason; none where only their number is known.</summary>
    public InvalidPapers Reasons { get; init; }

    /// <summary>选举有效.</summary>
    public bool IsElectionValid => CollectedAtMostIssued(Issued, Collected);

    /// <summary>未交回.</summary>
    public int NotReturned => Math.Max(0, Issued - Collected);

    public static bool CollectedAtMostIssued(int issued, int collected) => collected <= issued;

    /// <summary>
    /// Identities that do not hold, as a closed list of codes; empty when all hold. They warn, they repair nothing.
    /// </summary>
    public IReadOnlyList<PaperFault> Faults(int present, int seats, Tally tally)
    {
        List<PaperFault> faults = [];
        if (!IsElectionValid)
            faults.Add(PaperFault.CollectedExceedsIssued);
        if (Issued > present)
            faults.Add(PaperFault.IssuedExceedsPresent);
        if (Valid + Invalid != Collected)
            faults.Add(PaperFault.ValidAndInvalidNotCollected);
        if (tally.Rows.Any(row => row.Marks > Valid))
            faults.Add(PaperFault.RowExceedsValid);
        long chosen = tally.Rows.Sum(row => (long)row.For) + tally.WriteIns.Sum(person => (long)person.For);
        if (chosen > (long)Valid * seats)
            faults.Add(PaperFault.ChosenExceedsSeats);
        if (tally.WriteIns.Sum(person => (long)person.For) > tally.Rows.Sum(row => (long)row.AgainstInAll))
            faults.Add(PaperFault.WriteInsExceedAgainst);
        return faults;
    }
}

/// <summary>清点不符. Stored by name. Source: rules 4.4 (identities).</summary>
public enum PaperFault
{
    /// <summary>收回多于发出: the election is void.</summary>
    CollectedExceedsIssued = 1,
    IssuedExceedsPresent = 2,
    ValidAndInvalidNotCollected = 3,
    RowExceedsValid = 4,
    ChosenExceedsSeats = 5,
    WriteInsExceedAgainst = 6,
}
