using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Board;

/// <summary>主持席阶段的取法: the one thing in the middle of the chair's desk. Source: screens 4.7.</summary>
internal static class ChairStages
{
    public static ChairStage Of(HallState state)
    {
        Round? last = state.Rounds.Count == 0 ? null : state.Rounds[new RoundNo(state.Rounds.Count)];
        if (state.SittingNo == 0 || state.Meeting is null)
            return BeforeSitting(state);
        if (last is null || last.SittingNo != state.SittingNo)
            return new ChairStage.BetweenItems(null, Attendances.Of(state));
        Body body = state.Meeting.Body;
        QuestionView question = QuestionViews.Of(last);
        if (HandDesks.Progress(last) is { } progress)
            return new ChairStage.ByHand(question, progress, WordsOf(HandAnnouncement.Of(last, body)));
        switch (last.Phase)
        {
            case RoundPhase.Prepared:
                PaperReport? paper = last.PaperReport;
                return new ChairStage.Ready(
                    question, WordsOf(last.Method == VotingMethod.Keypad ? VoteAnnouncement.Before(last.Question, last.Mode, body, MotionOrder.PartsOf(state, last.Item)) : HandAnnouncement.Of(last, body)), RuleLine(state, last), paper?.Ready ?? 0,
                    paper is null ? 0 : paper.Ready + paper.Missing.Count, last.Method == VotingMethod.Keypad ? MissingSeats(state, paper?.Missing ?? []) : []);
            case RoundPhase.Open:
                return new ChairStage.Voting(
                    question, BoardViews.TurnoutOf(last), BoardViews.WindowOf(last), WordsOf(VoteAnnouncement.Reminder(last.Question, body)));
            case RoundPhase.Closing:
                return new ChairStage.Closing(question, BoardViews.TurnoutOf(last));
            case RoundPhase.Closed:
                return new ChairStage.AwaitingCount(question, last.Box.Count, last.TriesLeft, Counting: true);
            case RoundPhase.Counted when !last.FiguresMayBeSeen:
                return new ChairStage.AwaitingCount(question, last.Counted!.Tally.Participants, last.TriesLeft, Counting: false);
            case RoundPhase.Counted or RoundPhase.Confirmed:
                return new ChairStage.Result(
                    question, ResultViews.Of(last), ReadAloud(last), Why(last), last.Confirmed is not null, last.Shown is not null);
            case RoundPhase.Declared:
                return new ChairStage.Announced(
                    question, ResultViews.Of(last), ReadAloud(last), HallTime.Clock(last.Declared!.At),
                    last.Signature is { } signature ? signature.RecordDigest.Hex[..16] : "", last.Certificates.Count > 0);
            case RoundPhase.Voided:
                return new ChairStage.Voided(question, WordsOf(VoidAnnouncement.Of(last)), VoidWords.Of(last.Voided!.Reason), last.Voided.Note);
            default:
                throw new InvalidOperationException("unknown phase");
        }
    }

    public static Words BasisWords(CountBasis basis) => basis switch
    {
        CountBasis.InOffice => new("实有人数", "members in office"),
        CountBasis.Quota => new("名额", "fixed number of seats"),
        CountBasis.Other => new("另有规定", "as prescribed otherwise"),
        _ => throw new InvalidOperationException("unknown basis"),
    };

    private static ChairStage.BeforeSitting BeforeSitting(HallState state)
    {
        CountBase countBase = state.Base ?? state.Meeting?.Base ?? new CountBase(0, CountBasis.InOffice);
        return new ChairStage.BeforeSitting(
            state.Meeting?.Members.Count ?? 0, countBase.Count, BasisWords(countBase.Basis), state.Base is not null,
            [.. (state.Meeting?.Sittings ?? []).Select(sitting => new SittingLine(sitting.No, sitting.Name))], state.Rounds.Count > 0);
    }

    private static Words RuleLine(HallState state, Round round)
    {
        if (round.Mode == RoundMode.SignIn || state.Base is not { } countBase)
            return new("", "");
        if (round.Question is PreSelection)
            return new("以得票多的为正式候选人，不要求过半数", "more votes wins, no majority is needed");
        if (round.Question is InquiryAnswer answer)
            return new(
                $"提出质询案的 {answer.Signatories.Count} 人，过半数为 {Threshold.MoreThanHalf.VotesNeeded(answer.Signatories.Count)} 票",
                $"{answer.Signatories.Count} signed the inquiry, majority {Threshold.MoreThanHalf.VotesNeeded(answer.Signatories.Count)}");
        if (round.Question is Evaluation || (round.Question is Procedural procedural && procedural.IsDecidedByPresent(state.Meeting!.Rules)))
            return new("", "");
        if (round.Question.Type == VoteType.Runoff)
            return new("以得票多的当选，不再要求过半数", "more votes wins, no majority is needed");
        int needed = Threshold.MoreThanHalf.VotesNeeded(countBase.Count);
        string all = ResultViews.BaseWords(state.Meeting!.Body).Zh;
        return new(
            $"{all} {countBase.Count}，过半数为 {needed} 票",
            $"{ResultViews.BaseWords(state.Meeting.Body).En} {countBase.Count}, majority {needed}");
    }

    /// <summary>Seats whose keypad lacks the paper or does not answer.</summary>
    private static IReadOnlyList<string> MissingSeats(HallState state, IReadOnlyList<KeypadUid> lacking) => [.. state.Meeting!.Members
        .Where(member => state.Bindings.TryGetValue(member.Id, out KeypadUid uid)
            && (lacking.Contains(uid) || state.Keypads.GetValueOrDefault(uid)?.Health != KeypadHealth.Present))
        .Select(member => member.Seat.Value)];

    private static Words? ReadAloud(Round round)
    {
        AnnouncementOffer offer = round.Question is RollCall ? AttendanceAnnouncement.Of(round) : ResultAnnouncement.Of(round);
        return offer.TextOrNone is { } text ? WordsOf(text) : null;
    }

    private static IReadOnlyList<Words> Why(Round round) => [.. Explanation.Of(round).Lines.Select(line => new Words(
        line.ChineseDetail is null ? line.Chinese : line.Chinese + "\n" + line.ChineseDetail,
        line.EnglishDetail is null ? line.English : line.English + "\n" + line.EnglishDetail))];

    private static Words WordsOf(Announcement text) => new(text.Chinese, text.English);
}
