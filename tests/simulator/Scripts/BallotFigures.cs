namespace VotingHall.Simulator;

/// <summary>选择数目: how many mark what. Which seat marks which is drawn once the seats are known. Closed list.</summary>
public abstract record BallotFigures
{
    private BallotFigures() { }

    /// <summary>The ballots of the seats; seats that are left out press nothing. Null = the figures do not fit so many seats.</summary>
    public abstract IReadOnlyList<SeatMarks>? Deal(IReadOnlyList<string> seats, Draw draw);

    /// <summary>Every seat marks the same.</summary>
    public sealed record Same(IReadOnlyList<int> Marks) : BallotFigures
    {
        public override IReadOnlyList<SeatMarks> Deal(IReadOnlyList<string> seats, Draw draw) => [.. seats.Select(seat => new SeatMarks(seat, Marks))];
    }

    /// <summary>So many seats with these marks.</summary>
    public sealed record Groups(IReadOnlyList<(IReadOnlyList<int> Marks, int Count)> Sizes) : BallotFigures
    {
        public override IReadOnlyList<SeatMarks>? Deal(IReadOnlyList<string> seats, Draw draw) => BallotShares.FromGroups(seats, Sizes, draw);
    }

    /// <summary>Exact numbers of each option in each row, nobody with more than <paramref name="ForMax"/> marks of option 1.</summary>
    public sealed record PerRow(IReadOnlyList<IReadOnlyList<int>> Counts, int ForMax) : BallotFigures
    {
        public override IReadOnlyList<SeatMarks>? Deal(IReadOnlyList<string> seats, Draw draw) => BallotShares.FromRows(seats, Counts, ForMax, draw);
    }
}
