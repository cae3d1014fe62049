using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Conduct;

namespace VotingHall.Server.Board;

/// <summary>大屏的取法: which scene the hall is in. Pure: state in, scene out. Source: screens 4.1-4.6.</summary>
internal static class BoardViews
{
    private const long ExtendedShownMs = 5_000;
    private const long ReminderShownMs = 10_000;

    public static BoardScene Of(HallState state, BoardDirection direction, SeatPlans plan, Instant now)
    {
        Round? last = state.Rounds.Count == 0 ? null : state.Rounds[new RoundNo(state.Rounds.Count)];
        // A round under way is always shown: the plain picture is for the time between rounds.
        bool underWay = last is { IsFinished: false } and not { Phase: RoundPhase.Prepared };
        if (!underWay && direction.Order.Picture != BoardPicture.Auto)
            return Idle(state, PauseOf(direction.Order.Picture), direction.Order.ResumesAt, now);
        if (last is null || state.SittingNo == 0)
            return Idle(state, last is null ? BoardPause.Before : BoardPause.After, "", now);
        // A new sitting does not begin with the last result of the one before.
        if (last.SittingNo != state.SittingNo)
            return Idle(state, BoardPause.Before, "", now);
        return last.Mode == RoundMode.SignIn && last.Phase is not (RoundPhase.Voided or RoundPhase.Prepared)
            ? SignIn(state, last, plan)
            : SceneOf(last, direction, now);
    }

    private static BoardScene SceneOf(Round round, BoardDirection direction, Instant now)
    {
        QuestionView question = QuestionViews.Of(round);
        if (round.Method != VotingMethod.Keypad
            && (round.Phase is RoundPhase.Open or RoundPhase.Closed || (round.Shown is null && round.Phase is RoundPhase.Counted or RoundPhase.Confirmed)))
            return new BoardScene.ByHand(question, round.Phase != RoundPhase.Open);
        switch (round.Phase)
        {
            case RoundPhase.Prepared:
                return new BoardScene.Prepared(question);
            case RoundPhase.Open:
                return new BoardScene.Voting(
                    question, TurnoutOf(round), WindowOf(round), now.UnixMs - direction.ExtendedAt.UnixMs < ExtendedShownMs ? direction.ExtendedSeconds : 0,
                    direction.Order.Reminded == round.No && now.UnixMs - direction.Order.RemindedAt.UnixMs < ReminderShownMs);
            case RoundPhase.Closing or RoundPhase.Closed:
                return new BoardScene.Closing(question, TurnoutOf(round));
            case RoundPhase.Counted or RoundPhase.Confirmed when round.Shown is null:
                return new BoardScene.Closed(question, round.Counted!.Tally.Participants, round.Opening!.SignedIn);
            case RoundPhase.Counted or RoundPhase.Confirmed or RoundPhase.Declared:
                return new BoardScene.Result(question, ResultViews.Of(round), round.Phase == RoundPhase.Declared);
            case RoundPhase.Voided:
                VoidReason reason = round.Voided!.Reason;
                return new BoardScene.Voided(question, VoidWords.Of(reason), reason == VoidReason.SystemFailure);
            default:
                throw new InvalidOperationException("unknown phase");
        }
    }

    private static BoardScene.SignIn SignIn(HallState state, Round round, SeatPlans plan)
    {
        int due = state.Meeting!.Members.Count;
        bool open = round.Phase == RoundPhase.Open;
        return new BoardScene.SignIn(
            QuestionViews.Of(round), due, Attendances.Present(state, round), round.Opening!.Quorum, open, open ? WindowOf(round) : null,
            plan.Packed(state, round));
    }

    public static Turnout TurnoutOf(Round round) =>
        new(round.Box.Count, round.Mode == RoundMode.SignIn ? round.Opening!.Electors.Count : round.Opening!.SignedIn);

    public static Window WindowOf(Round round) => new(round.Opening!.Step.At.UnixMs, round.Opening.ClosesAt.UnixMs);

    private static BoardScene.Idle Idle(HallState state, BoardPause pause, string resumesAt, Instant now) =>
        new(pause, state.Meeting?.Session.BodyName ?? "", HallTime.Date(now), resumesAt);

    private static BoardPause PauseOf(BoardPicture picture) => picture switch
    {
        BoardPicture.Idle => BoardPause.Between,
        BoardPicture.Break => BoardPause.Break,
        BoardPicture.After => BoardPause.After,
        _ => throw new InvalidOperationException("unknown picture"),
    };
}
