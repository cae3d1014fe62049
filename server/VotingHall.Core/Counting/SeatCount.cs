namespace VotingHall.Core;

/// <summary>竞选者: one name in the pool, listed or written in, and the votes for it.</summary>
public sealed record Contender(string Name, int For, bool IsWriteIn);

/// <summary>
/// 按席位计票: contenders for a number of seats become an outcome: full, run-off, or shortfall. Elections, run-offs and project
/// ballots all end here. Persons stay in ballot order, written-in names after them. Source: rules 5.4.
/// </summary>
internal static class SeatCount
{
    /// <param name="pool">All contenders, listed first in ballot order.</param>
    /// <param name="seats">Seats to fill.</param>
    /// <param name="rule">What each needs; without a share more votes win.</param>
    /// <param name="winner">State of those who take a seat.</param>
    /// <param name="contenders">How the reason speaks of contenders and seats.</param>
    public static Outcome Decide(IReadOnlyList<Contender> pool, int seats, RuleBase rule, PersonState winner, Contenders contenders)
    {
        IReadOnlyList<PersonOutcome> persons = Rank(pool, seats, rule.Needed ?? 0, winner, PersonState.NotElected);
        string[] tied = [.. persons.Where(person => person.State == PersonState.TiedRunoff).Select(person => person.Name)];
        int filled = persons.Count(person => person.State == winner);
        Reason reason = rule.Explain(Compare(pool, rule), new PlacesFilled(contenders, seats, filled, tied.Length));
        if (tied.Length > 0)
            return new Outcome.RunoffRequired(persons, tied, seats - filled) { Reason = reason };
        if (filled < seats)
            return new Outcome.Shortfall(persons, seats - filled) { Reason = reason };
        return new Outcome.Filled(persons) { Reason = reason };
    }

    /// <summary>预选: the first n by votes, no majority needed. Equal votes across the cut are an outcome of their own. Source: OL27, EL32; rules 5.3.</summary>
    public static Outcome Preselect(IReadOnlyList<Contender> pool, int places, RuleBase rule)
    {
        IReadOnlyList<PersonOutcome> persons = Rank(pool, places, 0, PersonState.Formal, PersonState.NotFormal);
        string[] tied = [.. persons.Where(person => person.State == PersonState.TiedRunoff).Select(person => person.Name)];
        int filled = persons.Count(person => person.State == PersonState.Formal);
        Reason reason = rule.Explain(Compare(pool, rule), new PlacesFilled(Contenders.Nominees, places, filled, tied.Length));
        return tied.Length > 0
            ? new Outcome.CutTied(persons, tied, places - filled) { Reason = reason }
            : new Outcome.Preselected(persons) { Reason = reason };
    }

    private static PersonOutcome[] Rank(IReadOnlyList<Contender> pool, int seats, int least, PersonState winner, PersonState loser)
    {
        IReadOnlyList<Place> places = Ranking.Take([.. pool.Select(one => one.For)], seats, least);
        PersonOutcome[] persons = new PersonOutcome[pool.Count];
        for (int i = 0; i < pool.Count; i++)
        {
            PersonState state = places[i] switch
            {
                Place.In => winner,
                Place.Tied => PersonState.TiedRunoff,
                Place.Out => loser,
                _ => throw new InvalidOperationException("unknown place"),
            };
            persons[i] = new PersonOutcome(pool[i].Name, pool[i].For, state, pool[i].IsWriteIn);
        }
        return persons;
    }

    /// <summary>Without a threshold each figure stands for itself.</summary>
    private static Comparison[] Compare(IReadOnlyList<Contender> pool, RuleBase rule) =>
        [.. pool.Select(one => Comparison.Of(one.Name, ComparedFigure.For, one.For, rule.Needed ?? 0))];
}
