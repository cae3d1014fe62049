namespace VotingHall.Core;

/// <summary>
/// 预选的分界: the first n by votes, those equal across the cut, and the rest, each in ballot order. Source: OL27, EL32; rules 5.3.
/// </summary>
/// <param name="Formal">正式候选人.</param>
/// <param name="TieAtCut">Equal votes across the cut; empty when nothing hangs on them.</param>
/// <param name="Dropped">The rest.</param>
public sealed record CutLine(IReadOnlyList<string> Formal, IReadOnlyList<string> TieAtCut, IReadOnlyList<string> Dropped)
{
    /// <param name="rows">Marks of each nominee.</param>
    /// <param name="places">Seats plus the fixed difference, at least 1.</param>
    public static CutLine Of(IReadOnlyList<RowTally> rows, int places)
    {
        IReadOnlyList<Place> taken = Ranking.Take([.. rows.Select(row => row.For)], places, least: 0);
        return new CutLine(Those(Place.In), Those(Place.Tied), Those(Place.Out));

        string[] Those(Place place) => [.. rows.Where((_, i) => taken[i] == place).Select(row => row.Name)];
    }
}
