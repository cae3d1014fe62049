using Xunit;

namespace VotingHall.Core.Tests.Counting;

/// <summary>Aim: 过半数 excludes the half, 以上 includes the number, for every base, without rounding. Source: rules 1.</summary>
public sealed class ThresholdTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(99, 50)]
    [InlineData(300, 151)]
    [InlineData(301, 151)]
    public void More_than_half(int countBase, int needed) => Assert.Equal(needed, Threshold.MoreThanHalf.VotesNeeded(countBase));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(100, 67)]
    [InlineData(120, 80)]
    [InlineData(300, 200)]
    [InlineData(301, 201)]
    public void At_least_two_thirds(int countBase, int needed) => Assert.Equal(needed, Threshold.AtLeastTwoThirds.VotesNeeded(countBase));

    [Theory]
    [InlineData(1, 10, 256, 26)]
    [InlineData(1, 10, 250, 25)]
    [InlineData(1, 5, 636, 128)]
    public void At_least_a_share(int numerator, int denominator, int countBase, int needed) =>
        Assert.Equal(needed, Threshold.AtLeast(new Fraction(numerator, denominator)).VotesNeeded(countBase));

    [Fact]
    public void Votes_needed_and_comparison_are_one_rule()
    {
        foreach (Threshold threshold in new[] { Threshold.MoreThanHalf, Threshold.AtLeastTwoThirds, Threshold.AtLeast(new Fraction(1, 5)) })
            for (int countBase = 1; countBase <= 700; countBase++)
            {
                int needed = threshold.VotesNeeded(countBase);
                Assert.True(threshold.IsMetBy(needed, countBase));
                Assert.False(threshold.IsMetBy(needed - 1, countBase));
            }
    }

    [Fact]
    public void Large_bases_do_not_overflow() => Assert.True(Threshold.AtLeastTwoThirds.IsMetBy(int.MaxValue, int.MaxValue));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_base_below_one_is_refused(int countBase)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Threshold.MoreThanHalf.IsMetBy(0, countBase));
        Assert.Throws<ArgumentOutOfRangeException>(() => Threshold.MoreThanHalf.VotesNeeded(countBase));
    }

    [Fact]
    public void The_default_has_no_share() => Assert.Throws<InvalidOperationException>(() => default(Threshold).IsMetBy(1, 1));

    [Theory]
    [InlineData(300, "300÷2+1=151", "300/2 + 1 = 151")]
    [InlineData(301, "301÷2取整+1=151", "301/2 rounded down + 1 = 151")]
    public void The_majority_is_written_as_it_is_computed(int countBase, string chinese, string english)
    {
        Assert.Equal(chinese, Arithmetic.ThresholdChinese(Threshold.MoreThanHalf, countBase));
        Assert.Equal(english, Arithmetic.ThresholdEnglish(Threshold.MoreThanHalf, countBase));
    }

    [Theory]
    [InlineData(300, "300×2÷3=200")]
    [InlineData(301, "301×2÷3进位=201")]
    public void Two_thirds_are_written_as_they_are_computed(int countBase, string chinese) =>
        Assert.Equal(chinese, Arithmetic.ThresholdChinese(Threshold.AtLeastTwoThirds, countBase));

    [Theory]
    [InlineData(1, 3, "33.33%")]
    [InlineData(2, 3, "66.67%")]
    [InlineData(1, 800, "0.13%")]
    [InlineData(300, 300, "100.00%")]
    [InlineData(0, 7, "0.00%")]
    public void Percentages_round_half_up_for_eyes(int part, int total, string text) => Assert.Equal(text, Percent.Of(part, total).ToString());
}
