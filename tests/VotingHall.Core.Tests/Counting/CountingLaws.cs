using FsCheck;
using FsCheck.Fluent;
using VotingHall.Core.Tests.Questions;

namespace VotingHall.Core.Tests.Counting;

/// <summary>计票函数 under test: votes of each name in ballot order become an outcome.</summary>
internal delegate Outcome SeatCounter(IReadOnlyList<(string Name, int For)> votes, int seats, int countBase);

/// <summary>A small election: few names and a small base, so that ties and exact majorities are common.</summary>
internal sealed record SmallElection(int[] Votes, int Seats, int Base, int Turn)
{
    public IReadOnlyList<(string Name, int For)> Named => [.. Votes.Select((votes, i) => (((char)('甲' + i)).ToString(), votes))];

    public static Arbitrary<SmallElection> Any { get; } = Arb.From(
        from countBase in Gen.Choose(1, 9)
        from count in Gen.Choose(1, 5)
        from votes in Gen.ArrayOf(Gen.Choose(0, countBase), count)
        from seats in Gen.Choose(1, 4)
        from turn in Gen.Choose(0, count - 1)
        select new SmallElection(votes, seats, countBase, turn));
}

/// <summary>
/// 计票公理: laws any honest way of filling seats obeys. Each takes the counter as an argument, so that the same law is shown to catch a
/// planted wrong counter.
/// </summary>
internal static class CountingLaws
{
    /// <summary>Order and names do not matter: turning the ballot and renaming everybody changes nobody's state.</summary>
    public static bool OrderAndNamesDoNotMatter(SeatCounter count, SmallElection one)
    {
        IReadOnlyList<(string Name, int For)> turned = [.. one.Named.Skip(one.Turn), .. one.Named.Take(one.Turn)];
        Dictionary<string, PersonState> before = States(count(one.Named, one.Seats, one.Base));
        Dictionary<string, PersonState> after = States(count([.. turned.Select(row => ("新" + row.Name, row.For))], one.Seats, one.Base));
        return before.All(state => after["新" + state.Key] == state.Value);
    }

    /// <summary>One more 赞成 never turns elected into not elected, nor takes a tied person out of the run-off.</summary>
    public static bool OneMoreForNeverHurts(SeatCounter count, SmallElection one)
    {
        if (one.Votes[one.Turn] == one.Base)
            return true;
        int[] more = [.. one.Votes];
        more[one.Turn]++;
        string name = one.Named[one.Turn].Name;
        PersonState before = States(count(one.Named, one.Seats, one.Base))[name];
        PersonState after = States(count((one with { Votes = more }).Named, one.Seats, one.Base))[name];
        return before switch
        {
            PersonState.Elected => after == PersonState.Elected,
            PersonState.TiedRunoff => after == PersonState.Elected,
            _ => true,
        };
    }

    /// <summary>Elected never exceed seats, and seats are elected, left to the run-off, or missing.</summary>
    public static bool ElectedNeverExceedSeats(SeatCounter count, SmallElection one)
    {
        Outcome outcome = count(one.Named, one.Seats, one.Base);
        int elected = States(outcome).Values.Count(state => state == PersonState.Elected);
        int open = outcome switch
        {
            Outcome.RunoffRequired tie => tie.SeatsLeft,
            Outcome.Shortfall shortfall => shortfall.Missing,
            _ => 0,
        };
        return elected + open == one.Seats;
    }

    /// <summary>A tie is reported only if it decides: equal votes, all above the line, more people than seats left.</summary>
    public static bool TieOnlyIfItDecides(SeatCounter count, SmallElection one)
    {
        if (count(one.Named, one.Seats, one.Base) is not Outcome.RunoffRequired tie)
            return true;
        int[] votes = [.. tie.Persons.Where(person => person.State == PersonState.TiedRunoff).Select(person => person.For).Distinct()];
        return votes.Length == 1 && 2 * votes[0] > one.Base && tie.SeatsLeft >= 1 && tie.Tied.Count > tie.SeatsLeft;
    }

    /// <summary>Nobody is elected without more than half of all.</summary>
    public static bool NobodyWithoutTheMajority(SeatCounter count, SmallElection one) =>
        Persons(count(one.Named, one.Seats, one.Base)).All(person => person.State != PersonState.Elected || 2 * person.For > one.Base);

    public static IReadOnlyList<PersonOutcome> Persons(Outcome outcome) => outcome switch
    {
        Outcome.Filled filled => filled.Persons,
        Outcome.RunoffRequired tie => tie.Persons,
        Outcome.Shortfall shortfall => shortfall.Persons,
        _ => throw new InvalidOperationException("not an outcome of an election"),
    };

    private static Dictionary<string, PersonState> States(Outcome outcome) => Persons(outcome).ToDictionary(person => person.Name, person => person.State);
}

/// <summary>The counter of the product, as a round calls it.</summary>
internal static class Product
{
    public static Outcome Elect(IReadOnlyList<(string Name, int For)> votes, int seats, int countBase) =>
        Halls.Election(seats, [.. votes.Select(row => row.Name)]).Count(Halls.Votes(countBase, [.. votes]), Halls.Congress(countBase));

    public static Outcome ChooseProjects(IReadOnlyList<(string Name, int For)> votes, int seats, int countBase) =>
        new ProjectVote { Title = "票决", Verb = "票决", Projects = [.. votes.Select(row => row.Name)], Seats = seats }
            .Count(Halls.Votes(countBase, [.. votes]), Halls.Congress(countBase));
}
