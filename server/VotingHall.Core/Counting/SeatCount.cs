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
    /// <param name="words">How the reason speaks of contenders and seats.</param>
    /// <param name="cites">Articles in Chinese.</param>
    public static Outcome Decide(
        IReadOnlyList<Contender> pool, int seats, Threshold? majority, int countBase,
        PersonState winner, PersonState loser, SeatWords words, IReadOnlyList<string> cites)
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
        Reason reason = Explain(pool, seats, majority, countBase, needed, filled, tied.Length, words, cites);
        if (tied.Length > 0)
            return new Outcome.RunoffRequired(persons, tied, seats - filled) { Reason = reason };
        if (filled < seats)
            return new Outcome.Shortfall(persons, seats - filled) { Reason = reason };
        return new Outcome.Filled(persons) { Reason = reason };
    }

    private static Reason Explain(
        IReadOnlyList<Contender> pool, int seats, Threshold? majority, int countBase, int? needed, int filled, int tied, SeatWords words,
        IReadOnlyList<string> cites)
    {
        List<string> chinese = [], english = [];
        if (majority is Threshold threshold)
        {
            int reached = pool.Count(one => one.For >= needed);
            chinese.Add(Arithmetic.ThresholdChinese(threshold, countBase));
            english.Add(Arithmetic.ThresholdEnglish(threshold, countBase));
            chinese.Add(words.ReachedChinese(reached, needed!.Value));
            english.Add(words.ReachedEnglish(reached, needed!.Value));
        }
        else
        {
            chinese.Add(words.MoreVotesChinese);
            english.Add(SeatWords.MoreVotesEnglish);
        }
        chinese.Add(words.FilledChinese(seats, filled));
        english.Add(words.FilledEnglish(seats, filled));
        if (tied > 0)
        {
            chinese.Add(words.TiedChinese(tied, seats - filled));
            english.Add(words.TiedEnglish(tied, seats - filled));
        }
        return new Reason(
            majority is null ? RuleId.Plurality : RuleId.MajorityOfAll, majority is null ? 0 : countBase, needed,
            string.Join("；", chinese), string.Join("; ", english), cites);
    }
}
