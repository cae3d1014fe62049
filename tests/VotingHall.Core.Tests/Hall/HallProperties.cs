using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Laws that hold for every meeting, however it went.</summary>
public sealed class HallProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(60);

    private static Arbitrary<int[]> Meetings => Gen.Choose(0, 0xFFF).ArrayOf(220).ToArbitrary();

    /// <summary>A crash replays: what was stored gives back the very state that was lost.</summary>
    [Fact]
    public void Stored_facts_and_private_parts_give_back_the_live_state() =>
        Check.One(Runs, Prop.ForAll(Meetings, numbers => ReplayAgrees(RandomMeeting.Run(numbers))));

    /// <summary>The guard can fail: a store that loses one private part is found out.</summary>
    [Fact]
    public void A_lost_private_part_is_found_out()
    {
        Driver driver = RandomMeeting.Run(RandomMeeting.Numbers(3, 600));
        Assert.NotEmpty(driver.Parts);
        Assert.True(ReplayAgrees(driver));
        driver.Parts.Remove(driver.Parts.First().Key);
        Assert.False(ReplayAgrees(driver));
    }

    /// <summary>赞成 + 反对 + 弃权 + 未按 = signed in when the round opened, row by row.</summary>
    [Fact]
    public void The_four_totals_make_up_those_signed_in() =>
        Check.One(Runs, Prop.ForAll(Meetings, numbers => RandomMeeting.Run(numbers).State.Rounds.Values.All(TotalsAgree)));

    /// <summary>The law can fail: one participant too many is found out.</summary>
    [Fact]
    public void A_participant_too_many_is_found_out()
    {
        Round round = RandomMeeting.Run(RandomMeeting.Numbers(3, 600)).State.Rounds.Values
            .First(one => one.Counted is not null && one.Mode == RoundMode.Secret);
        Counted counted = round.Counted!;
        Assert.True(TotalsAgree(round));
        Assert.False(TotalsAgree(round with { Counted = counted with { Tally = counted.Tally with { Participants = counted.Tally.Participants + 1 } } }));
    }

    /// <summary>Every refusal leaves the state as it was, every accepted fact changes the version by one leaf.</summary>
    [Fact]
    public void The_version_counts_the_leaves() =>
        Check.One(Runs, Prop.ForAll(Meetings, numbers =>
        {
            Driver driver = RandomMeeting.Run(numbers);
            return driver.State.Version == driver.Log.Count;
        }));

    [Fact]
    public void At_most_the_last_round_is_unfinished() =>
        Check.One(Runs, Prop.ForAll(Meetings, numbers =>
        {
            Driver driver = RandomMeeting.Run(numbers);
            return driver.State.Rounds.Values.Where(round => round.No != driver.Last).All(round => round.IsFinished);
        }));

    /// <summary>The random meetings are worth something: they reach every phase and every mode.</summary>
    [Fact]
    public void Random_meetings_get_far()
    {
        Round[] rounds = [.. Enumerable.Range(1, 40)
            .SelectMany(seed => RandomMeeting.Run(RandomMeeting.Numbers(seed, 400)).State.Rounds.Values)];
        foreach (RoundMode mode in Enum.GetValues<RoundMode>())
            Assert.Contains(rounds, round => round.Mode == mode && round.Declared is not null && round.No.Value > 1);
        Assert.Contains(rounds, round => round.Signature is not null);
        Assert.Contains(rounds, round => round.Voided is not null);
        Assert.Contains(rounds, round => round.Counted is { Tally.WriteIns.Count: > 0 });
    }

    private static bool ReplayAgrees(Driver driver) => Structure.Of(driver.State) == Structure.Of(driver.Replayed());

    private static bool TotalsAgree(Round round)
    {
        if (round.Counted is not Counted counted || round.Mode == RoundMode.SignIn)
            return true;
        Tally tally = counted.Tally;
        return tally.SignedIn == round.Opening!.SignedIn && tally.Participants <= round.Opening.Electors.Count
            && tally.Rows.All(row => round.Paper.Groups.Any(group => group.IsPickList)
                ? row.For <= tally.Participants
                : row.For + row.Against + row.Abstain + row.WriteIn + tally.NotPressed == tally.SignedIn);
    }
}
