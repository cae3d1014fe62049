using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Shows of hands, and what takes over when keypads fail.</summary>
public sealed class HandsTests
{
    private static HandCount Hands(int votes, int against, int abstain) => new(0, default, [new RowTally("", votes, against, abstain)], []);

    [Fact]
    public void Tellers_figures_entered_twice_carry_a_motion()
    {
        Driver driver = Closed(PaperHall.Ready());
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, Hands(8, 1, 1)));
        driver.Must(PaperHall.Enter(driver, PaperHall.Scrutineer, Hands(8, 1, 1)));
        Assert.IsType<Outcome.Carried>(Round(driver).Counted!.Outcome);
        driver.Confirm(null);
        driver.Declare();
    }

    [Fact]
    public void Hands_missing_are_decided_on_and_hands_too_many_are_not()
    {
        Driver driver = Closed(PaperHall.Ready());
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, Hands(8, 0, 0)));
        driver.Must(PaperHall.Enter(driver, PaperHall.Scrutineer, Hands(8, 0, 0)));
        driver.Must(PaperHall.Decide(driver, "两人未举手"));
        Assert.Equal(2, Round(driver).Counted!.Tally.NotPressed);
        driver = Closed(PaperHall.Ready());
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, Hands(11, 0, 0)));
        driver.Must(PaperHall.Enter(driver, PaperHall.Scrutineer, Hands(11, 0, 0)));
        Assert.IsType<Outcome.Invalid>(Round(driver).Counted!.Outcome);
    }

    [Fact]
    public void What_the_law_wants_secret_is_not_voted_by_hands()
    {
        Driver driver = PaperHall.Ready();
        AgendaItem open = PaperHall.Election with { Mode = RoundMode.Named, Method = VotingMethod.ShowOfHands };
        driver.Must(PaperHall.Put(open));
        driver.Refused<Refusal.HandsNotAllowed>(PaperHall.Prepare("P"));
        driver.Refused<Refusal.MeetingInvalid>(PaperHall.Put(PaperHall.Hands with { Mode = RoundMode.Secret }));
        driver.Refused<Refusal.MeetingInvalid>(PaperHall.Put(PaperHall.Election with { Mode = RoundMode.Named }));
    }

    [Fact]
    public void Another_method_follows_only_a_failure_of_the_keypads()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Refused<Refusal.MethodNotAgreed>(PaperHall.Prepare("3", VotingMethod.ShowOfHands));
        driver.Prepare("3", RoundMode.Secret);
        driver.Must(at => new HallCommand.VoidRound(driver.Last, VoidReason.ChairDecision, "") { Issuer = driver.Chair, At = at });
        driver.Refused<Refusal.MethodNotAgreed>(PaperHall.Prepare("3", VotingMethod.ShowOfHands));
        driver.Prepare("3", RoundMode.Secret);
        RoundNo failed = driver.Last;
        driver.Must(driver.Void());
        driver.Must(PaperHall.Prepare("3", VotingMethod.ShowOfHands));
        Assert.Equal((VotingMethod.ShowOfHands, RoundMode.Named, failed), (Round(driver).Method, Round(driver).Mode, Round(driver).FallbackOf));
        // Void once more: it goes on by hands, and still says what failed.
        driver.Must(driver.Void());
        driver.Must(PaperHall.Prepare("3", VotingMethod.ShowOfHands));
        Assert.Equal(failed, Round(driver).FallbackOf);
    }

    [Fact]
    public void An_election_never_falls_back_to_hands()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("4", RoundMode.Secret);
        driver.Must(driver.Void());
        driver.Refused<Refusal.MethodNotAgreed>(PaperHall.Prepare("4", VotingMethod.ShowOfHands));
        driver.Must(PaperHall.Prepare("4", VotingMethod.PaperBallot));
        Assert.Equal(RoundMode.Secret, Round(driver).Mode);
    }

    [Fact]
    public void A_restart_leaves_papers_and_hands_alone()
    {
        Driver driver = PaperHall.ElectionIn(RoundPhase.Open);
        Decision.Accepted nothing = Assert.IsType<Decision.Accepted>(driver.Do(at => new HallCommand.ResumeRounds(at) { Issuer = Issuer.System, At = at }));
        Assert.Empty(nothing.Facts);
    }

    /// <summary>A motion carried by hands.</summary>
    internal static Driver Declared()
    {
        Driver driver = Closed(PaperHall.Ready());
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, Hands(8, 1, 1)));
        driver.Must(PaperHall.Enter(driver, PaperHall.Scrutineer, Hands(8, 1, 1)));
        driver.Confirm(null);
        driver.Declare();
        return driver;
    }

    private static Driver Closed(Driver driver)
    {
        driver.Must(PaperHall.Prepare("H"));
        driver.Must(PaperHall.Open(driver));
        driver.Must(PaperHall.Close(driver));
        return driver;
    }

    private static Round Round(Driver driver) => driver.State.Rounds[driver.Last];
}
