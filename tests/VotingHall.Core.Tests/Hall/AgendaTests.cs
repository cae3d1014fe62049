using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Putting and removing agenda items: where they land, what stands in the way, and that no earlier round changes with them.</summary>
public sealed class AgendaTests
{
    private static readonly Issuer Desk = new(Role.Secretariat, "desk");

    [Theory]
    [InlineData("9", 0, "1,2,3,4,5,6,7,9")]
    [InlineData("9", 1, "9,1,2,3,4,5,6,7")]
    [InlineData("9", 8, "1,2,3,4,5,6,7,9")]
    [InlineData("3", 0, "1,2,3,4,5,6,7")]
    [InlineData("3", 1, "3,1,2,4,5,6,7")]
    [InlineData("3", 7, "1,2,4,5,6,7,3")]
    public void An_item_lands_at_its_place(string no, int place, string agenda)
    {
        Driver driver = Driver.Ready();
        driver.Must(Put(Titled(no, "改后的题目"), place));
        Assert.Equal(agenda, string.Join(',', driver.State.Meeting!.Agenda.Select(item => item.No)));
        Assert.Equal("改后的题目", driver.State.Meeting.Item(no)!.Question.Title);
        Assert.Equal(driver.State.Version, driver.State.AgendaVersion);
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }

    [Theory]
    [InlineData("9", -1, 8)]
    [InlineData("9", 9, 8)]
    [InlineData("3", 8, 7)]
    public void A_place_beyond_the_agenda_is_refused(string no, int place, int last) =>
        Assert.Equal(last, Driver.Ready().Refused<Refusal.PlaceOutOfRange>(Put(Titled(no, "题目"), place)).Last);

    [Fact]
    public void The_same_item_at_the_same_place_is_no_new_fact()
    {
        Driver driver = Driver.Ready();
        driver.Must(Put(Titled("3", "题目"), 0));
        long version = driver.State.Version;
        driver.Must(Put(Titled("3", "题目"), 3));
        Assert.Equal(version, driver.State.Version);
        driver.Must(Put(Titled("3", "题目") with { TextDigest = Samples.Digest(5) }, 3));
        Assert.Equal(version + 1, driver.State.Version);
    }

    [Fact]
    public void All_errors_of_the_meeting_it_would_make_are_named()
    {
        Driver driver = Driver.Ready();
        Refusal.MeetingInvalid refusal = driver.Refused<Refusal.MeetingInvalid>(Put(Titled("3", "") with { Mode = RoundMode.SignIn }, 0));
        Assert.True(refusal.Errors.Count >= 2);
        Assert.All(refusal.Errors, error => Assert.StartsWith("agenda[2]", error.Where, StringComparison.Ordinal));
        Assert.Contains(driver.Refused<Refusal.MeetingInvalid>(Put(Titled("3", "题目") with { Mode = (RoundMode)99 }, 0)).Errors, error => error.Where == "agenda[2].mode");
        Assert.Equal("预算的决议", driver.State.Meeting!.Item("3")!.Question.Title);
    }

