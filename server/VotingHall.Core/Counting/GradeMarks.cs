namespace VotingHall.Core;

/// <summary>各等次票数: marks of each grade of one row, best first; as many grades as a paper can offer. Source: protocol 5.2, rules 12.</summary>
public readonly record struct GradeMarks(int First, int Second = 0, int Third = 0, int Fourth = 0, int Fifth = 0)
{
    /// <summary>Marks of the grade at a place from 0.</summary>
    public int this[int grade] => grade switch
    {
        0 => First,
        1 => Second,
        2 => Third,
        3 => Fourth,
        4 => Fifth,
        _ => throw new ArgumentOutOfRangeException(nameof(grade)),
    };

    public int Sum => checked(First + Second + Third + Fourth + Fifth);

    /// <summary>The first <paramref name="grades"/>, best first.</summary>
    public IReadOnlyList<int> Take(int grades)
    {
        int[] marks = new int[grades];
        for (int grade = 0; grade < grades; grade++)
            marks[grade] = this[grade];
        return marks;
    }

    /// <summary>From the marks of every option.</summary>
    public static GradeMarks From(Func<Choice, int> marks) =>
        new(marks(Choice.Grade1), marks(Choice.Grade2), marks(Choice.Grade3), marks(Choice.Grade4), marks(Choice.Grade5));

    /// <summary>From marks in order, best first; at most five.</summary>
    public static GradeMarks Of(IReadOnlyList<int> marks)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(marks.Count, Choices.OptionsMax);
        return From(choice => Choices.GradeOf(choice) < marks.Count ? marks[Choices.GradeOf(choice)] : 0);
    }
}

/// <summary>评分合计: forms that give points to a row, and their points together (0 to 100 each). Source: rules 12.5.</summary>
public readonly record struct ScoreSum(int Forms, int Points)
{
    public const int PointsMax = 100;

    /// <summary>平均分, exact; null where nobody gave points.</summary>
    public Fraction? Mean => Forms > 0 ? new Fraction(Points, Forms) : null;

    /// <summary>No form can give more than the most points.</summary>
    public bool IsPossible => Forms >= 0 && Points >= 0 && Points <= (long)Forms * PointsMax;
}
