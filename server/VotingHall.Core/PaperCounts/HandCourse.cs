namespace VotingHall.Core;

/// <summary>
/// 手工环节: what people counted and entered in one round. Of a round on paper the whole course from issuing to two equal counts; of a round on
/// keypads the part of members who have none, and the slips of 另选他人. Source: rules 4.2, 14; design, settled questions 5 and 7.
/// </summary>
public sealed record HandCourse
{
    public static HandCourse None { get; } = new();

    /// <summary>发出选票.</summary>
    public EnteredFigure? Issued { get; init; }

    /// <summary>收回选票.</summary>
    public EnteredFigure? Collected { get; init; }

    /// <summary>宣布投票有效: 收回 not above 发出, said by the chair at once.</summary>
    public Step? DeclaredValid { get; init; }

    /// <summary>Counts entered, at most one a person.</summary>
    public IReadOnlyList<EnteredCount> Entries { get; init; } = [];

    /// <summary>对缺额的决定: marks are missing, and a scrutineer wrote why the count stands all the same.</summary>
    public EnteredNote? Unaccounted { get; init; }

    /// <summary>另选他人的合并, in the order decided.</summary>
    public IReadOnlyList<NameMerge> Merges { get; init; } = [];

    /// <summary>另选票 as entered, at most one list a person.</summary>
    public IReadOnlyList<EnteredSlips> Slips { get; init; } = [];

    /// <summary>不用表决器的代表 in a secret round: their sums, or null.</summary>
    public EnteredManual? Manual { get; init; }

    /// <summary>Who entered ballots of members without a keypad in a named round: once a person.</summary>
    public IReadOnlyList<Step> BallotsBy { get; init; } = [];

    /// <summary>Slips entered by two persons, and the same.</summary>
    public bool SlipsAgree => Slips.Count == 2 && Slips[0].SameNames(Slips[1]);

    /// <summary>The count both entered alike (or the only one where one entry is enough), or null.</summary>
    public HandCount? AgreedCount(int needed) =>
        Entries.Count >= needed && Entries.All(entry => entry.Count.Equals(Entries[0].Count)) ? Entries[0].Count : null;
}

/// <summary>录入的张数. <paramref name="Note"/>: why more papers were issued than members are present, else empty.</summary>
public sealed record EnteredFigure(Step Entered, int Papers, string Note);

/// <summary>一个人的决定, in words.</summary>
public sealed record EnteredNote(Step Entered, string Note);

/// <summary>合并另选他人: votes written for <paramref name="From"/> are votes for <paramref name="Into"/>, decided by a person. Source: rules 4.2.7.</summary>
public sealed record NameMerge(Step Decided, string From, string Into);

/// <summary>人工录入的合计 beside keypads: of how many members, and their marks.</summary>
public sealed record EnteredManual(Step Entered, ManualVotes Votes);

/// <summary>不用表决器的表决: members present by video or without a keypad, as sums. Source: rules 2.3; design, settled questions 5.</summary>
/// <param name="Participants">How many of them voted.</param>
public sealed record ManualVotes(int Participants, IReadOnlyList<RowTally> Rows)
{
    /// <summary>
    /// Least number of votes whose sums may be entered in a secret round, as few as the station opens: who they are stands in the roll, so the sum of one
    /// of them would be that member's vote. Source: protocol 8.4 step 7; decision 13.
    /// </summary>
    public const int SecretMin = 7;
}
