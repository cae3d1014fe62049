namespace VotingHall.Core;

/// <summary>
/// 会场: the deterministic state machine of the whole meeting. <see cref="Decide"/> says what a command leads to,
/// <see cref="Apply(HallState, Fact)"/> makes it so; no I/O, no clock, no randomness. Replay = folding the stored events with
/// <see cref="Apply(HallState, HallEvent)"/>, then <see cref="Restore"/> of the stored private parts.
/// </summary>
public static class Hall
{
    /// <summary>What the command leads to; changes nothing.</summary>
    public static Decision Decide(HallState state, HallCommand command)
    {
        if (!Authority.May(command.Issuer.Role, command))
            return new Decision.Refused(new Refusal.RoleMayNot(command.Issuer.Role));
        if (command.IdempotencyKey.Length > 0 && state.Keys.Contains(command.IdempotencyKey))
            return Decision.Nothing;
        return command switch
        {
            HallCommand.LoadMeeting c => MeetingSteps.Load(state, c),
            HallCommand.PutAgendaItem c => AgendaSteps.Put(state, c),
            HallCommand.RemoveAgendaItem c => AgendaSteps.Remove(state, c),
            HallCommand.ConfirmBase c => MeetingSteps.ConfirmBase(state, c),
            HallCommand.OpenSitting c => MeetingSteps.OpenSitting(state, c),
            HallCommand.CloseSitting c => MeetingSteps.CloseSitting(state, c),
            HallCommand.RaiseEpoch c => KeypadSteps.RaiseEpoch(state, c),
            HallCommand.BeginMeetingKeys c => KeypadSteps.BeginMeetingKeys(state, c),
            HallCommand.RegisterKeypad c => KeypadSteps.Register(state, c),
            HallCommand.ReportKeypad c => KeypadSteps.Report(state, c),
            HallCommand.BindKeypad c => KeypadSteps.Bind(state, c),
            HallCommand.PrepareRound c => OpeningSteps.Prepare(state, c),
            HallCommand.PrepareFollowUp c => OpeningSteps.PrepareFollowUp(state, c),
            HallCommand.SplitOut c => AgendaSteps.SplitOut(state, c),
            HallCommand.ReportPaper c => OpeningSteps.ReportPaper(state, c),
            HallCommand.OpenRound c => OpeningSteps.Open(state, c),
            HallCommand.ExtendRound c => OpeningSteps.Extend(state, c),
            HallCommand.ResumeRounds c => OpeningSteps.Resume(state, c),
            HallCommand.CastNamed c => PressSteps.CastNamed(state, c),
            HallCommand.CastMasked c => PressSteps.CastMasked(state, c),
            HallCommand.PressSignIn c => PressSteps.SignIn(state, c),
            HallCommand.SealBatch c => PressSteps.SealBatch(state, c),
            HallCommand.CloseRound c => ClosingSteps.Close(state, c),
            HallCommand.FinishClose c => ClosingSteps.Finish(state, c),
            HallCommand.RecordTallyRequest c => ClosingSteps.RecordTallyRequest(state, c),
            HallCommand.EnterStationCount c => ClosingSteps.EnterStationCount(state, c),
            HallCommand.EnterParticipants c => ResultSteps.EnterParticipants(state, c),
            HallCommand.ConfirmCount c => ResultSteps.Confirm(state, c),
            HallCommand.AllowRecheck c => ResultSteps.AllowRecheck(state, c),
            HallCommand.ShowResult c => ResultSteps.Show(state, c),
            HallCommand.DeclareRound c => ResultSteps.Declare(state, c),
            HallCommand.VoidRound c => ResultSteps.Void(state, c),
            HallCommand.RecordSigned c => ResultSteps.RecordSigned(state, c),
            HallCommand.CertificateMade c => ResultSteps.CertificateMade(state, c),
            HallCommand.OrderPrint c => PrintSteps.Order(state, c),
            HallCommand.ReportPrintJob c => PrintSteps.ReportJob(state, c),
            HallCommand.ReportPrintEnd c => PrintSteps.ReportEnd(state, c),
            HallCommand.DestroyKeys c => ResultSteps.DestroyKeys(state, c),
            HallCommand.MarkAttendance c => ManualSteps.MarkAttendance(state, c),
            HallCommand.EnterIssued c => PaperSteps.EnterIssued(state, c),
            HallCommand.EnterCollected c => PaperSteps.EnterCollected(state, c),
            HallCommand.DeclareValidity c => PaperSteps.DeclareValidity(state, c),
            HallCommand.EnterCount c => CountEntrySteps.Enter(state, c),
            HallCommand.DecideUnaccounted c => CountEntrySteps.DecideUnaccounted(state, c),
            HallCommand.OrderRecount c => CountEntrySteps.OrderRecount(state, c),
            HallCommand.MergeNames c => CountEntrySteps.MergeNames(state, c),
            HallCommand.EnterSlips c => ManualSteps.EnterSlips(state, c),
            HallCommand.EnterManualVotes c => ManualSteps.EnterManualVotes(state, c),
            HallCommand.EnterBallot c => ManualSteps.EnterBallot(state, c),
            _ => throw new InvalidOperationException("unknown command"),
        };
    }

    /// <summary>Makes a fact so: the event and its private part.</summary>
    public static HallState Apply(HallState state, Fact fact)
    {
        HallState next = Apply(state, fact.Event);
        return fact.Private is null ? next : Restore(next, [fact.Private]);
    }

    /// <summary>Makes an event so, without any private part.</summary>
    public static HallState Apply(HallState state, HallEvent e) => HallChanges.Apply(state, e);

    /// <summary>Puts stored private parts back, in any order; a part for a round that does not take it is a bug and throws.</summary>
    public static HallState Restore(HallState state, IEnumerable<PrivatePart> parts) => HallChanges.Restore(state, parts);
}
