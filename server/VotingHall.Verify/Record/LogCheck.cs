using VotingHall.Core;
using VotingHall.Signing;
using LogHead = VotingHall.Signing.LogHead;

namespace VotingHall.Verify;

/// <summary>日志的核对 (record.md 8, steps 8 and 9): the record is in the log, the log is the policy's, and it says one thing about a round.</summary>
internal static class LogCheck
{
    private const string SignedEvent = "vote.signed";

    public static void Proof(byte[]? file, RecordPayload payload, byte[] identity, TrustPolicy? policy, List<Finding> findings)
    {
        if (file is null)
            Add(findings, CheckStep.Proof, FindingState.Absent, "没有日志证明", "no log proof given");
        else if (!LogProof.TryRead(file, payload.Suite, out LogProof? proof))
            Add(findings, CheckStep.Proof, FindingState.Bad, "日志证明不是严格格式", "the log proof is not in its strict form");
        else if (!proof.IsIncluded(payload.Suite) || proof.Leaf.NumberOf("n") != proof.Index)
            Add(findings, CheckStep.Proof, FindingState.Bad, "条目不在检查点的日志中", "the entry is not in the checkpoint's log");
        else if (!Names(proof.Leaf, payload, identity))
            Add(findings, CheckStep.Proof, FindingState.Bad, "条目不是本记录的", "the entry is not of this record");
        else if (policy is null)
            Add(findings, CheckStep.Proof, FindingState.Missing, "没有信任策略，无法核对检查点", "no trust policy: the checkpoint cannot be checked");
        else if (!CheckpointCheck.IsGood(proof.Checkpoint, policy) || !Precedes(payload, policy, proof.Checkpoint.Head.Size))
            Add(findings, CheckStep.Proof, FindingState.Bad, "检查点的签名或来源不符", "the checkpoint's signatures or origin are not good");
        else
            Add(findings, CheckStep.Proof, FindingState.Good,
                $"记录在日志第 {proof.Index} 条，检查点 {proof.Checkpoint.Head.Size} 条", $"entry {proof.Index} of a log of {proof.Checkpoint.Head.Size}");
    }

    public static void Journal(
        byte[]? file, byte[]? proofFile, RecordPayload payload, byte[] identity, TrustPolicy? policy, List<Finding> findings)
    {
        if (file is null)
            Add(findings, CheckStep.Journal, FindingState.Absent, "没有给出公开日志", "no public log given");
        else if (!PublicLog.TryRead(file, payload.Suite, out PublicLog? log, out int line))
            Add(findings, CheckStep.Journal, FindingState.Bad, $"公开日志第 {line} 行有误", $"line {line} of the public log is wrong");
        else if (policy is null)
            Add(findings, CheckStep.Journal, FindingState.Missing, "没有信任策略，无法核对检查点", "no trust policy: the checkpoint cannot be checked");
        else if (!CheckpointCheck.IsGood(log.Checkpoint, policy))
            Add(findings, CheckStep.Journal, FindingState.Bad, "检查点的签名或来源不符", "the checkpoint's signatures or origin are not good");
        else if (!SpeaksOnceOf(log, payload, identity))
            Add(findings, CheckStep.Journal, FindingState.Bad, "日志中没有本记录，或同一轮有另一份记录", "the log does not hold this record, or holds another one of its round");
        else if (!Precedes(payload, policy, log.Tree.Size) || !IsHeadOf(log, payload.Log))
            Add(findings, CheckStep.Journal, FindingState.Bad, "记录所引日志头不属于此日志", "the head the record refers to is not of this log");
        else if (proofFile is not null && LogProof.TryRead(proofFile, payload.Suite, out LogProof? proof) && !IsHeadOf(log, proof.Checkpoint.Head))
            Add(findings, CheckStep.Journal, FindingState.Bad, "日志证明的检查点不属于此日志", "the proof's checkpoint is not of this log");
        else
            Add(findings, CheckStep.Journal, FindingState.Good,
                $"公开日志 {log.Tree.Size} 条，前后一致", $"public log of {log.Tree.Size} entries, consistent");
    }

    /// <summary>The entry "record signed" of this very record.</summary>
    private static bool Names(Json.Object leaf, RecordPayload payload, byte[] identity) =>
        IsOfRound(leaf, payload) && leaf.ObjectOf("fields")?.TextOf("digest") == Convert.ToHexStringLower(identity);

    private static bool IsOfRound(Json.Object leaf, RecordPayload payload) =>
        leaf.TextOf("event") == SignedEvent && leaf.ObjectOf("fields")?.NumberOf("round") == payload.Round;

    private static bool SpeaksOnceOf(PublicLog log, RecordPayload payload, byte[] identity)
    {
        Json.Object[] ofRound = [.. log.Leaves.Where(leaf => IsOfRound(leaf, payload))];
        return ofRound.Length > 0 && ofRound.All(leaf => Names(leaf, payload, identity));
    }

    private static bool Precedes(RecordPayload payload, TrustPolicy policy, long size) =>
        payload.Log.Origin == policy.Origin && payload.Log.Size <= size;

    private static bool IsHeadOf(PublicLog log, LogHead head) =>
        head.Size <= log.Tree.Size && head.IsSame(log.Tree.HeadAt(log.Checkpoint.Head.Origin, head.Size));

    private static void Add(List<Finding> findings, CheckStep step, FindingState state, string chinese, string english) =>
        findings.Add(new Finding(step, state, chinese, english));
}
