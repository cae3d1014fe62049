namespace VotingHall.Core;

/// <summary>记名计票: from ballots to sums.</summary>
internal static class NamedTally
{
    public static Tally Of(Round round, BallotBox.Named box, Meeting meeting)
    {
        IReadOnlyList<string> names = RowNames.Of(round);
        int[,] marks = new int[names.Count, (int)Choice.Grade5 + 1];
        SortedDictionary<string, int> writeIns = new(StringComparer.Ordinal);
        Dictionary<MemberId, string> roster = meeting.Members.ToDictionary(member => member.Id, member => member.Name);
        foreach (NamedHolding ballot in box.Ballots.Values)
        {
            for (int row = 0; row < names.Count; row++)
                if (ballot.Marks[row] is Choice choice)
                    marks[row, (int)choice]++;
            // A number nobody has is a void write-in: the mark against stands, no person gets the vote.
            foreach (MemberId member in ballot.WriteIns)
                if (roster.TryGetValue(member, out string? name))
                    writeIns[name] = writeIns.GetValueOrDefault(name) + 1;
        }
        RowTally[] rows = new RowTally[names.Count];
        for (int row = 0; row < rows.Length; row++)
        {
            int at = row;
            rows[row] = RowTally.From(names[row], choice => marks[at, (int)choice]);
        }
        return new Tally(
            round.Opening!.SignedIn, box.Count, rows, [.. writeIns.Select(entry => new WriteInTally(entry.Key, entry.Value))])
        {
            Manual = box.Ballots.Keys.Count(place => place.IsHandPlace),
        };
    }
}

/// <summary>各行名称: the texts of a paper's rows; a single question without a row text is called by its title.</summary>
internal static class RowNames
{
    public static IReadOnlyList<string> Of(Round round) =>
        [.. round.Paper.Groups.SelectMany(group => group.Rows).Select(text => text.Length == 0 ? round.Question.Title : text)];
}
