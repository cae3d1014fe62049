namespace VotingHall.Core;

/// <summary>开启步骤: preparing a round, its paper, opening, extending, going on after a restart.</summary>
internal static class OpeningSteps
{
    /// <summary>Least time left after a restart. Source: design, settled questions 17.</summary>
    public const int ResumeMsMin = 15_000;

    public const int ExtendSecondsMax = 300;

    private const int RoundsMax = 10_000;

    public static Decision Prepare(HallState state, HallCommand.PrepareRound c)
    {
        if (MayPrepare(state, c, out Meeting? meeting) is Refusal refusal)
            return refusal;
        // The desk prepares what it read on the agenda, not what somebody has put there since.
        if (Guards.Fresh(c, state.AgendaVersion) is Refusal stale)
            return stale;
        AgendaItem? item = meeting!.Item(c.AgendaNo);
        if (item is null)
            return new Refusal.ItemUnknown(c.AgendaNo);
        VotingMethod method = c.Method ?? item.Method;
        RoundMode mode = MethodChoice.ModeOf(method) ?? c.Mode;
        Round? earlier = state.Rounds.Values.LastOrDefault(round => round.Item.No == item.No && round.FollowUpOf is null);
        if ((MethodChoice.Problem(item.Question, method, item.Method, earlier, meeting)
            ?? ModeProblem(item, mode, method) ?? PaperProblem(method, c.PaperDigest)) is Refusal wrong)
            return wrong;
        if (MotionOrder.IsTooLate(state, item))
            return new Refusal.WholeVotedAlready(item.No);
        if (MotionOrder.StillBefore(state, meeting, item) is [AgendaItem first, ..])
            return new Refusal.PartFirst(first.No);
        return new HallEvent.RoundPrepared(
            c.Stamp, state.NextRound, item.No, mode, item.Question, c.PaperDigest, earlier?.No, null, VoteTypes.Of(item.Question, earlier))
        {
            Method = method,
            FallbackOf = MethodChoice.FallbackOf(method, item.Method, earlier),
        };
    }

    public static Decision PrepareFollowUp(HallState state, HallCommand.PrepareFollowUp c)
    {
        if (MayPrepare(state, c, out Meeting? meeting) is Refusal refusal)
            return refusal;
        if (Guards.At(state, c, c.After, [RoundPhase.Declared, RoundPhase.Voided], out Round after) is Refusal notFinished)
            return notFinished;
        if (FollowUps.Find(state, after, c.Kind)?.QuestionFor(c.Names) is not FollowUpQuestion question)
            return new Refusal.FollowUpNotOffered(c.After);
        if (question is FollowUpQuestion.Refused refused)
            return new Refusal.FollowUpNamesWrong(refused.Chinese, refused.English);
        Question next = ((FollowUpQuestion.Ready)question).Question;
        // The same vote again repeats the void round and stands where that stood.
        bool again = c.Kind == FollowUpKind.Revote;
        RoundNo? followUpOf = again ? after.FollowUpOf : c.After;
        Round? earlier = again ? after : state.Rounds.Values.LastOrDefault(round => round.FollowUpOf == c.After && round.Question.Kind == next.Kind);
        VotingMethod method = c.Method ?? after.Method, planned = !again ? after.Method : followUpOf is RoundNo first ? state.Rounds[first].Method : after.Item.Method;
        RoundMode mode = MethodChoice.ModeOf(method) ?? after.Mode;
        if ((MethodChoice.Problem(next, method, planned, earlier, meeting!)
            ?? ModeProblem(after.Item with { Question = next }, mode, method) ?? PaperProblem(method, c.PaperDigest)) is Refusal wrong)
            return wrong;
        return new HallEvent.RoundPrepared(
            c.Stamp, state.NextRound, after.Item.No, mode, next, c.PaperDigest, earlier?.No, followUpOf, VoteTypes.Of(next, earlier))
        {
            Method = method,
            FallbackOf = MethodChoice.FallbackOf(method, planned, earlier),
        };
    }

