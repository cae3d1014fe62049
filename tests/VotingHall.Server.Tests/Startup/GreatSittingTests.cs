using System.Diagnostics;
using Xunit;

namespace VotingHall.Server.Tests.Startup;

/// <summary>
/// Aim: 3,000 keypads on 16 lines in real time, over a serial port, with the real server program: every figure exact, every record proven by the verifier
/// program with log proof and public log. Takes minutes and the whole machine, so only at night.
/// </summary>
public sealed class GreatSittingTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Three_thousand_vote_in_real_time()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("VOTINGHALL_NIGHTLY") == "1", "3,000 keypads in real time only at night");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        long started = Stopwatch.GetTimestamp();
        using ScriptedSitting sitting = GreatSitting.Of(16);
        int? code = await sitting.Run(cancellation);
        output.WriteLine($"whole sitting: {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        Assert.True(code == 0, sitting.Said);

        using (System.Text.Json.JsonDocument rollCall = sitting.Record(1))
            Assert.Equal(GreatSitting.SignedIn, rollCall.RootElement.GetProperty("tally").GetProperty("participants").GetInt32());
        (int, int, int, int, int) figures = (2_000, 600, 177, GreatSitting.SignedIn - 2_777, GreatSitting.SignedIn);
        Assert.Equal(figures, sitting.Figures(2));
        Assert.Equal(figures, sitting.Figures(3));
        foreach (int round in new[] { 1, 2, 3 })
        {
            (int verified, string text) = await sitting.Verify(round, cancellation);
            Assert.True(verified == 0, text);
        }
    }
}
