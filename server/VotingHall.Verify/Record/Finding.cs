namespace VotingHall.Verify;

/// <summary>核对步骤, in the order of record.md 8. Stored by name in the JSON output.</summary>
public enum CheckStep
{
    Form = 1,
    Policy = 2,
    Signatures = 3,
    Signers = 4,
    Sums = 5,
    Outcome = 6,
    List = 7,
    Proof = 8,
    Journal = 9,
    Code = 10,
}

/// <summary>核对结果 of one step.</summary>
public enum FindingState
{
    /// <summary>相符.</summary>
    Good = 1,
    /// <summary>不符: the record is invalid.</summary>
    Bad = 2,
    /// <summary>缺少输入: cannot be decided.</summary>
    Missing = 3,
    /// <summary>不适用或未提供: nothing to check.</summary>
    Absent = 4,
}

/// <summary>核对发现: one step, its state and the reason in both languages.</summary>
public sealed record Finding(CheckStep Step, FindingState State, string Chinese, string English);

/// <summary>核对报告: all findings of one record. Bad outweighs missing.</summary>
public sealed record RecordReport(IReadOnlyList<Finding> Findings, IReadOnlyList<(string Chinese, string English, string Text)> Facts)
{
    public int ExitCode =>
        Findings.Any(f => f.State == FindingState.Bad) ? CommandLine.Bad
        : Findings.Any(f => f.State == FindingState.Missing) ? CommandLine.CannotDecide
        : CommandLine.Good;
}
