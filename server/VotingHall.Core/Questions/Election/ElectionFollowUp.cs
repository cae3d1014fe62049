namespace VotingHall.Core;

/// <summary>选举后续: what a tie or open seats lead to. Source: OL29, EL45; rules 5.5, 5.6.</summary>
public static class ElectionFollowUp
{
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
}
