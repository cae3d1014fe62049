using System.Collections.Immutable;

namespace VotingHall.Core;

/// <summary>
/// 指令: everything that can be asked of the hall. Closed list. Who may give which is in <see cref="Authority"/>.
/// </summary>
public abstract partial record HallCommand
{
    private HallCommand() { }

    /// <summary>发令人.</summary>
    public required Issuer Issuer { get; init; }

    /// <summary>When it was given (presses: received).</summary>
    public required Instant At { get; init; }

    /// <summary>Same key again = accepted without effect, among the last <see cref="HallState.KeysKept"/> keys; empty = not checked.</summary>
    public string IdempotencyKey { get; init; } = "";

    /// <summary>Version of the hall the person was looking at; null for commands without a screen.</summary>
    public long? VersionSeen { get; init; }

    /// <summary>What its facts carry.</summary>
    internal Stamp Stamp => new(At, Issuer, IdempotencyKey);

    /// <summary>载入会议. Only before any round.</summary>
    public sealed record LoadMeeting(Meeting Meeting) : HallCommand;

    /// <summary>增改议程项. An item of the same number is replaced by this version of it.</summary>
    /// <param name="Item">The item as it shall be voted from now on; earlier rounds keep theirs.</param>
    /// <param name="Place">Place on the agenda from 1; 0 = where it is, a new item at the end.</param>
    public sealed record PutAgendaItem(AgendaItem Item, int Place) : HallCommand;

    /// <summary>删除议程项 that was never put to the vote.</summary>
    public sealed record RemoveAgendaItem(string AgendaNo) : HallCommand;

    /// <summary>确认计票基数. Source: rules 2.2.</summary>
    public sealed record ConfirmBase(CountBase Base) : HallCommand;

    /// <summary>Epoch of the bus, strictly rising. Source: protocol 7.2.</summary>
    public sealed record RaiseEpoch(uint Epoch) : HallCommand;

    /// <summary>Meeting digest M and the nonces it was made from. Source: protocol 3.</summary>
    public sealed record BeginMeetingKeys(Octets MeetingDigest, ImmutableArray<Octets> Nonces) : HallCommand;

    /// <summary>表决器接入（或换位、重启后再接入）.</summary>
    public sealed record RegisterKeypad(KeypadUid Uid, string Line, int Slot, uint Boot) : HallCommand;

    public sealed record ReportKeypad(KeypadUid Uid, KeypadHealth Health) : HallCommand;

    /// <summary>更换表决器: a spare for a member, not while a round is open. Source: rules 13.</summary>
    public sealed record BindKeypad(MemberId Member, KeypadUid Uid) : HallCommand;

    public sealed record OpenSitting(int SittingNo) : HallCommand;

    public sealed record CloseSitting : HallCommand;

    /// <summary>准备一次表决. The round's number is <see cref="HallState.NextRound"/>; <paramref name="PaperDigest"/> is of the paper's bytes made for keypads, empty where none are used.</summary>
    public sealed record PrepareRound(string AgendaNo, RoundMode Mode, Octets PaperDigest) : HallCommand
    {
        /// <summary>Null: as the agenda has it. Another one only after the keypads failed.</summary>
        public VotingMethod? Method { get; init; }
    }

    /// <summary>
    /// 准备后续一轮 that the law offers after a finished round (<see cref="FollowUps"/>): run-off, further election, the vote again, the rest of the
    /// projects, the election after a pre-selection, the appraisal. Source: OL27, OL29, EL45; rules 5.5, 5.6, 11.
    /// </summary>
    /// <param name="After">The finished round.</param>
    /// <param name="Names">Candidates where the offer leaves them open; empty = as offered.</param>
    public sealed record PrepareFollowUp(RoundNo After, FollowUpKind Kind, ImmutableArray<string> Names, Octets PaperDigest) : HallCommand
    {
        /// <summary>Null: as the earlier round was taken.</summary>
        public VotingMethod? Method { get; init; }
    }

    /// <summary>单独表决: an objected name leaves a merged list and becomes an item of its own, put behind it. Source: BJ-APP19, GD-SC50.</summary>
    /// <param name="NewNo">Number of the new item.</param>
    /// <param name="NewTitle">Its title.</param>
    public sealed record SplitOut(string AgendaNo, string Name, string NewNo, string NewTitle) : HallCommand;

    public sealed record ReportPaper(RoundNo Round, int Ready, ImmutableArray<KeypadUid> Missing) : HallCommand;

    /// <summary>开启. <paramref name="ReleaseMissing"/>: open although some keypads do not hold the paper.</summary>
    public sealed record OpenRound(RoundNo Round, Octets Ctx, bool ReleaseMissing = false) : HallCommand;

    /// <summary>延长, only while open. Source: rules 13.3.</summary>
    public sealed record ExtendRound(RoundNo Round, int Seconds) : HallCommand;

