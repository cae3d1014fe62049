using FsCheck;
using FsCheck.Fluent;
using VotingHall.Core.Tests.Questions;
using Xunit;

namespace VotingHall.Core.Tests.Counting;

/// <summary>Aim: whatever a profile says, it never changes what the law fixes: who has the majority of all, who is elected, who is tied.</summary>
public sealed class FixedLawTests
{
    /// <summary>Who got where, under some rules.</summary>
    private delegate string Counter(SmallElection one, ProfileRules rules);

    [Fact]
    public void A_profile_never_changes_fixed_law()
    {
        Assert.True(Properties.Pass(Any, drawn => Unchanged(Motions, drawn)));
        Assert.True(Properties.Pass(Any, drawn => Unchanged(Elections, drawn)));
        Assert.True(Properties.Pass(Any, drawn => Unchanged(Projects, drawn)));
        Assert.False(Properties.Pass(Any, drawn => Unchanged(HalfSufficesWhereParticipationIsAsked, drawn)));
        Assert.False(Properties.Pass(Any, drawn => Unchanged(TheFirstOnTheBallotWinsWhereThePresidiumDecidesTies, drawn)));
    }

    /// <summary>The draw moves every parameter; without this the law would hold for profiles that say nothing.</summary>
    [Fact]
    public void Every_parameter_is_drawn()
    {
        ProfileRules[] drawn = [.. Enumerable.Range(0, 400).Select(Rules)];

        foreach (ProfileParameter parameter in ProfileParameter.All.Where(parameter => ValuesOf(parameter.Values, 0) is not null))
            Assert.True(drawn.Select(rules => Text(parameter, rules)).Distinct().Count() > 1, parameter.Name + " never changes");
    }

    private static bool Unchanged(Counter count, (SmallElection One, int Profile) drawn) =>
        count(drawn.One, Rules(drawn.Profile)) == count(drawn.One, ProfileRules.Default);

    private static Arbitrary<(SmallElection One, int Profile)> Any { get; } = Arb.From(
        from one in SmallElection.Any.Generator
        from profile in Gen.Choose(0, 1_000_000)
        select (one, profile));

    /// <summary>Rules with every closed parameter set to a drawn value.</summary>
    private static ProfileRules Rules(int number)
    {
        // Neighbouring seeds give the framework's generator neighbouring draws.
        Random random = new(unchecked((int)((uint)number * 0x9E3779B9 >> 3)));
        ProfileRules rules = ProfileRules.Default;
        foreach (ProfileParameter parameter in ProfileParameter.All)
            if (ValuesOf(parameter.Values, random.Next(1000)) is Json value)
                rules = parameter.Set(rules, value) ?? throw new InvalidOperationException(parameter.Name + " refuses a value of its own range");
        return rules;
    }

    private static Json? ValuesOf(ParameterValues values, int draw) => values switch
    {
        ParameterValues.OneOf one => one.Names[draw % one.Names.Count],
        ParameterValues.Number number => number.Min + draw % (number.Max - number.Min + 1),
        ParameterValues.Flag => draw % 2 == 0,
        _ => null,
    };

    private static string Text(ProfileParameter parameter, ProfileRules rules) =>
        parameter.Write(rules) is Json value ? System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(value)) : "";

    private static string Motions(SmallElection one, ProfileRules rules) => string.Join(",", one.Votes.Select(votes =>
        new Motion { Title = "决议", Verb = "通过" }.Count(Halls.Votes(one.Base, ("决议", votes)), Halls.Congress(one.Base, rules)) is Outcome.Carried));

    private static string Elections(SmallElection one, ProfileRules rules) =>
        States(Halls.Election(one.Seats, [.. one.Named.Select(row => row.Name)]).Count(Halls.Votes(one.Base, [.. one.Named]), Halls.Congress(one.Base, rules)));

    private static string Projects(SmallElection one, ProfileRules rules) =>
        States(new ProjectVote { Title = "票决", Verb = "票决", Projects = [.. one.Named.Select(row => row.Name)], Seats = one.Seats }
            .Count(Halls.Votes(one.Base, [.. one.Named]), Halls.Congress(one.Base, rules)));

    private static string HalfSufficesWhereParticipationIsAsked(SmallElection one, ProfileRules rules) =>
        rules.Motion.Participation == ProfileRules.Default.Motion.Participation
            ? Motions(one, rules)
            : string.Join(",", one.Votes.Select(votes => 2 * votes >= one.Base));

    private static string TheFirstOnTheBallotWinsWhereThePresidiumDecidesTies(SmallElection one, ProfileRules rules) =>
        rules.Tie == ProfileRules.Default.Tie ? Elections(one, rules) : States(PlantedFaults.FirstOnTheBallotWins(one.Named, one.Seats, one.Base));

    private static string States(Outcome outcome) => string.Join(",", CountingLaws.Persons(outcome).Select(person => person.Name + person.State));
}
