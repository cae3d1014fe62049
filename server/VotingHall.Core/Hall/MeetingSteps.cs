namespace VotingHall.Core;

/// <summary>会议步骤: loading, base, sittings.</summary>
internal static class MeetingSteps
{
    public static Decision Load(HallState state, HallCommand.LoadMeeting c)
    {
        if (state.Rounds.Count > 0 || state.SittingNo != 0)
            return new Refusal.MeetingInUse();
        if (Guards.Fresh(c, state.AgendaVersion) is Refusal stale)
            return stale;
        IReadOnlyList<MeetingError> errors = MeetingCheck.Validate(c.Meeting);
        return errors.Count > 0 ? new Refusal.MeetingInvalid(errors) : new HallEvent.MeetingLoaded(c.Stamp, c.Meeting);
    }

    public static Decision ConfirmBase(HallState state, HallCommand.ConfirmBase c)
    {
        if (Guards.Loaded(state, out Meeting? meeting) is Refusal missing)
            return missing;
        if (Guards.Fresh(c, state.SittingVersion) is Refusal stale)
            return stale;
        if (state.Base == c.Base)
            return Decision.Nothing;
        if (!Enum.IsDefined(c.Base.Basis) || !MeetingCheck.BasePossible(c.Base.Count, meeting.Members.Count))
            return new Refusal.BaseNotPossible(c.Base.Count, meeting.Members.Count);
        if (state.SittingNo != 0 && state.Rounds.Values.Any(round => round.SittingNo == state.SittingNo && round.Opening is not null))
            return new Refusal.BaseFrozen();
        return new HallEvent.BaseConfirmed(c.Stamp, c.Base);
    }

    public static Decision OpenSitting(HallState state, HallCommand.OpenSitting c)
    {
        if (Guards.Loaded(state, out Meeting? meeting) is Refusal missing)
            return missing;
        if (Guards.Fresh(c, state.SittingVersion) is Refusal stale)
            return stale;
        if (state.SittingNo == c.SittingNo && c.SittingNo != 0)
            return Decision.Nothing;
        if (meeting.Sittings.All(sitting => sitting.No != c.SittingNo))
            return new Refusal.SittingUnknown(c.SittingNo);
        if (state.SittingNo != 0)
            return new Refusal.SittingOpenAlready(state.SittingNo);
        return new HallEvent.SittingOpened(c.Stamp, c.SittingNo);
    }

    public static Decision CloseSitting(HallState state, HallCommand.CloseSitting c)
    {
        if (Guards.Fresh(c, state.SittingVersion) is Refusal stale)
            return stale;
        if (state.SittingNo == 0)
            return Decision.Nothing;
        if (state.CurrentRound is Round current)
            return new Refusal.RoundNotFinished(current.No);
        return new HallEvent.SittingClosed(c.Stamp, state.SittingNo);
    }
}
