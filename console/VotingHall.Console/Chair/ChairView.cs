using System.Text.Json.Serialization;

namespace VotingHall.Screens;

/// <summary>主持席画面. Source: screens 4.7.</summary>
/// <param name="Agenda">左: agenda with what is done.</param>
/// <param name="Stage">中: the one thing.</param>
/// <param name="Notices">右: what the chair should know, worst first.</param>
/// <param name="Acts">下: what can be done now; the primary one last.</param>
/// <param name="Picture">What the big screen was told to show: auto, idle, break, after.</param>
public sealed record ChairView(
    ViewHead Head, IReadOnlyList<AgendaLine> Agenda, ChairStage Stage, IReadOnlyList<Notice> Notices, IReadOnlyList<ChairAct> Acts, string Picture);

/// <summary>议程的一行.</summary>
public sealed record AgendaLine(string No, string Title, string Kind, bool Secret, AgendaState State, int Rounds)
{
    /// <summary>Names, persons, candidates or projects on the paper; 0 for a single question.</summary>
    public int Names { get; init; }

    /// <summary>应选; 0 where nothing is elected or chosen.</summary>
    public int Seats { get; init; }

    /// <summary>尚缺: how many problems the item's own page lists (barred from keypads, a rule of numbers broken); 0 = 可表决.</summary>
    public int Problems { get; init; }
}

/// <summary>议程项状态.</summary>
public enum AgendaState
{
    Waiting = 1,
    /// <summary>Its round is under way.</summary>
    Current = 2,
    /// <summary>已宣布.</summary>
    Declared = 3,
    /// <summary>Last round void, to be voted again.</summary>
    Voided = 4,
    /// <summary>A tie waits to be voted again.</summary>
    RunoffDue = 5,
}

/// <summary>须知: one line beside the act, with what to do.</summary>
public sealed record Notice(NoticeLevel Level, Words Text, Words Detail);

/// <summary>须知等级.</summary>
public enum NoticeLevel
{
    Good = 1,
    Note = 2,
    Warning = 3,
    /// <summary>The next step is blocked by it.</summary>
    Blocking = 4,
}

/// <summary>可做的事: one button.</summary>
/// <param name="Enabled">False: shown with <paramref name="WhyNot"/>, never hidden.</param>
/// <param name="Primary">The one clear next step.</param>
/// <param name="Item">Agenda number an act is about (next item, repeat) or number of the sitting to open, else empty.</param>
/// <param name="Names">How many persons or projects an act is about (run-off), else 0.</param>
public sealed record ChairAct(ChairActKind Kind, bool Enabled, Words WhyNot, bool Primary, string Item, int Names)
{
    /// <summary>The round an act is about where it is not the one on the stage (a tie to be voted again), else 0.</summary>
    public int Round { get; init; }
}

/// <summary>主持人的动作. Each is one POST; the page maps it (chair.js).</summary>
public enum ChairActKind
{
    /// <summary>确认计票基数.</summary>
    ConfirmBase = 1,
    OpenSitting = 2,
    /// <summary>下一项: prepares it.</summary>
    NextItem = 3,
    /// <summary>开始表决.</summary>
    Open = 4,
    /// <summary>Open although some keypads lack the paper or are silent; asks once more.</summary>
    OpenAnyway = 5,
    Remind = 6,
    Extend = 7,
    /// <summary>结束表决, held 0.6 s.</summary>
    Close = 8,
    AllowRecheck = 9,
    ShowResult = 10,
    /// <summary>宣布, held 0.6 s.</summary>
    Declare = 11,
    /// <summary>宣布，并就 k 人再次投票.</summary>
    DeclareAndRunoff = 12,
    Runoff = 13,
    /// <summary>作废…: asks for a reason.</summary>
    Void = 14,
    /// <summary>重新表决 after a void round.</summary>
    Repeat = 15,
    CloseSitting = 16,
    /// <summary>宣布投票有效，开始计票.</summary>
    DeclareValid = 17,
    /// <summary>宣布投票无效（收回多于发出）, held 0.6 s.</summary>
    DeclareInvalid = 18,
    /// <summary>重新计票: the entries are dropped.</summary>
    Recount = 19,
    /// <summary>改用举手 after the keypads failed.</summary>
    ByHands = 20,
    /// <summary>改用纸质票 after the keypads failed.</summary>
    OnPaper = 21,
}

