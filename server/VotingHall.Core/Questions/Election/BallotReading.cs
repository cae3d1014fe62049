namespace VotingHall.Core;

/// <summary>纸质票一行: the marks found beside one listed name; none = unmarked, two different = unreadable.</summary>
public sealed record PaperRow(string Name, IReadOnlyList<Choice> Marks);

/// <summary>
/// 认票: how one filled paper counts for one office. Too many names void it, fewer never do (unless the adopted measure asks for the exact number);
/// an unmarked row is 弃权; two different marks void the row; a written-in name needs a 反对 to go with it.
/// Source: EL44, OL28, DL17; rules 4.2–4.4.
/// </summary>
/// <param name="IsValid">有效票.</param>
/// <param name="Rows">What each listed name gets; void rows are left out.</param>
/// <param name="WriteIns">另选他人 that count, once each.</param>
public sealed record BallotReading(bool IsValid, IReadOnlyList<(string Name, Choice Choice)> Rows, IReadOnlyList<string> WriteIns)
{
    /// <summary>Whether a number of chosen names keeps the ballot valid.</summary>
    public static bool AllowsChosen(int chosen, int seats, BallotRule rule) => rule switch
    {
        BallotRule.AtMostSeats => chosen <= seats,
        BallotRule.ExactlySeats => chosen == seats,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>Reads one paper as the adopted measure says. Papers with one office; see <see cref="OfPaper"/> for several.</summary>
    /// <param name="rows">Every listed name with the marks beside it.</param>
    /// <param name="writtenIn">Names written in that count as written (rules 4.2.8: with or without ○, as the measure says).</param>
    /// <param name="seats">应选名额.</param>
    /// <param name="measure">ballot.* of the profile.</param>
    public static BallotReading Of(IReadOnlyList<PaperRow> rows, IReadOnlyList<string> writtenIn, int seats, BallotParameters measure) =>
        (measure.Blank == BlankBallot.Invalid && writtenIn.Count == 0 && rows.All(row => row.Marks.Count == 0))
        || (measure.DoubleMark == DoubleMark.BallotInvalid && rows.Any(row => row.Marks.Distinct().Count() > 1))
            ? Void
            : Of(rows, writtenIn, seats, measure.Rule);

    /// <summary>一张票上有几个职务: too many names void that office, or the whole paper where the adopted measure says so.</summary>
    public static IReadOnlyList<BallotReading> OfPaper(IReadOnlyList<BallotReading> offices, BallotParameters measure) =>
        measure.OverVoteScope == OverVoteScope.Paper && offices.Any(office => !office.IsValid)
            ? [.. offices.Select(_ => Void)]
            : offices;

    private static BallotReading Void { get; } = new(IsValid: false, [], []);

    public static BallotReading Of(IReadOnlyList<PaperRow> rows, IReadOnlyList<string> writtenIn, int seats, BallotRule rule)
    {
        List<(string Name, Choice? Choice)> read = [.. rows.Select(row => (row.Name, Read(row)))];
        string[] names = [.. writtenIn.Distinct(StringComparer.Ordinal)];
        HashSet<string> chosen = [.. read.Where(row => row.Choice == Choice.For).Select(row => row.Name), .. names];
        // Every name written counts towards the limit, also one that is disregarded below: the voter chose that many (C49).
        if (!AllowsChosen(chosen.Count, seats, rule))
            return Void;
        foreach (string name in names)
        {
            int listed = read.FindIndex(row => row.Name == name);
            if (listed < 0)
                continue;
            // Writing in a listed name is a mark for that name: it confirms 赞成, fills an empty row, contradicts any other mark.
            if (rows[listed].Marks.Count == 0)
                read[listed] = (name, Choice.For);
            else if (read[listed].Choice is not Choice.For)
                read[listed] = (name, null);
        }
        // A 反对 that its own voter contradicted is void and carries no other name.
        int against = read.Count(row => row.Choice == Choice.Against);
        string[] counted = [.. names.Where(name => read.TrueForAll(row => row.Name != name)).Take(against)];
        return new BallotReading(
            IsValid: true, [.. read.Where(row => row.Choice is not null).Select(row => (row.Name, row.Choice!.Value))], counted);
    }

    private static Choice? Read(PaperRow row) => row.Marks.Distinct().Count() switch
    {
        0 => Choice.Abstain,
        1 => row.Marks[0],
        _ => null,
    };
}
