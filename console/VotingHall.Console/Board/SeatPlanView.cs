namespace VotingHall.Screens;

/// <summary>席位图: where the seats are, fetched once and again when <see cref="Version"/> changes. Source: screens 7.</summary>
/// <param name="Rows">Front to back.</param>
public sealed record SeatPlanView(long Version, IReadOnlyList<SeatRow> Rows)
{
    public int SeatCount => Rows.Sum(row => row.Seats.Count);
}

/// <summary>一排, left to right as the deputies sit. The seats of the plan in this order are the order of packed seat states.</summary>
public sealed record SeatRow(string Name, IReadOnlyList<string> Seats);
