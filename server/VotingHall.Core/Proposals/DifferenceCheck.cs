namespace VotingHall.Core;

/// <summary>
/// 差额数: the adopted measure picks one number inside the legal interval and the candidates must be as many; an empty interval is said, no number is
/// invented. Source: OL27, EL31; rules 5.2, 6; case C91.
/// </summary>
internal static class DifferenceCheck
{
    public static void Add(List<ProposalProblem> problems, Election election, Preliminaries before, ProfileRules rules)
    {
        // A by-election may be equal or more, a chief post has two or one: neither has a difference to fix.
        if (election.Type == VoteType.ByElection || election.OfficeKind is OfficeKind.Chief or OfficeKind.ChiefProcurator)
            return;
        CandidateNumbers allowed = CandidateNumbers.Of(election);
        int? adopted = before.Difference ?? Of(election.OfficeKind, rules.Election);
        Law law = CandidateNumbers.LawOf(election);
        string seats = Arithmetic.Text(election.Seats);
        if (adopted is not int difference)
        {
            if (allowed.IsEmpty)
                problems.Add(new(
                    "before.difference", $"应选 {seats} 名，法定差额区间内没有整数（{law.Chinese}），须按选举办法写明差额数",
                    $"{seats} seats: the legal interval holds no whole number ({law.English}); give the difference of the adopted measure", Broken: false));
            return;
        }
        int candidates = checked(election.Seats + difference);
        if (!allowed.IsEmpty && !allowed.Allows(candidates))
            problems.Add(new(
                "before.difference", $"应选 {seats} 名，差额 {Arithmetic.Text(difference)} 名不在法定区间内（{law.Chinese}）",
                $"{seats} seats: a difference of {Arithmetic.Text(difference)} is outside the legal interval ({law.English})", Broken: true));
        else if (election.Candidates.Count != candidates)
            problems.Add(new(
                "candidates", $"应选 {seats} 名，差额 {Arithmetic.Text(difference)} 名，候选人应为 {Arithmetic.Text(candidates)} 人，现有 {Arithmetic.Text(election.Candidates.Count)} 人",
                $"{seats} seats and a difference of {Arithmetic.Text(difference)}: {Arithmetic.Text(candidates)} candidates, there are {Arithmetic.Text(election.Candidates.Count)}", Broken: false));
    }

    private static int? Of(OfficeKind office, ElectionParameters rules) => office switch
    {
        OfficeKind.Deputy => rules.DeputyDifference,
        OfficeKind.CommitteeMember => rules.CommitteeMemberDifference,
        OfficeKind.UpperDeputy => rules.UpperDeputyDifference,
        _ => null,
    };
}
