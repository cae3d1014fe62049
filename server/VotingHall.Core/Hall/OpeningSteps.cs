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
        if (MayPrepare(state, c, c.PaperDigest, out Meeting? meeting) is Refusal refusal)
            return refusal;
        // The desk prepares what it read on the agenda, not what somebody has put there since.
        if (Guards.Fresh(c, state.AgendaVersion) is Refusal stale)
            return stale;
        AgendaItem? item = meeting!.Item(c.AgendaNo);
        if (item is null)
            return new Refusal.ItemUnknown(c.AgendaNo);
        if (ModeProblem(meeting, item, c.Mode) is Refusal mode)
            return mode;
        Round? earlier = state.Rounds.Values.LastOrDefault(round => round.Item.No == item.No && round.FollowUpOf is null);
        return new HallEvent.RoundPrepared(c.Stamp, state.NextRound, item.No, c.Mode, item.Question, c.PaperDigest, earlier?.No, null);
    }

    public static Decision PrepareRunoff(HallState state, HallCommand.PrepareRunoff c)
    {
        if (MayPrepare(state, c, c.PaperDigest, out _) is Refusal refusal)
            return refusal;
        if (Guards.At(state, c, c.Tied, [RoundPhase.Declared], out Round tied) is Refusal notDeclared)
            return notDeclared;
        if (tied.Counted?.Outcome is not Outcome.RunoffRequired outcome || tied.Question.RunoffFor(outcome) is not Question question)
            return new Refusal.NoTieToResolve(c.Tied);
        Round? earlier = state.Rounds.Values.LastOrDefault(round => round.FollowUpOf == c.Tied);
        return new HallEvent.RoundPrepared(
            c.Stamp, state.NextRound, tied.Item.No, tied.Mode, question, c.PaperDigest, earlier?.No, c.Tied);
    }

    public static Decision ReportPaper(HallState state, HallCommand.ReportPaper c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Prepared], out Round round) is Refusal refusal)
            return refusal;
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
        if (Guards.Digest(c.Ctx) is Refusal wrong)
            return wrong;
        if (state.Base is not CountBase countBase || state.Meeting is not Meeting meeting)
            return new Refusal.BaseNotConfirmed();
        if (round.PaperReport is not PaperReport report)
            return new Refusal.PaperNotReported();
        if (report.Missing.Count > 0 && !c.ReleaseMissing)
            return new Refusal.PaperMissing(report.Missing.Count);
        int quorum = Quorum.For(meeting.Body, meeting.Rules).Needed(countBase.Count);
        bool rollCall = round.Mode == RoundMode.SignIn;
        if (!rollCall && state.Attendance.Count < quorum)
            return new Refusal.QuorumNotMet(state.Attendance.Count, quorum, countBase.Count);
        Elector[] electors = [.. Electors(state, meeting, rollCall)];
        if (electors.Length == 0)
            return new Refusal.NobodyCanVote();
        CountContext context = new(countBase, meeting.Body, meeting.Rules) { Figures = meeting.Figures };
        return new HallEvent.RoundOpened(
            c.Stamp, c.Round, new Instant(c.At.UnixMs + (meeting.Rules.Keypad.WindowSeconds * 1000L)), electors,
            rollCall ? 0 : state.Attendance.Count, quorum, context, c.Ctx, KeypadHealths.NotPresent(state, electors));
    }

    public static Decision Extend(HallState state, HallCommand.ExtendRound c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Open], out Round round) is Refusal refusal)
            return refusal;
        if (c.Seconds is < 1 or > ExtendSecondsMax)
            return new Refusal.ExtensionOutOfRange(ExtendSecondsMax);
        return new HallEvent.RoundExtended(c.Stamp, c.Round, new Instant(round.Opening!.ClosesAt.UnixMs + (c.Seconds * 1000L)));
    }

    public static Decision Resume(HallState state, HallCommand.ResumeRounds c)
    {
        if (state.CurrentRound is not { Phase: RoundPhase.Open } round)
            return Decision.Nothing;
        long remaining = Math.Max(round.Opening!.ClosesAt.UnixMs - c.StoppedAt.UnixMs, ResumeMsMin);
        return new HallEvent.RoundResumed(c.Stamp, round.No, c.StoppedAt, new Instant(c.At.UnixMs + remaining));
    }

    private static Refusal? MayPrepare(HallState state, HallCommand c, Octets paperDigest, out Meeting? meeting)
    {
        if (Guards.Loaded(state, out meeting) is Refusal missing)
            return missing;
        if (Guards.Fresh(c, state.SittingVersion) is Refusal stale)
            return stale;
        if (state.SittingNo == 0)
            return new Refusal.SittingNotOpen();
        if (state.CurrentRound is Round current)
            return new Refusal.RoundNotFinished(current.No);
        if (state.Rounds.Count >= RoundsMax)
            return new Refusal.LimitExceeded("rounds", RoundsMax);
        return Guards.Digest(paperDigest);
    }

    /// <summary>
    /// An item is taken in the mode of the agenda; a named item may be taken secretly when the body so decides, never the reverse.
    /// An election by keypad needs the adopted measure. Source: rules 14, 15.
    /// </summary>
    private static Refusal? ModeProblem(Meeting meeting, AgendaItem item, RoundMode mode)
    {
        if (!Enum.IsDefined(mode) || (mode == RoundMode.SignIn) != (item.Question is RollCall))
            return new Refusal.ModeNotAllowed(mode);
        if (item.Mode == RoundMode.Secret && mode == RoundMode.Named)
            return new Refusal.ModeNotAllowed(mode);
        return MethodRule.KeypadRefusal(item.Question, meeting.Rules) is Law law ? new Refusal.PaperBallotPrescribed(law) : null;
    }

    private static IEnumerable<Elector> Electors(HallState state, Meeting meeting, bool rollCall) =>
        meeting.Members
            .Where(member => (rollCall || state.Attendance.Contains(member.Id)) && state.Bindings.ContainsKey(member.Id))
            .Select(member => new Elector(member.Id, member.Seat, state.Bindings[member.Id]))
            .OrderBy(elector => elector.Keypad);
}
