namespace VotingHall.Core;

/// <summary>轮次变化: what each event does to its round.</summary>
internal static class RoundChanges
{
    public static HallState Prepare(HallState state, HallEvent.RoundPrepared e)
    {
        // What follows a round goes on with the item as it was voted, even if the agenda has a newer version of it.
        AgendaItem item = e.FollowUpOf is RoundNo before ? state.Rounds[before].Item : state.Meeting!.Item(e.AgendaNo)!;
        Round round = new(
            e.Round, state.SittingNo, item, e.Question, e.Mode, e.Question.PaperFor(e.Mode, e.Method), e.PaperDigest, e.RepeatOf, e.FollowUpOf, StepOf(e))
        {
            Version = state.Version,
            Type = e.Type,
            Method = e.Method,
            FallbackOf = e.FallbackOf,
            Box = BallotBox.EmptyFor(e.Mode, e.Method),
        };
        return Linked(Linked(state with { Rounds = state.Rounds.Add(e.Round, round) }, e.FollowUpOf, e.Round), e.RepeatOf, e.Round);
    }

    /// <summary>The earlier round knows what followed it.</summary>
    private static HallState Linked(HallState state, RoundNo? earlier, RoundNo later) => earlier is not RoundNo no
        ? state
        : Seen(state, no, round => round with { FollowedBy = [.. round.FollowedBy, later] });

    /// <summary>A counted roll call makes its members present.</summary>
    public static HallState Count(HallState state, HallEvent.RoundCounted e)
    {
        Round round = state.Rounds[e.Round];
        HallState next = Put(state, round with
        {
            Phase = RoundPhase.Counted,
            Counted = new Counted(StepOf(e), e.Tally, e.Outcome, e.Unattested),
            Version = state.Version,
        });
        return round.Box is BallotBox.SignIns signIns
            ? next with { Attendance = ClosingSteps.Present(state.Attendance, round, signIns), SittingVersion = state.Version }
            : next;
    }

    public static HallState Apply(HallState state, HallEvent e) => e switch
    {
        // Presses and batches change no version a person acts on.
        HallEvent.BallotCast x => Put(state, HandChanges.Cast(state.Rounds[x.Round], x)),
        HallEvent.BallotsBatched x => Put(state, state.Rounds[x.Round]),
        HallEvent.MemberSignedIn x => Put(state, SignIn(state.Rounds[x.Round], x)),
        HallEvent.PaperReported x => Seen(state, x.Round, round => round with { PaperReport = new PaperReport(x.Ready, x.Missing) }),
        HallEvent.RoundOpened x => Seen(state, x.Round, round => round with
        {
            Phase = RoundPhase.Open,
            Opening = new Opening(StepOf(x), x.ClosesAt, x.Electors, x.SignedIn, x.Quorum, x.Context, x.Ctx, x.NotReady, 0),
        }),
        HallEvent.RoundExtended x => Seen(state, x.Round, round => round with { Opening = round.Opening! with { ClosesAt = x.ClosesAt } }),
        HallEvent.RoundResumed x => Seen(state, x.Round, round => round with
        {
            Opening = round.Opening! with { ClosesAt = x.ClosesAt, Resumed = round.Opening.Resumed + 1 },
        }),
        HallEvent.RoundClosing x => Seen(state, x.Round, round => round with { Phase = RoundPhase.Closing, Closing = new Closing(StepOf(x), x.CloseNonce) }),
        HallEvent.RoundClosed x => Seen(state, x.Round, round => round with { Phase = RoundPhase.Closed, Closed = new Closed(StepOf(x), x.UnsealedCount, x.Unsealed, x.Faulty) }),
        HallEvent.TallyRequested x => Seen(state, x.Round, round => round with { TallyRequest = x.RequestDigest }),
        HallEvent.ConfirmationFailed x => Seen(state, x.Round, round => round with { ConfirmFailures = round.ConfirmFailures + 1 }),
        HallEvent.ParticipantsEntered x => Seen(state, x.Round, round => round with { NumberEntered = StepOf(x) }),
        HallEvent.RecheckAllowed x => Seen(state, x.Round, round => round with { ConfirmFailures = 0 }),
        HallEvent.CountConfirmed x => Seen(state, x.Round, round => round with { Phase = RoundPhase.Confirmed, Confirmed = StepOf(x) }),
        // The hall now sees what the desks saw already: nothing a person was about to do changes its meaning, so the version stays.
        HallEvent.ResultShown x => Put(state, state.Rounds[x.Round] with { Shown = StepOf(x) }),
        HallEvent.RoundDeclared x => Seen(state, x.Round, round => round with { Phase = RoundPhase.Declared, Declared = StepOf(x) }),
        HallEvent.RoundVoided x => Seen(state, x.Round, round => round with { Phase = RoundPhase.Voided, Voided = new Voiding(StepOf(x), x.Reason, x.Note) }),
        // Signing and printing follow by themselves, and must not take the chair's next step (就票数相等者再次投票) away from under the hand.
        HallEvent.RoundRecordSigned x => Put(state, state.Rounds[x.Round] with { Signature = new RecordSignature(x.At, x.RecordDigest, x.KeyIds) }),
        HallEvent.CertificateStored x => Put(state, state.Rounds[x.Round] with { Certificates = [.. state.Rounds[x.Round].Certificates, x.Sha256] }),
        HallEvent.PrintOrdered x => Seen(state, x.Round, round => round with { Prints = [.. round.Prints, new Print(x.Copy, x.Printer, x.Copies, StepOf(x))] }),
        HallEvent.PrintJobMade x => Seen(state, x.Round, round => WithPrint(round, x.Copy, print => print with { JobId = x.JobId })),
        HallEvent.PrintEnded x => Seen(state, x.Round, round => WithPrint(round, x.Copy, print => print with { Ended = new PrintEnding(x.At, x.End) })),
        HallEvent.RecountOrdered x => Seen(state, x.Round, HandChanges.Recount),
        HallEvent.PapersIssued or HallEvent.PapersCollected or HallEvent.BallotDeclaredValid or HallEvent.CountEntered or HallEvent.UnaccountedDecided
            or HallEvent.NamesMerged or HallEvent.SlipsEntered or HallEvent.ManualVotesEntered =>
            Seen(state, HandChanges.RoundOf(e), round => round with { ByHand = HandChanges.Apply(round.ByHand, e) }),
        HallEvent.RoundKeysDestroyed x => Seen(state, x.Round, round => round with { KeysDestroyed = StepOf(x) }),
        _ => throw new InvalidOperationException("unknown event"),
    };

    private static Round SignIn(Round round, HallEvent.MemberSignedIn e) => round with
    {
        Box = new BallotBox.SignIns(((BallotBox.SignIns)round.Box).Presses.SetItem(e.Uid, e.Press)),
    };

    private static Round WithPrint(Round round, int copy, Func<Print, Print> change) =>
        round with { Prints = [.. round.Prints.Select(print => print.Copy == copy ? change(print) : print)] };

    private static HallState Seen(HallState state, RoundNo no, Func<Round, Round> change) =>
        Put(state, change(state.Rounds[no]) with { Version = state.Version });

    private static HallState Put(HallState state, Round round) => state with { Rounds = state.Rounds.SetItem(round.No, round) };

    private static Step StepOf(HallEvent e) => new(e.At, e.Stamp.By);
}
