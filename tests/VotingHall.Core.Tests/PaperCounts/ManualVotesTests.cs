using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Members without a keypad, and the slips of other persons, beside a vote on keypads.</summary>
public sealed class ManualVotesTests
{
    [Fact]
    public void A_member_without_a_keypad_votes_by_name_in_a_named_round()
    {
        Driver driver = WithMore(11, 12);
        driver.Prepare("2", RoundMode.Named);
        driver.Open();
        Assert.Equal(12, driver.State.Rounds[driver.Last].Opening!.SignedIn);
        driver.Must(driver.Cast(1, 1, Choice.For));
        driver.Must(Ballot(driver, 11, Choice.Against));
        driver.Must(Ballot(driver, 11, Choice.For));
        driver.Refused<Refusal.HasKeypad>(Ballot(driver, 1, Choice.For));
        driver.Refused<Refusal.ManualUnfit>(Ballot(driver, 12, Choice.WriteIn));
        driver.Finish();
        Tally tally = driver.State.Rounds[driver.Last].Counted!.Tally;
        Assert.Equal((2, 2, 1), (tally.Rows[0].For, tally.Participants, tally.Manual));
        Assert.Empty(driver.State.Rounds[driver.Last].Closed!.Faulty);
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }

    [Fact]
    public void In_a_secret_round_only_their_sums_are_entered_and_go_into_the_same_totals()
    {
        Driver driver = WithMore(6, 7, 8, 9, 10, 11, 12);
        driver.Prepare("3", RoundMode.Secret);
        driver.Open();
        driver.Must(driver.Mask(1, 1, 1));
        driver.Refused<Refusal.ManualUnfit>(Sums(driver, 8, 8, 0));
        driver.Refused<Refusal.ManualUnfit>(Sums(driver, 7, 1, 0));
        driver.Must(Sums(driver, 7, 1, 6));
        // A second entry would tell by its difference what one of them changed.
        driver.Refused<Refusal.ManualUnfit>(Sums(driver, 7, 2, 5));
        driver.Finish();
        driver.RequestTally();
        driver.Must(driver.StationCount(1, new StationRow(1, 0, 0, 0)));
        Tally tally = driver.State.Rounds[driver.Last].Counted!.Tally;
        Assert.Equal((2, 6, 8, 7), (tally.Rows[0].For, tally.Rows[0].Against, tally.Participants, tally.Manual));
    }

    /// <summary>Their names stand in the roll: the sum of few would be the vote of each.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public void In_a_secret_round_the_sums_of_few_are_not_entered(int voted)
    {
        Driver driver = WithMore(6, 7, 8, 9, 10, 11, 12);
        driver.Prepare("3", RoundMode.Secret);
        driver.Open();
        driver.Refused<Refusal.ManualUnfit>(Sums(driver, voted, voted, 0));
        driver.Must(Sums(driver, 0, 0, 0));
    }

    [Fact]
    public void Slips_of_a_secret_election_are_entered_alike_by_two_before_the_count_is_confirmed()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("4", RoundMode.Secret);
        driver.Open();
        for (int i = 1; i <= 10; i++)
            driver.Must(driver.Mask(i, 1, 1));
        driver.Finish();
        driver.RequestTally();
        driver.Must(driver.StationCount(10, new StationRow(8, 2, 0, 0), new StationRow(2, 1, 0, 7), new StationRow(0, 9, 0, 1)));
        driver.Refused<Refusal.ParticipationNotTyped>(Slips(driver, PaperHall.Desk, ("何知白", 7)));
        driver.Must(driver.EnterParticipants(10));
        driver.Refused<Refusal.SlipsNotCounted>(driver.ConfirmCount(10));
        driver.Refused<Refusal.SlipsExceedMarks>(Slips(driver, PaperHall.Desk, ("何知白", 9)));
        driver.Must(Slips(driver, PaperHall.Desk, ("何知白", 7)));
        driver.Must(Slips(driver, PaperHall.Scrutineer, ("何知白", 6)));
        driver.Refused<Refusal.SlipsNotCounted>(driver.ConfirmCount(10));
        driver.Must(Slips(driver, PaperHall.Scrutineer, ("何知白", 7)));
        Outcome.Filled filled = Assert.IsType<Outcome.Filled>(driver.State.Rounds[driver.Last].Counted!.Outcome);
        Assert.Contains(filled.Persons, person => person is { Name: "何知白", IsWriteIn: true, State: PersonState.Elected });
        driver.Must(PaperHall.Recount(driver));
        Assert.IsType<Outcome.Shortfall>(driver.State.Rounds[driver.Last].Counted!.Outcome);
        driver.Must(Slips(driver, PaperHall.Desk));
        driver.Must(Slips(driver, PaperHall.Third));
        driver.Confirm(10);
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }

    /// <summary>These members have no keypad and are marked present by the secretariat; all before the first of them have signed in.</summary>
    private static Driver WithMore(params int[] members)
    {
        Driver driver = Driver.SignedIn(members[0] - 1, withoutKeypad: members);
        driver.Must(at => new HallCommand.MarkAttendance([.. members.Select(member => new MemberId(member))], Present: true) { Issuer = PaperHall.Desk, At = at });
        return driver;
    }

    private static Func<Instant, HallCommand> Ballot(Driver driver, int member, Choice choice) =>
        at => new HallCommand.EnterBallot(driver.Last, new MemberId(member), [choice], []) { Issuer = PaperHall.Desk, At = at };

    private static Func<Instant, HallCommand> Sums(Driver driver, int participants, int votes, int against) =>
        at => new HallCommand.EnterManualVotes(driver.Last, new ManualVotes(participants, [new RowTally("", votes, against, 0)])) { Issuer = PaperHall.Desk, At = at };

    private static Func<Instant, HallCommand> Slips(Driver driver, Issuer by, params (string Name, int Votes)[] names) =>
        at => new HallCommand.EnterSlips(driver.Last, [.. names.Select(one => new WriteInTally(one.Name, one.Votes))]) { Issuer = by, At = at };
}
