using VotingHall.Core;
using VotingHall.Server.Stores;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Halls;

/// <summary>
/// A restart uses the journal and the station's folder alone: the same round goes on, no press with a steady lamp is missing, none counts twice, and
/// nobody presses again. Source: design.md, settled questions 3 and 17; protocol 7.1 rule 8.
/// </summary>
public class RestartTests
{
    /// <summary>Steps of the server in about two seconds of an open round.</summary>
    private const int StepsOfRound = 4_000;

    /// <summary>Steps of the server from the order to close to the count.</summary>
    private const int StepsOfClosing = 400;

    public static TheoryData<int> OpenMoments => [.. Enumerable.Range(1, 25)];

    public static TheoryData<int> ClosingMoments => [.. Enumerable.Range(101, 20)];

    [Theory]
    [MemberData(nameof(OpenMoments))]
    public void A_crash_in_an_open_round_loses_and_doubles_nothing(int seed)
    {
        using RestartScene scene = new(seed, seed % 2 == 0 ? RoundMode.Named : RoundMode.Secret);
        scene.Hall.CrashAfter(scene.Random.Next(1, StepsOfRound));
        scene.Press();
        if (!scene.Crashed)
            scene.Restart();
        scene.CheckFigures(scene.Finish());
    }

    [Theory]
    [MemberData(nameof(ClosingMoments))]
    public void A_crash_between_close_and_count_changes_no_figure(int seed)
    {
        using RestartScene scene = new(seed, seed % 4 == 0 ? RoundMode.Named : RoundMode.Secret);
        scene.Press();
        scene.Hall.CrashAfter(scene.Random.Next(1, StepsOfClosing));
        Round round = scene.Finish();
        if (!scene.Crashed)
            scene.Restart();
        scene.CheckFigures(round);
        Assert.Equal(0, round.Counted!.Unattested);
    }

    [Xunit.Fact]
    public void A_crash_right_after_the_close_collects_the_final_tags_in_the_next_run()
    {
        using RestartScene scene = new(151, RoundMode.Secret);
        scene.Press();
        scene.Run(1_000);
        scene.Hall.Do(scene.Hall.Conduct.Close(Meetings.Chair, scene.No));
        scene.Hall.RunUntil(() => scene.Hall.Current.Phase == RoundPhase.Closed, 5_000, "closed");
        Assert.Null(scene.Hall.Current.TallyRequest);
        scene.Restart();
        Round round = scene.Finish();
        scene.CheckFigures(round);
        Assert.Equal(0, round.Counted!.Unattested);
    }

    [Theory]
    [InlineData(RoundPhase.Closing)]
    [InlineData(RoundPhase.Closed)]
    [InlineData(RoundPhase.Counted)]
    public void A_secret_round_goes_on_from_the_phase_it_had_reached(RoundPhase phase)
    {
        using RestartScene scene = new(151, RoundMode.Secret);
        scene.Press();
        scene.Hall.Do(scene.Hall.Conduct.Close(Meetings.Chair, scene.No));
        scene.Hall.RunUntil(() => scene.Hall.Current.Phase == phase, 20_000, "the phase");
        scene.Restart();
        Assert.Equal(phase, scene.Hall.Server.Before.State.Rounds[scene.No].Phase);
        Round round = scene.Finish();
        scene.CheckFigures(round);
        Assert.Equal(0, round.Counted!.Unattested);
    }

    [Theory]
    [InlineData(201, RoundMode.Named)]
    [InlineData(202, RoundMode.Secret)]
    public void Several_crashes_in_one_round_change_nothing_either(int seed, RoundMode mode)
    {
        using RestartScene scene = new(seed, mode);
        scene.Press();
        for (int i = 0; i < 3; i++)
        {
            scene.Restart();
            Assert.Equal(1 + i, scene.Hall.Current.Opening!.Resumed);
            scene.Run(scene.Random.Next(50, 800));
        }
        scene.CheckFigures(scene.Finish());
    }

