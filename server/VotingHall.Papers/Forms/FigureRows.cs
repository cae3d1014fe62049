namespace VotingHall.Papers;

/// <summary>票数行: totals of one question, the table of persons or projects, and the sums that must be seen to add up.</summary>
internal static class FigureRows
{
    private const double FigureWidth = 36;
    private const int NamesPerRow = 16;
    private static readonly string[] ThreeMarks = ["for", "against", "abstain"];

    internal static IEnumerable<TableRow> Of(RecordPayload record)
    {
        if (record.Item.Kind == "rollCall")
            return RollCall(record.Roll);
        if (record.Tally is not TallyLines tally || record.Void)
            return [];
        return record.IsEvaluation ? EvaluationRows.Of(record, tally) : record.IsSingle ? Single(record, tally) : Table(record, tally);
    }

    private static IEnumerable<TableRow> RollCall(RollLine roll)
    {
        List<(string Head, string Figure)> columns = [("应到", Text(roll.Due)), ("实到", Text(roll.Present)), ("缺席", Text(roll.Absent))];
        if (roll.Excused is int excused)
            columns.Add(("其中请假", Text(excused)));
        yield return new TableRow.Figures("签到情况", columns);
        yield return new TableRow.Fact("核对", $"{roll.Present}+{roll.Absent}={roll.Due}，等于应到人数");
    }

    private static IEnumerable<TableRow> Single(RecordPayload record, TallyLines tally)
    {
        TallyRow row = tally.Rows[0];
        IReadOnlyList<string> options = record.Rule.Options.Count == 0 ? ThreeMarks : record.Rule.Options;
        List<(string Head, string Figure)> columns =
            [.. options.Select((option, i) => (i < record.Rule.Labels.Count ? record.Rule.Labels[i] : Words.Choice(option), Text(row.Of(option))))];
        columns.Add(record.How switch
        {
            "paper" => ("无效票", Text(tally.Invalid ?? 0)),
            "hands" => ("未表态", Text(tally.NotPressed)),
            _ => ("未按表决器", Text(tally.NotPressed)),
        });
        yield return new TableRow.Figures("表决结果", columns);
        foreach (TableRow paper in Paper(record, tally))
            yield return paper;
        string marks = string.Join("+", options.Select(option => row.Of(option)));
        int sum = options.Aggregate(0, (all, option) => checked(all + row.Of(option)));
        if (row.Void > 0)
            marks += $"+{row.Void}";
        if (record.How == "paper")
            yield return Check(record, $"{marks}={checked(sum + row.Void)}", checked(sum + row.Void), tally.Valid ?? tally.Participants, "有效票数");
        else
            yield return Check(record, $"{marks}+{tally.NotPressed}={checked(sum + tally.NotPressed)}", checked(sum + tally.NotPressed), tally.Total ?? record.Roll.Present, record.Item.Kind == "inquiryAnswer" ? "出席的质询案提出者人数" : "表决开始时签到人数");
    }

    private static IEnumerable<TableRow> Table(RecordPayload record, TallyLines tally)
    {
        bool withWriteIn = tally.Rows.Any(row => row.WriteIn > 0) || record.Rule.Options.Contains("writeIn");
        IReadOnlyList<string> options = record.Rule.IsPickList ? record.Rule.Options : withWriteIn ? [.. ThreeMarks, "writeIn"] : ThreeMarks;
        List<Column> columns = Columns(record, options);
        yield return new TableRow.Head(columns);
        foreach (TallyRow row in tally.Rows.Where(row => !row.WrittenIn))
            yield return new TableRow.Cells(columns, Values(record, row, options, tally.Valid ?? tally.Participants));
        string act = record.Item.Kind switch { "election" => "投票", "preSelection" => "预选", "projectVote" => "票决", _ => "表决" };
        string seats = record.Rule.Seats is int number
            ? record.Item.Kind == "projectVote" ? $"应选 {number} 项，" : record.Item.Kind == "preSelection" ? $"正式候选人 {number} 名，" : $"应选 {number} 名，" : "";
        string notPressed = record.How == "keypad" ? $"，未按表决器 {tally.NotPressed} 人" : "";
        List<TallyRow> written = [.. tally.Rows.Where(row => row.WrittenIn)];
        int marks = tally.Rows.Sum(row => row.WriteIn);
        string slips = written.Count == 0 && marks > 0 ? $"；另选他人 {marks} 票，姓名见另附计票纸" : "";
        yield return new TableRow.Fact(act + "情况", (record.How == "paper" ? $"{seats}{act}票有效 {tally.Participants} 张{slips}" : $"{seats}参加{act} {tally.Participants} 人{notPressed}{slips}"));
        foreach (TableRow paper in Paper(record, tally))
            yield return paper;
        foreach (TableRow writeIn in WriteIns(written))
            yield return writeIn;
        if (record.How == "hands" && tally.NotPressed > 0)
            yield return new TableRow.Fact("未举手", $"{tally.NotPressed} 人");
        if (tally.Rows.Any(row => row.Void > 0))
            yield return new TableRow.Fact("行无效", string.Join("；", tally.Rows.Where(row => row.Void > 0).Select(row => $"{row.Name} {row.Void} 张")));
        yield return RowsCheck(record, tally);
    }

