namespace VotingHall.Core;

/// <summary>
/// 预选: more are nominated than the fixed difference allows; the first n by votes become formal candidates, no majority needed. Equal votes across
/// the cut: the law is silent, the presidium decides. Source: OL27, EL32; rules 5.3.
/// </summary>
/// <param name="Formal">正式候选人, in ballot order.</param>
/// <param name="TieAtCut">Equal votes across the cut, in ballot order; empty when nothing hangs on them.</param>
/// <param name="Dropped">The rest, in ballot order.</param>
public sealed record PreSelection(IReadOnlyList<string> Formal, IReadOnlyList<string> TieAtCut, IReadOnlyList<string> Dropped)
{
    /// <param name="rows">Marks of each nominee.</param>
    /// <param name="places">Seats plus the fixed difference, at least 1.</param>
    public static PreSelection Of(IReadOnlyList<RowTally> rows, int places)
    {
        IReadOnlyList<Place> taken = Ranking.Take([.. rows.Select(row => row.For)], places, least: 0);
        return new PreSelection(Those(Place.In), Those(Place.Tied), Those(Place.Out));

        string[] Those(Place place) => [.. rows.Where((_, i) => taken[i] == place).Select(row => row.Name)];
    }
}
