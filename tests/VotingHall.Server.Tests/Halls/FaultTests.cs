using VotingHall.Core;
using VotingHall.Server.Bridges;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Halls;

/// <summary>Aim: whatever happens to frames, keypads and lines, every count is exact: no press lost that lit its lamp, none counted twice, none invented.</summary>
public class FaultTests
{
    private const int Members = 40;

    /// <summary>Two seconds and three sweeps (protocol 7.1 rule 5), and the time to notice.</summary>
    private const int CloseLimitMs = 3_000;

    private static readonly IReadOnlyList<AgendaItem> Agenda =
        [Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Named), Meetings.MotionItem("3", RoundMode.Secret)];

    [Theory]
    [InlineData(FrameFault.Lose, 10_000)]
    [InlineData(FrameFault.Lose, 100_000)]
    [InlineData(FrameFault.Double, 100_000)]
    [InlineData(FrameFault.Corrupt, 10_000)]
    [InlineData(FrameFault.Corrupt, 100_000)]
    [InlineData(FrameFault.Truncate, 100_000)]
    public void Bad_lines_count_exactly(FrameFault fault, int partsPerMillion)
    {
        using VirtualHall hall = new(Members, 2, Agenda, seed: 7);
        for (int line = 0; line < 2; line++)
            hall.Simulator.FaultRate(line, fault, partsPerMillion);
        hall.RunUntil(() => hall.Lines.AdmittedCount == Members, 120_000, "all keypads admitted");
        VirtualHallTests.RollCall(hall, Members);
        Assert.Equal((17, 9, 8, 6), Figures(VirtualHallTests.Vote(hall, "2", Mixed)));
        Round secret = VirtualHallTests.Vote(hall, "3", Mixed);
        Assert.Equal((17, 9, 8, 6), Figures(secret));
        Assert.Equal(0, secret.Counted!.Unattested);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    public void A_keypad_restarted_inside_the_round_keeps_its_record_and_counts_once(string item)
    {
        using VirtualHall hall = SignedIn();
        OpenAndPress(hall, item);
        hall.Simulator.Reboot(0);
        hall.Simulator.Reboot(39);   // pressed nothing
        hall.RunFor(1);
        Assert.NotEqual(KeypadLamp.Steady, hall.Simulator.View(0).Lamp);
        hall.RunUntil(() => hall.Simulator.View(0).Lamp == KeypadLamp.Steady && hall.Simulator.View(39).IsOpen, 20_000, "restored and acknowledged");
        Assert.Equal(34, hall.Current.Box.Count);
        VirtualHallTests.Finish(hall);
        Assert.Equal((17, 9, 8, 6), Figures(hall.Current));
        Assert.Equal(0, hall.Current.Counted!.Unattested);
        Assert.Equal(0, hall.Current.Closed!.UnsealedCount);
    }

    [Theory]
    [InlineData("2", PressRule.Last)]
    [InlineData("3", PressRule.Last)]
    [InlineData("2", PressRule.First)]
    [InlineData("3", PressRule.First)]
    public void A_change_of_mind_counts_as_the_rule_says(string item, PressRule rule)
    {
        using VirtualHall hall = SignedIn(rule);
        OpenAndPress(hall, item);
        PressId before = hall.Current.Box.PressOf(Uid(hall, 0))!.Value;
        hall.PressAll([(0, KeypadKey.Against), (1, KeypadKey.Abstain)]);
        hall.RunFor(2_000);
        bool changed = hall.Current.Box.PressOf(Uid(hall, 0)) != before;
        Assert.Equal(rule == PressRule.Last, changed);
        Assert.Equal(KeypadLamp.Steady, hall.Simulator.View(0).Lamp);
        VirtualHallTests.Finish(hall);
        Assert.Equal(rule == PressRule.Last ? (15, 10, 9, 6) : (17, 9, 8, 6), Figures(hall.Current));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    public void A_press_after_the_close_has_no_effect(string item)
    {
        using VirtualHall hall = SignedIn();
        OpenAndPress(hall, item);
        hall.Do(hall.Conduct.Close(Meetings.Chair, hall.Current.No));
        hall.RunUntil(() => hall.Current.Phase is RoundPhase.Closed or RoundPhase.Counted, 5_000, "closed");
        hall.PressAll([(39, KeypadKey.For), (0, KeypadKey.Against)]);
        hall.RunUntil(() => hall.Current.Phase == RoundPhase.Counted, 5_000, "counted");
        hall.RunFor(2_000);
        Assert.Null(hall.Current.Box.PressOf(Uid(hall, 39)));
        Assert.NotEqual(KeypadLamp.Steady, hall.Simulator.View(39).Lamp);
        Assert.Equal((17, 9, 8, 6), Figures(hall.Current));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    public void Dead_keypads_count_as_not_pressed_unless_their_press_was_held(string item)
    {
        using VirtualHall hall = SignedIn();
        OpenAndPress(hall, item);
        hall.Simulator.Power(39, on: false);   // pressed nothing
        hall.Simulator.Power(0, on: false);    // its press is on disk
        hall.RunFor(1_000);
        AssertClosesInTime(hall);
        hall.RunUntil(() => hall.Current.Phase == RoundPhase.Counted, 5_000, "counted");
        Assert.Equal((17, 9, 8, 6), Figures(hall.Current));
        Assert.Equal(1, hall.Current.Closed!.UnsealedCount);
        Assert.Equal(new[] { Uid(hall, 0), Uid(hall, 39) }.Order(), hall.Current.Closed.Faulty);
        Assert.Equal(item == "3" ? 1 : 0, hall.Current.Counted!.Unattested);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_named_round_closes_in_time_over_a_cut_line_with_what_is_on_disk(bool wholeLink)
    {
        using VirtualHall hall = SignedIn();
        OpenAndPress(hall, "2");
        Cut(hall, wholeLink);
        hall.PressAll([(39, KeypadKey.For)]);
        AssertClosesInTime(hall);
        Assert.Equal((17, 9, 8, 6), Figures(hall.Current));
        Assert.Equal(wholeLink ? 34 : 14, hall.Current.Closed!.UnsealedCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_secret_round_over_a_cut_line_closes_in_time_and_the_station_gives_no_sum(bool wholeLink)
    {
        using VirtualHall hall = SignedIn();
        OpenAndPress(hall, "3");
        Cut(hall, wholeLink);
        AssertClosesInTime(hall);
        hall.RunUntil(() => hall.Station.RefusalOf(hall.Current.No) is not null, 10_000, "the station refuses");
        Assert.Equal(Link.StationRefusal.TooManyWithoutFinal, hall.Station.RefusalOf(hall.Current.No));
        Assert.Equal(RoundPhase.Closed, hall.Current.Phase);
        hall.Do(hall.Conduct.Void(Meetings.Chair, hall.Current.No, VoidReason.StationRefused, "线路中断"));
        Assert.Null(hall.Current.Counted);
    }

    [Xunit.Fact]
    public void A_link_lost_while_papers_go_out_leaves_the_search_for_keypads_alive()
    {
        const int away = 7;
        IEnumerable<string> names = Enumerable.Range(0x4E00, 100).Select(first => $"{(char)first}{(char)(first + 100)}{(char)(first + 200)}");
        Appointment persons = new() { Title = "任命", Verb = "任命", Persons = [.. names.Select(name => new Nominee(name, "局长"))] };
        using VirtualHall hall = new(away + 1, 1, [Meetings.RollCallItem, new AgendaItem("2", persons, RoundMode.Named, Octets.Empty)], seed: 7);
        hall.Simulator.Power(away, false);
        hall.RunUntil(() => hall.Lines.AdmittedCount == away, 20_000, "the others admitted");
        // A search comes every two seconds: at some of these moments it stands in the queue behind the paper when the link goes.
        for (int i = 0; i < 40; i++)
        {
            hall.RunFor(10 * i);
            hall.Do(hall.Conduct.Prepare(Meetings.Secretariat, "2"));
            hall.RunFor(200);
            hall.CutLink(true);
            hall.RunFor(300);
            hall.CutLink(false);
            hall.RunUntil(() => hall.Current.PaperReport is not null, 30_000, "paper delivered");
            hall.Do(hall.Conduct.Void(Meetings.Chair, hall.Current.No, VoidReason.ChairDecision, "重来"));
        }
        hall.Simulator.Power(away, true);
        hall.RunUntil(() => hall.Lines.AdmittedCount == away + 1, 20_000, "found");
    }

    [Xunit.Fact]
    public void A_keypad_that_took_its_keys_while_its_answers_were_lost_is_asked_again()
    {
        using VirtualHall hall = new(Members, 2, Agenda, seed: 9);
        hall.RunUntil(() => hall.Simulator.View(0).State == KeypadState.Idle, 20_000, "keys taken");
        hall.Simulator.Mute(0, true);
        hall.RunFor(6_000);
        Assert.Equal(Members - 1, hall.Lines.AdmittedCount);
        Assert.Single(hall.Notes, note => note.Kind == LineNoteKind.KeypadLost);
        hall.Simulator.Mute(0, false);
        VirtualHallTests.Gather(hall);
    }

    [Xunit.Fact]
    public void A_keypad_nobody_commissioned_is_named_and_never_admitted()
    {
        using VirtualHall hall = SignedIn();
        KeypadCommission stranger = new Commissioning(4711).Keypad(0);
        int place = hall.Simulator.AddKeypad(0, stranger);
        hall.RunFor(15_000);
        VirtualHallTests.Open(hall, "2");
        hall.Simulator.Key(place, KeypadKey.For, down: true);
        hall.RunFor(200);
        Assert.Equal(Members, hall.Lines.AdmittedCount);
        Assert.Equal(0, hall.Current.Box.Count);
        Assert.NotEqual(KeypadLamp.Steady, hall.Simulator.View(place).Lamp);
        Assert.Equal(new KeypadUid(stranger.Uid), Assert.Single(hall.Notes, note => note.Kind == LineNoteKind.UnknownKeypad).Keypad);
        Assert.DoesNotContain(new KeypadUid(stranger.Uid), hall.Loop.Published.Keypads.Keys);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    public void A_keypad_plugged_in_on_another_line_between_rounds_votes_there(string item)
    {
        using VirtualHall hall = SignedIn();
        hall.Simulator.Replug(0, 1);
        hall.RunUntil(() => hall.Loop.Published.Keypads[Uid(hall, 0)].Line == "L2", 20_000, "admitted on the other line");
        Assert.Equal((17, 9, 8, 6), Figures(VirtualHallTests.Vote(hall, item, Mixed)));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    public void A_press_goes_along_when_its_keypad_moves_to_another_line_inside_the_round(string item)
    {
        using VirtualHall hall = SignedIn();
        OpenAndPress(hall, item);
        hall.Simulator.Replug(0, 1);
        hall.RunUntil(() => hall.Simulator.View(0).Lamp == KeypadLamp.Steady, 20_000, "acknowledged on the other line");
        Assert.Equal("L2", hall.Loop.Published.Keypads[Uid(hall, 0)].Line);
        VirtualHallTests.Finish(hall);
        Assert.Equal((17, 9, 8, 6), Figures(hall.Current));
        Assert.Equal(0, hall.Current.Counted!.Unattested);
    }

    private static KeypadKey? Mixed(int i) => i < 17 ? KeypadKey.For : i < 26 ? KeypadKey.Against : i < 34 ? KeypadKey.Abstain : null;

    private static VirtualHall SignedIn(PressRule rule = PressRule.Last)
    {
        VirtualHall hall = new(Members, 2, Agenda, seed: 5, pressRule: rule);
        VirtualHallTests.Gather(hall);
        VirtualHallTests.RollCall(hall, Members);
        return hall;
    }

    private static void OpenAndPress(VirtualHall hall, string item)
    {
        VirtualHallTests.Open(hall, item);
        hall.PressAll(Enumerable.Range(0, 34).Select(i => (i, Mixed(i)!.Value)));
        hall.RunUntil(() => hall.Current.Box.Count == 34, 10_000, "all presses held");
        hall.RunUntil(() => hall.Simulator.Views().Count(keypad => keypad.Lamp == KeypadLamp.Steady) == 34, 5_000, "lamps steady");
    }

    private static void Cut(VirtualHall hall, bool wholeLink)
    {
        if (wholeLink)
            hall.CutLink(true);
        else
            hall.Simulator.Cut(1, true);
    }

    private static void AssertClosesInTime(VirtualHall hall)
    {
        long ordered = hall.NowMs;
        hall.Do(hall.Conduct.Close(Meetings.Chair, hall.Current.No));
        hall.RunUntil(() => hall.Current.Closed is not null, CloseLimitMs, "closed");
        Assert.True(hall.NowMs - ordered <= CloseLimitMs);
    }

    private static KeypadUid Uid(VirtualHall hall, int keypad) => new(hall.Simulator.View(keypad).Uid);

    private static (int For, int Against, int Abstain, int NotPressed) Figures(Round round)
    {
        Tally tally = round.Counted!.Tally;
        return (tally.Rows[0].For, tally.Rows[0].Against, tally.Rows[0].Abstain, tally.NotPressed);
    }
}
