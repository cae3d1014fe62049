using System.Globalization;
using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Times as the framework writes them: every day of two centuries, and the edges.</summary>
public sealed class RecordTimeTests
{
    [Fact]
    public void Every_day_from_1970_to_2200_is_written_as_the_calendar_says()
    {
        for (long day = 0; day < 84_000; day++)
        {
            long ms = (day * 86_400_000) + (day * 7_919 % 86_400_000);
            Assert.Equal(Expected(ms), RecordTime.Write(new Instant(ms)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(951_782_399_999)]
    [InlineData(4_107_542_399_999)]
    [InlineData(253_402_300_799_999)]
    public void Edges(long ms) => Assert.Equal(Expected(ms), RecordTime.Write(new Instant(ms)));

    [Fact]
    public void Outside_the_years_it_is_a_bug()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordTime.Write(new Instant(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordTime.Write(new Instant(253_402_300_800_000)));
    }

    private static string Expected(long ms) =>
        DateTimeOffset.FromUnixTimeMilliseconds(ms).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