    /// <summary>What the rows add up to: those signed in by keypad, the valid papers, or those who raised a hand.</summary>
    internal static TableRow.Fact RowsCheck(RecordPayload record, TallyLines tally)
    {
        bool keypad = record.How == "keypad";
        int each = keypad ? tally.Participants : tally.Valid ?? tally.Participants;
        string rows = record.Rule.IsPickList ? "各行得票均不多于参加人数" : tally.Rows.Any(row => row.Void > 0) ? $"各行合计（含行无效）均为 {each}" : $"各行合计均为 {each}";
        int present = tally.Total ?? record.Roll.Present;
        int total = keypad ? checked(tally.Participants + tally.NotPressed) : each;
        return Check(
            record, keypad ? $"{rows}；{tally.Participants}+{tally.NotPressed}={total}" : rows, total, keypad ? present : each,
            keypad ? "签到人数" : tally.Valid is null ? "参加人数" : "有效票数");
    }

    private static List<Column> Columns(RecordPayload record, IReadOnlyList<string> options)
    {
        bool projects = record.Item.Kind == "projectVote", picked = record.Rule.IsPickList;
        double result = projects ? 50 : record.Item.Kind == "preSelection" ? 80 : 66;
        int figures = options.Count + (picked ? 0 : 1);
        double number = 34;
        double name = A4.Width - number - (figures * FigureWidth) - result;
        string nameHead = record.Item.Kind switch { "election" => "候选人", "preSelection" => "被提名人", "projectVote" => "候选项目", _ => "姓名" };
        List<Column> columns = [new("序号", number, Align.Centre), new(nameHead, name, projects ? Align.Left : Align.Centre, IsName: !projects)];
        columns.AddRange(options.Select(option => new Column(picked ? "得票" : Words.Choice(option), FigureWidth, Align.Centre)));
        if (!picked)
            columns.Add(new("合计", FigureWidth, Align.Centre));
        columns.Add(new("结果", result, Align.Centre));
        return columns;
    }

    private static List<string> Values(RecordPayload record, TallyRow row, IReadOnlyList<string> options, int participants)
    {
        string name = record.Item.Kind == "projectVote" ? row.Name : PersonName.Widened(row.Name);
        string post = record.Question.Persons.FirstOrDefault(person => person.Name == row.Name)?.Post is string own ? $"（{own}）" : "";
        List<string> values = [Text(row.No), name + post, .. options.Select(option => Text(row.Of(option)))];
        if (!record.Rule.IsPickList)
        {
            int marks = checked(row.For + row.Against + row.Abstain + row.Void);
            // 另选 is either counted beside 反对 or within it; the sum shown is the one that makes the papers.
            values.Add(Text(marks == participants ? marks : checked(marks + row.WriteIn)));
        }
        values.Add(Words.Person(record.Item.Kind, row.Outcome));
        return values;
    }

    internal static IEnumerable<TableRow> Paper(RecordPayload record, TallyLines tally)
    {
        List<string> parts = [];
        if (tally.Issued is int issued)
            parts.Add($"发出 {issued} 张");
        if (tally.Collected is int collected)
            parts.Add($"收回 {collected} 张");
        if (tally.Valid is int valid)
            parts.Add($"有效 {valid} 张");
        if (tally.Invalid is int invalid)
            parts.Add($"无效 {invalid} 张" + (tally.Reasons.Count > 0 ? "（" + string.Join("、", tally.Reasons.Select(one => $"{Words.Reason(one.Reason)} {one.Papers}")) + "）" : ""));
        if (tally.Issued is int all && tally.Collected is int back && all > back)
            parts.Add($"未交回 {all - back} 张");
        if (parts.Count > 0)
            yield return new TableRow.Fact(record.Item.Kind is "election" or "preSelection" ? "选票情况" : record.IsEvaluation ? "测评票" : "表决票", string.Join("，", parts));
    }

    private static IEnumerable<TableRow> WriteIns(List<TallyRow> names)
    {
        for (int start = 0; start < names.Count; start += NamesPerRow)
            yield return new TableRow.Fact("另选他人", string.Join("；", names.Skip(start).Take(NamesPerRow).Select(row => $"{row.Name} {row.For} 票")));
    }

    private static TableRow.Fact Check(RecordPayload record, string sum, int found, int expected, string what)
    {
        ExceptionLine? fault = record.Exceptions.FirstOrDefault(exception => exception.Code == "keypadFault");
        string faults = fault?.Count is int seats ? $"。未按中表决器故障 {seats} 席" : "";
        string verdict = record.Tally?.SumCheck switch
        {
            "excess" => $"，多于{what} {expected}，不得宣布",
            "unaccounted" => $"，少于{what} {expected}",
            "unknown" => "，数据不全，无法核对",
            _ => found == expected ? $"，等于{what}" : $"，与{what} {expected} 不符",
        };
        return new TableRow.Fact("核对", sum + verdict + faults);
    }

    internal static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
