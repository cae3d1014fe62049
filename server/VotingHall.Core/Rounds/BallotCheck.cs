using System.Collections.Immutable;

namespace VotingHall.Core;

/// <summary>
/// 选票核对: does a named ballot fit its paper? The keypad refuses an over-vote before it casts, so a misfit is a fault of the keypad.
/// Source: protocol 5.3, 12.
/// </summary>
public static class BallotCheck
{
    private const int MemberNumberMax = 9999;

    /// <summary>What is wrong, in English for the alarm; null = fits. It never names a mark.</summary>
    public static string? Problem(BallotPaper paper, ImmutableArray<Choice?> marks, ImmutableArray<MemberId> writeIns)
    {
        if (marks.IsDefault || writeIns.IsDefault || marks.Length != paper.RowCount)
            return "rows";
        int places = paper.Groups.Sum(group => group.WriteIns);
        if (writeIns.Length != 0 && writeIns.Length != places)
            return "write-in places";
        if (writeIns.Any(member => member.Value is < 0 or > MemberNumberMax))
            return "write-in number";
        int row = 0, place = 0;
        foreach (PaperGroup group in paper.Groups)
        {
            ReadOnlySpan<Choice?> groupMarks = marks.AsSpan().Slice(row, group.Rows.Count);
            ReadOnlySpan<MemberId> groupNames = writeIns.Length == 0 ? [] : writeIns.AsSpan().Slice(place, group.WriteIns);
            if (GroupProblem(group, groupMarks, groupNames) is string problem)
                return problem;
            row += group.Rows.Count;
            place += group.WriteIns;
        }
        return null;
    }

    /// <summary>Unmarked rows filled with the option the paper gives them.</summary>
    internal static ImmutableArray<Choice?> Complete(BallotPaper paper, ImmutableArray<Choice?> marks)
    {
        ImmutableArray<Choice?>.Builder complete = marks.ToBuilder();
        int row = 0;
        foreach (PaperGroup group in paper.Groups)
            for (int i = 0; i < group.Rows.Count; i++, row++)
                complete[row] ??= group.IsPickList ? null : group.Unmarked;
        return complete.ToImmutable();
    }

    private static string? GroupProblem(PaperGroup group, ReadOnlySpan<Choice?> marks, ReadOnlySpan<MemberId> names)
    {
        int chosen = 0, against = 0;
        foreach (Choice? mark in marks)
        {
            Choice? counted = mark ?? (group.IsPickList ? null : group.Unmarked);
            if (counted is null && !group.IsPickList)
                return "unmarked row";
            if (counted is Choice choice && !group.Options.Contains(choice))
                return "option not offered";
            if (counted is Choice.For or Choice.WriteIn)
                chosen++;
            if (counted is Choice.Against)
                against++;
        }
        HashSet<MemberId> written = [];
        foreach (MemberId name in names)
            if (name.Value != 0 && !written.Add(name))
                return "written in twice";
        // Only a voter against a listed candidate may write in another. Source: DL17.
        if (written.Count > against)
            return "write-in without a mark against";
        chosen += written.Count;
        return chosen < group.MinFor || chosen > group.MaxFor ? "number chosen" : null;
    }
}
