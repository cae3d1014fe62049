using FsCheck;
using FsCheck.Fluent;
using VotingHall.Core.Tests.Counting;
using Xunit;

namespace VotingHall.Core.Tests.Questions;

/// <summary>Aim: an evaluation is measured against the base and by the method its measure names, and a better mark never lowers a grade. Source: rules 12.</summary>
public sealed class EvaluationBaseTests
{
    /// <summary>40 members, 32 present, 30 forms collected of which 3 void: 15, 8 and 4.</summary>
    [Theory]
    [InlineData(GradingBase.All, 40, "基本满意")]
    [InlineData(GradingBase.Present, 32, "基本满意")]
    [InlineData(GradingBase.Collected, 30, "基本满意")]
    [InlineData(GradingBase.Valid, 27, "满意")]
    public void The_base_of_the_measure_decides(GradingBase gradingBase, int measured, string grade)
    {
        Tally tally = new(32, 27, [new RowTally("项目", 0, 0, 0) { Grades = new GradeMarks(15, 8, 4) }], [])
        {
            Method = VotingMethod.PaperBallot,
            Papers = new PaperCount(32, 30, 27, 3),
        };

        EvaluatedItem item = Assert.Single(Count(tally, 40, ProfileRules.Default.Grading with { Base = gradingBase }));

        Assert.Equal(measured, item.Base);
        Assert.Equal(grade, item.GradeName);
    }

    /// <summary>28 of 35 is 80 % exactly; 2,399 of 2,999 is 79.99 % and would round to 80.</summary>
    [Theory]
    [InlineData(28, 4, 3, "满意")]
    [InlineData(27, 5, 3, "基本满意")]
    [InlineData(2399, 300, 300, "基本满意")]
    [InlineData(10, 10, 15, "不满意")]
    public void A_rate_is_compared_and_never_rounded(int satisfied, int basically, int unsatisfied, string grade)
    {
        int forms = satisfied + basically + unsatisfied;
        Tally tally = new(forms, forms, [new RowTally("项目", 0, 0, 0) { Grades = new GradeMarks(satisfied, basically, unsatisfied) }], []);

        Assert.Equal(grade, Assert.Single(Count(tally, forms, ProfileRules.Default.Grading with
        {
            Base = GradingBase.Valid,
            Method = GradingMethod.RateThreshold,
            SatisfiedPercent = 80,
            PassPercent = 60,
        })).GradeName);
    }

    [Fact]
    public void A_better_mark_never_lowers_a_grade()
    {
        Assert.True(Properties.Pass(Marks, drawn => NeverLowers(drawn, marks => GradeOf(marks, GradingMethod.Cumulative))));
        Assert.True(Properties.Pass(Marks, drawn => NeverLowers(drawn, marks => GradeOf(marks, GradingMethod.RateThreshold))));
        Assert.False(Properties.Pass(Marks, drawn => NeverLowers(drawn, EvenMarksLose)));
    }

    private static Arbitrary<(int[] Marks, int From, int To)> Marks { get; } = Arb.From(
        from marks in Gen.ArrayOf(Gen.Choose(0, 6), 3)
        from worse in Gen.Choose(1, 2)
        from better in Gen.Choose(0, worse - 1)
        select (marks, worse, better));

    /// <summary>One form gives a better grade than it did.</summary>
    private static bool NeverLowers((int[] Marks, int From, int To) drawn, Func<int[], int> gradeOf)
    {
        if (drawn.Marks[drawn.From] == 0)
            return true;
        int[] better = [.. drawn.Marks];
        better[drawn.From]--;
        better[drawn.To]++;
        return gradeOf(better) <= gradeOf(drawn.Marks);
    }

    private static int GradeOf(int[] marks, GradingMethod method)
    {
        Tally tally = new(20, marks.Sum(), [new RowTally("项目", 0, 0, 0) { Grades = GradeMarks.Of(marks) }], []);
        return Assert.Single(Count(tally, 20, ProfileRules.Default.Grading with { Method = method })).Grade!.Value;
    }

    /// <summary>埋错: looks at the last digit of the best grade: one more good form can cost the grade.</summary>
    private static int EvenMarksLose(int[] marks)
    {
        int best = Array.FindIndex(marks, count => count > 0), worst = Array.FindLastIndex(marks, count => count > 0);
        return marks[Math.Max(0, best)] % 2 == 0 ? worst : best;
    }

    private static IReadOnlyList<EvaluatedItem> Count(Tally tally, int members, GradingParameters grading)
    {
        Evaluation evaluation = new() { Title = "测评", Verb = "测评", Items = [new Nominee("项目", null)], Scale = GradingScale.Satisfaction };
        Outcome outcome = evaluation.Count(tally, Halls.Congress(members, ProfileRules.Default with { Grading = grading }));
        return Assert.IsType<Outcome.Evaluated>(outcome).Items;
    }
}
