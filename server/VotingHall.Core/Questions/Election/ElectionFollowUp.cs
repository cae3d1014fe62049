namespace VotingHall.Core;

/// <summary>选举后续: what a tie or open seats lead to. Source: OL29, EL45; rules 5.5, 5.6.</summary>
public static class ElectionFollowUp
{
    private const string FurtherMark = "（另行选举）";

    /// <summary>The run-off among the tied of <paramref name="election"/>.</summary>
    public static RunoffElection RunoffOf(Election election, Outcome.RunoffRequired tie, string title) => new()
    {
        Title = title,
        Verb = ActVerb.Runoff,
        Office = election.Office,
        OfficeKind = election.OfficeKind,
        Candidates = tie.Tied,
        Seats = tie.SeatsLeft,
    };

    /// <summary>The run-off after a run-off that ended equal again.</summary>
    public static RunoffElection RunoffOf(RunoffElection runoff, Outcome.RunoffRequired tie) =>
        runoff with { Candidates = tie.Tied, Seats = tie.SeatsLeft };

    /// <summary>
    /// Candidates for 另行选举 by order of votes in the first ballot. Deputies to the higher congress are taken in this order only; for offices the
    /// congress may also nominate anew. Who is equal stays in ballot order: staff decide where the list is cut inside a tie.
    /// </summary>
    public static IReadOnlyList<PersonOutcome> RemainingByVotes(Outcome.Shortfall shortfall) =>
        [.. shortfall.Persons.Where(person => person.State == PersonState.NotElected).OrderByDescending(person => person.For)];

    /// <summary>另行选举 for the seats left open; whether at this session is for the congress to decide.</summary>
    internal static IReadOnlyList<FollowUp> OfShortfall(Question question, Outcome.Shortfall shortfall, ProfileRules rules)
    {
        if (question is not Election election)
            return [Ties.Presidium("名额未满，由主席团提出办法")];
        bool deputies = election.OfficeKind == OfficeKind.UpperDeputy;
        ShortfallCandidates rule = deputies ? ShortfallCandidates.FirstBallotOrder : rules.Shortfall.Candidates;
        CandidateNumbers numbers = CandidateNumbers.ForFurther(election.OfficeKind, shortfall.Missing);
        int? difference = election.OfficeKind switch
        {
            OfficeKind.Deputy => rules.Election.DeputyDifference,
            OfficeKind.CommitteeMember => rules.Election.CommitteeMemberDifference,
            OfficeKind.UpperDeputy => rules.Election.UpperDeputyDifference,
            _ => null,
        };
        int? wanted = difference + shortfall.Missing is int number && numbers.Allows(number) ? number : null;
        Election further = election with
        {
            Title = FollowUpTitle.Of(election.Title, FurtherMark),
            Verb = ActVerb.FurtherElection,
            Seats = shortfall.Missing,
        };
        return
        [
            new(
                FollowUpKind.FurtherElection,
                $"尚缺{shortfall.Missing}名，另行选举；是否在本次会议进行由{(deputies ? "主席团提请" : "")}大会决定",
                $"{shortfall.Missing} left open: a further election; whether at this session is for the congress to decide", [deputies ? Law.EL45 : Law.OL29])
            {
                Question = further,
                Candidates = new FurtherCandidates(
                    RemainingByVotes(shortfall), numbers, MayNominate: rule != ShortfallCandidates.FirstBallotOrder,
                    MayTakeOrder: rule != ShortfallCandidates.NewNomination, wanted),
            },
        ];
    }
}
