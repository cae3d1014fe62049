using VotingHall.Core;
using VotingHall.Server.Stores;
using VotingHall.Server.Tests.Halls;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Simulator;

/// <summary>
/// Members who attend by themselves bring the figures of both samples, whatever numbers the rounds have: through a void and its repeat, a tie and its
/// run-off, a restart of the server and of keypads; they press neither all at once nor after half a minute.
/// </summary>
public sealed class AttendanceTests
{
    [Xunit.Fact]
    public void The_county_plenary_with_a_void_and_a_tie()
    {
        using AttendedHall hall = new("county-plenary", 4);
        Assert.Equal(286, hall.Vote("1").Counted!.Tally.Participants);
        AssertFigures(hall.Vote("2"), 4, (271, 5, 6));

        VirtualHallTests.Open(hall.Hall, "3");
        hall.RunFor(12_000);
        Assert.InRange(hall.Hall.Current.Box.Count, 1, 285);
        hall.Hall.Do(hall.Hall.Conduct.Void(Meetings.Chair, hall.Hall.Current.No, VoidReason.ChairDecision, "议题文字有误"));
        hall.RunFor(1_000);
        AssertFigures(hall.Vote("3"), 3, (262, 13, 8));
        AssertFigures(hall.Vote("4"), 3, (255, 17, 11));

        Round election = hall.Vote("5");
        AssertFigures(election, 2, (268, 9, 7), (243, 26, 15), (164, 92, 28), (164, 95, 25));
        Outcome.RunoffRequired tie = Assert.IsType<Outcome.RunoffRequired>(election.Counted!.Outcome);
        Assert.Equal(["李堃", "李春杰"], tie.Tied);
        AssertFigures(hall.Runoff(), 1, (149, 110, 26), (128, 133, 24));

        Round projects = hall.Vote("6");
        AssertFigures(projects, 1,
            (266, 11, 8), (271, 8, 6), (279, 3, 3), (258, 17, 10), (214, 52, 19), (274, 6, 5),
            (251, 22, 12), (247, 25, 13), (239, 31, 15), (226, 41, 18), (118, 135, 32), (163, 93, 29));
        Assert.Equal(10, Assert.IsType<Outcome.Filled>(projects.Counted!.Outcome).Persons.Count(person => person.State == PersonState.Elected));
        Assert.DoesNotContain(hall.Notes.Skip(1), note => note.Contains("drawn", StringComparison.Ordinal));
    }

    [Xunit.Fact]
    public void The_committee_through_restarts_of_server_and_keypads()
    {
        using AttendedHall hall = new("committee-sitting", 1);
        Assert.Equal(33, hall.Vote("1").Counted!.Tally.Participants);

        VirtualHallTests.Open(hall.Hall, "2");
        hall.RunFor(6_000);
        hall.Hall.Restart(3_000, staleLink: false);
        hall.RunFor(1_000);
        // One keypad whose member has pressed, one whose member has not.
        foreach (KeypadState state in (KeypadState[])[KeypadState.OpenAcked, KeypadState.OpenNone])
            hall.Hall.Simulator.Reboot(hall.Hall.Simulator.Views().ToList().FindIndex(keypad => keypad.State == state));
        hall.RunFor(20_000);
        Round persons = hall.Finish();
        AssertFigures(persons, 0, (33, 0, 0), (32, 1, 0), (17, 11, 5), (33, 0, 0), (29, 3, 1));
        Assert.Equal(PersonState.NotPassed, Assert.IsType<Outcome.PersonByPerson>(persons.Counted!.Outcome).Persons[2].State);

        AssertFigures(hall.Vote("3"), 0, (31, 1, 1));
    }

    [Xunit.Fact]
    public void Papers_no_habit_knows_are_drawn_within_their_limits()
    {
        using AttendedHall hall = new("committee-sitting", 1);
        hall.Vote("1");
        hall.Vote("2");
        Round again = hall.Vote("2");
        Assert.InRange(again.Counted!.Tally.Participants, 29, 33);
        Assert.All(again.Counted.Tally.Rows, row => Assert.InRange(row.For, 25, 33));
        Assert.Equal(0, again.Counted.Unattested);
        Assert.Equal(["round 1: drawn", "round 2: habit 1", "round 3: drawn"], hall.Notes.Select(note => note.Split(',')[0]));
    }

    [Xunit.Fact]
    public void Members_press_over_two_to_twenty_five_seconds_and_a_few_change_their_mind()
    {
        using AttendedHall hall = new("county-plenary", 4);
        hall.Vote("1");
        VirtualHallTests.Open(hall.Hall, "2");
        long opened = hall.Hall.NowMs;
        Dictionary<int, long> first = [];
        HashSet<int> changed = [];
        hall.Watch = () =>
        {
            IReadOnlyList<KeypadView> views = hall.Hall.Simulator.Views();
            for (int i = 0; i < views.Count; i++)
                if (views[i].State == KeypadState.OpenSent && !first.TryAdd(i, hall.Hall.NowMs - opened) && hall.Hall.NowMs - opened > first[i] + 1_000)
                    changed.Add(i);
        };
        hall.Finish();
        Assert.Equal(282, first.Count);
        Assert.All(first.Values, ms => Assert.InRange(ms, 1_900, 25_500));
        Assert.InRange(first.Values.Count(ms => ms <= 15_200), 282 * 85 / 100, 282 - 5);
        Assert.InRange(first.Values.Count(ms => ms <= 5_000), 60, 180);
        Assert.InRange(changed.Count, 3, 25);
    }

    [Xunit.Fact]
    public void The_same_seed_presses_the_same_and_another_does_not()
    {
        byte[][] first = Sitting(null);
        Assert.Equal(first, Sitting(null));
        Assert.NotEqual(first, Sitting(4));
    }

    private static byte[][] Sitting(long? seed)
    {
        using AttendedHall hall = new("committee-sitting", 1, seed);
        hall.Vote("1");
        hall.Vote("3");
        hall.Vote("3");
        return [.. hall.Hall.Store.ReadEntries().Select((StoredEntry entry) => entry.Leaf.ToArray())];
    }

    private static void AssertFigures(Round round, int notPressed, params (int For, int Against, int Abstain)[] rows)
    {
        Tally tally = round.Counted!.Tally;
        Assert.Equal(rows, tally.Rows.Select(row => (row.For, row.Against, row.Abstain)));
        Assert.Equal(notPressed, tally.NotPressed);
        Assert.Equal(0, round.Counted.Unattested);
    }
}
