namespace VotingHall.Core;

/// <summary>
/// 表决次序: of votes that hang together, amendments come before the text they change, the removal of the holder before the appointment to the
/// same post. Source: NPCSC-R46, GD-R61, SH-R69; SZ-APP19; rules 7, 9.3.
/// </summary>
public static class VoteOrder
{
    /// <summary>Stable: what has no precedence keeps its place.</summary>
    public static IReadOnlyList<T> Sort<T>(IReadOnlyList<T> votes, Func<T, string> titleOf) =>
        [.. votes.OrderBy(vote => ComesFirst(titleOf(vote)) ? 0 : 1)];

    private static bool ComesFirst(string title) =>
        title.Contains("修正案", StringComparison.Ordinal) || title.StartsWith("免去", StringComparison.Ordinal)
        || title.StartsWith("免职", StringComparison.Ordinal);
}