/// <summary>主持席阶段: closed list. While a round is open no stage has a field for a split.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(BeforeSitting), "beforeSitting")]
[JsonDerivedType(typeof(BetweenItems), "betweenItems")]
[JsonDerivedType(typeof(Ready), "ready")]
[JsonDerivedType(typeof(Voting), "voting")]
[JsonDerivedType(typeof(Closing), "closing")]
[JsonDerivedType(typeof(ByHand), "byHand")]
[JsonDerivedType(typeof(AwaitingCount), "awaitingCount")]
[JsonDerivedType(typeof(Result), "result")]
[JsonDerivedType(typeof(Announced), "announced")]
[JsonDerivedType(typeof(Voided), "voided")]
public abstract record ChairStage
{
    private ChairStage() { }

    /// <summary>会前: base and sitting.</summary>
    /// <param name="SittingNos">Sittings that can be opened: number and name.</param>
    public sealed record BeforeSitting(
        int Members, int BaseCount, Words BaseBasis, bool BaseConfirmed, IReadOnlyList<SittingLine> Sittings, bool AfterSitting) : ChairStage;

    /// <summary>项间: attendance sentence or nothing to read; next item named in the acts.</summary>
    public sealed record BetweenItems(Words? ReadAloud, Attendance? Attendance) : ChairStage;

    /// <summary>待开启.</summary>
    /// <param name="PaperReady">Keypads that hold the paper.</param>
    /// <param name="PaperExpected">Keypads that should.</param>
    /// <param name="MissingSeats">Places of keypads without the paper or silent, named when the chair is asked whether to open anyway.</param>
    public sealed record Ready(
        QuestionView Question, Words ReadAloud, Words RuleLine, int PaperReady, int PaperExpected, IReadOnlyList<string> MissingSeats) : ChairStage;

    public sealed record Voting(QuestionView Question, Turnout Turnout, Window Window, Words ReadAloud) : ChairStage;

    public sealed record Closing(QuestionView Question, Turnout Turnout) : ChairStage;

    /// <summary>等待监票: nothing of the figures before the number was typed right.</summary>
    /// <param name="Participants">参加表决, as on the big screen.</param>
    /// <param name="TriesLeft">0: the chair orders a new check or voids.</param>
    /// <param name="Counting">Still being counted by the station.</param>
    public sealed record AwaitingCount(QuestionView Question, int Participants, int TriesLeft, bool Counting) : ChairStage;

    /// <summary>纸质票、举手: how far the course is and what to say now; nothing of the count.</summary>
    public sealed record ByHand(QuestionView Question, HandProgress Progress, Words ReadAloud) : ChairStage;

    /// <summary>结果.</summary>
    /// <param name="ReadAloud">Null: the sums do not add up, no text is offered.</param>
    /// <param name="Why">Arithmetic and article, line by line.</param>
    /// <param name="Confirmed">The scrutineer has confirmed the count.</param>
    /// <param name="Shown">It is on the big screen.</param>
    public sealed record Result(
        QuestionView Question, ResultView Figures, Words? ReadAloud, IReadOnlyList<Words> Why, bool Confirmed, bool Shown) : ChairStage;

    /// <summary>已宣布.</summary>
    /// <param name="DeclaredAt">HH:mm.</param>
    /// <param name="RecordDigest">First 16 hexadecimal digits, empty until signed.</param>
    /// <param name="CertificateReady">The certificate is made.</param>
    public sealed record Announced(
        QuestionView Question, ResultView Figures, Words? ReadAloud, string DeclaredAt, string RecordDigest, bool CertificateReady) : ChairStage;

    public sealed record Voided(QuestionView Question, Words ReadAloud, Words Reason, string Note) : ChairStage;
}

/// <summary>出席: 应到 = 实到 + 缺席.</summary>
public sealed record Attendance(int Due, int Present, int Absent, int Quorum, bool QuorumMet);

/// <summary>一次全体会议.</summary>
public sealed record SittingLine(int No, string Name);