    public static Decision ReportPaper(HallState state, HallCommand.ReportPaper c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Prepared], out Round round) is Refusal refusal)
            return refusal;
        if (round.Method != VotingMethod.Keypad)
            return new Refusal.ByHandOnly();
        if (c.Ready < 0 || c.Ready + c.Missing.Length > MeetingCheck.MembersMax * 2)
            return new Refusal.LimitExceeded("keypads", MeetingCheck.MembersMax * 2);
        KeypadUid[] missing = [.. c.Missing.Distinct().Order()];
        bool same = round.PaperReport is PaperReport report && report.Ready == c.Ready && report.Missing.SequenceEqual(missing);
        return same ? Decision.Nothing : new HallEvent.PaperReported(c.Stamp, c.Round, c.Ready, missing);
    }

    public static Decision Open(HallState state, HallCommand.OpenRound c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Prepared], out Round round) is Refusal refusal)
            return refusal;
        bool keypads = round.Method == VotingMethod.Keypad;
        if (keypads && Guards.Digest(c.Ctx) is Refusal wrong)
            return wrong;
        if (state.Base is not CountBase countBase || state.Meeting is not Meeting meeting)
            return new Refusal.BaseNotConfirmed();
        if (keypads && round.PaperReport is null)
            return new Refusal.PaperNotReported();
        if (round.PaperReport is { Missing.Count: > 0 } report && !c.ReleaseMissing)
            return new Refusal.PaperMissing(report.Missing.Count);
        int quorum = Quorum.For(meeting.Body, meeting.Rules).Needed(countBase.Count);
        bool rollCall = round.Mode == RoundMode.SignIn;
        if (!rollCall && state.Attendance.Count < quorum)
            return new Refusal.QuorumNotMet(state.Attendance.Count, quorum, countBase.Count);
        Elector[] electors = [.. keypads ? Electors(state, meeting, round.Question) : InTheHall(state, meeting, round.Question)];
        if (electors.Length == 0)
            return new Refusal.NobodyCanVote();
        CountContext context = new(countBase, meeting.Body, meeting.Rules) { Figures = meeting.Figures };
        // Papers and hands have no window: the chair ends the vote.
        return new HallEvent.RoundOpened(
            c.Stamp, c.Round, keypads ? new Instant(c.At.UnixMs + (meeting.Rules.Keypad.WindowSeconds * 1000L)) : c.At, electors,
            rollCall ? 0 : state.Attendance.Count(round.Question.MayVote), quorum, context, c.Ctx, KeypadHealths.NotPresent(state, electors));
    }

    public static Decision Extend(HallState state, HallCommand.ExtendRound c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Open], out Round round) is Refusal refusal)
            return refusal;
        if (round.Method != VotingMethod.Keypad)
            return new Refusal.ByHandOnly();
        if (c.Seconds is < 1 or > ExtendSecondsMax)
            return new Refusal.ExtensionOutOfRange(ExtendSecondsMax);
        return new HallEvent.RoundExtended(c.Stamp, c.Round, new Instant(round.Opening!.ClosesAt.UnixMs + (c.Seconds * 1000L)));
    }

    public static Decision Resume(HallState state, HallCommand.ResumeRounds c)
    {
        if (state.CurrentRound is not { Phase: RoundPhase.Open, Method: VotingMethod.Keypad } round)
            return Decision.Nothing;
        long remaining = Math.Max(round.Opening!.ClosesAt.UnixMs - c.StoppedAt.UnixMs, ResumeMsMin);
        return new HallEvent.RoundResumed(c.Stamp, round.No, c.StoppedAt, new Instant(c.At.UnixMs + remaining));
    }

    private static Refusal? MayPrepare(HallState state, HallCommand c, out Meeting? meeting)
    {
        if (Guards.Loaded(state, out meeting) is Refusal missing)
            return missing;
        if (Guards.Fresh(c, state.SittingVersion) is Refusal stale)
            return stale;
        if (state.SittingNo == 0)
            return new Refusal.SittingNotOpen();
        if (state.CurrentRound is Round current)
            return new Refusal.RoundNotFinished(current.No);
        return state.Rounds.Count >= RoundsMax ? new Refusal.LimitExceeded("rounds", RoundsMax) : null;
    }

    /// <summary>Only keypads need the paper as bytes.</summary>
    private static Refusal? PaperProblem(VotingMethod method, Octets paperDigest) =>
        method == VotingMethod.Keypad ? Guards.Digest(paperDigest) : paperDigest.Length == 0 ? null : new Refusal.DigestWrong();

    /// <summary>
    /// An item is taken in the mode of the agenda; a named item may be taken secretly when the body so decides, never the reverse, except by hands
    /// after a failure. Source: rules 13, 14, 15.
    /// </summary>
    private static Refusal? ModeProblem(AgendaItem item, RoundMode mode, VotingMethod method)
    {
        if (!Enum.IsDefined(mode) || (mode == RoundMode.SignIn) != (item.Question is RollCall))
            return new Refusal.ModeNotAllowed(mode);
        if (item.Mode == RoundMode.Secret && mode == RoundMode.Named && method == VotingMethod.Keypad)
            return new Refusal.ModeNotAllowed(mode);
        if (mode == RoundMode.Named && MethodRule.IsSecretOnly(item.Question))
            return new Refusal.ModeNotAllowed(mode);
        return item.Mode == RoundMode.Secret && item.Method == VotingMethod.ShowOfHands ? new Refusal.HandsNotAllowed(null) : null;
    }

    /// <summary>Members at their keypads, and those present without one at their hand place.</summary>
    private static IEnumerable<Elector> Electors(HallState state, Meeting meeting, Question question) =>
        meeting.Members
            .Where(member => question is RollCall ? state.Bindings.ContainsKey(member.Id) : state.Attendance.Contains(member.Id) && question.MayVote(member.Id))
            .Select(member => new Elector(
                member.Id, member.Seat, state.Bindings.TryGetValue(member.Id, out KeypadUid keypad) ? keypad : KeypadUid.HandPlace(member.Id)))
            .OrderBy(elector => elector.Keypad);

    private static IEnumerable<Elector> InTheHall(HallState state, Meeting meeting, Question question) =>
        meeting.Members
            .Where(member => state.Attendance.Contains(member.Id) && question.MayVote(member.Id))
            .Select(member => new Elector(member.Id, member.Seat, KeypadUid.HandPlace(member.Id)))
            .OrderBy(elector => elector.Keypad);
}
