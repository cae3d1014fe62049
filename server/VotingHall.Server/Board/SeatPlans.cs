using System.Globalization;
using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Board;

/// <summary>
/// 席位图的取法: rows and seats from the roster's seat labels "row-seat" (7-12: row 7, seat 12). Labels of another form stand together in a last
/// row, so that nobody is missing on the wall.
/// </summary>
internal sealed class SeatPlans
{
    private readonly IReadOnlyList<SeatRow> rows;
    private readonly IReadOnlyList<Member> inOrder;

    private SeatPlans(IReadOnlyList<SeatRow> rows, IReadOnlyList<Member> inOrder)
    {
        this.rows = rows;
        this.inOrder = inOrder;
    }

    public static SeatPlans Of(Meeting? meeting)
    {
        (Member Member, int Row, int Seat)[] placed = [.. (meeting?.Members ?? []).Select(Place).OrderBy(one => one.Row).ThenBy(one => one.Seat)
            .ThenBy(one => one.Member.Seat.Value, StringComparer.Ordinal)];
        return new SeatPlans(
            [.. placed.GroupBy(one => one.Row).Select(row => new SeatRow(
                row.Key == int.MaxValue ? "" : row.Key.ToString(CultureInfo.InvariantCulture), [.. row.Select(one => one.Member.Seat.Value)]))],
            [.. placed.Select(one => one.Member)]);
    }

    public SeatPlanView View(long version) => new(version, rows);

    /// <summary>Presence by seat, packed: who is signed in, counting presses of a roll call that is under way.</summary>
    public string Packed(HallState state, Round? rollCall)
    {
        HashSet<KeypadUid> pressed = rollCall?.Box is BallotBox.SignIns signIns ? [.. signIns.Presses.Keys] : [];
        return SeatPacking.Pack([.. inOrder.Select(member =>
            state.Attendance.Contains(member.Id) || (state.Bindings.TryGetValue(member.Id, out KeypadUid uid) && pressed.Contains(uid))
                ? SeatState.Present
                : SeatState.Absent)]);
    }

    private static (Member Member, int Row, int Seat) Place(Member member)
    {
        string[] parts = member.Seat.Value.Split('-');
        return parts.Length == 2 && Number(parts[0]) is { } row && Number(parts[1]) is { } seat ? (member, row, seat) : (member, int.MaxValue, 0);
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
