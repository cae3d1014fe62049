namespace VotingHall.Core.Tests.Counting;

/// <summary>埋错: counters that are wrong on purpose, one for each law, to show that the law can fail.</summary>
internal static class PlantedFaults
{
    /// <summary>Breaks ties by ballot order.</summary>
    public static Outcome FirstOnTheBallotWins(IReadOnlyList<(string Name, int For)> votes, int seats, int countBase) =>
        Fill(votes, votes.Where(row => 2 * row.For > countBase).OrderByDescending(row => row.For).Take(seats), seats);

    /// <summary>Looks at the last digit: one more vote can cost the seat.</summary>
    public static Outcome EvenVotesWin(IReadOnlyList<(string Name, int For)> votes, int seats, int countBase) =>
        Fill(votes, votes.Where(row => row.For % 2 == 0).OrderByDescending(row => row.For).Take(seats), seats);

    /// <summary>Elects everyone with a majority, seats or not.</summary>
    public static Outcome EveryMajorityWins(IReadOnlyList<(string Name, int For)> votes, int seats, int countBase) =>
        Fill(votes, votes.Where(row => 2 * row.For > countBase), seats);

    /// <summary>Counts half as a majority.</summary>
    public static Outcome HalfIsEnough(IReadOnlyList<(string Name, int For)> votes, int seats, int countBase) =>
        Fill(votes, votes.Where(row => 2 * row.For >= countBase).OrderByDescending(row => row.For).Take(seats), seats);

    /// <summary>Calls any equal votes a tie.</summary>
    public static Outcome AnyEqualVotesTie(IReadOnlyList<(string Name, int For)> votes, int seats, int countBase)
    {
        string[] tied = [.. votes.Where(row => votes.Count(other => other.For == row.For) > 1).Select(row => row.Name)];
        return tied.Length == 0
            ? Product.Elect(votes, seats, countBase)
            : new Outcome.RunoffRequired(
                [.. votes.Select(row => new PersonOutcome(row.Name, row.For, tied.Contains(row.Name) ? PersonState.TiedRunoff : PersonState.NotElected))],
                tied, seats)
            { Reason = None };
    }

    private static Reason None { get; } = new("", 0, BaseOf.Nobody, null, null, [], null, [], []);

    private static Outcome Fill(IReadOnlyList<(string Name, int For)> votes, IEnumerable<(string Name, int For)> winners, int seats)
    {
        HashSet<string> names = [.. winners.Select(row => row.Name)];
        PersonOutcome[] persons =
            [.. votes.Select(row => new PersonOutcome(row.Name, row.For, names.Contains(row.Name) ? PersonState.Elected : PersonState.NotElected))];
        return names.Count >= seats
            ? new Outcome.Filled(persons) { Reason = None }
            : new Outcome.Shortfall(persons, seats - names.Count) { Reason = None };
    }
}
