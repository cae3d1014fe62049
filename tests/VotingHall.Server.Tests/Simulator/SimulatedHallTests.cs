using VotingHall.Link;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Simulator;

/// <summary>The wrapper around the firmware core: one seed gives one course of bytes, and a sweep takes what the formula of protocol 6 says.</summary>
public sealed class SimulatedHallTests
{
    private const byte VoteBytes = 23;

    [Theory]
    [InlineData(115_200, 60)]
    [InlineData(115_200, 125)]
    [InlineData(115_200, 250)]
    [InlineData(250_000, 60)]
    [InlineData(250_000, 125)]
    [InlineData(250_000, 250)]
    [InlineData(500_000, 60)]
    [InlineData(500_000, 125)]
    [InlineData(500_000, 250)]
    [InlineData(1_000_000, 60)]
    [InlineData(1_000_000, 125)]
    [InlineData(1_000_000, 250)]
    public void Sweep_takes_the_time_of_the_formula(int baud, int keypads)
    {
        using SimulatedHall hall = new([baud], 1);
        LinkPeer peer = new(hall);
        SlotMath math = new(baud);
        hall.Trace(0, true);
        peer.Connect([baud]);
        long start = hall.NowUs;
        peer.Say(Plan(1, keypads, math, recover: 0));
        peer.Run(1_500_000);

        LinkMessage.SweepEnd end = peer.Heard.OfType<LinkMessage.SweepEnd>().First();
        long took = end.TimeUs - start;
        long formula = math.SweepUs(VoteBytes, keypads);
        Assert.InRange(took * 100, formula * 99, formula * 101);
        byte[] trace = new byte[65_536];
        FrameReader line = new(FrameLimits.Line);
        Assert.Equal(math.Blocks(VoteBytes, keypads), line.Read(trace.AsSpan(0, hall.ReadTrace(0, trace))).Count);
    }

    [Fact]
    public void Same_seed_gives_the_same_bytes()
    {
        Assert.Equal(Course(7), Course(7));
        Assert.NotEqual(Course(7), Course(8));
    }

    [Fact]
    public void Discovery_hears_keypads_and_a_cut_line_hears_none()
    {
        using SimulatedHall hall = Wired(1, 20, 3);
        LinkPeer peer = new(hall);
        peer.Connect([250_000]);
        hall.Cut(0, true);
        Discover(peer);
        Assert.DoesNotContain(peer.Heard, message => message is LinkMessage.LineReceived);
        hall.Cut(0, false);
        Discover(peer);
        Assert.InRange(peer.Heard.OfType<LinkMessage.LineReceived>().Count(), 10, 20);
        Assert.Equal(2, peer.Heard.OfType<LinkMessage.Sent>().Count(sent => sent.Result == SendResult.Ok));
    }

    [Fact]
    public void Dead_and_mute_keypads_say_nothing_and_a_restart_brings_them_back()
    {
        using SimulatedHall hall = Wired(1, 2, 3);
        LinkPeer peer = new(hall);
        peer.Connect([250_000]);
        hall.Power(0, false);
        hall.Mute(1, true);
        Discover(peer);
        Assert.DoesNotContain(peer.Heard, message => message is LinkMessage.LineReceived);
        Assert.Equal(KeypadState.Failed, hall.View(0).State);
        hall.Power(0, true);
        hall.Reboot(1);
        hall.Mute(1, false);
        Discover(peer);
        Assert.NotEmpty(peer.Heard.OfType<LinkMessage.LineReceived>());
        Assert.All(hall.Views(), view => Assert.Equal(KeypadState.Unassigned, view.State));
    }

    private static (ulong Hash, int Heard) Course(long seed)
    {
        using SimulatedHall hall = Wired(1, 30, seed);
        LinkPeer peer = new(hall);
        hall.FaultRate(0, FrameFault.Corrupt, 100_000);
        peer.Connect([250_000]);
        for (int i = 0; i < 5; i++)
            Discover(peer);
        return (hall.Counters(0).Hash, peer.Heard.Count);
    }

    private static SimulatedHall Wired(int lines, int keypads, long seed)
    {
        SimulatedHall hall = new([.. Enumerable.Repeat(250_000, lines)], seed);
        Commissioning commissioning = new(seed);
        for (int i = 0; i < lines * keypads; i++)
            hall.AddKeypad(i / keypads, commissioning.Keypad(i));
        return hall;
    }

    /// <summary>DISCOVER with 64 slots for every uid.</summary>
    private static void Discover(LinkPeer peer)
    {
        byte[] body = [0x10, 251, 1, 2, 3, 4, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20];
        peer.Say(new LinkMessage.Send(1, peer.NextSeq(), LinkPeer.Epoch, true, 90, 0, body));
        peer.Run(120_000);
    }

    private static LinkMessage.Plan Plan(byte line, int keypads, SlotMath math, byte recover) => new(
        line, 1, LinkPeer.Epoch, 60_000, 15, recover,
        new CollectPayload(LinkPeer.Epoch, 0, 0, CollectWhat.Vote, 0, VoteBytes, (ushort)math.SlotUs(VoteBytes), 20, 1, (byte)keypads, 4));
}
