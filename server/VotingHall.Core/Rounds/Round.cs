namespace VotingHall.Core;

/// <summary>
/// 一次表决（轮次）: from preparing to declaring, never overwritten; a question voted again is a new round. The steps taken are kept as facts:
/// <see cref="Opening"/> is null until it opened, and so on.
/// </summary>
public sealed record Round(
    RoundNo No,
    int SittingNo,
    AgendaItem Item,
    Question Question,
    RoundMode Mode,
    BallotPaper Paper,
    Octets PaperDigest,
    RoundNo? RepeatOf,
    RoundNo? FollowUpOf,
    Step Prepared)
{
    /// <summary>投票的性质.</summary>
    public VoteType Type { get; init; } = Question.Type;

    /// <summary>后续各轮: later rounds that repeat or follow this one, in order.</summary>
    public IReadOnlyList<RoundNo> FollowedBy { get; init; } = [];

    public RoundPhase Phase { get; init; } = RoundPhase.Prepared;

    /// <summary>表决手段.</summary>
    public VotingMethod Method { get; init; } = VotingMethod.Keypad;

    /// <summary>故障后改用: the round on keypads that failed and is taken by other means here, else null.</summary>
    public RoundNo? FallbackOf { get; init; }

    /// <summary>手工环节.</summary>
    public HandCourse ByHand { get; init; } = HandCourse.None;

    /// <summary>双锁票箱: secret on keypads, so that only a station can give sums.</summary>
    public bool IsMasked => Mode == RoundMode.Secret && Method == VotingMethod.Keypad;

    /// <summary>另选 marks on keypads, whose names stand on slips of paper.</summary>
    public int WriteInMarks => Counted?.Tally.Rows.Sum(row => row.WriteIn) ?? 0;

    /// <summary>Slips of 另选他人 are still to be entered alike by two persons.</summary>
    public bool SlipsDue => WriteInMarks > 0 && !ByHand.SlipsAgree;

    /// <summary>How many persons enter the count; 0 where keypads count.</summary>
    public int EntriesNeeded => Method switch
    {
        VotingMethod.Keypad => 0,
        VotingMethod.ShowOfHands when Opening?.Context.Rules.Motion.HandsEntry == CountEntry.Once => 1,
        _ => 2,
    };

    /// <summary>Version of the hall at the last change a person can see (presses do not count, nor does showing the result): what <see cref="HallCommand.VersionSeen"/> is compared with.</summary>
    public long Version { get; init; }

    public PaperReport? PaperReport { get; init; }

    public Opening? Opening { get; init; }

    public BallotBox Box { get; init; } = BallotBox.EmptyFor(Mode, VotingMethod.Keypad);

    public Closing? Closing { get; init; }

    public Closed? Closed { get; init; }

    /// <summary>Digest of the list sent to the station, once journalled. Source: protocol 7.6.</summary>
    public Octets? TallyRequest { get; init; }

    public Counted? Counted { get; init; }

    /// <summary>Wrong participation numbers typed since the last order of the chair.</summary>
    public int ConfirmFailures { get; init; }

    /// <summary>还可键入几次; 0 = the chair orders a recheck first.</summary>
    public int TriesLeft => Math.Max(0, ResultSteps.ConfirmTries - ConfirmFailures);

    /// <summary>参加表决人数 typed right by a scrutineer, before the figures are compared; null also where it came with the confirmation.</summary>
    public Step? NumberEntered { get; init; }

    public Step? Confirmed { get; init; }

    /// <summary>可否显示票数: from the count on; in a secret round only once a scrutineer has typed the participation number right. Source: screens 4.7, 4.10.</summary>
    public bool FiguresMayBeSeen => Counted is not null && (!IsMasked || NumberEntered is not null || Confirmed is not null);

    /// <summary>上大屏 by order of the chair before it was declared; null also for results that were declared without it.</summary>
    public Step? Shown { get; init; }

    public Step? Declared { get; init; }

    public Voiding? Voided { get; init; }

    public RecordSignature? Signature { get; init; }

    /// <summary>Digests (SHA-256) of certificates made, in order.</summary>
    public IReadOnlyList<Octets> Certificates { get; init; } = [];

    /// <summary>Printings of the certificate, in order: number 1, 2, ...</summary>
    public IReadOnlyList<Print> Prints { get; init; } = [];

    public Step? KeysDestroyed { get; init; }

    /// <summary>Declared or voided: nothing is asked of the hall any more.</summary>
    public bool IsFinished => Phase is RoundPhase.Declared or RoundPhase.Voided;

    /// <summary>The elector at this keypad, or null when it may not vote in this round.</summary>
    public Elector? ElectorAt(KeypadUid keypad) => Opening?.ElectorAt(keypad);
}

