namespace VotingHall.Core;

/// <summary>
/// 手工计票: what one person entered of papers or hands counted. Sums only: no type here can carry a member. Source: rules 4.4, 14, 17.
/// </summary>
/// <param name="Valid">有效票; 0 for a show of hands.</param>
/// <param name="Invalid">无效票 by reason; none for a show of hands.</param>
/// <param name="Rows">One per row of the paper, in ballot order.</param>
/// <param name="WriteIns">另选他人, each name as it stands on the papers, ordered by name.</param>
public sealed record HandCount(int Valid, InvalidPapers Invalid, IReadOnlyList<RowTally> Rows, IReadOnlyList<WriteInTally> WriteIns)
{
    public bool Equals(HandCount? other) => other is not null && Valid == other.Valid && Invalid == other.Invalid
        && Rows.SequenceEqual(other.Rows) && WriteIns.SequenceEqual(other.WriteIns);

    public override int GetHashCode() => HashCode.Combine(Valid, Invalid, Rows.Count, WriteIns.Count);
}

/// <summary>无效票的原因, each with its number of papers. Source: rules 4.3, 4.4.</summary>
/// <param name="OverVote">所选人数超过应选名额.</param>
/// <param name="Illegible">无法辨认.</param>
/// <param name="NotOfficial">不是规定的选票.</param>
/// <param name="Torn">残缺.</param>
/// <param name="Other">其他.</param>
public readonly record struct InvalidPapers(int OverVote, int Illegible, int NotOfficial, int Torn, int Other)
{
    public int Sum => checked(OverVote + Illegible + NotOfficial + Torn + Other);

    /// <summary>Reason by its stored name, in the order they are printed.</summary>
    public IReadOnlyList<(string Reason, int Papers)> ByReason =>
        [("overVote", OverVote), ("illegible", Illegible), ("notOfficial", NotOfficial), ("torn", Torn), ("other", Other)];

    /// <summary>Figures a person can have counted.</summary>
    internal bool IsPossible => ByReason.All(one => one.Papers is >= 0 and <= HandCountShape.FigureMax);
}

/// <summary>录入的计票: a count and who entered it when.</summary>
public sealed record EnteredCount(Step Entered, HandCount Count);

/// <summary>录入的另选票: names on the slips of a secret keypad election, ordered by name, and who entered them.</summary>
public sealed record EnteredSlips(Step Entered, IReadOnlyList<WriteInTally> Names)
{
    public bool SameNames(EnteredSlips other) => Names.SequenceEqual(other.Names);
}
