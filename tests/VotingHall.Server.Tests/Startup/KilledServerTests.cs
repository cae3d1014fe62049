using System.Globalization;
using VotingHall.Signing;
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
        using KilledSitting sitting = new(seed,
            [At("open:2", random.Next(100, 4_500)), At("open:3", random.Next(100, 4_500)), At("close:3", random.Next(400))]);
        int? code = await sitting.Run(cancellation);
        Assert.True(code == 0, sitting.Said);
        Assert.InRange(sitting.Kills, 2, 3);
        Assert.Equal((7, 3, 1, 1, 12), Figures(sitting, 2));
        Assert.Equal((7, 3, 1, 1, 12), Figures(sitting, 3));
        string journal = Path.Combine(sitting.Out, "journal", "public.jsonl");
        foreach (int round in new[] { 1, 2, 3 })
        {
            (int verified, string text) = await KilledSitting.RunVerify(RecordOf(sitting, round), journal, cancellation);
            Assert.True(verified == 0, text);
        }
    }

    private static string At(string occasion, int delayMs) => string.Create(CultureInfo.InvariantCulture, $"{occasion}+{delayMs}");

    private static string RecordOf(KilledSitting sitting, int round) =>
        Path.Combine(sitting.Out, "records", string.Create(CultureInfo.InvariantCulture, $"round-{round:D3}.record.json"));

    private static (int For, int Against, int Abstain, int NotPressed, int SignedIn) Figures(KilledSitting sitting, int round)
    {
        Assert.True(SignedEnvelope.TryRead(File.ReadAllBytes(RecordOf(sitting, round)), out SignedEnvelope? envelope), sitting.Said);
        using System.Text.Json.JsonDocument payload = System.Text.Json.JsonDocument.Parse(envelope.Payload);
        System.Text.Json.JsonElement tally = payload.RootElement.GetProperty("tally");
        System.Text.Json.JsonElement counts = tally.GetProperty("items")[0].GetProperty("counts");
        int Of(string name) => counts.GetProperty(name).GetInt32();
        return (Of("for"), Of("against"), Of("abstain"), tally.GetProperty("notPressed").GetInt32(), tally.GetProperty("total").GetInt32());
    }
}
