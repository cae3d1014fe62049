namespace VotingHall.Core;

/// <summary>
/// 选举计票: everyone in one pool, those with more than half of all ranked by votes. Equal votes across the last seat lead to 再次投票 among the
/// tied; too few lead to 另行选举. The base is all deputies: invalid and missing ballots never lower it.
/// Source: OL25, OL29, EL45; rules 5.4–5.7.
/// </summary>
internal static class ElectionCount
{
    public static Outcome Decide(Election election, Tally tally, CountContext context)
    {
        RuleBase rule = RuleBase.MajorityOfAll(context, Sources.Of(context.Rules, Laws(election, context.Body), "election.measure"));
        return RowCount.Impossible(tally, election.Candidates.Count, rule)
            ?? SeatCount.Decide(Pool(tally), election.Seats, rule, WinnerOf(election.OfficeKind), Contenders.Persons);
    }

    /// <summary>A chief procurator waits for approval from above. Source: OL11.</summary>
    internal static PersonState WinnerOf(OfficeKind office) =>
        office == OfficeKind.ChiefProcurator ? PersonState.ElectedPendingUpperApproval : PersonState.Elected;

    /// <summary>Listed in ballot order, then written in; a written-in name that is listed counts for the listed candidate (rules 4.2.6).</summary>
    internal static IReadOnlyList<Contender> Pool(Tally tally)
    {
        List<Contender> pool = [.. tally.Rows.Select(row => new Contender(row.Name, row.For, IsWriteIn: false))];
        foreach (WriteInTally writeIn in tally.WriteIns)
        {
            int at = pool.FindIndex(one => one.Name == writeIn.Name);
            if (at < 0)
                pool.Add(new Contender(writeIn.Name, writeIn.For, IsWriteIn: true));
            else
                pool[at] = pool[at] with { For = checked(pool[at].For + writeIn.For) };
        }
        return pool;
    }

    private static Law[] Laws(Election election, Body body) => election.OfficeKind switch
    {
        OfficeKind.UpperDeputy when body == Body.StandingCommittee => [Law.OL51, Law.EL57],
        OfficeKind.UpperDeputy when election.Type == VoteType.ByElection => [Law.OL25, Law.EL45, Law.EL57],
        OfficeKind.UpperDeputy => [Law.OL25, Law.EL45],
        OfficeKind.ChiefProcurator when election.Type == VoteType.ByElection => [Law.OL25, Law.OL29, Law.OL30, Law.OL11],
        OfficeKind.ChiefProcurator => [Law.OL25, Law.OL29, Law.OL11],
        _ when election.Type == VoteType.ByElection => [Law.OL25, Law.OL29, Law.OL30],
        _ => [Law.OL25, Law.OL29],
    };
}
