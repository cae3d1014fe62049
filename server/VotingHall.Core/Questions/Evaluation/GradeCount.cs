namespace VotingHall.Core;

/// <summary>测评等次: the names of a scale, best first.</summary>
public sealed record GradeScale(string Code, IReadOnlyList<string> Grades)
{
    public static GradeScale Satisfaction { get; } = new("satisfaction", ["满意", "基本满意", "不满意"]);

    public static GradeScale SatisfactionOfFour { get; } = new("satisfactionOfFour", ["非常满意", "满意", "基本满意", "不满意"]);

    public static GradeScale Performance { get; } = new("performance", ["优秀", "称职", "基本称职", "不称职"]);

    /// <summary>The grades of a scale; null for points.</summary>
    public static GradeScale? Of(GradingScale scale) => scale switch
    {
        GradingScale.Satisfaction => Satisfaction,
        GradingScale.SatisfactionOfFour => SatisfactionOfFour,
        GradingScale.Performance => Performance,
        GradingScale.Score => null,
        // A scale no file names: reading has said so already.
        _ => null,
    };

    public static IReadOnlyList<GradeScale> All { get; } = [Satisfaction, SatisfactionOfFour, Performance];
}

/// <summary>
/// 测评计票: the best grade that, with all better ones, has more than half of the base; exactly half falls to the next, otherwise the worst.
/// All of it is local norm, the base too. Source: rules 12.2, 12.3.
/// </summary>
public static class GradeCount
{
    /// <summary>Position of the grade reached.</summary>
    /// <param name="counts">Marks of each grade, best first, at least one grade.</param>
    /// <param name="countBase">All members, those present, or the forms counted, as the local norm says.</param>
    public static int Cumulative(IReadOnlyList<int> counts, int countBase)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(counts.Count, 1);
        int running = 0;
        for (int i = 0; i < counts.Count - 1; i++)
        {
            running = checked(running + counts[i]);
            if (Threshold.MoreThanHalf.IsMetBy(running, countBase))
                return i;
        }
        return counts.Count - 1;
    }

    /// <summary>Forms the published rates are measured against: all collected, or only those with exactly one grade.</summary>
    public static int FormsCounted(IReadOnlyList<int> counts, int invalid, bool overValid)
    {
        int valid = counts.Aggregate(0, (sum, each) => checked(sum + each));
        return overValid ? valid : checked(valid + invalid);
    }
}
