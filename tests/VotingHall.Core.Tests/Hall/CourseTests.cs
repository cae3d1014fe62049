using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>The course of a meeting: quorum, base, repeats, run-offs, confirming, time, versions and keys.</summary>
public sealed class CourseTests
{
    [Theory]
    [InlineData(Body.Congress, 7, false)]
    [InlineData(Body.Congress, 8, true)]
    [InlineData(Body.StandingCommittee, 6, false)]
    [InlineData(Body.StandingCommittee, 7, true)]
    public void Quorum_is_checked_before_each_opening(Body body, int present, bool opens)
    {
        Driver driver = Driver.SignedIn(present, body: body);
        driver.Prepare("2", RoundMode.Named);
        driver.Must(at => new HallCommand.ReportPaper(driver.Last, 12, []) { Issuer = Issuer.System, At = at });
        if (opens)
            driver.Must(driver.OpenRound());
        else
            Assert.Equal(present, driver.Refused<Refusal.QuorumNotMet>(driver.OpenRound()).SignedIn);
    }

    [Fact]
    public void Roll_calls_of_a_sitting_accumulate_and_a_new_sitting_begins_empty()
    {
        Driver driver = Driver.SignedIn(5);
        driver.Prepare("1", RoundMode.SignIn);
        driver.Open();
        driver.SignIn(5);
        driver.SignIn(9);
        driver.Finish();
        Assert.Equal(6, driver.State.Attendance.Count);
        Assert.Equal(6, driver.State.Rounds[driver.Last].Counted!.Tally.Participants);
        driver.Confirm(null);
        driver.Declare();
        driver.Must(at => new HallCommand.CloseSitting { Issuer = driver.Chair, At = at });
        driver.Must(at => new HallCommand.OpenSitting(2) { Issuer = driver.Chair, At = at });
        Assert.Empty(driver.State.Attendance);
    }

    [Fact]
    public void A_void_roll_call_makes_nobody_present()
    {
        Driver driver = Driver.Ready();
        driver.Prepare("1", RoundMode.SignIn);
        driver.Open();
        driver.SignIn(1);
        driver.Must(driver.Void());
        Assert.Empty(driver.State.Attendance);
    }

    [Fact]
    public void The_base_stands_once_a_round_has_opened_in_the_sitting()
    {
        Driver driver = Driver.Ready();
        driver.Refused<Refusal.BaseNotPossible>(at => new HallCommand.ConfirmBase(new CountBase(11, CountBasis.InOffice)) { Issuer = driver.Chair, At = at });
        driver.Must(at => new HallCommand.ConfirmBase(new CountBase(13, CountBasis.InOffice)) { Issuer = driver.Chair, At = at });
        driver.Prepare("1", RoundMode.SignIn);
        driver.Open();
        driver.Refused<Refusal.BaseFrozen>(at => new HallCommand.ConfirmBase(new CountBase(14, CountBasis.Quota)) { Issuer = driver.Chair, At = at });
    }

