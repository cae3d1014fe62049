using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Board;
using Xunit;

namespace VotingHall.Server.Tests.Board;

/// <summary>The chair's buttons in every situation of a meeting: which, whether they can be pressed, and the one clear next step, last.</summary>
public sealed class ChairActsTests
{
    /// <summary>* = the next step, ! = cannot be pressed now.</summary>
    private static readonly Dictionary<string, (Action<DeskHall> Reached, string Acts)> Situations = new()
    {
        ["no meeting"] = (_ => { }, ""),
        ["meeting loaded"] = (hall => hall.Load(), "ConfirmBase*"),
        ["base confirmed"] = (hall => { hall.Load(); hall.ConfirmBase(); }, "OpenSitting* OpenSitting"),
        ["sitting open"] = (hall => { hall.Load(); hall.ConfirmBase(); hall.OpenSitting(1); }, "CloseSitting NextItem*"),
        ["roll call, paper under way"] = (hall => { hall.Load(); hall.ConfirmBase(); hall.OpenSitting(1); hall.Prepare("1"); }, "Void Open*!"),
        ["roll call ready"] =
            (hall => { hall.Load(); hall.ConfirmBase(); hall.OpenSitting(1); hall.Prepare("1"); hall.ReportPaper(); }, "Void Open*"),
        ["between items"] = (hall => hall.Begin(), "CloseSitting NextItem*"),
        ["paper under way"] = (hall => { hall.Begin(); hall.Prepare("2"); }, "Void Open*!"),
        ["ready"] = (hall => { hall.Begin(); hall.Prepare("2"); hall.ReportPaper(); }, "Void Open*"),
        ["keypads lack the paper"] =
            (hall => { hall.Begin(); hall.Prepare("2"); hall.ReportPaper(DeskHall.Uids[3], DeskHall.Uids[7]); }, "Void OpenAnyway*"),
        ["quorum short"] = (hall => { hall.Begin(present: 5); hall.Prepare("2"); hall.ReportPaper(); }, "Void Open*!"),
        ["quorum short, keypads lack the paper"] =
            (hall => { hall.Begin(present: 5); hall.Prepare("2"); hall.ReportPaper(DeskHall.Uids[3]); }, "Void OpenAnyway*!"),
        ["open"] = (hall => { hall.Begin(); hall.Open("2"); }, "Void Remind Extend Close*"),
        ["closing"] = (hall => { hall.Begin(); hall.Open("2"); hall.StartClosing(); }, ""),
        ["counted"] = (hall => { hall.Begin(); hall.Open("2"); hall.Close(); }, "Void ShowResult Declare*!"),
        ["counted and shown"] = (hall => { hall.Begin(); hall.Open("2"); hall.Close(); hall.ShowResult(); }, "Void ShowResult! Declare*!"),
        ["confirmed"] = (hall => { hall.Begin(); hall.Open("2"); hall.Close(); hall.Confirm(); }, "Void ShowResult Declare*"),
        ["secret, counting"] = (hall => { hall.Begin(); hall.Open("3"); hall.Close(); }, "Void"),
        ["secret, number not typed"] = (hall => { Secret(hall); }, "Void"),
        ["secret, one wrong number"] = (hall => { Secret(hall); hall.EnterParticipants(8); }, "Void"),
        ["secret, tries used up"] = (hall => { Secret(hall); hall.EnterParticipants(8); hall.EnterParticipants(6); }, "Void AllowRecheck*"),
        ["secret, number typed"] = (hall => { Secret(hall); hall.EnterParticipants(7); }, "Void ShowResult! Declare*!"),
        ["secret, confirmed"] = (hall => { Secret(hall); hall.EnterParticipants(7); hall.Confirm(); }, "Void ShowResult Declare*"),
        ["secret, shown"] = (hall => { Secret(hall); hall.Confirm(); hall.ShowResult(); }, "Void ShowResult! Declare*"),
        ["declared"] = (hall => { Secret(hall); hall.Confirm(); hall.Declare(); }, "CloseSitting NextItem*"),
        ["tie, number not typed"] = (hall => Tie(hall), "Void"),
        ["tie, number typed"] = (hall => { Tie(hall); hall.EnterParticipants(9); }, "Void ShowResult! DeclareAndRunoff*!"),
        ["tie"] = (hall => { Tie(hall); hall.Confirm(); }, "Void ShowResult DeclareAndRunoff*"),
        ["tie declared"] = (hall => { Tie(hall); hall.Confirm(); hall.Declare(); }, "CloseSitting Runoff*"),
        ["run-off void"] = (hall => { Tie(hall); hall.Confirm(); hall.Declare(); hall.PrepareRunoff(hall.Last); hall.Void(); }, "CloseSitting Runoff*"),
        ["void"] = (hall => { hall.Begin(); hall.Open("2"); hall.Void(); }, "CloseSitting Repeat*"),
        ["agenda done"] = (hall => Done(hall), "CloseSitting*"),
        ["after the sitting"] = (hall => { hall.Begin(); hall.CloseSitting(); }, "OpenSitting OpenSitting"),
        ["next sitting open"] = (hall => { Done(hall); hall.CloseSitting(); hall.OpenSitting(2); }, "CloseSitting NextItem*"),
    };

