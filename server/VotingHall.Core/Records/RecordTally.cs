namespace VotingHall.Core;

/// <summary>记录的票数部分. Options a row does not offer are absent, offered ones are always there, 0 included.</summary>
internal static class RecordTally
{
    public static Json.Object Of(Round round, Counted counted)
    {
        Tally tally = counted.Tally;
        List<Json> items = [];
        if (round.Question is not RollCall)
            AddItems(items, round, counted);
        bool pickList = round.Paper.Groups.Any(group => group.IsPickList);
        SumCheck check = tally.Method == VotingMethod.Keypad ? SumFinding.Of(tally, pickList).Check : HandFinding.Of(round.Paper, tally).Sum.Check;
        PaperCount? papers = tally.Papers;
        return Json.Of(
            ("collected", papers?.Collected is int collected ? collected : null), ("invalid", papers?.Invalid is int invalid ? invalid : null),
            ("issued", papers?.Issued is int issued ? issued : null), ("items", new Json.List(items)), ("notPressed", tally.NotPressed),
            ("participants", tally.Participants), ("reasons", papers is { Invalid: > 0 } ? HandJson.WriteReasons(papers.Reasons) : null),
            ("sumCheck", EnumNames.Write(check)), ("total", tally.SignedIn), ("valid", papers?.Valid is int valid ? valid : null));
    }

    private static void AddItems(List<Json> items, Round round, Counted counted)
    {
        int row = 0;
        foreach (PaperGroup group in round.Paper.Groups)
            for (int i = 0; i < group.Rows.Count; i++, row++)
            {
                RowTally figures = counted.Tally.Rows[row];
                items.Add(Json.Of(
                    ("counts", Counts(group, figures)), ("name", figures.Name), ("no", row + 1),
                    ("outcome", OutcomeOf(counted.Outcome, figures.Name))));
            }
        foreach (WriteInTally written in counted.Tally.WriteIns)
            items.Add(Json.Of(
                ("counts", Json.Of(("for", written.For))), ("name", written.Name), ("no", items.Count + 1),
                ("outcome", OutcomeOf(counted.Outcome, written.Name)), ("writeIn", true)));
    }

    private static Json.Object Counts(PaperGroup group, RowTally row)
    {
        List<KeyValuePair<string, Json>> counts = [.. group.Options.Select(option => new KeyValuePair<string, Json>(EnumNames.Write(option), row.Of(option)))];
        if (row.Score != default)
            counts.AddRange([new("forms", row.Score.Forms), new("points", row.Score.Points)]);
        if (row.Void > 0)
            counts.Add(new("void", row.Void));
        return new Json.Object([.. counts.OrderBy(count => count.Key, StringComparer.Ordinal)]);
    }

    private static Json? OutcomeOf(Outcome outcome, string name) => outcome switch
    {
        Outcome.Carried carried => EnumNames.Write(carried.PendingUpperApproval ? PersonState.PassedPendingUpperApproval : PersonState.Passed),
        Outcome.NotCarried => EnumNames.Write(PersonState.NotPassed),
        _ => OutcomeJson.PersonsOf(outcome).FirstOrDefault(person => person.Name == name) is PersonOutcome person ? EnumNames.Write(person.State) : null,
    };
}
