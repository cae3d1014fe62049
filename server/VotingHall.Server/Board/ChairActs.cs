using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Board;

/// <summary>
/// 主持人可做的事: which buttons the chair's desk has, the one clear next step last. Whether an act is really allowed the hall decides again when it
/// comes. Source: screens 1.7, 4.7.
/// </summary>
internal static class ChairActs
{
    private static readonly Words None = new("", "");

    public static IReadOnlyList<ChairAct> Of(HallState state)
    {
        if (state.Meeting is null)
            return [];
        if (state.SittingNo == 0)
            return BeforeSitting(state);
        return state.CurrentRound is { } round ? InRound(state, round) : BetweenRounds(state);
    }

    private static IReadOnlyList<ChairAct> BeforeSitting(HallState state)
    {
        if (state.Base is null)
            return [Act(ChairActKind.ConfirmBase, primary: true)];
        return [.. state.Meeting!.Sittings.Select((sitting, i) =>
            Act(ChairActKind.OpenSitting, primary: i == 0 && state.Rounds.Count == 0, item: sitting.No.ToString("D", null)))];
    }

    private static IReadOnlyList<ChairAct> BetweenRounds(HallState state)
    {
        AgendaItem? next = AgendaLines.Next(state);
        ChairAct adjourn = Act(ChairActKind.CloseSitting, primary: next is null);
        if (next is null)
            return [adjourn];
        ChairActKind kind = AgendaLines.StateOf(state, next.No) switch
        {
            AgendaState.RunoffDue => ChairActKind.Runoff,
            AgendaState.Voided => ChairActKind.Repeat,
            _ => ChairActKind.NextItem,
        };
        Round? tiedRound = kind == ChairActKind.Runoff ? AgendaLines.TiedRound(state, next.No) : null;
        int tied = tiedRound is { Counted.Outcome: Outcome.RunoffRequired tie } ? tie.Tied.Count : 0;
        Words whyNot = WhyNot(state, next);
        // The keypads failed: what the profile has for that comes first, voting again on keypads stays possible.
        if (AgendaLines.LastRound(state, next.No) is { Phase: RoundPhase.Voided } failed && Fallbacks(state, failed) is { Count: > 0 } others)
            return [adjourn, .. Again(kind, whyNot, next, tiedRound, tied, failed.Method == VotingMethod.Keypad),
                .. others.Select((method, i) => new ChairAct(
                    method == VotingMethod.ShowOfHands ? ChairActKind.ByHands : ChairActKind.OnPaper, Enabled: true, None, Primary: i == 0, next.No, tied)
                {
                    Round = tiedRound?.No.Value ?? 0,
                })];
        return [adjourn, new ChairAct(kind, whyNot.Zh.Length == 0, whyNot, Primary: true, next.No, tied) { Round = tiedRound?.No.Value ?? 0 }];
    }

    private static IEnumerable<ChairAct> Again(ChairActKind kind, Words whyNot, AgendaItem item, Round? tiedRound, int tied, bool offered) => offered
        ? [new ChairAct(kind, whyNot.Zh.Length == 0, whyNot, Primary: false, item.No, tied) { Round = tiedRound?.No.Value ?? 0 }]
        : [];

    private static IReadOnlyList<VotingMethod> Fallbacks(HallState state, Round failed) => failed.FallbackOf is not null
        ? [failed.Method]
        : failed is { Method: VotingMethod.Keypad, Voided.Reason: VoidReason.SystemFailure or VoidReason.StationRefused } && failed.Question is not RollCall
            ? MethodRule.FallbacksOf(failed.Question, state.Meeting!.Rules) : [];

    private static Words WhyNot(HallState state, AgendaItem item) =>
        MethodRule.Objection(item.Question, item.Method, state.Meeting!.Rules) is { } refusal ? new Words(refusal.Chinese, refusal.English) : None;

    private static IReadOnlyList<ChairAct> InRound(HallState state, Round round)
    {
        ChairAct voids = Act(ChairActKind.Void);
        switch (round.Phase)
        {
            case RoundPhase.Prepared:
                return [voids, Opening(state, round)];
            case RoundPhase.Open when round.Method != VotingMethod.Keypad:
                return [voids, EndingByHand(round)];
            case RoundPhase.Closed when round.Method != VotingMethod.Keypad:
                return [voids, .. AfterByHand(round)];
            case RoundPhase.Counted when round.Method != VotingMethod.Keypad:
                return [voids, Act(ChairActKind.Recount), Showing(round), Declaring(round)];
            case RoundPhase.Open:
                return [voids, Act(ChairActKind.Remind), Act(ChairActKind.Extend), Act(ChairActKind.Close, primary: true)];
            case RoundPhase.Closing:
                return [];
            case RoundPhase.Closed:
                return [voids];
            case RoundPhase.Counted when !round.FiguresMayBeSeen || round.TriesLeft == 0:
                return round.TriesLeft == 0 ? [voids, Act(ChairActKind.AllowRecheck, primary: true)] : [voids];
            case RoundPhase.Counted or RoundPhase.Confirmed:
                return [voids, Showing(round), Declaring(round)];
            default:
                throw new InvalidOperationException("a finished round is not current");
        }
    }

