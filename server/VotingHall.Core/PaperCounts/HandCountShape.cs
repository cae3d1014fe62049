namespace VotingHall.Core;

/// <summary>计票的形式: whether entered figures are such that this paper can have them at all. What does not add up is another question (<see cref="HandFinding"/>).</summary>
internal static class HandCountShape
{
    /// <summary>Most papers, marks or points of one figure.</summary>
    public const int FigureMax = 9_999;

    public const int NamesMax = 500;

    private const int NameLengthMax = 40;

    /// <summary>What is wrong, in both languages; null = nothing.</summary>
    public static (string Chinese, string English)? Problem(Round round, HandCount count)
    {
        bool onPaper = round.Method == VotingMethod.PaperBallot;
        if (count.Valid is < 0 or > FigureMax || !count.Invalid.IsPossible)
            return ("张数不可能", "a number of papers is not possible");
        if (!onPaper && (count.Valid != 0 || count.Invalid.Sum != 0))
            return ("举手表决没有选票", "a show of hands has no papers");
        if (RowsProblem(round.Paper, count.Rows, onPaper) is { } rows)
            return rows;
        bool writeIns = onPaper && round.Paper.Groups.Any(group => group.WriteIns > 0);
        return writeIns || count.WriteIns.Count == 0 ? NamesProblem(count.WriteIns) : ("本票不能另选他人", "no other person can be written in");
    }

    public static (string Chinese, string English)? RowsProblem(BallotPaper paper, IReadOnlyList<RowTally> rows, bool withVoid)
    {
        if (rows.Count != paper.RowCount)
            return ($"须有 {paper.RowCount} 行", $"{paper.RowCount} rows are expected");
        int row = 0;
        foreach (PaperGroup group in paper.Groups)
            for (int i = 0; i < group.Rows.Count; i++, row++)
                if (!IsPossible(group, rows[row], withVoid))
                    return ($"第 {row + 1} 行的票数不可能", $"row {row + 1} has figures that are not possible");
        return null;
    }

    public static (string Chinese, string English)? NamesProblem(IReadOnlyList<WriteInTally> names)
    {
        if (names.Count > NamesMax)
            return ($"另选他人多于 {NamesMax} 名", $"more than {NamesMax} other persons");
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (WriteInTally one in names)
        {
            if (one.Name.Length is 0 or > NameLengthMax || one.Name.Trim() != one.Name)
                return ($"另选他人姓名须为 1 至 {NameLengthMax} 字，首尾无空格", $"a name has 1 to {NameLengthMax} characters without blanks at its ends");
            if (one.For is < 1 or > FigureMax)
                return ($"{one.Name} 的票数须从 1 起", $"votes for {one.Name} start at 1");
            if (!seen.Add(one.Name))
                return ($"{one.Name} 重复", $"{one.Name} stands twice");
        }
        return null;
    }

    /// <summary>The names in one order, so that two lists compare.</summary>
    public static IReadOnlyList<WriteInTally> Ordered(IEnumerable<WriteInTally> names) => [.. names.OrderBy(one => one.Name, StringComparer.Ordinal)];

    private static bool IsPossible(PaperGroup group, RowTally row, bool withVoid)
    {
        ReadOnlySpan<(Choice Option, int Marks)> figures =
            [(Choice.For, row.For), (Choice.Against, row.Against), (Choice.Abstain, row.Abstain), (Choice.WriteIn, row.WriteIn)];
        foreach ((Choice option, int marks) in figures)
            if (marks is < 0 or > FigureMax || (marks > 0 && !group.Options.Contains(option)))
                return false;
        return row.Void is >= 0 and <= FigureMax && (withVoid || row.Void == 0);
    }
}
