using VotingHall.Signing;

namespace VotingHall.Verify;

/// <summary>
/// 记录核对: all checks of one record in the order of record.md 8. Pure: bytes in, report out; no network, no clock.
/// </summary>
public static class RecordCheck
{
    public static RecordReport Run(RecordInputs inputs)
    {
        List<Finding> findings = [];
        List<(string Chinese, string English, string Text)> facts = [];
        if (!SignedEnvelope.TryRead(inputs.Record, out SignedEnvelope? envelope) || envelope.PayloadType != PayloadTypes.Record)
        {
            findings.Add(new Finding(CheckStep.Form, FindingState.Bad, "不是严格格式的签名记录", "not a signed record in its strict form"));
            return new RecordReport(findings, facts);
        }
        List<string> problems = [];
        RecordPayload? payload = RecordPayload.Read(envelope.Payload.Span, problems);
        if (payload is null)
        {
            string where = problems.Count == 0 ? "JSON" : string.Join(", ", problems.Take(10));
            findings.Add(new Finding(CheckStep.Form, FindingState.Bad, "记录内容不符合格式：" + where, "the payload is not well formed: " + where));
            return new RecordReport(findings, facts);
        }
        findings.Add(new Finding(CheckStep.Form, FindingState.Good, "格式严格无误", "strictly well formed"));
        byte[] identity = envelope.Identity(payload.Suite);
        facts.Add(("记录标识", "record identity", Convert.ToHexStringLower(identity)));
        facts.Add(("事项", "item", payload.Title));
        facts.Add(("结论", "outcome", payload.State + " " + payload.Arithmetic));

        TrustPolicy? policy = PolicyCheck.Run(inputs, payload, findings, facts);
        if (policy is not null)
            PolicyCheck.Signatures(envelope, payload, policy, findings);
        SumsCheck.Run(payload, findings);
        OutcomeCheck.Run(payload, findings);
        ListCheck.Run(payload, findings);
        LogCheck.Proof(inputs.Proof, payload, identity, policy, findings);
        LogCheck.Journal(inputs.Journal, inputs.Proof, payload, identity, policy, findings);
        CodeCheck.Run(inputs.Qr, payload, identity, policy, findings);
        return new RecordReport(findings, facts);
    }
}
