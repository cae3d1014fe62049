using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Plans;

namespace VotingHall.Server.Board;

/// <summary>议程的取法: each item and how far it has come.</summary>
internal static class AgendaLines
{
    public static IReadOnlyList<AgendaLine> Of(HallState state) =>
        state.Meeting is not { } meeting ? [] : [.. meeting.Agenda.Select(item => Line(state, meeting, item))];

    public static AgendaState StateOf(HallState state, string agendaNo) => LastRound(state, agendaNo) switch
    {
        null => AgendaState.Waiting,
        { IsFinished: false } => AgendaState.Current,
        { Phase: RoundPhase.Voided, FollowUpOf: not null } => AgendaState.RunoffDue,
        { Phase: RoundPhase.Voided } => AgendaState.Voided,
        { Phase: RoundPhase.Declared } round when FollowUps.Find(state, round, FollowUpKind.Runoff) is not null => AgendaState.RunoffDue,
        _ => AgendaState.Declared,
    };

    /// <summary>The declared round whose tie is to be voted again, or null.</summary>
    public static Round? TiedRound(HallState state, string agendaNo) => LastRound(state, agendaNo) is not { } last ? null
        : last.Phase == RoundPhase.Declared ? last
        : last is { FollowUpOf: not null, Question.Type: not VoteType.Runoff } ? last
        : last.FollowUpOf is { } tied ? state.Rounds[tied] : null;

    public static Round? LastRound(HallState state, string agendaNo) => state.Rounds.Values.LastOrDefault(round => round.Item.No == agendaNo);

    /// <summary>The item to go on with: the roll call of the sitting, what is to be repeated or voted again, then the first that waits.</summary>
    public static AgendaItem? Next(HallState state) =>
        RollCallDue(state)
        ?? state.Meeting?.Agenda.FirstOrDefault(item => StateOf(state, item.No) is AgendaState.Voided or AgendaState.RunoffDue)
        ?? state.Meeting?.Agenda.FirstOrDefault(item => StateOf(state, item.No) == AgendaState.Waiting);

    /// <summary>Attendance belongs to a sitting: where nobody is signed in it is the roll call's turn, the same item again where the agenda has no other.</summary>
    private static AgendaItem? RollCallDue(HallState state)
    {
        if (state.SittingNo == 0 || state.Attendance.Count > 0)
            return null;
        AgendaItem[] rollCalls = [.. state.Meeting!.Agenda.Where(item => item.Question is RollCall)];
        return Array.Find(rollCalls, item => StateOf(state, item.No) is AgendaState.Waiting or AgendaState.Voided) ?? rollCalls.FirstOrDefault();
    }

    private static AgendaLine Line(HallState state, Meeting meeting, AgendaItem item) => new(
        item.No, item.Question.Title, QuestionViews.KindOf(item.Question), item.Mode == RoundMode.Secret, StateOf(state, item.No),
        state.Rounds.Values.Count(round => round.Item.No == item.No))
    {
        Names = QuestionViews.RowsOf(item.Question).Count,
        Seats = QuestionViews.SeatsOf(item.Question),
        Problems = ItemProblems.Of(item, meeting).Count,
    };
}
