using VotingHall.Screens;
using VotingHall.Screens.Tests.Samples;

namespace VotingHall.Bench;

/// <summary>席位画面: one sign-in picture after the other in which so many more of 3,000 seats are signed in; a full hall begins anew.</summary>
internal sealed class SeatPictures(int changing)
{
    private readonly SeatState[] states = [.. Enumerable.Repeat(SeatState.Absent, Halls.PlenarySeats)];
    private int at;
    private long seq;

    public BoardView Next()
    {
        if (at + changing > states.Length)
        {
            Array.Fill(states, SeatState.Absent);
            at = 0;
        }
        Array.Fill(states, SeatState.Present, at, changing);
        at += changing;
        return new BoardView(
            SampleMeeting.Head with { Seq = ++seq },
            new BoardScene.SignIn(
                SampleMeeting.RollCall, states.Length, states.Count(state => state == SeatState.Present), 2000, true, null, SeatPacking.Pack(states)));
    }
}