    public static TheoryData<string> Names => [.. Situations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_situation_has_its_acts(string situation)
    {
        (Action<DeskHall> reached, string expected) = Situations[situation];
        IReadOnlyList<ChairAct> acts = ActsOf(Reached(reached));
        Assert.Equal(expected, string.Join(' ', acts.Select(act => $"{act.Kind}{(act.Primary ? "*" : "")}{(act.Enabled ? "" : "!")}")));
        // A button that cannot be pressed says why, in both languages; one that can says nothing.
        Assert.All(acts, act => Assert.Equal(act.Enabled, act.WhyNot is { Zh: "", En: "" }));
        Assert.All(acts.Where(act => !act.Enabled), act => Assert.True(act.WhyNot.Zh.Length > 0 && act.WhyNot.En.Length > 0));
    }

    [Theory]
    [InlineData("sitting open", "1", 0, 0)]
    [InlineData("between items", "2", 0, 0)]
    [InlineData("keypads lack the paper", "2", 2, 0)]
    [InlineData("tie", "4", 2, 0)]
    [InlineData("tie declared", "4", 2, 2)]
    [InlineData("run-off void", "4", 2, 2)]
    [InlineData("void", "2", 0, 0)]
    [InlineData("base confirmed", "1", 0, 0)]
    [InlineData("next sitting open", "1", 0, 0)]
    public void The_next_step_says_what_it_is_about(string situation, string item, int names, int round)
    {
        ChairAct next = Assert.Single(ActsOf(Reached(Situations[situation].Reached)), act => act.Primary);
        Assert.Equal((item, names, round), (next.Item, next.Names, next.Round));
    }

    [Fact]
    public void Without_a_quorum_the_numbers_are_said()
    {
        ChairAct open = ActsOf(Reached(Situations["quorum short"].Reached))[^1];
        Assert.Equal(new Words("实到 5 人，不足法定人数 6 人", "5 present, the quorum is 6"), open.WhyNot);
    }

    /// <summary>The desk does not offer what the hall is bound to refuse.</summary>
    [Fact]
    public void An_item_prescribed_for_paper_cannot_be_begun()
    {
        Election election = new()
        {
            Title = "选举副县长",
            Verb = "选举",
            Office = "副县长",
            OfficeKind = OfficeKind.Deputy,
            Candidates = ["甲", "乙"],
            Seats = 1,
        };
        DeskHall hall = new();
        hall.Begin(meeting: DeskHall.Meeting with
        {
            Agenda = [DeskHall.Meeting.Agenda[0], new AgendaItem("2", election, RoundMode.Secret, Octets.Empty)],
            Rules = DeskHall.Meeting.Rules with { Election = new ElectionParameters() },
        });
        ChairAct next = ActsOf(hall.State)[^1];
        Assert.Equal((ChairActKind.NextItem, false, true, "2"), (next.Kind, next.Enabled, next.Primary, next.Item));
        Assert.Equal(new Refusal.PaperBallotPrescribed(Law.OL28).Chinese, next.WhyNot.Zh);
    }

    private static IReadOnlyList<ChairAct> ActsOf(HallState state) => ChairActs.Of(state);

    private static HallState Reached(Action<DeskHall> reached)
    {
        DeskHall hall = new();
        reached(hall);
        return hall.State;
    }

    /// <summary>A secret motion counted: 7 took part.</summary>
    private static void Secret(DeskHall hall)
    {
        hall.Begin();
        hall.Open("3");
        hall.Count(7, new StationRow(5, 1, 1, 0));
    }

    /// <summary>Round 2: two places, and two projects with equal votes for the second.</summary>
    private static void Tie(DeskHall hall)
    {
        hall.Begin();
        hall.Open("4");
        hall.Count(9, new StationRow(8, 1, 0, 0), new StationRow(5, 4, 0, 0), new StationRow(5, 3, 1, 0));
    }

    private static void Done(DeskHall hall)
    {
        hall.Begin(meeting: DeskHall.Meeting with { Agenda = [.. DeskHall.Meeting.Agenda.Take(2)] });
        hall.Open("2");
        hall.Close();
        hall.Confirm();
        hall.Declare();
    }
}