    /// <summary>重启后继续: the window goes on from where it stood at <paramref name="StoppedAt"/>, with at least 15 s left. Source: design 17.</summary>
    public sealed record ResumeRounds(Instant StoppedAt) : HallCommand;

    /// <summary>记名按键.</summary>
    public sealed record CastNamed(
        RoundNo Round, KeypadUid Uid, PressId Press, ImmutableArray<Choice?> Marks, ImmutableArray<MemberId> WriteIns, bool Sealed) : HallCommand
    {
        public override string ToString() => "CastNamed";
    }

    /// <summary>无记名按键: masked words only.</summary>
    public sealed record CastMasked(RoundNo Round, KeypadUid Uid, PressId Press, Octets Words, bool Sealed) : HallCommand
    {
        public override string ToString() => "CastMasked";
    }

    /// <summary>签到按键.</summary>
    public sealed record PressSignIn(RoundNo Round, KeypadUid Uid, PressId Press) : HallCommand;

    /// <summary>Folds the masked ballots taken since the last flush into one leaf. Source: design, settled questions 2.</summary>
    public sealed record SealBatch(RoundNo Round, Octets SaltedRoot) : HallCommand;

    /// <summary>关闭: by the chair at any time, by the system when the window has ended.</summary>
    public sealed record CloseRound(RoundNo Round, Octets CloseNonce) : HallCommand;

    /// <summary>All sealed, or the limits of protocol 7.1 rule 5 reached; <paramref name="Unsealed"/> counts with the last durable press.</summary>
    public sealed record FinishClose(RoundNo Round, ImmutableArray<KeypadUid> Unsealed) : HallCommand;

    /// <summary>Digest of the list to be sent to the station; durable before it is sent.</summary>
    public sealed record RecordTallyRequest(RoundNo Round, Octets RequestDigest) : HallCommand;

    /// <summary>监票程序的合计. One row of figures for each row of the paper.</summary>
    public sealed record EnterStationCount(RoundNo Round, ImmutableArray<StationRow> Rows, int Participants, int Unattested) : HallCommand;

    /// <summary>键入参加表决人数 of a secret round, read from the hall's screen: right, the figures may be seen and compared. Source: screens 4.10.</summary>
    public sealed record EnterParticipants(RoundNo Round, int Typed) : HallCommand;

    /// <summary>监票人核对: <paramref name="TypedParticipants"/> may be null where the round is not secret, or the right number was entered before.</summary>
    public sealed record ConfirmCount(RoundNo Round, int? TypedParticipants) : HallCommand;

    /// <summary>重新核对: ordered by the chair after two wrong numbers.</summary>
    public sealed record AllowRecheck(RoundNo Round) : HallCommand;

    /// <summary>大屏显示结果, ordered by the chair before it is declared; a secret round only after a scrutineer confirmed it. Source: screens 4.4, 4.7.</summary>
    public sealed record ShowResult(RoundNo Round) : HallCommand;

    /// <summary>宣布. The result may be on the big screen from then on, whether it was shown before or not.</summary>
    public sealed record DeclareRound(RoundNo Round) : HallCommand;

    /// <summary>作废, any time before it is declared.</summary>
    public sealed record VoidRound(RoundNo Round, VoidReason Reason, string Note) : HallCommand;

    public sealed record RecordSigned(RoundNo Round, Octets RecordDigest, ImmutableArray<string> KeyIds) : HallCommand;

    public sealed record CertificateMade(RoundNo Round, Octets Sha256) : HallCommand;

    /// <summary>
    /// 打印报告单. <paramref name="Copy"/> is the printing the person expects to order (1, 2, ...), so that a second click or a second desk orders nothing.
    /// </summary>
    public sealed record OrderPrint(RoundNo Round, int Copy, string Printer, int Copies) : HallCommand;

    /// <summary>The printer made a job for this printing; durable before the document is sent. Source: pdf.md 6.</summary>
    public sealed record ReportPrintJob(RoundNo Round, int Copy, int JobId) : HallCommand;

    public sealed record ReportPrintEnd(RoundNo Round, int Copy, PrintEnd End) : HallCommand;

    /// <summary>销毁密钥 of a secret round; the macs are stored by the caller, here their digest.</summary>
    public sealed record DestroyKeys(RoundNo Round, Octets MacsDigest) : HallCommand;
}

/// <summary>一行的合计 as the station gives it; options the row does not offer are 0.</summary>
public readonly record struct StationRow(int For, int Against, int Abstain, int WriteIn, GradeMarks Grades = default)
{
    /// <summary>Marks of one option.</summary>
    public int Of(Choice choice) => ToTally("").Of(choice);

    /// <summary>A row from the marks of every option.</summary>
    public static StationRow From(Func<Choice, int> marks) =>
        new(marks(Choice.For), marks(Choice.Against), marks(Choice.Abstain), marks(Choice.WriteIn), GradeMarks.From(marks));

    /// <summary>The row with the name it has on the paper.</summary>
    public RowTally ToTally(string name) => new(name, For, Against, Abstain, WriteIn) { Grades = Grades };
}
