using System.Text.Json;
using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Board;
using VotingHall.Server.Loop;
using Xunit;

namespace VotingHall.Server.Tests.Board;

/// <summary>The present pictures: whom a change concerns, and what their heads say.</summary>
public sealed class HallScreensTests
{
    private readonly DeskHall hall = new();
    private readonly HallScreens screens;

    public HallScreensTests()
    {
        hall.Begin();
        hall.Lines = BoardFeedTests.OneLine(SlotState.Answering);
        screens = hall.Screens();
        Renew();
    }

    [Fact]
    public void A_press_concerns_everybody_but_the_technician()
    {
        hall.Open("2");
        Renew();
        for (int i = 0; i < 3; i++)
        {
            hall.CastNamed(i, Choice.Against);
            Assert.Equal([Audience.Screen, Audience.Chair, Audience.Scrutineer, Audience.Secretariat], Renew());
        }
    }

    /// <summary>A masked press alone moves no version: it is the turnout that goes up.</summary>
    [Fact]
    public void A_secret_press_is_told_to_those_who_see_the_turnout()
    {
        hall.Open("3");
        Renew();
        hall.CastMasked(0);
        Assert.Equal([Audience.Screen, Audience.Chair, Audience.Scrutineer], Renew());
        Assert.Equal(new Turnout(1, DeskHall.Members), Assert.IsType<BoardScene.Voting>(screens.Board.Scene).Turnout);
    }

    [Fact]
    public void A_keypad_that_fails_does_not_concern_the_wall()
    {
        hall.Open("2");
        Renew();
        hall.ReportFault(4);
        IReadOnlyList<Audience> concerned = Renew();
        Assert.Contains(Audience.Technician, concerned);
        Assert.Contains(Audience.Chair, concerned);
        Assert.DoesNotContain(Audience.Screen, concerned);
        Assert.Equal((KeypadState.Faulty, 5), (Assert.Single(screens.Technician.Faults).State, screens.Technician.Faults[0].Slot));
    }

    [Fact]
    public void Time_alone_concerns_nobody_and_is_still_told_to_who_asks()
    {
        hall.Open("2");
        Renew();
        hall.Wait(3000);
        Assert.Empty(Renew());
        Assert.Equal(hall.Clock.UnixMs, screens.Board.Head.ServerTimeMs);
    }

    [Fact]
    public void The_head_bears_the_version_of_the_hall_and_numbers_that_rise()
    {
        long seq = screens.Chair.Head.Seq;
        foreach (Action step in (Action[])[() => hall.Prepare("2"), () => hall.ReportPaper(), hall.OpenPrepared, () => hall.CastNamed(0, Choice.For), hall.Close])
        {
            step();
            Assert.NotEmpty(Renew());
            ViewHead[] heads = [screens.Board.Head, screens.Chair.Head, screens.Scrutineer.Head, screens.Secretariat.Head, screens.Technician.Head];
            Assert.All(heads, head => Assert.Equal((seq + 1, hall.State.Version, (long)hall.State.Epoch), (head.Seq, head.Version, head.Run)));
            seq++;
            Assert.Empty(Renew());
            Assert.Equal(seq, screens.Chair.Head.Seq);
        }
    }

    /// <summary>An audience that was not told has missed nothing: what it would get now is what it got.</summary>
    [Fact]
    public void Who_is_not_told_holds_the_present_picture()
    {
        Dictionary<Audience, string> held = [];
        Action[] steps =
        [
            () => hall.Open("3"), () => hall.Count(7, new StationRow(4, 2, 1, 0)), () => hall.EnterParticipants(7), hall.Confirm, hall.ShowResult, hall.Declare,
            () => hall.Prepare("2"), hall.Void, hall.CloseSitting, () => hall.OpenSitting(2),
        ];
        foreach (Action step in (Action[])[() => { }, .. steps])
        {
            step();
            IReadOnlyList<Audience> told = Renew();
            foreach ((Audience audience, string picture) in Bodies())
            {
                if (told.Contains(audience) || !held.TryGetValue(audience, out string? before))
                    held[audience] = picture;
                else
                    Assert.Equal(before, picture);
            }
        }
    }

    /// <summary>The last result of a sitting is not the first picture of the next.</summary>
    [Fact]
    public void A_new_sitting_begins_with_the_plain_picture()
    {
        hall.Open("2");
        hall.Close();
        hall.Confirm();
        hall.Declare();
        Renew();
        Assert.IsType<BoardScene.Result>(screens.Board.Scene);
        hall.CloseSitting();
        Renew();
        Assert.Equal(BoardPause.After, Assert.IsType<BoardScene.Idle>(screens.Board.Scene).Pause);
        hall.OpenSitting(2);
        Renew();
        Assert.Equal(BoardPause.Before, Assert.IsType<BoardScene.Idle>(screens.Board.Scene).Pause);
    }

    private IReadOnlyList<Audience> Renew() => screens.Renew(BoardDirection.Start);

    private Dictionary<Audience, string> Bodies() => new()
    {
        [Audience.Screen] = JsonSerializer.Serialize(screens.Board.Scene, ScreenJson.Options),
        [Audience.Chair] = Body(screens.Chair with { Head = screens.Board.Head with { Seq = 0, ServerTimeMs = 0 } }),
        [Audience.Scrutineer] = JsonSerializer.Serialize(screens.Scrutineer.Stage, ScreenJson.Options),
        [Audience.Secretariat] = Body(screens.Secretariat with { Head = screens.Board.Head with { Seq = 0, ServerTimeMs = 0 } }),
        [Audience.Technician] = Body(screens.Technician with { Head = screens.Board.Head with { Seq = 0, ServerTimeMs = 0, Version = 0 } }),
    };

    private static string Body(object picture) => JsonSerializer.Serialize(picture, picture.GetType(), ScreenJson.Options);
}