    [Fact]
    public void An_item_under_vote_stands_while_others_may_change()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("3", RoundMode.Secret);
        Assert.Equal(driver.Last, driver.Refused<Refusal.RoundNotFinished>(Put(Titled("3", "题目"), 0)).Round);
        driver.Must(Put(Titled("2", "题目"), 0));
        driver.Must(Remove("5"));
        driver.Must(driver.Void());
        driver.Must(Put(Titled("3", "题目"), 0));
    }

    [Fact]
    public void An_item_that_was_voted_is_never_removed_nor_is_the_last_one()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("3", RoundMode.Secret);
        driver.Must(driver.Void());
        Assert.Equal("3", driver.Refused<Refusal.ItemHasRounds>(Remove("3")).AgendaNo);
        driver.Refused<Refusal.ItemUnknown>(Remove("99"));
        driver.Must(Remove("2"));
        Assert.Null(driver.State.Meeting!.Item("2"));
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));

        Meeting single = Samples.Meeting() with { Agenda = [Samples.Agenda[0]] };
        Driver small = new();
        small.Must(at => new HallCommand.LoadMeeting(single) { Issuer = Issuer.System, At = at });
        small.Refused<Refusal.MeetingInvalid>(Remove("1"));
    }

    /// <summary>Storyboard 09:50: an old title is found within the vote, the round is void, the corrected item is voted again.</summary>
    [Fact]
    public void A_void_round_is_repeated_with_the_corrected_item()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("3", RoundMode.Secret);
        driver.Open();
        driver.Must(driver.Mask(1, 1, 1));
        driver.Must(at => new HallCommand.VoidRound(driver.Last, VoidReason.PaperWrong, "议题文字有误") { Issuer = driver.Chair, At = at });
        RoundNo first = driver.Last;
        driver.Must(Put(Titled("3", "预算（调整）的决议"), 0));
        driver.Prepare("3", RoundMode.Secret);
        driver.Open();
        for (int i = 1; i <= 9; i++)
            driver.Must(driver.Mask(i, 1, 1));
        driver.Finish();
        driver.RequestTally();
        driver.Must(driver.StationCount(9, new StationRow(7, 1, 1, 0)));
        driver.Confirm(9);
        driver.Declare();

        Round repeat = driver.State.Rounds[driver.Last];
        Assert.Equal(first, repeat.RepeatOf);
        Assert.Equal("预算的决议", driver.State.Rounds[first].Item.Question.Title);
        Assert.Equal("预算（调整）的决议", repeat.Question.Title);
        Json.Object record = ResultRecord.Payload(driver.State, driver.Last, ResultRecordTests.Circumstances);
        Assert.Equal("预算（调整）的决议", record.ObjectOf("item")!.TextOf("title"));
        Assert.Equal(first.Value, record.ObjectOf("round")!.NumberOf("repeatOf"));
        Json.Object before = ResultRecord.Payload(driver.State, first, ResultRecordTests.Circumstances);
        Assert.Equal("预算的决议", before.ObjectOf("item")!.TextOf("title"));
        Assert.Equal("void", before.ObjectOf("outcome")!.TextOf("state"));
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }

    /// <summary>The run-off votes on what was tied, whatever became of the agenda since.</summary>
    [Fact]
    public void A_run_off_keeps_the_item_of_its_tie()
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
        driver.Declare();
        RoundNo tied = driver.Last;
        driver.Must(Put(Titled("4", "另一题目"), 0));
        driver.Must(at => new HallCommand.PrepareFollowUp(tied, FollowUpKind.Runoff, [], Samples.Digest(1)) { Issuer = Issuer.System, At = at });
        Assert.Equal("选举县人大常委会委员", driver.State.Rounds[driver.Last].Item.Question.Title);
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }

    [Fact]
    public void Who_has_not_seen_the_latest_agenda_changes_and_prepares_nothing()
    {
        Driver driver = Driver.Ready();
        long seen = driver.State.Version;
        driver.Must(at => Put(Titled("3", "题目"), 0)(at) with { VersionSeen = seen });
        driver.Refused<Refusal.StaleVersion>(at => Put(Titled("2", "题目"), 0)(at) with { VersionSeen = seen });
        driver.Refused<Refusal.StaleVersion>(at => Remove("2")(at) with { VersionSeen = seen });
        driver.Refused<Refusal.StaleVersion>(at =>
            new HallCommand.PrepareRound("3", RoundMode.Secret, Samples.Digest(1)) { Issuer = Desk, At = at, VersionSeen = seen });
        long now = driver.State.Version;
        driver.Must(at => Remove("2")(at) with { VersionSeen = now });
    }

    [Theory]
    [InlineData(Role.Chair)]
    [InlineData(Role.Scrutineer)]
    [InlineData(Role.Technician)]
    [InlineData(Role.Bridge)]
    public void Only_the_secretariat_keeps_the_agenda(Role role)
    {
        Driver driver = Driver.Ready();
        driver.Refused<Refusal.RoleMayNot>(at => Put(Titled("3", "题目"), 0)(at) with { Issuer = new(role, "x") });
        driver.Refused<Refusal.RoleMayNot>(at => Remove("3")(at) with { Issuer = new(role, "x") });
    }

    private static AgendaItem Titled(string no, string title) => new(no, new Motion { Title = title, Verb = "通过" }, RoundMode.Secret, Octets.Empty);

    private static Func<Instant, HallCommand> Put(AgendaItem item, int place) => at => new HallCommand.PutAgendaItem(item, place) { Issuer = Desk, At = at };

    private static Func<Instant, HallCommand> Remove(string no) => at => new HallCommand.RemoveAgendaItem(no) { Issuer = Desk, At = at };
}
