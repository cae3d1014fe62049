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
    /// <param name="majority">Needed by each, or null for plurality.</param>
    /// <param name="countBase">Base of <paramref name="majority"/>.</param>
    /// <param name="winner">State of those who take a seat.</param>
    /// <param name="loser">State of those who do not.</param>
    /// <param name="cites">Articles in Chinese.</param>
    public static Outcome Decide(
        IReadOnlyList<Contender> pool, int seats, Threshold? majority, int countBase,
        PersonState winner, PersonState loser, IReadOnlyList<string> cites)
    {
        int? needed = majority?.VotesNeeded(countBase);
        IReadOnlyList<Place> places = Ranking.Take([.. pool.Select(one => one.For)], seats, needed ?? 0);
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
        int filled = places.Count(place => place == Place.In);
        string[] tied = [.. persons.Where(person => person.State == PersonState.TiedRunoff).Select(person => person.Name)];
        Reason reason = Explain(pool, seats, majority, countBase, needed, filled, tied.Length, cites);
        if (tied.Length > 0)
            return new Outcome.RunoffRequired(persons, tied, seats - filled) { Reason = reason };
        if (filled < seats)
            return new Outcome.Shortfall(persons, seats - filled) { Reason = reason };
        return new Outcome.Filled(persons) { Reason = reason };
    }

    private static Reason Explain(
        IReadOnlyList<Contender> pool, int seats, Threshold? majority, int countBase, int? needed, int filled, int tied, IReadOnlyList<string> cites)
    {
        string chinese = "", english = "";
        if (majority is Threshold threshold)
        {
            int reached = pool.Count(one => one.For >= needed);
            chinese = Arithmetic.ThresholdChinese(threshold, countBase) + "；达到的" + Arithmetic.Text(reached) + "，";
            english = Arithmetic.ThresholdEnglish(threshold, countBase) + "; reached by " + Arithmetic.Text(reached) + "; ";
        }
        chinese += "应选" + Arithmetic.Text(seats) + "，选出" + Arithmetic.Text(filled);
        english += "seats " + Arithmetic.Text(seats) + ", filled " + Arithmetic.Text(filled);
        if (tied > 0)
        {
            chinese += "，" + Arithmetic.Text(tied) + "个票数相等，余" + Arithmetic.Text(seats - filled) + "席";
            english += ", " + Arithmetic.Text(tied) + " tied for " + Arithmetic.Text(seats - filled);
        }
        return new Reason(
            majority is null ? RuleId.Plurality : RuleId.MajorityOfAll, majority is null ? 0 : countBase, needed, chinese, english, cites);
    }
}
