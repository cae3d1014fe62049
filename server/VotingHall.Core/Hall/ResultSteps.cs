namespace VotingHall.Core;

/// <summary>结果步骤: confirming, declaring, voiding, and what follows a declared round.</summary>
internal static class ResultSteps
{
    /// <summary>Wrong numbers before the chair must order a recheck. Source: design, settled questions 13.</summary>
    public const int ConfirmTries = 2;

    private const int NoteMax = 400;
    private const int SignersMax = 32;
    private const int CertificatesMax = 100;

    public static Decision Confirm(HallState state, HallCommand.ConfirmCount c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Counted], out Round round) is Refusal refusal)
            return refusal;
        if (round.ConfirmFailures >= ConfirmTries)
            return new Refusal.RecheckNeeded();
        if (c.TypedParticipants is null && round.IsMasked && round.NumberEntered is null)
            return new Refusal.ParticipationNotTyped();
        if (round.SlipsDue)
            return new Refusal.SlipsNotCounted(round.WriteInMarks);
        return c.TypedParticipants is null || c.TypedParticipants == round.Counted!.Tally.Participants
            ? new HallEvent.CountConfirmed(c.Stamp, c.Round)
            : WrongNumber(c, round);
    }

    /// <summary>The scrutineer proves to have read the number in the hall before any figure is shown at the desks.</summary>
    public static Decision EnterParticipants(HallState state, HallCommand.EnterParticipants c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Counted], out Round round) is Refusal refusal)
            return refusal;
        if (!round.IsMasked)
            return new Refusal.NotSecret();
        if (round.ConfirmFailures >= ConfirmTries)
            return new Refusal.RecheckNeeded();
        if (c.Typed != round.Counted!.Tally.Participants)
            return WrongNumber(c, round);
        return round.NumberEntered is null ? new HallEvent.ParticipantsEntered(c.Stamp, c.Round) : Decision.Nothing;
    }

    /// <summary>The try itself is a fact; the person is told no.</summary>
    private static Decision.Accepted WrongNumber(HallCommand c, Round round) => new(
        [new Fact(new HallEvent.ConfirmationFailed(c.Stamp, round.No), null)],
        new Refusal.ParticipationWrong(ConfirmTries - round.ConfirmFailures - 1));

    public static Decision AllowRecheck(HallState state, HallCommand.AllowRecheck c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Counted], out Round round) is Refusal refusal)
            return refusal;
        return round.ConfirmFailures == 0 ? new Refusal.NothingToRecheck() : new HallEvent.RecheckAllowed(c.Stamp, c.Round);
    }

    /// <summary>The sums of a secret round are nobody's to see before a scrutineer confirmed them. Source: design, settled questions 13.</summary>
    public static Decision Show(HallState state, HallCommand.ShowResult c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Counted, RoundPhase.Confirmed], out Round round) is Refusal refusal)
            return refusal;
        if (round.IsMasked && round.Phase == RoundPhase.Counted)
            return new Refusal.PhaseWrong(round.Phase);
        if (round.Counted!.Outcome is Outcome.Invalid)
            return new Refusal.ExcessOfMarks();
        return round.Shown is null ? new HallEvent.ResultShown(c.Stamp, c.Round) : Decision.Nothing;
    }

    public static Decision Declare(HallState state, HallCommand.DeclareRound c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Confirmed], out Round round) is Refusal refusal)
            return refusal;
        return round.Counted!.Outcome is Outcome.Invalid ? new Refusal.ExcessOfMarks() : new HallEvent.RoundDeclared(c.Stamp, c.Round);
    }

    public static Decision Void(HallState state, HallCommand.VoidRound c)
    {
        if (Guards.At(state, c, c.Round,
            [RoundPhase.Prepared, RoundPhase.Open, RoundPhase.Closing, RoundPhase.Closed, RoundPhase.Counted, RoundPhase.Confirmed],
            out _) is Refusal refusal)
            return refusal;
        return c.Note.Length > NoteMax || !Enum.IsDefined(c.Reason)
            ? new Refusal.LimitExceeded("note", NoteMax)
            : new HallEvent.RoundVoided(c.Stamp, c.Round, c.Reason, c.Note);
    }

    public static Decision RecordSigned(HallState state, HallCommand.RecordSigned c)
    {
        if (Finished(state, c.Round, out Round round) is Refusal refusal)
            return refusal;
        if (c.RecordDigest.Length is not (32 or 64))
            return new Refusal.DigestWrong();
        if (c.KeyIds.Length is 0 or > SignersMax)
            return new Refusal.LimitExceeded("signers", SignersMax);
        if (round.Signature is RecordSignature known)
            return known.RecordDigest.Equals(c.RecordDigest) ? Decision.Nothing : new Refusal.RecordSignedAlready();
        return new HallEvent.RoundRecordSigned(c.Stamp, c.Round, c.RecordDigest, c.KeyIds);
    }

    public static Decision CertificateMade(HallState state, HallCommand.CertificateMade c)
    {
        if (Finished(state, c.Round, out Round round) is Refusal refusal)
            return refusal;
        if (round.Signature is null)
            return new Refusal.RecordNotSigned();
        if (Guards.Digest(c.Sha256) is Refusal wrong)
            return wrong;
        if (round.Certificates.Contains(c.Sha256))
            return Decision.Nothing;
        return round.Certificates.Count >= CertificatesMax
            ? new Refusal.LimitExceeded("certificates", CertificatesMax)
            : new HallEvent.CertificateStored(c.Stamp, c.Round, c.Sha256);
    }

    public static Decision DestroyKeys(HallState state, HallCommand.DestroyKeys c)
    {
        if (Finished(state, c.Round, out Round round) is Refusal refusal)
            return refusal;
        if (!round.IsMasked)
            return new Refusal.NotSecret();
        if (Guards.Digest(c.MacsDigest) is Refusal wrong)
            return wrong;
        return round.KeysDestroyed is null
            ? new HallEvent.RoundKeysDestroyed(c.Stamp, c.Round, c.MacsDigest)
            : new Refusal.KeysDestroyedAlready();
    }

    internal static Refusal? Finished(HallState state, RoundNo no, out Round round) =>
        Guards.Exists(state, no, out round) is Refusal unknown ? unknown : round.IsFinished ? null : new Refusal.NotFinishedYet();
}
