namespace VotingHall.Papers;

/// <summary>票数行: totals of one question, the table of persons or projects, and the sums that must be seen to add up.</summary>
internal static class FigureRows
{
    private const double FigureWidth = 36;
    private const int NamesPerRow = 16;

    internal static IEnumerable<TableRow> Of(RecordPayload record)
    {
        if (record.Item.Kind == "rollCall")
            return RollCall(record.Roll);
        if (record.Tally is not TallyLines tally || record.Void)
            return [];
        return record.Item.Kind is "motion" or "list" or "procedural" ? Single(record, tally) : Table(record, tally);
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
        List<(string Head, string Figure)> columns = [("赞成", Text(row.For)), ("反对", Text(row.Against)), ("弃权", Text(row.Abstain))];
        columns.Add(record.How switch
        {
            "paper" => ("无效票", Text(tally.Invalid ?? 0)),
            "hands" => ("未表态", Text(tally.NotPressed)),
            _ => ("未按表决器", Text(tally.NotPressed)),
        });
        yield return new TableRow.Figures("表决结果", columns);
        foreach (TableRow paper in Paper(tally))
            yield return paper;
        string marks = $"{row.For}+{row.Against}+{row.Abstain}";
        int sum = checked(row.For + row.Against + row.Abstain);
        if (row.Void > 0)
            marks += $"+{row.Void}";
        if (record.How == "paper")
            yield return Check(record, $"{marks}={checked(sum + row.Void)}", checked(sum + row.Void), tally.Valid ?? tally.Participants, "有效票数");
        else
            yield return Check(record, $"{marks}+{tally.NotPressed}={checked(sum + tally.NotPressed)}", checked(sum + tally.NotPressed), record.Roll.Present, "表决开始时签到人数");
    }

    private static IEnumerable<TableRow> Table(RecordPayload record, TallyLines tally)
    {
        bool withWriteIn = tally.Rows.Any(row => row.WriteIn > 0) || record.Rule.Options.Contains("writeIn");
        List<Column> columns = Columns(record, withWriteIn);
        yield return new TableRow.Head(columns);
        foreach (TallyRow row in tally.Rows.Where(row => !row.WrittenIn))
            yield return new TableRow.Cells(columns, Values(record, row, withWriteIn, tally.Participants));
        string act = record.Item.Kind switch { "election" => "投票", "projectVote" => "票决", _ => "表决" };
        string seats = record.Rule.Seats is int number
            ? record.Item.Kind == "projectVote" ? $"应选 {number} 项，" : $"应选 {number} 名，" : "";
        string notPressed = record.How == "keypad" ? $"，未按表决器 {tally.NotPressed} 人" : "";
        List<TallyRow> written = [.. tally.Rows.Where(row => row.WrittenIn)];
        int marks = tally.Rows.Sum(row => row.WriteIn);
        string slips = written.Count == 0 && marks > 0 ? $"；另选他人 {marks} 票，姓名见另附计票纸" : "";
        yield return new TableRow.Fact(act + "情况", (record.How == "paper" ? $"{seats}{act}票有效 {tally.Participants} 张{slips}" : $"{seats}参加{act} {tally.Participants} 人{notPressed}{slips}"));
        foreach (TableRow paper in Paper(tally))
            yield return paper;
        foreach (TableRow writeIn in WriteIns(written))
            yield return writeIn;
        if (record.How == "hands" && tally.NotPressed > 0)
            yield return new TableRow.Fact("未举手", $"{tally.NotPressed} 人");
        if (tally.Rows.Any(row => row.Void > 0))
            yield return new TableRow.Fact("行无效", string.Join("；", tally.Rows.Where(row => row.Void > 0).Select(row => $"{row.Name} {row.Void} 张")));
        string each = tally.Rows.Any(row => row.Void > 0) ? "各行合计（含行无效）" : "各行合计";
        int total = record.How == "keypad" ? checked(tally.Participants + tally.NotPressed) : tally.Participants;
        string sum = record.How == "keypad"
            ? $"{each}均为 {tally.Participants}；{tally.Participants}+{tally.NotPressed}={total}" : $"{each}均为 {tally.Valid ?? tally.Participants}";
        yield return Check(record, sum, record.How == "keypad" ? total : 0, record.How == "keypad" ? record.Roll.Present : 0, record.How == "keypad" ? "签到人数" : "有效票数");
    }

    private static List<Column> Columns(RecordPayload record, bool withWriteIn)
    {
        double result = record.Item.Kind == "projectVote" ? 50 : 66;
        int figures = withWriteIn ? 5 : 4;
        double number = 34;
        double name = A4.Width - number - (figures * FigureWidth) - result;
        string nameHead = record.Item.Kind switch { "election" => "候选人", "projectVote" => "候选项目", _ => "姓名" };
        List<Column> columns =
        [
            new("序号", number, Align.Centre),
            new(nameHead, name, record.Item.Kind == "projectVote" ? Align.Left : Align.Centre, IsName: record.Item.Kind != "projectVote"),
            new("赞成", FigureWidth, Align.Centre),
            new("反对", FigureWidth, Align.Centre),
            new("弃权", FigureWidth, Align.Centre),
        ];
        if (withWriteIn)
            columns.Add(new("另选", FigureWidth, Align.Centre));
        columns.Add(new("合计", FigureWidth, Align.Centre));
        columns.Add(new("结果", result, Align.Centre));
        return columns;
    }

    private static List<string> Values(RecordPayload record, TallyRow row, bool withWriteIn, int participants)
    {
        string name = record.Item.Kind == "projectVote" ? row.Name : PersonName.Widened(row.Name);
        int marks = checked(row.For + row.Against + row.Abstain);
        // 另选 is either counted beside 反对 or within it; the sum shown is the one that makes the papers.
        int total = marks == participants ? marks : checked(marks + row.WriteIn);
        List<string> values = [Text(row.No), name, Text(row.For), Text(row.Against), Text(row.Abstain)];
        if (withWriteIn)
            values.Add(Text(row.WriteIn));
        values.Add(Text(total));
        values.Add(Words.Person(record.Item.Kind, row.Outcome));
        return values;
    }

    private static IEnumerable<TableRow> Paper(TallyLines tally)
    {
        List<string> parts = [];
        if (tally.Issued is int issued)
            parts.Add($"发出 {issued} 张");
        if (tally.Collected is int collected)
            parts.Add($"收回 {collected} 张");
        if (tally.Valid is int valid)
            parts.Add($"有效 {valid} 张");
        if (tally.Invalid is int invalid)
            parts.Add($"无效 {invalid} 张" + (tally.Reasons.Count > 0 ? "（" + string.Join("、", tally.Reasons.Select(one => $"{Words.Reason(one.Code)} {one.Papers}")) + "）" : ""));
        if (tally.Issued is int all && tally.Collected is int back && all > back)
            parts.Add($"未交回 {all - back} 张");
        if (parts.Count > 0)
            yield return new TableRow.Fact("选票情况", string.Join("，", parts));
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

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