    private static ChairAct EndingByHand(Round round)
    {
        Words whyNot = round.Method == VotingMethod.PaperBallot && round.ByHand.Issued is null
            ? new("等待录入发出选票张数", "waiting for the number of papers issued") : None;
        return new ChairAct(ChairActKind.Close, whyNot.Zh.Length == 0, whyNot, Primary: true, round.Item.No, 0);
    }

    private static IEnumerable<ChairAct> AfterByHand(Round round)
    {
        HandCourse course = round.ByHand;
        if (round.Method == VotingMethod.PaperBallot && course.DeclaredValid is null)
        {
            bool valid = course.Collected is null || PaperCount.CollectedAtMostIssued(course.Issued!.Papers, course.Collected.Papers);
            Words whyNot = course.Collected is null ? new("等待录入收回选票张数", "waiting for the number of papers collected") : None;
            return [new ChairAct(valid ? ChairActKind.DeclareValid : ChairActKind.DeclareInvalid, whyNot.Zh.Length == 0, whyNot, Primary: true, round.Item.No, 0)];
        }
        return course.Entries.Count > 0 ? [Act(ChairActKind.Recount)] : [];
    }

    private static ChairAct Opening(HallState state, Round round)
    {
        Words whyNot = WhyNotOpen(state, round);
        ChairActKind kind = round.PaperReport is { Missing.Count: > 0 } ? ChairActKind.OpenAnyway : ChairActKind.Open;
        return new ChairAct(kind, whyNot.Zh.Length == 0, whyNot, Primary: true, round.Item.No, round.PaperReport?.Missing.Count ?? 0);
    }

    private static Words WhyNotOpen(HallState state, Round round)
    {
        if (state.Base is not { } countBase)
            return new("计票基数尚未确认", "the base is not confirmed");
        int quorum = Quorum.For(state.Meeting!.Body, state.Meeting.Rules).Needed(countBase.Count);
        if (round.Mode != RoundMode.SignIn && state.Attendance.Count < quorum)
            return new($"实到 {state.Attendance.Count} 人，不足法定人数 {quorum} 人", $"{state.Attendance.Count} present, the quorum is {quorum}");
        return round.PaperReport is null && round.Method == VotingMethod.Keypad ? new("票样正在下发到表决器", "the paper is on its way to the keypads") : None;
    }

    private static ChairAct Showing(Round round)
    {
        bool early = round.IsMasked && round.Phase == RoundPhase.Counted;
        Words whyNot = round.Shown is not null ? new("大屏已显示", "already on the big screen")
            : early ? new("监票人确认后才能显示", "only once the scrutineer has confirmed")
            : round.Counted!.Outcome is Outcome.Invalid ? new("票数不符", "the figures do not add up") : None;
        return new ChairAct(ChairActKind.ShowResult, whyNot.Zh.Length == 0, whyNot, Primary: false, round.Item.No, 0);
    }

    private static ChairAct Declaring(Round round)
    {
        Outcome outcome = round.Counted!.Outcome;
        Words whyNot = outcome is Outcome.Invalid ? new("票数不符，不得宣布", "the figures do not add up: nothing may be declared")
            : round.SlipsDue ? new("等待录入另选票", "waiting for the slips of other persons")
            : round.Confirmed is null ? new("等待监票人确认", "waiting for the scrutineer to confirm") : None;
        bool again = FollowUps.After(round, outcome, round.Opening!.Context.Rules, _ => null).Any(offer => offer.Kind == FollowUpKind.Runoff);
        return new ChairAct(
            again ? ChairActKind.DeclareAndRunoff : ChairActKind.Declare, whyNot.Zh.Length == 0, whyNot, Primary: true, round.Item.No,
            outcome is Outcome.RunoffRequired tied ? tied.Tied.Count : outcome is Outcome.CutTied cut ? cut.Tied.Count : 0);
    }

    private static ChairAct Act(ChairActKind kind, bool primary = false, string item = "", int names = 0) =>
        new(kind, Enabled: true, None, primary, item, names);
}
