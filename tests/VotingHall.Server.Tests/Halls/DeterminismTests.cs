using VotingHall.Core;
using VotingHall.Server.Stores;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Halls;

/// <summary>Aim: one seed, one sitting: the public journal is byte-identical; another seed gives another.</summary>
public class DeterminismTests
{
    private static readonly IReadOnlyList<AgendaItem> Agenda =
        [Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Named), Meetings.MotionItem("3", RoundMode.Secret)];

    [Xunit.Fact]
    public void The_same_seed_gives_the_same_journal_byte_for_byte()
    {
        byte[][] first = Journal(seed: 11);
        byte[][] again = Journal(seed: 11);
        Assert.Equal(first.Length, again.Length);
        for (int i = 0; i < first.Length; i++)
            Assert.Equal(Convert.ToHexString(first[i]), Convert.ToHexString(again[i]));
    }

    [Xunit.Fact]
    public void Another_seed_gives_another_journal() =>
        Assert.NotEqual(Journal(seed: 11).Select(Convert.ToHexString), Journal(seed: 12).Select(Convert.ToHexString));

    /// <summary>A whole sitting on a bad line, with a restart of a keypad in it.</summary>
    private static byte[][] Journal(int seed)
    {
        using VirtualHall hall = new(24, 2, Agenda, seed: seed);
        hall.Simulator.FaultRate(0, FrameFault.Lose, 20_000);
        VirtualHallTests.Gather(hall);
        VirtualHallTests.RollCall(hall, 24);
        VirtualHallTests.Vote(hall, "2", i => i < 15 ? KeypadKey.For : KeypadKey.Against);
        hall.Simulator.Reboot(5);
        hall.RunFor(12_000);
        VirtualHallTests.Vote(hall, "3", i => i % 3 == 0 ? KeypadKey.Abstain : KeypadKey.For);
        return [.. hall.Store.ReadEntries().Select((StoredEntry entry) => entry.Leaf.ToArray())];
    }
}
