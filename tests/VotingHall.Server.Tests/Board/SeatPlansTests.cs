using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Board;
using VotingHall.Server.Tests.Halls;
using Xunit;

namespace VotingHall.Server.Tests.Board;

/// <summary>Seat labels as rows, and the packed states in the same order: a seat lit is the seat of who is there.</summary>
public sealed class SeatPlansTests
{
    private static readonly string[] Labels = ["10-1", "7-12", "主席台2", "7-2", "7-12-3", "A-1", "1-1", "-4", "主席台1"];

    [Fact]
    public void Rows_and_seats_stand_in_the_order_of_their_numbers_and_odd_labels_in_a_last_row()
    {
        SeatPlanView plan = SeatPlans.Of(Meeting()).View(5);
        Assert.Equal(5, plan.Version);
        Assert.Equal(["1", "7", "10", ""], plan.Rows.Select(row => row.Name));
        Assert.Equal(["1-1"], plan.Rows[0].Seats);
        Assert.Equal(["7-2", "7-12"], plan.Rows[1].Seats);
        Assert.Equal(["10-1"], plan.Rows[2].Seats);
        Assert.Equal(["-4", "7-12-3", "A-1", "主席台1", "主席台2"], plan.Rows[3].Seats);
        Assert.Equal(Labels.Length, plan.SeatCount);
    }

    [Fact]
    public void Without_a_meeting_there_is_no_seat()
    {
        SeatPlans plan = SeatPlans.Of(null);
        Assert.Empty(plan.View(1).Rows);
        Assert.Equal("", plan.Packed(HallState.Empty, null));
    }

    /// <summary>Each seat in turn: the one nibble that changes is the one at its place in the plan, while the roll call runs and after it.</summary>
    [Fact]
    public void Packed_states_are_in_the_order_of_the_plan()
    {
        for (int member = 0; member < Labels.Length; member++)
        {
            DeskHall hall = new();
            hall.Load(Meeting());
            hall.ConfirmBase();
            hall.OpenSitting(1);
            hall.Open("1");
            SeatPlans plan = SeatPlans.Of(hall.State.Meeting);
            int place = plan.View(1).Rows.SelectMany(row => row.Seats).ToList().IndexOf(Labels[member]);
            Assert.Equal(States(present: -1), Unpacked(plan.Packed(hall.State, hall.Current)));
            hall.SignIn(member);
            Assert.Equal(States(place), Unpacked(plan.Packed(hall.State, hall.Current)));
            hall.Close();
            Assert.Equal(States(place), Unpacked(plan.Packed(hall.State, hall.Current)));
            BoardScene.SignIn scene = Assert.IsType<BoardScene.SignIn>(BoardViews.Of(hall.State, BoardDirection.Start, plan, hall.Clock));
            Assert.Equal(States(place), Unpacked(scene.Seats));
            Assert.Equal((Labels.Length, 1), (scene.Due, scene.Present));
        }
    }

    /// <summary>4 bits a seat, the first in the low half of the first byte; an odd last one stands alone.</summary>
    [Fact]
    public void Two_seats_share_a_byte()
    {
        Assert.Equal([0x12, 0x43, 0x00], Convert.FromBase64String(
            SeatPacking.Pack([SeatState.Present, SeatState.Absent, SeatState.Silent, SeatState.Faulty, SeatState.Empty])));
        Assert.Equal([0x51], Convert.FromBase64String(SeatPacking.Pack([KeypadState.Answering, KeypadState.Joining])));
        Assert.All(Enum.GetValues<SeatState>(), state => Assert.InRange((int)state, 0, 15));
        Assert.All(Enum.GetValues<KeypadState>(), state => Assert.InRange((int)state, 0, 15));
    }

    /// <summary>The plan is the meeting's: another roster is another version, the same one is not.</summary>
    [Fact]
    public void The_plan_changes_with_the_roster_alone()
    {
        DeskHall hall = new();
        HallScreens screens = hall.Screens();
        screens.Renew(BoardDirection.Start);
        long before = screens.Plan.Version;
        hall.Load(Meeting());
        screens.Renew(BoardDirection.Start);
        Assert.Equal((before + 1, Labels.Length), (screens.Plan.Version, screens.Plan.SeatCount));
        hall.ConfirmBase();
        hall.OpenSitting(1);
        hall.RollCall(9);
        screens.Renew(BoardDirection.Start);
        Assert.Equal(before + 1, screens.Plan.Version);
    }

    private static Meeting Meeting() => Meetings.Of(DeskHall.Uids, [Meetings.RollCallItem]) with
    {
        Members = [.. Labels.Select((label, i) => new Member(new MemberId(i + 1), $"代表{i + 1}", new SeatNo(label), DeskHall.Uids[i]))],
    };

    private static SeatState[] States(int present) => [.. Labels.Select((_, i) => i == present ? SeatState.Present : SeatState.Absent)];

    private static SeatState[] Unpacked(string packed)
    {
        byte[] bytes = Convert.FromBase64String(packed);
        Assert.Equal((Labels.Length + 1) / 2, bytes.Length);
        return [.. Labels.Select((_, i) => (SeatState)(i % 2 == 0 ? bytes[i / 2] & 15 : bytes[i / 2] >> 4))];
    }
}
