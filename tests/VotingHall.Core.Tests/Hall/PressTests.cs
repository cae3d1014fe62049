using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>What becomes of a press: the tables of protocol 7.1 rules 2 and 7, and every bad press refused without a trace.</summary>
public sealed class PressTests
{
    private static Driver Open(string item, RoundMode mode, PressRule rule = PressRule.Last)
    {
        Driver driver = Driver.SignedIn(10, rule);
        driver.Prepare(item, mode);
        driver.Open();
        return driver;
    }

    private static Choice? MarkOf(Driver driver, int member) =>
        ((BallotBox.Named)driver.State.Rounds[driver.Last].Box).Ballots[Samples.Uid(member)].Marks[0];

    [Fact]
    public void The_last_press_counts()
    {
        Driver driver = Open("2", RoundMode.Named);
        driver.Must(driver.Cast(1, 1, Choice.For));
        driver.Must(driver.Cast(1, 3, Choice.Against));
        driver.Must(driver.Cast(1, 2, Choice.Abstain));
        Assert.Equal(Choice.Against, MarkOf(driver, 1));
    }

    [Fact]
    public void Under_the_first_press_rule_the_lowest_press_counts()
    {
        Driver driver = Open("2", RoundMode.Named, PressRule.First);
        driver.Must(driver.Cast(1, 2, Choice.For));
        driver.Must(driver.Cast(1, 3, Choice.Against));
        Assert.Equal(Choice.For, MarkOf(driver, 1));
        driver.Must(driver.Cast(1, 1, Choice.Abstain));
        Assert.Equal(Choice.Abstain, MarkOf(driver, 1));
    }

    [Fact]
    public void The_same_press_again_is_no_fact_and_with_other_content_a_conflict()
    {
        Driver driver = Open("2", RoundMode.Named);
        driver.Must(driver.Cast(1, 1, Choice.For));
        int before = driver.Events.Count;
        driver.Must(driver.Cast(1, 1, Choice.For));
        Assert.Equal(before, driver.Events.Count);
        driver.Refused<Refusal.PressConflict>(driver.Cast(1, 1, Choice.Against));
        Assert.Equal(Choice.For, MarkOf(driver, 1));
    }

    [Fact]
    public void Sealing_changes_the_private_part_and_no_leaf()
    {
        Driver driver = Open("3", RoundMode.Secret);
        driver.Must(driver.Mask(1, 1, 5));
        driver.Must(driver.Close());
        (int leaves, long version) = (driver.Log.Count, driver.State.Version);
        driver.Must(driver.Mask(1, 1, 5, isSealed: true));
        Assert.Equal((leaves, version), (driver.Log.Count, driver.State.Version));
        Assert.True(((BallotBox.Masked)driver.State.Rounds[driver.Last].Box).Ballots[Samples.Uid(1)].Sealed);
        driver.Refused<Refusal.PressConflict>(driver.Mask(1, 1, 6));
    }

    [Fact]
    public void A_secret_ballot_leaves_no_leaf_of_its_own_and_one_for_the_batch()
    {
        Driver driver = Open("3", RoundMode.Secret);
        int leaves = driver.Log.Count;
        for (int i = 1; i <= 8; i++)
            driver.Must(driver.Mask(i, 1, (byte)i));
        Assert.Equal(leaves, driver.Log.Count);
        driver.Must(at => new HallCommand.SealBatch(driver.Last, Samples.Digest(8)) { Issuer = Issuer.System, At = at });
        Assert.Equal(leaves + 1, driver.Log.Count);
    }

    [Fact]
    public void A_batch_reaches_the_log_even_if_the_round_was_closed_meanwhile()
    {
        Driver driver = Open("3", RoundMode.Secret);
        driver.Must(driver.Mask(1, 1, 1));
        driver.Finish();
        driver.Must(at => new HallCommand.SealBatch(driver.Last, Samples.Digest(8)) { Issuer = Issuer.System, At = at });
    }

    [Fact]
    public void Bad_presses_are_refused_and_change_nothing()
    {
        Driver driver = Open("2", RoundMode.Named);
        string before = Structure.Of(driver.State);
        driver.Refused<Refusal.NotEligible>(driver.Cast(11, 1, Choice.For));
        driver.Refused<Refusal.KeypadUnknown>(driver.Cast(99, 1, Choice.For));
        driver.Refused<Refusal.ModeMismatch>(driver.Mask(1, 1, 1));
        driver.Refused<Refusal.BallotInvalid>(driver.Cast(1, 1, Choice.WriteIn));
        driver.Refused<Refusal.BallotInvalid>(driver.Cast(1, 1, Choice.For, Choice.For));
        driver.Refused<Refusal.BallotInvalid>(driver.Cast(1, 1, [null]));
        driver.Refused<Refusal.RoundUnknown>(at => new HallCommand.PressSignIn(new RoundNo(9), Samples.Uid(1), new PressId(1)) { Issuer = Issuer.Bridge, At = at });
        driver.Refused<Refusal.RoundNotOpen>(at => new HallCommand.PressSignIn(new RoundNo(1), Samples.Uid(1), new PressId(7)) { Issuer = Issuer.Bridge, At = at });
        driver.Refused<Refusal.RoleMayNot>(at => driver.Cast(1, 1, Choice.For)(at) with { Issuer = driver.Chair });
        Assert.Equal(before, Structure.Of(driver.State));
    }

    [Fact]
    public void After_the_close_nothing_is_accepted()
    {
        Driver driver = Open("2", RoundMode.Named);
        driver.Must(driver.Cast(1, 1, Choice.For));
        driver.Must(driver.Close());
        driver.Must(driver.Cast(2, 1, Choice.For));
        driver.Must(at => new HallCommand.FinishClose(driver.Last, []) { Issuer = Issuer.System, At = at });
        driver.Refused<Refusal.RoundNotOpen>(driver.Cast(3, 1, Choice.For));
        Assert.Equal(2, driver.State.Rounds[driver.Last].Counted!.Tally.Participants);
    }

    [Fact]
    public void An_over_vote_is_the_keypads_fault()
    {
        Driver driver = Open("5", RoundMode.Named);
        driver.Refused<Refusal.BallotInvalid>(driver.Cast(1, 1, Choice.For, Choice.For, Choice.For));
        driver.Must(driver.Cast(1, 1, Choice.For, null, Choice.For));
        driver.Refused<Refusal.BallotInvalid>(driver.Cast(2, 1, Choice.For, Choice.Against, null));
    }

    [Fact]
    public void A_write_in_needs_a_mark_against_and_room_under_the_seats()
    {
        Driver driver = Open("6", RoundMode.Named);
        driver.Refused<Refusal.BallotInvalid>(driver.Cast(1, 1, false, [new MemberId(5)], Choice.Abstain, Choice.Abstain));
        driver.Refused<Refusal.BallotInvalid>(driver.Cast(1, 1, false, [new MemberId(5)], Choice.For, Choice.Against));
        driver.Refused<Refusal.BallotInvalid>(driver.Cast(1, 1, false, [new MemberId(5), new MemberId(6)], Choice.Against, Choice.Against));
        driver.Must(driver.Cast(1, 1, false, [new MemberId(5)], Choice.Against, Choice.Abstain));
        driver.Must(driver.Cast(2, 1, false, [new MemberId(9998)], Choice.Against, Choice.Abstain));
        driver.Finish();
        Tally tally = driver.State.Rounds[driver.Last].Counted!.Tally;
        Assert.Equal([new WriteInTally(Samples.Meeting().Members[4].Name, 1)], tally.WriteIns);
        Assert.Equal(2, tally.Rows[0].Against);
    }
}
