using System.Text;
using VotingHall.Core;
using VotingHall.Signing;
using Xunit;

namespace VotingHall.Verify.Tests;

/// <summary>
/// Any change to the signed record or its signatures is detected: this is the legal criterion of 电子签名法 article 13. The long run
/// (VOTINGHALL_NIGHTLY=1) tries every value of every byte for each suite.
/// </summary>
public class TamperTests
{
    /// <summary>Every value of every byte, up to the signatures: what fails here fails the record, which the next test shows by sample.</summary>
    [Fact]
    public void No_changed_record_bears_good_signatures()
    {
        RecordSample sample = new(RecordSuite.Intl);
        Assert.Equal(0, Tampering.CountAcceptedSubstitutions(sample.Envelope.Write(), IsSigned));
        Assert.True(IsSigned(sample.Envelope.Write()));

        bool IsSigned(byte[] bytes) => SignedEnvelope.TryRead(bytes, out SignedEnvelope? envelope)
            && SignatureCheck.Of(envelope, sample.Keys.Policy, "recorded", Signers.Within).IsGood;
    }

    [Theory]
    [InlineData("intl", 31)]
    [InlineData("cn", 97)]
    [InlineData("dual", 127)]
    public void No_changed_record_is_good(string name, int step)
    {
        RecordSample sample = new(Signers.Suite(name));
        byte[] file = sample.Envelope.Write();
        Assert.True(IsGood(file));
        Assert.Equal(0, Tampering.CountAcceptedSubstitutions(file, IsGood, Tampering.IsNightly ? 1 : step));
        Assert.Equal(0, Tampering.CountAcceptedTruncations(file, IsGood));
        Assert.Equal(0, Tampering.CountAcceptedInsertions(file, IsGood));

        bool IsGood(byte[] bytes) => IsGoodUnder(sample.Keys.Policy, bytes);
    }

    /// <summary>No changed policy accepts the record: the record names its policy by digest.</summary>
    [Fact]
    public void No_changed_policy_is_good()
    {
        RecordSample sample = new(RecordSuite.Intl);
        byte[] record = sample.Envelope.Write(), policy = sample.Keys.Policy.Write();
        Assert.True(IsGood(policy));
        Assert.Equal(0, Tampering.CountAcceptedSubstitutions(policy, IsGood, Tampering.IsNightly ? 1 : 7));
        Assert.Equal(0, Tampering.CountAcceptedTruncations(policy, IsGood));
        Assert.Equal(0, Tampering.CountAcceptedInsertions(policy, IsGood));

        bool IsGood(byte[] bytes) => RecordCheck.Run(new RecordInputs(record, bytes, true, null, null, null)).ExitCode == CommandLine.Good;
    }

    [Theory]
    [InlineData("intl")]
    [InlineData("cn")]
    [InlineData("dual")]
    public void Signatures_cannot_be_removed_doubled_swapped_or_added(string name)
    {
        RecordSuite suite = Signers.Suite(name);
        RecordSample sample = new(suite, "secret");
        SignedEnvelope envelope = sample.Envelope;
        IReadOnlyList<EnvelopeSignature> all = envelope.Signatures;
        Assert.Equal(2 * suite.Algorithms.Count, all.Count);
        for (int i = 0; i < all.Count; i++)
        {
            Assert.False(IsGood(sample, all.Where((_, k) => k != i)), "removed " + i);
            string text = Encoding.ASCII.GetString(envelope.Write());
            string entry = "{\"keyid\":\"" + all[i].KeyId + "\",\"sig\":\"" + Convert.ToBase64String(all[i].Signature.Span) + "\"}";
            Assert.False(IsGoodUnder(sample.Keys.Policy, Encoding.ASCII.GetBytes(text.Replace(entry, entry + "," + entry, StringComparison.Ordinal))), "doubled");
            int next = (i + 1) % all.Count;
            Assert.False(
                IsGood(sample, all.Select((s, k) => k == i ? s with { Signature = all[next].Signature } : k == next ? s with { Signature = all[i].Signature } : s)), "swapped");
        }
        // A good signature of a key that is not in the policy does not belong on the record either.
        ISigningKey stranger = SigningKeys.Generate(suite.Algorithms[0]);
        Assert.False(IsGood(sample, [.. all, new EnvelopeSignature(stranger.KeyId, stranger.Sign(envelope.SignedBytes.Span))]));
    }

