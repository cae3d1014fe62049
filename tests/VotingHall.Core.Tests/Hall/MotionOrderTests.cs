using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Aim: amendments and clauses are voted before the whole, in the order of the agenda, and never after it.</summary>
public sealed class MotionOrderTests
{
    [Fact]
    public void The_whole_waits_for_its_parts_and_the_parts_for_each_other()
    {
        Driver driver = Driver.SignedIn(10);
        Put(driver, "2a", new Motion { Title = "第一修正案", Verb = "通过", Amends = "2" });
        Put(driver, "2b", new Motion { Title = "第五条", Verb = "通过", ClauseOf = "2" });

        Assert.Equal("2a", driver.Refused<Refusal.PartFirst>(Prepare("2")).AgendaNo);
        Assert.Equal("2a", driver.Refused<Refusal.PartFirst>(Prepare("2b")).AgendaNo);
        Pass(driver, "2a");
        Assert.Equal("2b", driver.Refused<Refusal.PartFirst>(Prepare("2")).AgendaNo);
        Pass(driver, "2b");
        Assert.Equal(
            "现在表决经修正的草案：《政府工作报告的决议》。",
            VoteAnnouncement.Before(Samples.Agenda[1].Question, RoundMode.Named, Body.Congress, MotionOrder.PartsOf(driver.State, Samples.Agenda[1])).Chinese[..23]);
        Pass(driver, "2");
        Put(driver, "2c", new Motion { Title = "第二修正案", Verb = "通过", Amends = "2" });
        driver.Refused<Refusal.WholeVotedAlready>(Prepare("2c"));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("1")]
    [InlineData("2x")]
    public void A_part_names_a_motion_that_is_voted_as_a_whole(string whole)
    {
        Driver driver = Driver.Ready();
        driver.Refused<Refusal.MeetingInvalid>(at => new HallCommand.PutAgendaItem(
            new AgendaItem("2x", new Motion { Title = "修正案", Verb = "通过", Amends = whole }, RoundMode.Named, Octets.Empty), 0)
        { Issuer = Issuer.System, At = at });
    }

    [Fact]
    public void An_objected_name_becomes_the_next_item()
    {
        Driver driver = new();
        driver.Must(at => new HallCommand.LoadMeeting(Samples.Meeting() with
        {
            Rules = ProfileRules.Default with { Appointment = new AppointmentParameters(MergeRule.NoObjection) },
        })
        { Issuer = Issuer.System, At = at });
        driver.Must(at => new HallCommand.PutAgendaItem(
            new AgendaItem(
                "7", new Appointment { Title = "任命名单", Verb = "任命", Persons = [new("甲", null), new("乙", null), new("丙", null)], Merged = true }, RoundMode.Named, Octets.Empty),
            0)
        { Issuer = Issuer.System, At = at });
        driver.Refused<Refusal.NameNotSplit>(at => new HallCommand.SplitOut("7", "丁", "7a", "任命丁") { Issuer = Issuer.System, At = at });
        driver.Refused<Refusal.NameNotSplit>(at => new HallCommand.SplitOut("7", "乙", "6", "任命乙") { Issuer = Issuer.System, At = at });
        driver.Must(at => new HallCommand.SplitOut("7", "乙", "7a", "任命乙") { Issuer = Issuer.System, At = at });

        IReadOnlyList<AgendaItem> agenda = driver.State.Meeting!.Agenda;
        Assert.Equal(["7", "7a"], agenda.TakeLast(2).Select(item => item.No));
        Assert.Equal(["甲", "丙"], ((Appointment)agenda[^2].Question).Persons.Select(person => person.Name));
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }

    [Fact]
    public void Only_signatories_have_a_live_keypad_when_an_answer_is_voted()
    {
        Driver driver = Driver.SignedIn(10);
        Put(driver, "20", new InquiryAnswer { Title = "答复", Verb = "表决", Signatories = [new(2), new(3), new(12)] });
        driver.Prepare("20", RoundMode.Named);
        driver.Open();
        Opening opening = driver.State.Rounds[driver.Last].Opening!;

        Assert.Equal([new(2), new MemberId(3)], opening.Electors.Select(elector => elector.Member));
        Assert.Equal(2, opening.SignedIn);
        driver.Refused<Refusal.NotEligible>(driver.Cast(1, 1, Choice.For));
    }

    [Fact]
    public void Grades_pass_from_the_keypads_to_tally_and_journal()
    {
        Driver driver = Driver.SignedIn(10);
        Put(driver, "20", new Evaluation { Title = "测评", Verb = "测评", Items = [new("甲局", null), new("乙局", null)], Scale = GradingScale.Performance });
        driver.Prepare("20", RoundMode.Named);
        driver.Open();
        for (int i = 1; i <= 8; i++)
            driver.Must(driver.Cast(i, 1, i <= 7 ? Choice.Grade1 : Choice.Grade2, Choice.Grade4));
        driver.Refused<Refusal.BallotInvalid>(driver.Cast(9, 1, Choice.Grade5, Choice.Grade1));
        driver.Refused<Refusal.BallotInvalid>(driver.Cast(9, 1, Choice.For, Choice.Grade1));
        driver.Finish();
        Counted counted = driver.State.Rounds[driver.Last].Counted!;

        Assert.Equal([new GradeMarks(7, 1), new GradeMarks(0, 0, 0, 8)], counted.Tally.Rows.Select(row => row.Grades));
        Assert.Equal(["优秀", "不称职"], Assert.IsType<Outcome.Evaluated>(counted.Outcome).Items.Select(item => item.GradeName));
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }

    [Fact]
    public void Recall_is_never_taken_with_names()
    {
        Driver driver = Driver.SignedIn(10);
        Put(driver, "20", new Recall { Title = "罢免案", Verb = "罢免", Persons = [new("甲", "副县长")], Mandate = MandateKind.Office });
        driver.Refused<Refusal.ModeNotAllowed>(Prepare("20"));
    }

    private static void Put(Driver driver, string no, Question question) => driver.Must(
        at => new HallCommand.PutAgendaItem(new AgendaItem(no, question, RoundMode.Named, Octets.Empty), 0) { Issuer = Issuer.System, At = at });

    private static Func<Instant, HallCommand> Prepare(string item) =>
        at => new HallCommand.PrepareRound(item, RoundMode.Named, Samples.Digest(1)) { Issuer = Issuer.System, At = at };

    private static void Pass(Driver driver, string item)
    {
        driver.Prepare(item, RoundMode.Named);
        driver.Open();
        for (int i = 1; i <= 8; i++)
            driver.Must(driver.Cast(i, 1, Choice.For));
        driver.Finish();
        driver.Confirm(null);
        driver.Declare();
    }
}
