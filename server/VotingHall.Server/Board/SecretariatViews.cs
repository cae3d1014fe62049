using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Board;

/// <summary>秘书处画面的取法.</summary>
internal static class SecretariatViews
{
    public static MeetingSummary? Meeting(HallState state) => state.Meeting is not { } meeting ? null : new MeetingSummary(
        meeting.Hall.Name, meeting.Session.BodyName, meeting.Session.Name, meeting.Session.Location, meeting.Level, meeting.Profile, meeting.Suite,
        meeting.Members.Count, meeting.Excused, (state.Base ?? meeting.Base).Count, ChairStages.BasisWords((state.Base ?? meeting.Base).Basis),
        state.Base is not null, [.. meeting.Sittings.Select(sitting => new SittingLine(sitting.No, sitting.Name))], state.SittingNo);

    public static AttendanceSummary Attendance(HallState state)
    {
        int due = state.Meeting?.Members.Count ?? 0;
        Round? rollCall = state.CurrentRound is { Mode: RoundMode.SignIn } round ? round : null;
        Attendance? known = Attendances.Of(state);
        IReadOnlyList<SeatLine> absent = known is null || rollCall is not null
            ? []
            : [.. state.Meeting!.Members.Where(member => !state.Attendance.Contains(member.Id)).Select(member => new SeatLine(member.Seat.Value, member.Name))];
        int quorum = state.Meeting is { } meeting ? Quorum.For(meeting.Body, meeting.Rules).Needed((state.Base ?? meeting.Base).Count) : 0;
        return new AttendanceSummary(due, Attendances.Present(state, rollCall), quorum, absent);
    }

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<RoundLine> Rounds(HallState state) => [.. state.Rounds.Values.Reverse().Select(round => new RoundLine(
        QuestionViews.Of(round), PhaseName(round.Phase), new Words(RoundPhases.Chinese(round.Phase), RoundPhases.English(round.Phase)),
        round.Opening is { } opening ? HallTime.Clock(opening.Step.At) : "", round.Closed is { } closed ? HallTime.Clock(closed.Step.At) : "",
        round is { FiguresMayBeSeen: true, Phase: not RoundPhase.Voided } ? ResultViews.Of(round) : null, round.Signature?.RecordDigest.Hex ?? "",
        round.Certificates.Count, round.Voided is { } voided ? VoidWords.Of(voided.Reason) : null))];

    /// <summary>Why meeting file and roster cannot be replaced, or null.</summary>
    public static Words? Locked(HallState state) => state.Rounds.Count == 0
        ? null
        : new("已有表决，会议文件和名册不能再替换；议程仍可修改。", "There are rounds: meeting file and roster stand; the agenda can still be changed.");

    private static string PhaseName(RoundPhase phase) => EnumNames.Write(phase);
}
