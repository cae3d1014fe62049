namespace VotingHall.Core;

/// <summary>
/// 计票结果: figures of one round before any rule is applied. It holds sums only: no type here can carry a member.
/// </summary>
/// <param name="SignedIn">签到人数 when the round opened.</param>
/// <param name="Participants">参加表决: ballots counted. 未按 = SignedIn - Participants.</param>
/// <param name="Rows">One per row of the paper, in ballot order.</param>
/// <param name="WriteIns">另选他人 by name (named rounds, paper), merged per person, ordered by name.</param>
public sealed record Tally(int SignedIn, int Participants, IReadOnlyList<RowTally> Rows, IReadOnlyList<WriteInTally> WriteIns)
{
    /// <summary>How the figures were taken.</summary>
    public VotingMethod Method { get; init; } = VotingMethod.Keypad;

    /// <summary>选票清点 of a round on paper, else null; <see cref="Participants"/> are then its valid papers.</summary>
    public PaperCount? Papers { get; init; }

    /// <summary>其中人工录入: how many of the participants voted without a keypad in a round on keypads.</summary>
    public int Manual { get; init; }

    /// <summary>未按表决器: computed, never a choice.</summary>
    public int NotPressed => checked(SignedIn - Participants);
}

/// <summary>
/// 一行的票数: marks of one candidate or item, each ballot in exactly one of them. <paramref name="WriteIn"/> counts the 另选 option of
/// secret keypad elections, which is also against the listed candidate; it is 0 where the writer-in marked 反对.
/// </summary>
public sealed record RowTally(string Name, int For, int Against, int Abstain, int WriteIn = 0)
{
    /// <summary>行无效: papers valid as a whole on which this row could not be read. No mark.</summary>
    public int Void { get; init; }

    /// <summary>各等次的票数 of an evaluation; all 0 elsewhere.</summary>
    public GradeMarks Grades { get; init; }

    /// <summary>评分: points of a score; nothing elsewhere.</summary>
    public ScoreSum Score { get; init; }

    /// <summary>All marks of the row; a form with points is one mark.</summary>
    public int Marks => checked(For + Against + Abstain + WriteIn + Grades.Sum + Score.Forms);

    /// <summary>反对（含另选）.</summary>
    public int AgainstInAll => checked(Against + WriteIn);

    /// <summary>Marks of one option.</summary>
    public int Of(Choice choice) => choice switch
    {
        Choice.For => For,
        Choice.Against => Against,
        Choice.Abstain => Abstain,
        Choice.WriteIn => WriteIn,
        _ => Grades[Choices.GradeOf(choice)],
    };

    /// <summary>A row from the marks of every option.</summary>
    public static RowTally From(string name, Func<Choice, int> marks) =>
        new(name, marks(Choice.For), marks(Choice.Against), marks(Choice.Abstain), marks(Choice.WriteIn)) { Grades = GradeMarks.From(marks) };
}

/// <summary>另选他人得票: one person written in and the votes for that person.</summary>
public sealed record WriteInTally(string Name, int For);

/// <summary>计票基数: what votes are measured against, entered and frozen with its basis. Source: rules 2.2.</summary>
public sealed record CountBase(int Count, CountBasis Basis);

/// <summary>基数依据. Stored by name. Source: rules 2.2, 18 (base.basis).</summary>
public enum CountBasis
{
    /// <summary>实有代表（组成人员）.</summary>
    InOffice = 1,
    /// <summary>名额.</summary>
    Quota = 2,
    /// <summary>其他（附说明）.</summary>
    Other = 3,
}

/// <summary>核对结果: do the marks add up to those signed in? <c>Excess</c> can never be announced. Source: rules 4.4.</summary>
public enum SumCheck
{
    Ok = 1,
    Unaccounted = 2,
    Excess = 3,
    Unknown = 4,
}
