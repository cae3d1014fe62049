namespace VotingHall.Papers;

/// <summary>测评票数行: one column a grade, then the rates of the same grades; or points and their mean. Percentages are for eyes only. Source: rules 1, 12.</summary>
internal static class EvaluationRows
{
    private const double NumberWidth = 36;
    private const double ResultWidth = 70;

    internal static IEnumerable<TableRow> Of(RecordPayload record, TallyLines tally)
    {
        foreach (TableRow row in record.Question.Scale == "score" ? Points(record, tally) : Grades(record, tally))
            yield return row;
        string notPressed = record.How == "keypad" ? $"，未按表决器 {tally.NotPressed} 人" : "";
        yield return new TableRow.Fact("测评情况", $"参加测评 {tally.Participants} 人{notPressed}");
        foreach (TableRow paper in FigureRows.Paper(record, tally))
            yield return paper;
        if (record.Question.Scale != "score")
            yield return FigureRows.RowsCheck(record, tally);
    }

    private static IEnumerable<TableRow> Grades(RecordPayload record, TallyLines tally)
    {
        RuleLine rule = record.Rule;
        bool withVoid = tally.Rows.Any(row => row.Void > 0);
        bool graded = record.Outcome.Items.Any(item => item.GradeName is not null);
        int figures = rule.Options.Count + (withVoid ? 1 : 0) + 1;
        double result = graded ? ResultWidth : 0;
        // Labels of four characters (基本满意) stand on two lines.
        double figure = Math.Min(46, (A4.Width - NumberWidth - result) * 0.62 / figures);
        List<Column> columns = [new("序号", NumberWidth, Align.Centre), new("测评对象", A4.Width - NumberWidth - result - (figures * figure), Align.Left, IsName: true)];
        columns.AddRange(rule.Options.Select((_, i) => new Column(rule.LabelOf(i), figure, Align.Centre)));
        if (withVoid)
            columns.Add(new("无效", figure, Align.Centre));
        columns.Add(new("合计", figure, Align.Centre));
        if (graded)
            columns.Add(new("测评结果", result, Align.Centre));
        yield return new TableRow.Head(columns);
        for (int i = 0; i < tally.Rows.Count; i++)
        {
            TallyRow row = tally.Rows[i];
            int sum = rule.Options.Aggregate(row.Void, (all, option) => checked(all + row.Of(option)));
            yield return new TableRow.Cells(columns,
            [
                FigureRows.Text(row.No), Object(record, i), .. rule.Options.Select(option => FigureRows.Text(row.Of(option))),
                .. withVoid ? [FigureRows.Text(row.Void)] : Array.Empty<string>(), FigureRows.Text(sum),
                .. graded ? [ItemOf(record, i)?.GradeName ?? "—"] : Array.Empty<string>(),
            ]);
        }
        foreach (TableRow rate in Rates(record, tally))
            yield return rate;
    }

    /// <summary>满意率等: the grades of the scale over the base of each item, and all but the worst together.</summary>
    private static IEnumerable<TableRow> Rates(RecordPayload record, TallyLines tally)
    {
        string[] grades = [.. record.Rule.Options.Where(option => option.StartsWith("grade", StringComparison.Ordinal))];
        if (grades.Length < 2)
            yield break;
        double rate = Math.Min(66, (A4.Width - NumberWidth) * 0.66 / (grades.Length + 1));
        List<Column> columns = [new("序号", NumberWidth, Align.Centre), new("测评对象", A4.Width - NumberWidth - ((grades.Length + 1) * rate), Align.Left, IsName: true)];
        columns.AddRange(grades.Select((_, i) => new Column(record.Rule.LabelOf(i) + "率", rate, Align.Centre)));
        columns.Add(new(grades.Length == 3 ? "前两等合计" : "末等外合计", rate, Align.Centre));
        yield return new TableRow.Head(columns);
        for (int i = 0; i < tally.Rows.Count; i++)
        {
            TallyRow row = tally.Rows[i];
            int of = ItemOf(record, i)?.Base ?? 0;
            long but = grades.Take(grades.Length - 1).Sum(grade => (long)row.Of(grade));
            yield return new TableRow.Cells(
                columns, [FigureRows.Text(row.No), Object(record, i), .. grades.Select(grade => Shown.Percent(row.Of(grade), of)), Shown.Percent(but, of)]);
        }
    }

    private static IEnumerable<TableRow> Points(RecordPayload record, TallyLines tally)
    {
        const double figure = 66;
        List<Column> columns =
        [
            new("序号", NumberWidth, Align.Centre), new("测评对象", A4.Width - NumberWidth - (3 * figure), Align.Left, IsName: true),
            new("评分人数", figure, Align.Centre), new("总分", figure, Align.Centre), new("平均分", figure, Align.Centre),
        ];
        yield return new TableRow.Head(columns);
        for (int i = 0; i < tally.Rows.Count; i++)
        {
            TallyRow row = tally.Rows[i];
            yield return new TableRow.Cells(
                columns, [FigureRows.Text(row.No), Object(record, i), FigureRows.Text(row.Forms ?? 0), FigureRows.Text(row.Points ?? 0), Mean(ItemOf(record, i))]);
        }
    }

    internal static string Mean(GradeLine? item) =>
        item is { MeanNumerator: int sum, MeanDenominator: int forms } ? Shown.Hundredths(sum, forms) : "—";

    private static GradeLine? ItemOf(RecordPayload record, int row) => row < record.Outcome.Items.Count ? record.Outcome.Items[row] : null;

    private static string Object(RecordPayload record, int row)
    {
        string name = record.Tally!.Rows[row].Name;
        return record.Question.Persons.FirstOrDefault(person => person.Name == name)?.Whole ?? name;
    }
}

/// <summary>显示的小数: two decimals, half up, whole numbers all the way; never the ground of a decision. Source: rules 1.</summary>
internal static class Shown
{
    /// <summary>"90.33%"; a dash where there is nothing to measure against.</summary>
    internal static string Percent(long part, int of) => of < 1 ? "—" : Written(((part * 20_000 / of) + 1) / 2) + "%";

    /// <summary>"87.53" of 8753/100.</summary>
    internal static string Hundredths(int numerator, int denominator) => Written((((long)numerator * 200 / denominator) + 1) / 2);

    private static string Written(long hundredths) =>
        (hundredths / 100).ToString(System.Globalization.CultureInfo.InvariantCulture) + "." + (hundredths % 100).ToString("D2", System.Globalization.CultureInfo.InvariantCulture);
}
