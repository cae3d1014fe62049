using VotingHall.Signing;

namespace VotingHall.Verify;

/// <summary>信任策略与签名的核对 (record.md 8, steps 2 to 5).</summary>
internal static class PolicyCheck
{
    /// <summary>Reads the policy and compares it with the one the record names; null when nothing can be checked under it.</summary>
    public static TrustPolicy? Run(
        RecordInputs inputs, RecordPayload payload, List<Finding> findings, List<(string Chinese, string English, string Text)> facts)
    {
        if (inputs.Policy is null)
        {
            findings.Add(new Finding(
                CheckStep.Policy, FindingState.Missing, "没有信任策略，无法核对签名", "no trust policy: signatures cannot be checked"));
            return null;
        }
        if (!TrustPolicy.TryRead(inputs.Policy, out TrustPolicy? policy))
        {
            findings.Add(new Finding(CheckStep.Policy, FindingState.Bad, "信任策略不是严格格式", "the trust policy is not in its strict form"));
            return null;
        }
        string pinned = inputs.PolicyPinned ? "（指定 / given）" : "（未固定 / unpinned）";
        facts.Add(("策略指纹", "policy fingerprint", policy.Fingerprint + pinned));
        if (policy.DigestText != payload.Policy || policy.Suite != payload.Suite || policy.Hall != payload.Hall)
        {
            findings.Add(new Finding(
                CheckStep.Policy, FindingState.Bad, "记录属于另一信任策略", "the record belongs to another trust policy"));
            return null;
        }
        if (policy.IsRehearsal != payload.SaysRehearsal)
        {
            findings.Add(new Finding(
                CheckStep.Policy, FindingState.Bad, "策略与记录中只有一方注明演练密钥", "only one of policy and record says that keys are of a rehearsal"));
            return policy;
        }
        string chinese = policy.IsRehearsal ? "策略相符；演练密钥，不具证据效力" : "策略相符";
        string english = policy.IsRehearsal ? "the policy is the record's; rehearsal keys, no evidence" : "the policy is the record's";
        if (!inputs.PolicyPinned)
        {
            chinese += "；未固定：请核对指纹";
            english += "; unpinned: compare the fingerprint";
        }
        findings.Add(new Finding(CheckStep.Policy, FindingState.Good, chinese, english));
        return policy;
    }

    public static void Signatures(SignedEnvelope envelope, RecordPayload payload, TrustPolicy policy, List<Finding> findings)
    {
        SignatureCheck check = SignatureCheck.Of(envelope, policy, payload.SignedAs, payload.At);
        SignatureProblem[] single = [.. check.Problems.Where(p => !IsOfSigners(p.Fault))];
        SignatureProblem[] signers = [.. check.Problems.Where(p => IsOfSigners(p.Fault))];
        findings.Add(single.Length == 0
            ? new Finding(
                CheckStep.Signatures, FindingState.Good, $"{envelope.Signatures.Count} 个签名全部有效", $"all {envelope.Signatures.Count} signatures are good")
            : new Finding(
                CheckStep.Signatures, FindingState.Bad, string.Join("；", single.Select(Chinese)), string.Join("; ", single.Select(English))));
        string who = string.Join(", ", check.Signers.Select(signer => signer.Person).Order(StringComparer.Ordinal));
        findings.Add(signers.Length == 0
            ? new Finding(CheckStep.Signers, FindingState.Good, "签名人符合要求：" + who, "signers as required: " + who)
            : new Finding(
                CheckStep.Signers, FindingState.Bad, string.Join("；", signers.Select(Chinese)), string.Join("; ", signers.Select(English))));
    }

    private static bool IsOfSigners(SignatureFault fault) =>
        fault is SignatureFault.AlgorithmMissing or SignatureFault.ThresholdNotMet or SignatureFault.ModeUnknown;

    private static string Chinese(SignatureProblem problem) => problem.Fault switch
    {
        SignatureFault.UnknownKey => "策略中没有此密钥 ",
        SignatureFault.BadSignature => "签名无效 ",
        SignatureFault.KeyNotValidThen => "密钥当时不在有效期 ",
        SignatureFault.AlgorithmMissing => "缺少另一算法的签名 ",
        SignatureFault.ThresholdNotMet => "签名人数不足 ",
        SignatureFault.ModeUnknown => "策略未规定此表决方式 ",
        _ => throw new InvalidOperationException("unknown fault"),
    } + problem.Where;

    private static string English(SignatureProblem problem) => problem.Fault switch
    {
        SignatureFault.UnknownKey => "key not in the policy ",
        SignatureFault.BadSignature => "bad signature ",
        SignatureFault.KeyNotValidThen => "key not valid at that time ",
        SignatureFault.AlgorithmMissing => "signature of the other algorithm missing ",
        SignatureFault.ThresholdNotMet => "too few signers of role ",
        SignatureFault.ModeUnknown => "no rule of the policy for mode ",
        _ => throw new InvalidOperationException("unknown fault"),
    } + problem.Where;
}
