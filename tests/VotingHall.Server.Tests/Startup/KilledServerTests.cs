using System.Globalization;
using Xunit;

namespace VotingHall.Server.Tests.Startup;

/// <summary>
/// The real server program is killed (SIGKILL) inside rounds and started again with the same command: the sitting ends as scripted, every total is exact,
/// and every record passes the verifier program.
/// </summary>
public class KilledServerTests
{
    private const int NightlySeeds = 13;

    public static TheoryData<int> Seeds =>
        [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("VOTINGHALL_NIGHTLY") == "1" ? NightlySeeds : 1)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_killed_server_goes_on_and_every_total_is_exact(int seed)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Random random = new(seed);
        using ScriptedSitting sitting = KilledSitting.Of(seed,
            [At("open:2", random.Next(100, 4_500)), At("open:3", random.Next(100, 4_500)), At("close:3", random.Next(400))]);
        int? code = await sitting.Run(cancellation);
        Assert.True(code == 0, sitting.Said);
        Assert.InRange(sitting.Kills, 2, 3);
        Assert.Equal((7, 3, 1, 1, 12), sitting.Figures(2));
        Assert.Equal((7, 3, 1, 1, 12), sitting.Figures(3));
        foreach (int round in new[] { 1, 2, 3 })
        {
            (int verified, string text) = await sitting.Verify(round, cancellation);
            Assert.True(verified == 0, text);
        }
    }

    private static string At(string occasion, int delayMs) => string.Create(CultureInfo.InvariantCulture, $"{occasion}+{delayMs}");
}
