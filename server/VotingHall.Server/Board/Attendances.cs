using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Board;

/// <summary>出席的取法: 应到 = 实到 + 缺席, at this moment.</summary>
internal static class Attendances
{
    /// <summary>Members present, counting presses of a roll call that is under way.</summary>
    public static int Present(HallState state, Round? rollCall)
    {
        if (rollCall?.Box is not BallotBox.SignIns signIns || rollCall.Counted is not null)
            return state.Attendance.Count;
        return state.Attendance.Union(signIns.Presses.Keys.Select(uid => rollCall.ElectorAt(uid)!.Member)).Count;
    }

    /// <summary>Null before base and roll call.</summary>
    public static Attendance? Of(HallState state)
    {
        if (state.Meeting is not { } meeting || state.Base is not { } countBase || state.SittingNo == 0
            || !state.Rounds.Values.Any(round => round.Mode == RoundMode.SignIn && round.SittingNo == state.SittingNo && round.Counted is not null))
            return null;
        int due = meeting.Members.Count, present = state.Attendance.Count;
        Quorum quorum = Quorum.For(meeting.Body, meeting.Rules);
        return new Attendance(due, present, due - present, quorum.Needed(countBase.Count), quorum.IsMetBy(present, countBase.Count));
    }
}
