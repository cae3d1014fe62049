using VotingHall.Signing;

namespace VotingHall.Verify;

/// <summary>报告单二维码的核对 (record.md 8, step 10): signed by the system, and every figure that of the record.</summary>
internal static class CodeCheck
{
    public static void Run(string? text, RecordPayload payload, byte[] identity, TrustPolicy? policy, List<Finding> findings)
    {
        (FindingState state, string chinese, string english) = Judge(text, payload, identity, policy);
        findings.Add(new Finding(CheckStep.Code, state, chinese, english));
    }

    private static (FindingState State, string Chinese, string English) Judge(string? text, RecordPayload payload, byte[] identity, TrustPolicy? policy)
    {
        if (text is null)
            return (FindingState.Absent, "没有给出二维码文字", "no code given");
        if (!CertQr.TryRead(text, out CertQr? code))
            return (FindingState.Bad, "二维码文字有误", "not a certificate code");
        CertQrContent content = code.Content;
        if (!content.RecordDigest.Span.SequenceEqual(identity))
            return (FindingState.Bad, "二维码属于另一份记录", "the code is of another record");
        CertQrContent? expected = payload.CodeContent(identity);
        if (expected is null || !content.MeetingShort.Span.SequenceEqual(expected.MeetingShort.Span) || content.Round != expected.Round
            || content.Present != expected.Present || content.Participants != expected.Participants || content.Announced != expected.Announced
            || content.RowCount != expected.RowCount || !content.Rows.SequenceEqual(expected.Rows))
            return (FindingState.Bad, "二维码上的数字与记录不符", "figures of the code are not those of the record");
        if (policy is null)
            return (FindingState.Missing, "没有信任策略，无法核对二维码签名", "no trust policy: the code's signature cannot be checked");
        return code.IsSignedUnder(policy)
            ? (FindingState.Good, "二维码与记录一致，签名有效", "the code agrees with the record and its signature is good")
            : (FindingState.Bad, "二维码签名无效", "the code's signature is not good");
    }
}