    [Fact]
    public void A_repeated_item_is_a_new_round_linked_to_the_earlier_one()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("2", RoundMode.Named);
        RoundNo first = driver.Last;
        driver.Must(driver.Void());
        driver.Prepare("2", RoundMode.Named);
        Assert.Equal(first, driver.State.Rounds[driver.Last].RepeatOf);
        Assert.Equal(RoundPhase.Voided, driver.State.Rounds[first].Phase);
    }

    [Fact]
    public void A_tie_leads_to_a_run_off_among_the_tied()
    {
        Driver driver = Driver.SignedIn(12);
        driver.Prepare("4", RoundMode.Secret);
        driver.Open();
        for (int i = 1; i <= 12; i++)
            driver.Must(driver.Mask(i, 1, 1));
        driver.Finish();
        driver.RequestTally();
        driver.Must(driver.StationCount(12, new StationRow(10, 2, 0, 0), new StationRow(7, 5, 0, 0), new StationRow(7, 4, 1, 0)));
        driver.Confirm(12);
        driver.Refused<Refusal.RoundNotFinished>(at => new HallCommand.PrepareFollowUp(driver.Last, FollowUpKind.Runoff, [], Samples.Digest(1)) { Issuer = Issuer.System, At = at });
        driver.Declare();
        RoundNo tied = driver.Last;
        driver.Must(at => new HallCommand.PrepareFollowUp(tied, FollowUpKind.Runoff, [], Samples.Digest(1)) { Issuer = Issuer.System, At = at });
        Round runoff = driver.State.Rounds[driver.Last];
        Assert.Equal(tied, runoff.FollowUpOf);
        Assert.Equal(["王𠮷", "陈𣲘"], Assert.IsType<RunoffElection>(runoff.Question).Candidates);
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }

    [Fact]
    public void Two_wrong_numbers_ask_for_the_chairs_order()
    {
        Driver driver = Counted();
        driver.Refused<Refusal.ParticipationNotTyped>(driver.ConfirmCount(null));
        Decision.Accepted first = Assert.IsType<Decision.Accepted>(driver.Do(driver.ConfirmCount(4)));
        Assert.Equal(new Refusal.ParticipationWrong(1), first.Notice);
        driver.Must(driver.ConfirmCount(2));
        driver.Refused<Refusal.RecheckNeeded>(driver.ConfirmCount(3));
        driver.Must(at => new HallCommand.AllowRecheck(driver.Last) { Issuer = driver.Chair, At = at });
        driver.Refused<Refusal.NothingToRecheck>(at => new HallCommand.AllowRecheck(driver.Last) { Issuer = driver.Chair, At = at });
        driver.Must(driver.ConfirmCount(3));
        driver.Declare();
    }

    [Fact]
    public void Figures_of_a_secret_round_are_seen_once_the_number_was_typed_right()
    {
        Driver driver = Counted();
        Assert.False(driver.State.Rounds[driver.Last].FiguresMayBeSeen);
        Decision.Accepted wrong = Assert.IsType<Decision.Accepted>(driver.Do(driver.EnterParticipants(4)));
        Assert.Equal(new Refusal.ParticipationWrong(1), wrong.Notice);
        Assert.False(driver.State.Rounds[driver.Last].FiguresMayBeSeen);
        driver.Must(driver.EnterParticipants(3));
        Assert.True(driver.State.Rounds[driver.Last].FiguresMayBeSeen);
        Assert.Equal(RoundPhase.Counted, driver.State.Rounds[driver.Last].Phase);
        Assert.Empty(Assert.IsType<Decision.Accepted>(driver.Do(driver.EnterParticipants(3))).Facts);
        driver.Must(driver.ConfirmCount(null));
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }

    [Fact]
    public void Wrong_numbers_count_together_wherever_they_were_typed()
    {
        Driver driver = Counted();
        driver.Must(driver.EnterParticipants(4));
        driver.Must(driver.ConfirmCount(2));
        driver.Refused<Refusal.RecheckNeeded>(driver.EnterParticipants(3));
    }

    [Fact]
    public void Station_sums_that_do_not_fit_are_not_taken()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("3", RoundMode.Secret);
        driver.Open();
        for (int i = 1; i <= 3; i++)
            driver.Must(driver.Mask(i, 1, 1));
        driver.Finish();
        driver.Refused<Refusal.TallyNotRequested>(driver.StationCount(3, new StationRow(2, 1, 0, 0)));
        driver.RequestTally();
        driver.Refused<Refusal.StationCountWrong>(driver.StationCount(4, new StationRow(2, 1, 1, 0)));
        driver.Refused<Refusal.StationCountWrong>(driver.StationCount(3, new StationRow(2, 0, 0, 0)));
        driver.Refused<Refusal.StationCountWrong>(driver.StationCount(3, new StationRow(2, 0, 0, 1)));
        driver.Refused<Refusal.StationCountWrong>(driver.StationCount(3, new StationRow(4, -1, 0, 0)));
        driver.Refused<Refusal.StationCountWrong>(driver.StationCount(3, new StationRow(2, 1, 0, 0), new StationRow(2, 1, 0, 0)));
        driver.Must(driver.StationCount(3, new StationRow(2, 1, 0, 0)));
    }

    [Fact]
    public void Only_the_chair_closes_before_the_window_ends()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("2", RoundMode.Named);
        driver.Open();
        driver.Must(at => new HallCommand.ExtendRound(driver.Last, 30) { Issuer = driver.Chair, At = at });
        driver.Wait(80_000);
        driver.Refused<Refusal.WindowRunning>(at => driver.Close()(at) with { Issuer = Issuer.System });
        driver.Wait(10_000);
        driver.Must(at => driver.Close()(at) with { Issuer = Issuer.System });
    }

    [Theory]
    [InlineData(10_000, 50_000)]
    [InlineData(55_000, 15_000)]
    public void After_a_restart_the_rest_of_the_window_goes_on(long ranMs, long restMs)
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("2", RoundMode.Named);
        driver.Open();
        Instant opened = driver.Now;
        driver.Wait(600_000);
        driver.Must(at => new HallCommand.ResumeRounds(new Instant(opened.UnixMs + ranMs)) { Issuer = Issuer.System, At = at });
        Opening opening = driver.State.Rounds[driver.Last].Opening!;
        Assert.Equal(driver.Now.UnixMs + restMs, opening.ClosesAt.UnixMs);
        Assert.Equal(1, opening.Resumed);
    }

    [Fact]
    public void A_screen_out_of_date_is_refused_and_presses_do_not_make_it_so()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("2", RoundMode.Named);
        long seenBefore = driver.State.Version;
        driver.Open();
        long seen = driver.State.Version;
        driver.Must(driver.Cast(1, 1, Choice.For));
        driver.Refused<Refusal.StaleVersion>(at => driver.Close()(at) with { VersionSeen = seenBefore });
        driver.Must(at => driver.Close()(at) with { VersionSeen = seen });
    }

    [Fact]
    public void A_key_given_again_has_no_second_effect()
    {
        Driver driver = Driver.SignedIn(10);
        HallCommand Prepare(Instant at) => new HallCommand.PrepareRound("2", RoundMode.Named, Samples.Digest(1)) { Issuer = Issuer.System, At = at, IdempotencyKey = "k1" };
        driver.Must(Prepare);
        driver.Must(driver.Void());
        int rounds = driver.State.Rounds.Count;
        driver.Must(Prepare);
        Assert.Equal(rounds, driver.State.Rounds.Count);
    }

    [Fact]
    public void Keys_are_remembered_up_to_the_limit()
    {
        HallState state = HallState.Empty;
        for (int i = 0; i <= HallState.KeysKept; i++)
            state = Hall.Apply(state, new HallEvent.EpochRaised(new Stamp(default, Issuer.System, "k" + i), (uint)i));
        Assert.Equal(HallState.KeysKept, state.Keys.Count);
        Assert.DoesNotContain("k0", state.Keys);
        Assert.Contains("k1", state.Keys);
    }

    [Fact]
    public void A_keypad_with_a_lower_boot_is_a_clone_and_a_slot_holds_one_keypad()
    {
        Driver driver = Driver.Ready();
        driver.Must(at => new HallCommand.RegisterKeypad(Samples.Uid(1), "line1", 1, 5) { Issuer = Issuer.Bridge, At = at });
        driver.Refused<Refusal.KeypadClone>(at => new HallCommand.RegisterKeypad(Samples.Uid(1), "line1", 1, 4) { Issuer = Issuer.Bridge, At = at });
        driver.Refused<Refusal.SlotTaken>(at => new HallCommand.RegisterKeypad(new KeypadUid(77), "line1", 1, 1) { Issuer = Issuer.Bridge, At = at });
    }

    [Fact]
    public void A_spare_keypad_votes_for_its_member_from_the_next_round_on()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Must(at => new HallCommand.RegisterKeypad(new KeypadUid(77), "line1", 200, 1) { Issuer = Issuer.Bridge, At = at });
        Issuer technician = new(Role.Technician, "tech");
        driver.Refused<Refusal.KeypadTaken>(at => new HallCommand.BindKeypad(new MemberId(1), Samples.Uid(2)) { Issuer = technician, At = at });
        driver.Prepare("2", RoundMode.Named);
        driver.Open();
        driver.Refused<Refusal.RoundNotFinished>(at => new HallCommand.BindKeypad(new MemberId(1), new KeypadUid(77)) { Issuer = technician, At = at });
        driver.Must(driver.Void());
        driver.Must(at => new HallCommand.BindKeypad(new MemberId(1), new KeypadUid(77)) { Issuer = technician, At = at });
        driver.Prepare("2", RoundMode.Named);
        driver.Open();
        Assert.Equal(new MemberId(1), driver.State.Rounds[driver.Last].ElectorAt(new KeypadUid(77))!.Member);
        driver.Refused<Refusal.NotEligible>(driver.Cast(1, 1, Choice.For));
    }

    [Fact]
    public void A_secret_close_names_no_unsealed_seat()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("3", RoundMode.Secret);
        driver.Open();
        driver.Must(driver.Mask(1, 1, 1));
        driver.Finish(Samples.Uid(1), Samples.Uid(2));
        Closed closed = driver.State.Rounds[driver.Last].Closed!;
        Assert.Equal(1, closed.UnsealedCount);
        Assert.Empty(closed.Unsealed);
    }

    [Fact]
    public void What_is_secret_on_the_agenda_is_never_taken_by_name_and_dismissal_never_by_keypad()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Refused<Refusal.ModeNotAllowed>(at => new HallCommand.PrepareRound("3", RoundMode.Named, Samples.Digest(1)) { Issuer = Issuer.System, At = at });
        driver.Refused<Refusal.ModeNotAllowed>(at => new HallCommand.PrepareRound("2", RoundMode.SignIn, Samples.Digest(1)) { Issuer = Issuer.System, At = at });
        Meeting meeting = Samples.Meeting();
        Driver without = new();
        without.Must(at => new HallCommand.LoadMeeting(meeting with { Rules = meeting.Rules with { Election = new ElectionParameters() } }) { Issuer = Issuer.System, At = at });
        without.Must(at => new HallCommand.OpenSitting(1) { Issuer = driver.Chair, At = at });
        without.Refused<Refusal.PaperBallotPrescribed>(at => new HallCommand.PrepareRound("4", RoundMode.Secret, Samples.Digest(1)) { Issuer = Issuer.System, At = at });
    }

    [Fact]
    public void Without_the_paper_everywhere_the_chair_must_say_so()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("2", RoundMode.Named);
        driver.Refused<Refusal.PaperNotReported>(driver.OpenRound());
        driver.Must(at => new HallCommand.ReportPaper(driver.Last, 11, [Samples.Uid(3)]) { Issuer = Issuer.System, At = at });
        Assert.Equal(1, driver.Refused<Refusal.PaperMissing>(driver.OpenRound()).Seats);
        driver.Must(at => new HallCommand.OpenRound(driver.Last, Samples.Digest(2), ReleaseMissing: true) { Issuer = driver.Chair, At = at });
    }

    private static Driver Counted()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("3", RoundMode.Secret);
        driver.Open();
        for (int i = 1; i <= 3; i++)
            driver.Must(driver.Mask(i, 1, 1));
        driver.Finish();
        driver.RequestTally();
        driver.Must(driver.StationCount(3, new StationRow(2, 1, 0, 0)));
        return driver;
    }
}
