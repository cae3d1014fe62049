using Xunit;

namespace VotingHall.Core.Tests.Questions;

/// <summary>Aim: grades, rates and means as the profile says, exact on every base, on every scale.</summary>
public sealed class EvaluationTests
{
    private static Evaluation Of(GradingScale scale, params string[] items) => new()
    {
        Title = "满意度测评",
        Verb = "测评",
        Items = [.. items.Select(name => new Nominee(name, null))],
        Scale = scale,
    };

    private static Tally Marks(int signedIn, int participants, params GradeMarks[] rows) => new(
        signedIn, participants,
        [.. rows.Select((row, i) => new RowTally(((char)('甲' + i)).ToString(), 0, 0, participants - row.Sum) { Grades = row })], []);

    private static EvaluatedItem Only(Evaluation evaluation, Tally tally, int countBase, GradingParameters grading) => Assert.Single(
        Assert.IsType<Outcome.Evaluated>(evaluation.Count(tally, Halls.Congress(countBase, ProfileRules.Default with { Grading = grading }))).Items);

    /// <summary>Cases C73 to C76: exactly half, worst, absentees, those present.</summary>
    [Theory]
    [InlineData(34, 34, 17, 10, 7, GradingBase.All, "基本满意")]
    [InlineData(34, 30, 10, 7, 13, GradingBase.All, "不满意")]
    [InlineData(33, 20, 16, 4, 0, GradingBase.All, "基本满意")]
    [InlineData(33, 20, 16, 4, 0, GradingBase.Present, "满意")]
    [InlineData(33, 20, 10, 5, 5, GradingBase.Collected, "基本满意")]
    [InlineData(33, 20, 11, 5, 4, GradingBase.Valid, "满意")]
    public void Grades_add_up_to_more_than_half_of_the_base(int all, int took, int satisfied, int basically, int not, GradingBase gradingBase, string expected)
    {
        EvaluatedItem item = Only(
            Of(GradingScale.Satisfaction, "甲"), Marks(took, took, new GradeMarks(satisfied, basically, not)), all, new GradingParameters(Base: gradingBase));
        Assert.Equal(expected, item.GradeName);
    }

    [Fact]
    public void Half_counts_only_where_the_profile_says_inclusive() => Assert.Equal("满意", Only(
        Of(GradingScale.Satisfaction, "甲"), Marks(34, 34, new GradeMarks(17, 10, 7)), 34, new GradingParameters(Half: HalfRule.Inclusive)).GradeName);

    /// <summary>Rates by cross-multiplication: 60 % of 35 is 21 and not a rounded 59.99.</summary>
    [Theory]
    [InlineData(21, 5, 9, "满意")]
    [InlineData(20, 1, 14, "基本满意")]
    [InlineData(20, 0, 15, "不满意")]
    public void Rate_lines_are_compared_exactly(int satisfied, int basically, int not, string expected) => Assert.Equal(expected, Only(
        Of(GradingScale.Satisfaction, "甲"), Marks(35, 35, new GradeMarks(satisfied, basically, not)), 35,
        new GradingParameters(Method: GradingMethod.RateThreshold, SatisfiedPercent: 60, PassPercent: 60)).GradeName);

    [Fact]
    public void Rates_alone_give_no_grade_and_nobody_counted_gives_none_either()
    {
        EvaluatedItem rates = Only(
            Of(GradingScale.Performance, "甲"), Marks(40, 38, new GradeMarks(20, 10, 5, 3)), 40, new GradingParameters(Base: GradingBase.Collected, Method: GradingMethod.Rates));
        Assert.Equal((null, 38), (rates.Grade, rates.Base));
        EvaluatedItem none = Only(Of(GradingScale.Satisfaction, "甲"), Marks(40, 0, default(GradeMarks)), 40, new GradingParameters(Base: GradingBase.Valid));
        Assert.Null(none.Grade);
    }

    [Fact]
    public void Points_have_an_exact_mean_and_need_paper()
    {
        Evaluation score = Of(GradingScale.Score, "甲");
        Tally tally = new(3, 3, [new RowTally("甲", 0, 0, 0) { Score = new ScoreSum(3, 250) }], []);
        EvaluatedItem item = Only(score, tally, 3, new GradingParameters());

        Assert.Equal(new Fraction(250, 3), item.Mean);
        Assert.Equal("83.33", MeanText.Of(item.Mean!.Value));
        Assert.IsType<Refusal.PointsNeedPaper>(MethodRule.RefusedOnKeypads(score, ProfileRules.Default));
        Assert.False(new ScoreSum(2, 201).IsPossible);
    }

    [Fact]
    public void The_paper_offers_every_grade_and_what_stands_for_none()
    {
        PaperGroup four = Of(GradingScale.SatisfactionOfFour, "甲", "乙").PaperFor(RoundMode.Secret).Groups[0];
        Assert.Equal([Choice.Grade1, Choice.Grade2, Choice.Grade3, Choice.Grade4, Choice.Abstain], four.Options);
        Assert.Equal("非常满意", four.LabelOf(0));
        Assert.Equal("弃权", four.LabelOf(4));
        PaperGroup never = (Of(GradingScale.Performance, "甲") with { NoGrade = NoGrade.Never }).PaperFor(RoundMode.Named).Groups[0];
        Assert.Equal(4, never.Options.Count);
        Assert.Null(never.Unmarked);
        Assert.All(Enum.GetValues<GradingScale>(), scale => Assert.True(Of(scale, "甲").PaperFor(RoundMode.Named).Groups[0].Options.Count <= Choices.OptionsMax));
    }

    [Fact]
    public void The_reason_says_what_was_added_up_and_the_text_is_read_with_it()
    {
        Evaluation evaluation = Of(GradingScale.Performance, "甲");
        Tally tally = Marks(35, 35, new GradeMarks(15, 10, 6, 4));
        Outcome outcome = evaluation.Count(tally, Halls.Congress(35));

        Assert.Equal("35÷2取整+1=18；甲：优秀 15<18，甲：优秀+称职 25≥18", outcome.Reason.Arithmetic);
        Assert.Equal(RuleId.GradeCumulativeMajorityOfAll, outcome.Reason.RuleId);
        Assert.Equal("优秀15票，称职10票，基本称职6票，不称职4票，弃权0票。测评结果为称职。", ResultAnnouncement.Of(evaluation, tally, outcome, Body.Congress, Halls.Plain).TextOrNone!.Chinese);
    }

    [Fact]
    public void More_marks_than_signed_in_are_never_graded() => Assert.IsType<Outcome.Invalid>(
        Of(GradingScale.Satisfaction, "甲").Count(new Tally(10, 10, [new RowTally("甲", 0, 0, 0) { Grades = new GradeMarks(11) }], []), Halls.Congress(12)));
}