    /// <summary>Role swap: two signatures of the system do not stand for that of the station.</summary>
    [Fact]
    public void One_role_does_not_stand_for_another()
    {
        RecordSample sample = new(RecordSuite.Intl, "secret");
        ISigningKey second = SigningKeys.Generate(SignatureAlgorithm.EcdsaP256Sha256);
        PolicyKey[] keys = [.. sample.Keys.Policy.Keys, new("system-2", SignerRole.System, second.Public, Signers.From, Signers.To)];
        TrustPolicy policy = TrustPolicy.Create(
            RecordSuite.Intl, sample.Keys.Policy.Hall, sample.Keys.Policy.Origin, true, keys, sample.Keys.Policy.Thresholds);
        byte[] payload = CanonicalJson.Write(RecordSample.With(sample.Content, "policy", policy.DigestText));
        byte[] swapped = SignedEnvelope.Sign(PayloadTypes.Record, payload, [sample.Keys.System[0], second]).Write();
        byte[] right = SignedEnvelope.Sign(PayloadTypes.Record, payload, [sample.Keys.System[0], sample.Keys.Station[0]]).Write();
        Assert.False(IsGoodUnder(policy, swapped));
        Assert.True(IsGoodUnder(policy, right));
    }

    /// <summary>Two signatures of one person count once.</summary>
    [Fact]
    public void One_person_is_counted_once()
    {
        RehearsalKeys keys = Signers.Of(RecordSuite.Dual);
        SignerThreshold[] two = [.. keys.Policy.Thresholds.Select(t => t is { Mode: "recorded" } ? t with { Count = 2 } : t)];
        TrustPolicy policy = TrustPolicy.Create(RecordSuite.Dual, keys.Policy.Hall, keys.Policy.Origin, true, keys.Policy.Keys, two);
        SignedEnvelope envelope = new RecordSample(RecordSuite.Dual).Envelope;
        SignatureCheck check = SignatureCheck.Of(envelope, policy, "recorded", Signers.Within);
        Assert.Contains(check.Problems, p => p.Fault == SignatureFault.ThresholdNotMet);
        Assert.Single(check.Signers);
        PolicyKey[] twice = [new("a", SignerRole.System, keys.System[0].Public, Signers.From, Signers.To), new("a", SignerRole.System, keys.Station[0].Public, Signers.From, Signers.To)];
        Assert.Throws<ArgumentException>(() => TrustPolicy.Create(RecordSuite.Intl, "hall", "origin", true, twice, keys.Policy.Thresholds));
    }

    /// <summary>A record of one suite is not one of another, even if the other's policy knows the keys.</summary>
    [Fact]
    public void Suites_cannot_be_exchanged()
    {
        foreach (RecordSuite suite in RecordSuite.All)
            foreach (RecordSuite other in RecordSuite.All.Where(s => s != suite))
            {
                RecordSample sample = new(suite);
                Assert.False(IsGoodUnder(Signers.Of(other).Policy, sample.Envelope.Write()));
                Json.Object renamed = RecordSample.With(
                    RecordSample.With(sample.Content, "suite", other.Name), "policy", Signers.Of(other).Policy.DigestText);
                byte[] file = SignedEnvelope.Sign(PayloadTypes.Record, CanonicalJson.Write(renamed), sample.Keys.System).Write();
                Assert.False(IsGoodUnder(Signers.Of(other).Policy, file));
            }
        // dual: signed by one algorithm only.
        RecordSample dual = new(RecordSuite.Dual);
        foreach (EnvelopeSignature one in dual.Envelope.Signatures)
            Assert.False(IsGood(dual, [one]));
    }

    [Fact]
    public void A_signature_over_one_thing_is_not_one_over_another()
    {
        RecordSample sample = new(RecordSuite.Intl);
        byte[] payload = sample.Envelope.Payload.ToArray();
        SignedEnvelope tally = SignedEnvelope.Sign(PayloadTypes.Tally, payload, sample.Keys.System);
        Assert.False(IsGoodUnder(sample.Keys.Policy, tally.Write()));
        Assert.False(IsGoodUnder(sample.Keys.Policy, SignedEnvelope.From(PayloadTypes.Record, payload, tally.Signatures).Write()));
        RecordSample other = new(RecordSuite.Intl, change: p => RecordSample.With(p, "meeting.id", "m2"));
        Assert.False(IsGoodUnder(sample.Keys.Policy, SignedEnvelope.From(PayloadTypes.Record, payload, other.Envelope.Signatures).Write()));
    }

    [Fact]
    public void A_key_outside_its_validity_is_bad()
    {
        foreach (long ms in new[] { Signers.From.UnixMs - 1, Signers.To.UnixMs + 1 })
        {
            RecordSample sample = new(RecordSuite.Intl, change: p => RecordSample.With(p, "times.announced", UtcTime.Write(new Instant(ms))));
            Assert.Equal(FindingState.Bad, RecordCheckTests.StateOf(RecordCheck.Run(sample.Inputs), CheckStep.Signatures));
        }
    }

    private static bool IsGood(RecordSample sample, IEnumerable<EnvelopeSignature> signatures)
    {
        EnvelopeSignature[] some = [.. signatures];
        return some.Length > 0
            && IsGoodUnder(sample.Keys.Policy, SignedEnvelope.From(PayloadTypes.Record, sample.Envelope.Payload.ToArray(), some).Write());
    }

    private static bool IsGoodUnder(TrustPolicy policy, byte[] record) =>
        RecordCheck.Run(new RecordInputs(record, policy.Write(), true, null, null, null)).ExitCode == CommandLine.Good;
}
