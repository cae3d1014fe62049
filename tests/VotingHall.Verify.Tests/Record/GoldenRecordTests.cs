using System.Text.Json;
using VotingHall.Core;
using VotingHall.Signing;
using Xunit;
using LogHead = VotingHall.Signing.LogHead;

namespace VotingHall.Verify.Tests;

/// <summary>
/// The golden payloads that Core makes of every kind of round, signed here: the verifier counts each again and agrees, and disagrees when a
/// vote is moved.
/// </summary>
public class GoldenRecordTests
{
    private const string Prefix = "golden/";

    public static TheoryData<string> Names => [.. typeof(GoldenRecordTests).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_payload_of_core_is_good(string name)
    {
        RecordReport report = Check(Payload(name));
        Assert.DoesNotContain(report.Findings, f => f.State == FindingState.Bad);
        Assert.Equal(CommandLine.Good, report.ExitCode);
        if (name != "void")
            Assert.Equal(FindingState.Good, RecordCheckTests.StateOf(report, CheckStep.Outcome));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_payload_with_another_state_is_bad(string name)
    {
        string state = Payload(name).ObjectOf("outcome")!.TextOf("state")!;
        foreach (string other in new[] { "passed", "notPassed", "filled", "runoffRequired", "shortfall", "personByPerson", "quorate", "notQuorate", "invalid" })
            if (other != state)
                Assert.Equal(CommandLine.Bad, Check(RecordSample.With(Payload(name), "outcome.state", other)).ExitCode);
    }

    /// <summary>One vote from 反对 or 弃权 to 赞成, in figures that still add up.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_payload_with_a_moved_vote_is_bad(string name)
    {
        Json.Object payload = Payload(name);
        IReadOnlyList<Json> items = payload.ObjectOf("tally")?.ListOf("items") ?? [];
        for (int i = 0; i < items.Count; i++)
        {
            Json.Object counts = ((Json.Object)items[i]).ObjectOf("counts")!;
            string? from = new[] { "against", "abstain", "grade3" }.FirstOrDefault(option => counts.NumberOf(option) > 0);
            string to = counts.NumberOf("for") is null ? "grade1" : "for";
            Json.Object moved = RecordSample.With(payload, $"tally.items.{i}.counts.{to}", counts.NumberOf(to)!.Value + 1);
            if (from is not null)
                moved = RecordSample.With(moved, $"tally.items.{i}.counts.{from}", counts.NumberOf(from)!.Value - 1);
            RecordReport report = Check(moved);
            Assert.True(report.ExitCode == CommandLine.Bad, $"{name} {i}");
        }
    }

    private static RecordReport Check(Json.Object payload)
    {
        RehearsalKeys keys = Signers.Of(RecordSuite.Intl);
        string mode = payload.TextOf("mode")!;
        byte[] file = SignedEnvelope.Sign(PayloadTypes.Record, CanonicalJson.Write(payload), RecordSample.SignersOf(keys, mode)).Write();
        byte[] identity = SignedEnvelope.TryRead(file, out SignedEnvelope? envelope) ? envelope.Identity(RecordSuite.Intl) : [];
        string? code = CertQrContent.TryOf(payload, identity, out CertQrContent? content) ? CertQr.Sign(content, keys.System[0]).Text : null;
        return RecordCheck.Run(new RecordInputs(file, keys.Policy.Write(), true, null, null, code));
    }

    /// <summary>The golden payload under the policy and log of these tests.</summary>
    private static Json.Object Payload(string name)
    {
        using Stream stream = typeof(GoldenRecordTests).Assembly.GetManifestResourceStream(Prefix + name)!;
        using JsonDocument document = JsonDocument.Parse(stream);
        TrustPolicy policy = Signers.Of(RecordSuite.Intl).Policy;
        LogHead head = Signers.HeadOf(Signers.TreeOf(RecordSuite.Intl, 2));
        Json.Object payload = (Json.Object)Convert(document.RootElement);
        payload = RecordSample.With(payload, "policy", policy.DigestText);
        payload = RecordSample.With(payload, "hall.id", policy.Hall);
        return RecordSample.With(payload, "log", Json.Of(
            ("origin", head.Origin), ("size", head.Size), ("root", Digest.Text(head.Roots[0]))));
    }

    private static Json Convert(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number => element.GetInt64(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => new Json.List([.. element.EnumerateArray().Select(Convert)]),
        _ => Json.Of([.. element.EnumerateObject().Select(field => (field.Name, (Json?)Convert(field.Value)))]),
    };
}
