namespace VotingHall.Core;

/// <summary>
/// 事实: what happened, in the words of the journal. Closed list; stored names are in <see cref="EventNames"/>. An event is never changed,
/// only up-cast. No event of a secret round names a member, seat or keypad together with a ballot.
/// </summary>
public abstract partial record HallEvent
{
    private HallEvent(Stamp stamp) => Stamp = stamp;

    public Stamp Stamp { get; }

    public Instant At => Stamp.At;

    /// <summary>Whether it becomes a leaf of the public log. The two that do not change private parts only and do not count in the version.</summary>
    public virtual bool IsLeaf => true;

    public sealed record MeetingLoaded(Stamp Stamp, Meeting Meeting) : HallEvent(Stamp);

    /// <summary>议程项已增改. <paramref name="Place"/>: from 1, in the agenda as it is afterwards.</summary>
    public sealed record AgendaItemPut(Stamp Stamp, AgendaItem Item, int Place) : HallEvent(Stamp);

    public sealed record AgendaItemRemoved(Stamp Stamp, string AgendaNo) : HallEvent(Stamp);

    public sealed record BaseConfirmed(Stamp Stamp, CountBase Base) : HallEvent(Stamp);

    public sealed record EpochRaised(Stamp Stamp, uint Epoch) : HallEvent(Stamp);

    public sealed record MeetingKeysBegun(Stamp Stamp, Octets MeetingDigest, IReadOnlyList<Octets> Nonces) : HallEvent(Stamp);

    public sealed record KeypadRegistered(Stamp Stamp, KeypadUid Uid, string Line, int Slot, uint Boot) : HallEvent(Stamp);

    public sealed record KeypadReported(Stamp Stamp, KeypadUid Uid, KeypadHealth Health) : HallEvent(Stamp);

    public sealed record KeypadBound(Stamp Stamp, MemberId Member, KeypadUid Uid) : HallEvent(Stamp);

    public sealed record SittingOpened(Stamp Stamp, int SittingNo) : HallEvent(Stamp);

    public sealed record SittingClosed(Stamp Stamp, int SittingNo) : HallEvent(Stamp);

    /// <summary>已准备. <paramref name="Question"/> differs from the agenda's in what follows an earlier round.</summary>
    public sealed record RoundPrepared(
        Stamp Stamp, RoundNo Round, string AgendaNo, RoundMode Mode, Question Question, Octets PaperDigest,
        RoundNo? RepeatOf, RoundNo? FollowUpOf, VoteType Type) : HallEvent(Stamp)
    {
        public VotingMethod Method { get; init; } = VotingMethod.Keypad;

        /// <summary>The round on keypads that failed.</summary>
        public RoundNo? FallbackOf { get; init; }
    }

    public sealed record PaperReported(Stamp Stamp, RoundNo Round, int Ready, IReadOnlyList<KeypadUid> Missing) : HallEvent(Stamp);

    /// <summary>已开启, with everything frozen at that moment.</summary>
    public sealed record RoundOpened(
        Stamp Stamp, RoundNo Round, Instant ClosesAt, IReadOnlyList<Elector> Electors, int SignedIn, int Quorum,
        CountContext Context, Octets Ctx, IReadOnlyList<KeypadUid> NotReady) : HallEvent(Stamp);

    public sealed record RoundExtended(Stamp Stamp, RoundNo Round, Instant ClosesAt) : HallEvent(Stamp);

    public sealed record RoundResumed(Stamp Stamp, RoundNo Round, Instant StoppedAt, Instant ClosesAt) : HallEvent(Stamp);

    /// <summary>记名选票已收: keypad and press; the choice is in the private part, the leaf holds its salted digest.</summary>
    public sealed record BallotCast(Stamp Stamp, RoundNo Round, KeypadUid Uid, PressId Press) : HallEvent(Stamp);

    /// <summary>无记名选票已收: never a leaf; told to the loop so that it stores and acknowledges.</summary>
    public sealed record MaskedBallotHeld(Stamp Stamp, RoundNo Round) : HallEvent(Stamp)
    {
        public override bool IsLeaf => false;
    }

    /// <summary>选票已封: the same ballot came again after the close was latched. Never a leaf.</summary>
    public sealed record BallotSealed(Stamp Stamp, RoundNo Round) : HallEvent(Stamp)
    {
        public override bool IsLeaf => false;
    }

    public sealed record MemberSignedIn(Stamp Stamp, RoundNo Round, KeypadUid Uid, PressId Press) : HallEvent(Stamp);

    public sealed record BallotsBatched(Stamp Stamp, RoundNo Round, Octets SaltedRoot) : HallEvent(Stamp);

    public sealed record RoundClosing(Stamp Stamp, RoundNo Round, Octets CloseNonce) : HallEvent(Stamp);

    /// <summary>已关闭. A secret round says how many ballots are unsealed, never whose: that would name a seat with a ballot.</summary>
    public sealed record RoundClosed(
        Stamp Stamp, RoundNo Round, int UnsealedCount, IReadOnlyList<KeypadUid> Unsealed, IReadOnlyList<KeypadUid> Faulty) : HallEvent(Stamp);

    public sealed record TallyRequested(Stamp Stamp, RoundNo Round, Octets RequestDigest) : HallEvent(Stamp);

    public sealed record RoundCounted(Stamp Stamp, RoundNo Round, Tally Tally, Outcome Outcome, int Unattested) : HallEvent(Stamp);

    /// <summary>核对不符: a wrong participation number; the number typed is not kept.</summary>
    public sealed record ConfirmationFailed(Stamp Stamp, RoundNo Round) : HallEvent(Stamp);

    /// <summary>参加表决人数相符: the number typed was right.</summary>
    public sealed record ParticipantsEntered(Stamp Stamp, RoundNo Round) : HallEvent(Stamp);

    public sealed record RecheckAllowed(Stamp Stamp, RoundNo Round) : HallEvent(Stamp);

    public sealed record CountConfirmed(Stamp Stamp, RoundNo Round) : HallEvent(Stamp);

    /// <summary>结果已上大屏.</summary>
    public sealed record ResultShown(Stamp Stamp, RoundNo Round) : HallEvent(Stamp);

    public sealed record RoundDeclared(Stamp Stamp, RoundNo Round) : HallEvent(Stamp);

    public sealed record RoundVoided(Stamp Stamp, RoundNo Round, VoidReason Reason, string Note) : HallEvent(Stamp);

    public sealed record RoundRecordSigned(
        Stamp Stamp, RoundNo Round, Octets RecordDigest, IReadOnlyList<string> KeyIds) : HallEvent(Stamp);

    public sealed record CertificateStored(Stamp Stamp, RoundNo Round, Octets Sha256) : HallEvent(Stamp);

    /// <summary>已交打印.</summary>
    public sealed record PrintOrdered(Stamp Stamp, RoundNo Round, int Copy, string Printer, int Copies) : HallEvent(Stamp);

    public sealed record PrintJobMade(Stamp Stamp, RoundNo Round, int Copy, int JobId) : HallEvent(Stamp);

    public sealed record PrintEnded(Stamp Stamp, RoundNo Round, int Copy, PrintEnd End) : HallEvent(Stamp);

    public sealed record RoundKeysDestroyed(Stamp Stamp, RoundNo Round, Octets MacsDigest) : HallEvent(Stamp);
}

/// <summary>时间与发令人 of a fact.</summary>
/// <param name="At">When the command was given.</param>
/// <param name="By">By whom.</param>
/// <param name="Key">Its idempotency key, or empty.</param>
public sealed record Stamp(Instant At, Issuer By, string Key);
