using VotingHall.Core;
using VotingHall.Screens;

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
        { Counted.Outcome: Outcome.RunoffRequired tie } round when round.Question.RunoffFor(tie) is not null => AgendaState.RunoffDue,
        _ => AgendaState.Declared,
    };

    /// <summary>The declared round whose tie is to be voted again, or null.</summary>
    public static Round? TiedRound(HallState state, string agendaNo) => LastRound(state, agendaNo) is not { } last ? null
        : last.Phase == RoundPhase.Declared ? last
        : last.FollowUpOf is { } tied ? state.Rounds[tied] : null;

    public static Round? LastRound(HallState state, string agendaNo) => state.Rounds.Values.LastOrDefault(round => round.Item.No == agendaNo);

    /// <summary>The item to go on with: what is to be repeated or voted again first, then the first that waits.</summary>
    public static AgendaItem? Next(HallState state) =>
        state.Meeting?.Agenda.FirstOrDefault(item => StateOf(state, item.No) is AgendaState.Voided or AgendaState.RunoffDue)
        ?? state.Meeting?.Agenda.FirstOrDefault(item => StateOf(state, item.No) == AgendaState.Waiting);

    private static AgendaLine Line(HallState state, Meeting meeting, AgendaItem item) => new(
        item.No, item.Question.Title, QuestionViews.KindOf(item.Question), item.Mode == RoundMode.Secret, StateOf(state, item.No),
        state.Rounds.Values.Count(round => round.Item.No == item.No))
    {
        Names = QuestionViews.RowsOf(item.Question).Count,
        Seats = QuestionViews.SeatsOf(item.Question),
        Problems = MethodRule.KeypadRefusal(item.Question, meeting.Rules) is null ? 0 : 1,
    };
}
