using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: the formulas give the table of protocol 6, every cell.</summary>
public sealed class SlotMathTests
{
    private static readonly int[] Keypads = [60, 125, 188, 250];

    [Theory]
    [InlineData(115_200, 23, "161 319 476 627")]
    [InlineData(115_200, 46, "281 573 856 1131")]
    [InlineData(115_200, 86, "493 1011 1513 2007")]
    [InlineData(115_200, 182, "998 2065 3097 4116")]
    [InlineData(250_000, 23, "75 148 219 288")]
    [InlineData(250_000, 46, "130 263 392 521")]
    [InlineData(250_000, 86, "226 466 695 924")]
    [InlineData(250_000, 182, "460 949 1423 1890")]
    [InlineData(500_000, 23, "40 78 114 150")]
    [InlineData(500_000, 46, "67 135 201 265")]
    [InlineData(500_000, 86, "115 235 351 468")]
    [InlineData(500_000, 182, "231 478 714 950")]
    [InlineData(1_000_000, 23, "23 44 64 84")]
    [InlineData(1_000_000, 46, "37 72 107 141")]
    [InlineData(1_000_000, 86, "61 122 182 241")]
    [InlineData(1_000_000, 182, "118 242 363 483")]
    public void Sweeps(int baud, int body, string expectedMs) =>
        Assert.Equal(expectedMs, Row(keypads => new SlotMath(baud).SweepUs(body, keypads)));

    [Theory]
    [InlineData(115_200, "14 28 39 53")]
    [InlineData(250_000, "7 14 19 25")]
    [InlineData(500_000, "4 7 10 13")]
    [InlineData(1_000_000, "2 4 5 7")]
    public void Acknowledgements(int baud, string expectedMs) => Assert.Equal(expectedMs, Row(new SlotMath(baud).AckUs));

    [Theory]
    [InlineData(115_200, 23, "379 725 1061 1391")]
    [InlineData(250_000, 23, "194 353 504 657")]
    [InlineData(500_000, 23, "117 200 278 357")]
    [InlineData(1_000_000, 23, "80 126 168 212")]
    [InlineData(115_200, 46, "619 1232 1821 2398")]
    [InlineData(250_000, 46, "304 583 850 1123")]
    [InlineData(500_000, 46, "172 315 451 587")]
    [InlineData(1_000_000, 46, "107 183 255 327")]
    public void Lamp_bounds(int baud, int body, string expectedMs) =>
        Assert.Equal(expectedMs, Row(keypads => new SlotMath(baud).LampBoundUs(body, keypads)));

    [Theory]
    [InlineData(115_200, 174)]
    [InlineData(250_000, 80)]
    [InlineData(500_000, 60)]
    [InlineData(1_000_000, 60)]
    public void Guards(int baud, long expectedUs) => Assert.Equal(expectedUs, new SlotMath(baud).GuardUs);

    [Fact]
    public void Slots_at_250_k()
    {
        SlotMath math = new(250_000);
        Assert.Equal([1120, 2040, 3640, 7480], new[] { 23, 46, 86, 182 }.Select(math.SlotUs));
        Assert.Equal(2000 + (3 * 1120), math.StartUs(3, 23));
        Assert.Equal((29 * 40) + 80, math.NewcomerUs);
        Assert.Equal((58 * 40) + 2000 + (2 * 1120), math.RecoveryUs(23, 250, 2));
    }

    private static string Row(Func<int, long> us) => string.Join(' ', Keypads.Select(keypads => (us(keypads) + 500) / 1000));
}
