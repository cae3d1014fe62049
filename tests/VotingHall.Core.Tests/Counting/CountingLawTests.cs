using FsCheck;
using FsCheck.Fluent;
using VotingHall.Core.Tests.Questions;
using Xunit;

namespace VotingHall.Core.Tests.Counting;

/// <summary>Aim: the laws of counting hold for the product and are broken by counters that are wrong on purpose.</summary>
public sealed class CountingLawTests
{
    [Fact]
    public void Order_and_names_do_not_matter()
    {
        Holds(CountingLaws.OrderAndNamesDoNotMatter);
        Fails(CountingLaws.OrderAndNamesDoNotMatter, PlantedFaults.FirstOnTheBallotWins);
    }

    [Fact]
    public void One_more_for_never_turns_elected_into_not_elected()
    {
        Holds(CountingLaws.OneMoreForNeverHurts);
        Fails(CountingLaws.OneMoreForNeverHurts, PlantedFaults.EvenVotesWin);
    }

    [Fact]
    public void Elected_never_exceed_seats()
    {
        Holds(CountingLaws.ElectedNeverExceedSeats);
        Fails(CountingLaws.ElectedNeverExceedSeats, PlantedFaults.EveryMajorityWins);
    }

    [Fact]
    public void A_tie_is_reported_only_if_it_decides()
    {
        Holds(CountingLaws.TieOnlyIfItDecides);
        Fails(CountingLaws.TieOnlyIfItDecides, PlantedFaults.AnyEqualVotesTie);
    }

    [Fact]
    public void Nobody_is_elected_without_the_majority_of_all()
    {
        Holds(CountingLaws.NobodyWithoutTheMajority);
        Fails(CountingLaws.NobodyWithoutTheMajority, PlantedFaults.HalfIsEnough);
    }

    [Fact]
    public void Marks_and_not_pressed_add_up()
    {
        Assert.True(Properties.Pass(Ballots, ballots => AddsUp(TallyOf(ballots))));
        Assert.False(Properties.Pass(Ballots, ballots => AddsUp(ForgetAbstentions(TallyOf(ballots)))));
    }

    [Fact]
    public void One_more_for_never_turns_carried_into_not_carried()
    {
        Assert.True(Properties.Pass(Ballots, ballots => NeverHurts(ballots, tally => new Motion { Title = "决议", Verb = "通过" }.Count(tally, Halls.Congress(7)))));
        Assert.False(Properties.Pass(Ballots, ballots => NeverHurts(ballots, CarriedWhenOdd)));
    }

    /// <summary>Each element is a member signed in: a choice, or null for a key not pressed.</summary>
    private static Arbitrary<Choice?[]> Ballots { get; } =
        Arb.From(Gen.ArrayOf(Gen.Elements<Choice?>(null, Choice.For, Choice.Against, Choice.Abstain), 7));

    private static Tally TallyOf(Choice?[] ballots) => new(
        ballots.Length, ballots.Count(ballot => ballot is not null),
        [new RowTally("", Of(ballots, Choice.For), Of(ballots, Choice.Against), Of(ballots, Choice.Abstain))], []);

    private static int Of(Choice?[] ballots, Choice choice) => ballots.Count(ballot => ballot == choice);

    private static bool AddsUp(Tally tally) => SumFinding.Of(tally) == new SumFinding(SumCheck.Ok, 0);

    private static Tally ForgetAbstentions(Tally tally) => tally with { Rows = [tally.Rows[0] with { Abstain = 0 }] };

    private static bool NeverHurts(Choice?[] ballots, Func<Tally, Outcome> count)
    {
        int other = Array.FindIndex(ballots, ballot => ballot != Choice.For);
        if (other < 0 || count(TallyOf(ballots)) is not Outcome.Carried)
            return true;
        Choice?[] more = [.. ballots];
        more[other] = Choice.For;
        return count(TallyOf(more)) is Outcome.Carried;
    }

    private static Outcome CarriedWhenOdd(Tally tally)
    {
        Reason none = new("", 0, BaseOf.Nobody, null, null, [], null, [], []);
        return tally.Rows[0].For % 2 == 1 ? new Outcome.Carried { Reason = none } : new Outcome.NotCarried { Reason = none };
    }

    private static void Holds(Func<SeatCounter, SmallElection, bool> law)
    {
        Assert.True(Properties.Pass(SmallElection.Any, one => law(Product.Elect, one)));
        Assert.True(Properties.Pass(SmallElection.Any, one => law(Product.ChooseProjects, one)));
    }

    private static void Fails(Func<SeatCounter, SmallElection, bool> law, SeatCounter wrong) =>
        Assert.False(Properties.Pass(SmallElection.Any, one => law(wrong, one)));
}
