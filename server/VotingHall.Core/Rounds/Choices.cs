namespace VotingHall.Core;

/// <summary>表决选择的名称和编号.</summary>
public static class Choices
{
    /// <summary>Options of one row at most. Source: protocol 5.2.</summary>
    public const int OptionsMax = 5;

    /// <summary>等次, best first.</summary>
    public static IReadOnlyList<Choice> Grades { get; } = [Choice.Grade1, Choice.Grade2, Choice.Grade3, Choice.Grade4, Choice.Grade5];

    /// <summary>The usual word. A grade has none of its own: its paper names it.</summary>
    public static string Chinese(Choice choice) => choice switch
    {
        Choice.For => "赞成",
        Choice.Against => "反对",
        Choice.Abstain => "弃权",
        Choice.WriteIn => "另选",
        _ => "第" + Arithmetic.Text(GradeOf(choice) + 1) + "等",
    };

    public static bool IsGrade(Choice choice) => choice is >= Choice.Grade1 and <= Choice.Grade5;

    /// <summary>Place of a grade from 0, best first; anything else is a bug of the caller.</summary>
    public static int GradeOf(Choice choice) =>
        IsGrade(choice) ? choice - Choice.Grade1 : throw new ArgumentOutOfRangeException(nameof(choice), choice, "not a grade");
}
