using System.Text.Json.Serialization;

namespace VotingHall.Screens;

/// <summary>大屏画面: the whole picture of the big screen. Source: screens 4.1-4.6.</summary>
public sealed record BoardView(ViewHead Head, BoardScene Scene);

/// <summary>大屏场景: closed list. Scenes of a round that is open have no place for a split, a seat's vote or an order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "scene")]
[JsonDerivedType(typeof(Idle), "idle")]
[JsonDerivedType(typeof(SignIn), "signIn")]
[JsonDerivedType(typeof(Prepared), "prepared")]
[JsonDerivedType(typeof(Voting), "voting")]
[JsonDerivedType(typeof(Closing), "closing")]
[JsonDerivedType(typeof(ByHand), "byHand")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Result), "result")]
[JsonDerivedType(typeof(Voided), "voided")]
public abstract record BoardScene
{
    private BoardScene() { }

    /// <summary>会前、休息、散会. The safe picture for every doubt.</summary>
    /// <param name="ResumesAt">HH:mm for a break, else empty.</param>
    public sealed record Idle(BoardPause Pause, string BodyName, string Date, string ResumesAt) : BoardScene;

    /// <summary>签到: presence is public. <paramref name="Seats"/> are 4 bits a seat (<see cref="SeatState"/>) in the order of the plan, base64.</summary>
    /// <param name="Quorum">法定人数.</param>
    /// <param name="IsOpen">False once closed: 签到结束.</param>
    public sealed record SignIn(QuestionView Question, int Due, int Present, int Quorum, bool IsOpen, Window? Window, string Seats) : BoardScene;

    /// <summary>即将表决: the question alone.</summary>
    public sealed record Prepared(QuestionView Question) : BoardScene;

    /// <summary>表决中.</summary>
    /// <param name="ExtendedSeconds">延长 just now (shown for 5 s), else 0.</param>
    /// <param name="Reminder">请尚未按键的代表按表决器 just asked for by the chair.</param>
    public sealed record Voting(QuestionView Question, Turnout Turnout, Window Window, int ExtendedSeconds, bool Reminder) : BoardScene;

    /// <summary>正在收集, at most 2 s.</summary>
    public sealed record Closing(QuestionView Question, Turnout Turnout) : BoardScene;

    /// <summary>纸质票、举手: 投票中 or 计票中, without any figure.</summary>
    public sealed record ByHand(QuestionView Question, bool Counting) : BoardScene;

    /// <summary>表决结束: 参加表决 V 人, the number scrutineers read here and type.</summary>
    public sealed record Closed(QuestionView Question, int Participants, int Present) : BoardScene;

    /// <summary>结果, once the chair has it shown or has declared it.</summary>
    public sealed record Result(QuestionView Question, ResultView Figures, bool Declared) : BoardScene;

    /// <summary>本次表决作废. Nothing of what had been pressed.</summary>
    public sealed record Voided(QuestionView Question, Words Reason, bool SystemFailure) : BoardScene;
}

/// <summary>静态画面.</summary>
public enum BoardPause
{
    Before = 1,
    Break = 2,
    After = 3,
    /// <summary>Between items, and whenever the chair wants the plain picture.</summary>
    Between = 4,
}

/// <summary>席位状态, 4 bits a seat. Presence and faults; no vote.</summary>
public enum SeatState
{
    Empty = 0,
    Absent = 1,
    Present = 2,
    Silent = 3,
    Faulty = 4,
}
