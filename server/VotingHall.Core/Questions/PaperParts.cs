namespace VotingHall.Core;

/// <summary>票样部件: the option lists and the single-row paper several kinds share. Source: rules 4.1.</summary>
internal static class PaperParts
{
    /// <summary>表决票: 赞成 反对 弃权, no write-in.</summary>
    public static IReadOnlyList<Choice> Three { get; } = [Choice.For, Choice.Against, Choice.Abstain];

    /// <summary>选举票 on secret keypads: 另选他人 is an option of its own.</summary>
    public static IReadOnlyList<Choice> Four { get; } = [Choice.For, Choice.Against, Choice.Abstain, Choice.WriteIn];

    /// <summary>One question, one key press.</summary>
    public static BallotPaper SingleRow(string title) =>
        new(title, CastsAtOnce: true, [new PaperGroup([""], Three, Unmarked: null, MinFor: 0, MaxFor: 1, WriteIns: 0)]);

    /// <summary>Persons or items one by one: every row must be marked, any number may be for.</summary>
    public static BallotPaper RowByRow(string title, IReadOnlyList<string> rows) =>
        new(title, CastsAtOnce: false, [new PaperGroup(rows, Three, Unmarked: null, MinFor: 0, MaxFor: rows.Count, WriteIns: 0)]);

    /// <summary>A question is never voted as a roll call.</summary>
    public static void RefuseSignIn(RoundMode mode)
    {
        if (mode is not (RoundMode.Named or RoundMode.Secret))
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "only a roll call is taken by sign-in");
    }
}
