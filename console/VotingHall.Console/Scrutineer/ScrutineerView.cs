using System.Text.Json.Serialization;

namespace VotingHall.Screens;

/// <summary>监票端画面. Source: screens 4.10. Profile S1: the station runs inside the server, and the page says so.</summary>
/// <param name="Step">Which of the steps is current, 1-based: watch, closed, type the number, compare and confirm, confirmed, declared.</param>
public sealed record ScrutineerView(ViewHead Head, int Step, ScrutineerStage Stage)
{
    /// <summary>计票录入, null where nothing is entered by hand now.</summary>
    public HandDesk? Desk { get; init; }
}

/// <summary>监票阶段: closed list. Totals exist only after the participation number was typed right (in rounds that are not secret: after the close).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(Waiting), "waiting")]
[JsonDerivedType(typeof(Watching), "watching")]
[JsonDerivedType(typeof(TypeNumber), "typeNumber")]
[JsonDerivedType(typeof(Compare), "compare")]
[JsonDerivedType(typeof(Confirmed), "confirmed")]
[JsonDerivedType(typeof(Voided), "voided")]
public abstract record ScrutineerStage
{
    private ScrutineerStage() { }

    /// <summary>No round, or not open yet.</summary>
    public sealed record Waiting(QuestionView? Question) : ScrutineerStage;

    /// <summary>表决中、正在收集、正在计票.</summary>
    /// <param name="Turnout">Null once a secret round is no longer open: its number is then to be typed from the big screen.</param>
    public sealed record Watching(QuestionView Question, Turnout? Turnout, Window? Window, WatchState State) : ScrutineerStage
    {
        /// <summary>Why no sums come from the station, or null.</summary>
        public Notice? Trouble { get; init; }
    }

    /// <summary>键入参加表决人数. The page is not told the number.</summary>
    /// <param name="Digits">Boxes: as many as 实到 has digits.</param>
    /// <param name="TriesLeft">0: stop and report to the chief scrutineer; the chair orders a new check.</param>
    public sealed record TypeNumber(QuestionView Question, int Digits, int TriesLeft) : ScrutineerStage;

    /// <summary>核对: the station's totals beside the host's.</summary>
    /// <param name="StationRows">Row sums as the station (secret) or a second count of the named list (named) gave them.</param>
    /// <param name="Agree">Everything equal; if not, there is no confirm button.</param>
    /// <param name="TallyDigest">十六位: first 16 hexadecimal digits of the digest over question, figures and participants.</param>
    public sealed record Compare(
        QuestionView Question, ResultView Figures, IReadOnlyList<StationSum> StationRows, bool Agree, string TallyDigest, int Unattested,
        IReadOnlyList<string> FaultySeats) : ScrutineerStage;

    public sealed record Confirmed(QuestionView Question, ResultView Figures, string TallyDigest, string ConfirmedBy, bool Declared) : ScrutineerStage;

    public sealed record Voided(QuestionView Question, Words Reason) : ScrutineerStage;
}

/// <summary>监票程序的合计 of one row.</summary>
public sealed record StationSum(int For, int Against, int Abstain, int WriteIn)
{
    /// <summary>Marks of each option where they have names of their own, as in <see cref="ResultRow.Marks"/>.</summary>
    public IReadOnlyList<int> Marks { get; init; } = [];
}

/// <summary>进行状态.</summary>
public enum WatchState
{
    Open = 1,
    Closing = 2,
    Counting = 3,
}