/// <summary>一步: when and by whom.</summary>
public sealed record Step(Instant At, Issuer By);

/// <summary>票样下发情况: keypads that hold the paper, and those that do not.</summary>
public sealed record PaperReport(int Ready, IReadOnlyList<KeypadUid> Missing);

/// <summary>有表决权的席位: member, seat and keypad as frozen when the round opened.</summary>
public sealed record Elector(MemberId Member, SeatNo Seat, KeypadUid Keypad);

/// <summary>开启: what is frozen at that moment.</summary>
/// <param name="ClosesAt">End of the window; moved by extension and resumption.</param>
/// <param name="Electors">Sorted by keypad.</param>
/// <param name="SignedIn">签到人数; in a roll call 0.</param>
/// <param name="Quorum">法定人数.</param>
/// <param name="Context">Frozen base, body and profile.</param>
/// <param name="Ctx">ctx of the wire. Source: protocol 5.4.</param>
/// <param name="NotReady">Keypads silent or faulty at the opening.</param>
/// <param name="Resumed">Restarts survived while open.</param>
public sealed record Opening(
    Step Step, Instant ClosesAt, IReadOnlyList<Elector> Electors, int SignedIn, int Quorum, CountContext Context, Octets Ctx,
    IReadOnlyList<KeypadUid> NotReady, int Resumed)
{
    public Elector? ElectorAt(KeypadUid keypad)
    {
        int low = 0, high = Electors.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = Electors[middle].Keypad.CompareTo(keypad);
            if (order == 0)
                return Electors[middle];
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return null;
    }
}

/// <summary>关闭中: ordered and durable, frames of presses made in time still come in.</summary>
/// <param name="CloseNonce">8 bytes. Source: protocol 7.1 rule 5.</param>
public sealed record Closing(Step Step, Octets CloseNonce);

/// <summary>已关闭.</summary>
/// <param name="UnsealedCount">Ballots counted by their last durable press without a sealed frame.</param>
/// <param name="Unsealed">Whose they are, sorted; empty in a secret round.</param>
/// <param name="Faulty">Electors' keypads silent or faulty at the close, sorted; they count in 未按.</param>
public sealed record Closed(Step Step, int UnsealedCount, IReadOnlyList<KeypadUid> Unsealed, IReadOnlyList<KeypadUid> Faulty);

/// <summary>计票: figures and what they mean.</summary>
/// <param name="Unattested">Ballots of a secret round released without a final tag. Source: protocol 8.4.</param>
public sealed record Counted(Step Step, Tally Tally, Outcome Outcome, int Unattested);

/// <summary>作废. Source: design, settled questions 3.</summary>
public sealed record Voiding(Step Step, VoidReason Reason, string Note);

/// <summary>作废原因. Stored by name.</summary>
public enum VoidReason
{
    /// <summary>表决系统故障 (rules 13).</summary>
    SystemFailure = 1,
    /// <summary>主持人决定.</summary>
    ChairDecision = 2,
    /// <summary>法定人数不足.</summary>
    QuorumLost = 3,
    /// <summary>监票程序不能给出结果.</summary>
    StationRefused = 4,
    /// <summary>票样有误.</summary>
    PaperWrong = 5,
    /// <summary>收回选票多于发出 (EL44): 重新投票.</summary>
    MoreCollectedThanIssued = 6,
}

/// <summary>签名: the record of this round is signed.</summary>
public sealed record RecordSignature(Instant At, Octets RecordDigest, IReadOnlyList<string> KeyIds);
