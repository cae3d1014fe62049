using VotingHall.Core;

namespace VotingHall.Signing;

/// <summary>
/// 签名核对: every signature of an envelope against a policy, then the thresholds. A signature that is not good makes the whole envelope bad,
/// even if enough others are: a record bears nothing that does not belong to it. Source: record.md 4, 8 (steps 3, 4).
/// </summary>
/// <param name="Problems">Empty when good.</param>
/// <param name="Signers">Persons whose required signatures are all good.</param>
public sealed record SignatureCheck(IReadOnlyList<SignatureProblem> Problems, IReadOnlyList<PolicyKey> Signers)
{
    public bool IsGood => Problems.Count == 0;

    /// <summary>Checks signatures one by one; <paramref name="at"/> is the time the record gives, which must lie in each key's validity.</summary>
    public static SignatureCheck Of(SignedEnvelope envelope, TrustPolicy policy, string mode, Instant at)
    {
        List<SignatureProblem> problems = [];
        List<PolicyKey> good = [];
        foreach (EnvelopeSignature signature in envelope.Signatures)
        {
            PolicyKey? key = policy.KeyOf(signature.KeyId);
            if (key is null)
                problems.Add(new SignatureProblem(SignatureFault.UnknownKey, signature.KeyId));
            else if (!key.Key.Verify(envelope.SignedBytes.Span, signature.Signature.Span))
                problems.Add(new SignatureProblem(SignatureFault.BadSignature, signature.KeyId));
            else if (!key.IsValidAt(at))
                problems.Add(new SignatureProblem(SignatureFault.KeyNotValidThen, signature.KeyId));
            else
                good.Add(key);
        }
        List<PolicyKey> signers = [];
        foreach (IGrouping<string, PolicyKey> person in good.GroupBy(key => key.Person))
        {
            if (policy.Suite.Algorithms.All(algorithm => person.Any(key => key.Key.Algorithm == algorithm)))
                signers.Add(person.First());
            else
                problems.Add(new SignatureProblem(SignatureFault.AlgorithmMissing, person.Key));
        }
        SignerThreshold[] needed = [.. policy.Thresholds.Where(t => t.Mode == mode)];
        if (needed.Length == 0)
            problems.Add(new SignatureProblem(SignatureFault.ModeUnknown, mode));
        foreach (SignerThreshold threshold in needed)
            if (signers.Count(signer => signer.Role == threshold.Role) < threshold.Count)
                problems.Add(new SignatureProblem(SignatureFault.ThresholdNotMet, TrustPolicyJson.NameOf(threshold.Role)));
        return new SignatureCheck(problems, signers);
    }
}

/// <summary>签名问题: what is wrong and where (key id, person, role or mode).</summary>
public sealed record SignatureProblem(SignatureFault Fault, string Where);

/// <summary>签名问题的种类.</summary>
public enum SignatureFault
{
    UnknownKey = 1,
    BadSignature = 2,
    KeyNotValidThen = 3,
    AlgorithmMissing = 4,
    ThresholdNotMet = 5,
    ModeUnknown = 6,
}
