using System.Threading.Channels;
using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Board;
using VotingHall.Server.Conduct;
using VotingHall.Server.Loop;
using Xunit;

namespace VotingHall.Server.Tests.Board;

/// <summary>When pictures are sent: not more often than 20 times a second, never without a change, and no change is lost.</summary>
public sealed class BoardFeedTests : IAsyncDisposable
{
    private readonly DeskHall hall = new();
    private readonly HandTime time = new();
    private readonly Channel<(Audience To, ViewHead Head)> sent = Channel.CreateUnbounded<(Audience, ViewHead)>();
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly HallScreens screens;
    private readonly BoardOrders orders;
    private readonly BoardFeed feed;
    private Action<Audience> sending = _ => { };
    private Task running = Task.CompletedTask;

    public BoardFeedTests()
    {
        // A change that is lost fails the test instead of waiting for ever.
        stop.CancelAfter(TimeSpan.FromSeconds(30));
        hall.Begin();
        screens = hall.Screens();
        orders = new BoardOrders(() => hall.Clock);
        feed = new BoardFeed(screens, orders, time);
    }

    [Fact]
    public async Task At_most_twenty_pictures_a_second_are_sent_to_an_audience()
    {
        await Start();
        Assert.Equal(TimeSpan.FromMilliseconds(50), time.Period);
        hall.Open("2");
        for (int i = 0; i < DeskHall.Members; i++)
        {
            hall.CastNamed(i, Choice.For);
            feed.Durable(hall.Turn);
        }
        time.Beat();
        Assert.Equal([Audience.Screen, Audience.Chair, Audience.Scrutineer, Audience.Secretariat, Audience.Technician], await Take(5));
        hall.StartClosing();
        feed.Durable(hall.Turn);
        time.Beat();
        Assert.Equal([Audience.Screen, Audience.Chair, Audience.Scrutineer, Audience.Secretariat], await Take(4));
        Assert.False(sent.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Nothing_is_sent_while_nothing_changes()
    {
        await Start();
        for (int i = 0; i < 20; i++)
        {
            hall.Wait(1000);
            feed.Durable(new DurableTurn(hall.State, [], []));
            time.Beat();
        }
        hall.Prepare("2");
        feed.Durable(hall.Turn);
        time.Beat();
        (Audience first, ViewHead head) = await sent.Reader.ReadAsync(stop.Token);
        Assert.Equal((Audience.Screen, hall.State.Version), (first, head.Version));
    }

    /// <summary>What happens while a picture is on its way is in the next one.</summary>
    [Fact]
    public async Task A_change_during_a_sending_arrives()
    {
        await Start();
        sending = to =>
        {
            sending = _ => { };
            hall.ReportPaper();
            feed.Durable(hall.Turn);
        };
        hall.Prepare("2");
        long prepared = hall.State.Version;
        feed.Durable(hall.Turn);
        time.Beat();
        Assert.Equal(prepared, (await sent.Reader.ReadAsync(stop.Token)).Head.Version);
        await Take(3);
        Assert.Equal(prepared + 1, hall.State.Version);
        time.Beat();
        (Audience to, ViewHead head) = await sent.Reader.ReadAsync(stop.Token);
        Assert.Equal((Audience.Chair, prepared + 1), (to, head.Version));
    }

    [Fact]
    public async Task What_chair_and_secretariat_want_on_the_wall_comes_at_once()
    {
        await Start();
        orders.Show(BoardPicture.Break, "10:30");
        time.Beat();
        Assert.Equal([Audience.Screen, Audience.Chair, Audience.Secretariat], await Take(3));
        Assert.Equal("10:30", Assert.IsType<BoardScene.Idle>(screens.Board.Scene).ResumesAt);
    }

    /// <summary>Lines tell nobody; they are looked at again within five beats.</summary>
    [Fact]
    public async Task A_line_that_falls_silent_is_seen_without_being_told()
    {
        await Start();
        hall.Lines = OneLine(SlotState.Silent);
        for (int i = 0; i < 1000 && !sent.Reader.TryPeek(out _); i++)
        {
            time.Beat();
            await Task.Yield();
        }
        Assert.Contains(Audience.Technician, await Take(2));
        Assert.Equal(KeypadState.Silent, Assert.Single(screens.Technician.Faults).State);
    }

    [Fact]
    public async Task An_extension_is_said_for_five_seconds()
    {
        await Start();
        hall.Open("2");
        feed.Durable(hall.Turn);
        hall.Extend(30);
        feed.Durable(hall.Turn);
        time.Beat();
        await Take(5);
        Assert.Equal(30, Assert.IsType<BoardScene.Voting>(screens.Board.Scene).ExtendedSeconds);
        hall.Wait(5000);
        feed.Durable(new DurableTurn(hall.State, [], []));
        time.Beat();
        Assert.Equal([Audience.Screen], await Take(1));
        Assert.Equal(0, Assert.IsType<BoardScene.Voting>(screens.Board.Scene).ExtendedSeconds);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        stop.Dispose();
    }

    internal static LinesPicture OneLine(SlotState last) => new([new BridgePicture("hall", BridgeState.Leased,
    [
        new LinePicture("L1", Up: true, 250_000, DeskHall.Members,
            [.. DeskHall.Uids.Select((uid, i) => new SlotPicture(uid, i + 1, i == DeskHall.Members - 1 ? last : SlotState.Answering, 0))], 0, 0, 0, 0),
    ])]);

    /// <summary>The feed runs and has sent everybody the first picture.</summary>
    private async Task Start()
    {
        running = feed.Run(Send, stop.Token);
        await Take(5);
    }

    private Task Send(Audience to, CancellationToken cancelled)
    {
        sending(to);
        Assert.True(sent.Writer.TryWrite((to, screens.Chair.Head)));
        return Task.CompletedTask;
    }

    private async Task<List<Audience>> Take(int count)
    {
        List<Audience> taken = [];
        while (taken.Count < count)
            taken.Add((await sent.Reader.ReadAsync(stop.Token)).To);
        return taken;
    }
}
