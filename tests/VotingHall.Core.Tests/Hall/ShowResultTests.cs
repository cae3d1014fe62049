using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>The chair orders a result onto the big screen: when, once, and without getting in anybody's way.</summary>
public sealed class ShowResultTests
{
    [Fact]
    public void A_named_result_may_be_shown_once_it_is_counted()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("2", RoundMode.Named);
        driver.Open();
        driver.Must(driver.Cast(1, 1, Choice.For));
        driver.Refused<Refusal.PhaseWrong>(Show(driver));
        driver.Finish();
        driver.Must(Show(driver));
        Assert.Equal(new Step(driver.Now, driver.Chair), driver.State.Rounds[driver.Last].Shown);
        int facts = driver.Log.Count;
        driver.Must(Show(driver));
        Assert.Equal(facts, driver.Log.Count);
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }

    [Fact]
    public void A_roll_call_may_be_shown_too()
    {
        Driver driver = Driver.Ready();
        driver.Prepare("1", RoundMode.SignIn);
        driver.Open();
        driver.SignIn(1);
        driver.Finish();
        driver.Must(Show(driver));
    }

    /// <summary>The scrutineer who looked at the count before it was shown still confirms what they saw.</summary>
    [Fact]
    public void Showing_makes_no_screen_out_of_date()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("2", RoundMode.Named);
        driver.Open();
        driver.Must(driver.Cast(1, 1, Choice.For));
        driver.Finish();
        long seen = driver.State.Version;
        driver.Must(Show(driver));
        driver.Must(at => driver.ConfirmCount(1)(at) with { VersionSeen = seen });
        driver.Refused<Refusal.StaleVersion>(at => Show(driver)(at) with { VersionSeen = seen });
    }

    /// <summary>Declared is shown; no fact is needed for it.</summary>
    [Fact]
    public void After_the_declaration_nothing_is_left_to_show()
    {
        Driver driver = Driver.SignedIn(10);
        Assert.Equal(RoundPhase.Declared, driver.Refused<Refusal.PhaseWrong>(Show(driver)).Phase);
        Assert.Null(driver.State.Rounds[driver.Last].Shown);
    }

    [Theory]
    [InlineData(Role.Secretariat)]
    [InlineData(Role.Scrutineer)]
    [InlineData(Role.Technician)]
    [InlineData(Role.System)]
    public void Only_the_chair_shows(Role role) =>
        Driver.SignedIn(10).Refused<Refusal.RoleMayNot>(at => new HallCommand.ShowResult(new RoundNo(1)) { Issuer = new(role, "x"), At = at });

    private static Func<Instant, HallCommand> Show(Driver driver) =>
        at => new HallCommand.ShowResult(driver.Last) { Issuer = driver.Chair, At = at };
}
