namespace VotingHall.Simulator;

/// <summary>选择分配: who of the seats marks what, with exact numbers; which seat gets which is drawn from the seed.</summary>
public static class BallotShares
{
    /// <summary>Explicit groups: so many seats with these marks. Seats beyond the sum press nothing. Null = more ballots than seats.</summary>
    public static IReadOnlyList<SeatMarks>? FromGroups(IReadOnlyList<string> seats, IReadOnlyList<(IReadOnlyList<int> Marks, int Count)> groups, Draw draw)
    {
        if (groups.Sum(group => (long)group.Count) > seats.Count)
            return null;
        string[] order = draw.Shuffle(seats);
        List<SeatMarks> ballots = [];
        foreach ((IReadOnlyList<int> marks, int count) in groups)
            for (int i = 0; i < count; i++)
                ballots.Add(new SeatMarks(order[ballots.Count], marks));
        return ballots;
    }

    /// <summary>
    /// Exact numbers per row, at most <paramref name="forMax"/> marks of option 1 on one ballot: rows are dealt one by one, option 1 always to
    /// the seats that have the fewest of it yet. Null = the numbers of the rows differ in sum, exceed the seats, or cannot respect the limit.
    /// </summary>
    public static IReadOnlyList<SeatMarks>? FromRows(IReadOnlyList<string> seats, IReadOnlyList<IReadOnlyList<int>> rows, int forMax, Draw draw)
    {
        int ballots = rows.Count == 0 ? 0 : rows[0].Sum();
        if (rows.Any(row => row.Sum() != ballots) || ballots > seats.Count || rows.Sum(row => (long)row[0]) > (long)ballots * forMax)
            return null;
        string[] voters = draw.Shuffle(seats)[..ballots];
        int[][] marks = [.. voters.Select(_ => new int[rows.Count])];
        int[] fors = new int[ballots];
        for (int row = 0; row < rows.Count; row++)
        {
            int[] byFewest = [.. draw.Shuffle(Enumerable.Range(0, ballots)).OrderBy(voter => fors[voter])];
            int next = 0;
            for (int option = 1; option <= rows[row].Count; option++)
                for (int i = 0; i < rows[row][option - 1]; i++)
                {
                    int voter = byFewest[next++];
                    marks[voter][row] = option;
                    fors[voter] += option == 1 ? 1 : 0;
                }
        }
        return fors.Any(count => count > forMax) ? null : [.. voters.Select((seat, i) => new SeatMarks(seat, marks[i]))];
    }
}