    [Theory]
    [InlineData(301, RoundMode.Named)]
    [InlineData(302, RoundMode.Secret)]
    public void The_store_on_disk_restarts_like_the_one_in_memory(int seed, RoundMode mode)
    {
        string folder = Directory.CreateTempSubdirectory("votinghall-restart-").FullName;
        string file = Path.Combine(folder, "journal.db");
        using (RestartScene scene = new(seed, mode, store: SqliteJournalStore.Open(file), reopen: former =>
        {
            former.Dispose();
            return SqliteJournalStore.Open(file);
        }))
        {
            scene.Hall.CrashAfter(scene.Random.Next(1, StepsOfRound));
            scene.Press();
            scene.Hall.CrashAfter(scene.Random.Next(1, StepsOfClosing));
            scene.CheckFigures(scene.Finish());
        }
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(RoundMode.Named)]
    [InlineData(RoundMode.Secret)]
    public void Keypads_slow_to_come_back_do_not_lose_their_presses_to_the_close(RoundMode mode)
    {
        using RestartScene scene = new(401, mode);
        scene.Press();
        scene.Run(1_000);
        scene.Hall.Do(scene.Hall.Conduct.Close(Meetings.Chair, scene.No));
        for (int keypad = 0; keypad < 10; keypad++)
            scene.Hall.Simulator.Mute(keypad, on: true);
        scene.Hall.Restart(500, staleLink: true);
        scene.Run(15_000);
        for (int keypad = 0; keypad < 10; keypad++)
            scene.Hall.Simulator.Mute(keypad, on: false);
        Round round = scene.Finish();
        scene.CheckFigures(round);
        Assert.InRange(round.Counted!.Unattested, 0, 1);
    }

    [Xunit.Fact]
    public void A_void_round_stays_void_and_the_keypads_hear_of_it()
    {
        using RestartScene scene = new(501, RoundMode.Named);
        scene.Press();
        // The order is on disk, and no line was told: the crash comes with the step after the flush.
        scene.Hall.CrashAfter(3);
        Assert.True(scene.Try(() => scene.Hall.Do(scene.Hall.Conduct.Void(Meetings.Chair, scene.No, VoidReason.ChairDecision, "重来"))));
        Assert.Equal(RoundPhase.Voided, scene.Hall.Current.Phase);
        scene.Hall.RunUntil(() => scene.Hall.Simulator.Views().All(keypad => keypad.State == KeypadState.Idle), 10_000, "keypads idle");
    }

    [Xunit.Fact]
    public void A_declared_round_stays_declared_and_the_keypads_hear_of_it()
    {
        using RestartScene scene = new(601, RoundMode.Named);
        scene.Press();
        Round round = scene.Finish();
        scene.Restart();
        Assert.Equal(RoundPhase.Declared, scene.Hall.Current.Phase);
        scene.CheckFigures(round);
        scene.Hall.RunUntil(() => scene.Hall.Simulator.Views().All(keypad => keypad.State == KeypadState.Idle), 10_000, "keypads idle");
    }

    [Xunit.Fact]
    public void A_prepared_round_asks_the_keypads_again_before_it_says_who_holds_the_paper()
    {
        using VirtualHall hall = new(24, 2, [Meetings.RollCallItem]);
        VirtualHallTests.Gather(hall);
        hall.Do(hall.Conduct.Prepare(Meetings.Secretariat, "1"));
        hall.Restart(100, staleLink: false);
        Assert.Null(hall.Current.PaperReport);
        hall.RunUntil(() => hall.Current.PaperReport is not null, 20_000, "paper delivered");
        Assert.Equal(24, hall.Current.PaperReport!.Ready);
    }

    [Theory]
    [InlineData(300, 4)]
    [InlineData(3_000, 16)]
    public void All_lamps_answer_again_within_the_time_an_admission_takes(int members, int lines)
    {
        Assert.SkipUnless(members <= 300 || Environment.GetEnvironmentVariable("VOTINGHALL_NIGHTLY") == "1", "3,000 keypads only at night");
        using VirtualHall hall = new(members, lines, [Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Named)]);
        hall.RunUntil(() => hall.Lines.AdmittedCount == members, 60_000, "all keypads admitted");
        VirtualHallTests.RollCall(hall, members);
        VirtualHallTests.Open(hall, "2");
        hall.PressAll(Enumerable.Range(0, members).Select(i => (i, KeypadKey.For)));
        hall.RunUntil(() => Steady(hall) == members, 10_000, "all lamps steady");
        hall.Restart(100, staleLink: false);
        long began = hall.NowMs;
        // The lamps still say what the run before promised; a new press shows that this run answers too.
        hall.PressAll(Enumerable.Range(0, members).Select(i => (i, KeypadKey.Against)));
        Assert.Equal(0, Steady(hall));
        hall.RunUntil(() => Steady(hall) == members, 30_000, "all lamps steady again");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{members} keypads on {lines} lines: all lamps steady {hall.NowMs - began} ms after the restart");
        VirtualHallTests.Finish(hall);
        Assert.Equal(members, hall.Current.Counted!.Tally.Rows[0].Against);
    }

    private static int Steady(VirtualHall hall) => hall.Simulator.Views().Count(keypad => keypad.Lamp == KeypadLamp.Steady);
}
