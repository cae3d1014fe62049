namespace VotingHall.Core;

/// <summary>名次: where one contender stands once the seats are given out.</summary>
public enum Place
{
    /// <summary>Takes a seat.</summary>
    In = 1,
    /// <summary>票数相等 across the last seat.</summary>
    Tied = 2,
    Out = 3,
}

/// <summary>
/// 排名: the one function that hands out seats by number of votes. Equal votes are a tie only if they decide who takes the last seat.
/// Source: OL29, EL45; rules 5.4, 5.5.
/// </summary>
public static class Ranking
{
    /// <summary>Places in the order of <paramref name="votes"/>; only those with at least <paramref name="least"/> votes are considered.</summary>
    public static IReadOnlyList<Place> Take(IReadOnlyList<int> votes, int seats, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        Place[] places = new Place[votes.Count];
        Array.Fill(places, Place.Out);
        List<int> qualified = [.. votes.Where(each => each >= least).OrderDescending()];
        if (qualified.Count == 0)
            return places;
        int last = qualified[Math.Min(seats, qualified.Count) - 1];
        bool tie = qualified.Count > seats && qualified[seats] == last;
        for (int i = 0; i < votes.Count; i++)
        {
            if (votes[i] >= least && (votes[i] > last || (votes[i] == last && !tie)))
                places[i] = Place.In;
            else if (tie && votes[i] == last)
                places[i] = Place.Tied;
        }
        return places;
    }
}
