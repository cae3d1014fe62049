namespace VotingHall.Papers;

/// <summary>各单通用行: what every report says above and below its figures. Source: rules 17.</summary>
internal static class FactRows
{
    internal static IEnumerable<TableRow> Above(RecordPayload record)
    {
        string act = Words.Act(record.Item.Kind);
        yield return new TableRow.Fact(act + "事项", Title(record));
        foreach (TableRow name in Names(record))
            yield return name;
        if (record.Question.AppraisalOf is string vote)
            yield return new TableRow.Fact("所依票决", vote);
        if (Round(record) is string round)
            yield return new TableRow.Fact("轮次", round);
        string? secrecy = Words.Secrecy(record);
        yield return new TableRow.Fact(act + "方式", Words.Method(record) + (secrecy is null ? "" : "。" + secrecy));
        if (Time(record) is string time)
            yield return new TableRow.Fact(act + "时间", time);
        if (record.Item.Kind != "rollCall")
            yield return new TableRow.Fact("出席情况", Attendance(record));
    }

    internal static IEnumerable<TableRow> Condition(RecordPayload record)
    {
        string? rule = Words.Rule(record);
        string arithmetic = Arithmetic(record);
        string required = record.Rule.Required is int votes && !arithmetic.Contains(votes.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? $"，须 {votes} {(record.Item.Kind == "rollCall" ? "人" : "票")}" : "";
        string cites = record.Rule.Cites.Count == 0 ? "" : "（" + string.Join("；", record.Rule.Cites) + "）";
        string separator = rule is not null && arithmetic.Length > 0 ? "：" : "";
        string text = (rule ?? "") + required + separator + arithmetic + cites;
        if (text.Length > 0)
            yield return new TableRow.Fact(Words.Condition(record.Item.Kind), text);
    }

    /// <summary>情况说明: irregularities; a few share a row, many get one each, so that a long list can break between pages.</summary>
    internal static IEnumerable<TableRow> Exceptions(RecordPayload record)
    {
        const int Together = 3;
        List<string> texts = [.. record.Exceptions.Select(Exception).OfType<string>()];
        if (texts.Count == 0)
            return [];
        return texts.Count <= Together
            ? [new TableRow.Fact("情况说明", string.Concat(texts))]
            : texts.Select(text => new TableRow.Fact("情况说明", text));
    }

    private static string? Exception(ExceptionLine line)
    {
        string? text = line.Code switch
        {
            "rehearsalKeys" => "本次为演练，表决器使用演练密钥",
            // Counted in 核对, where it explains 未按.
            "keypadFault" => null,
            "resumed" => $"主机中断后继续本轮{(line.Count is int times ? $" {times} 次" : "")}，已按的票没有丢失{(line.Note is null ? "" : "；" + line.Note)}",
            "void" => line.Note is null ? "本次表决作废" : "作废原因：" + line.Note,
            _ => line.Note ?? line.Code + (line.Count is int number ? $" {number}" : ""),
        };
        return text is null ? null : text.TrimEnd('。') + "。";
    }

    internal static string Attendance(RecordPayload record)
    {
        RollLine roll = record.Roll;
        string excused = roll.Excused is int number ? $"，其中请假 {number} 人" : "";
        string quorum = roll.Quorum is int needed
            ? $"；{(roll.Present >= needed ? "符合" : "不足")}法定人数（{needed} 人）" : "";
        return $"应到{Words.Basis(record.Meeting.Body, record.Rule.BaseBasis)} {roll.Due} 人，实到 {roll.Present} 人，缺席 {roll.Absent} 人{excused}{quorum}";
    }

    private static string Title(RecordPayload record)
    {
        ItemLine item = record.Item;
        string office = item.Office is null || item.Title.Contains(item.Office, StringComparison.Ordinal) ? "" : $"（{item.Office}）";
        string verb = item.Kind is "motion" or "rollCall" or "procedural" or "inquiryAnswer" or "evaluation" || item.Title.Contains(item.Verb, StringComparison.Ordinal) ? "" : $"〔{item.Verb}〕";
        return item.Title + office + verb;
    }

    private static string? Round(RecordPayload record)
    {
        RoundLine round = record.Round;
        string act = record.Item.Kind switch { "election" => "投票", "preSelection" => "预选投票", "evaluation" => "测评", "projectVote" => "票决", _ => "表决" };
        string? type = Words.Type(round.Type, act);
        // A 预选 is one by its form already.
        if (type == "预选" && record.Item.Kind == "preSelection")
            type = null;
        if (type is null && round.No <= 1 && round.RepeatOf is null && round.FollowUpOf is null)
            return null;
        string repeat = round.RepeatOf is null ? "" : $"，重新{act}（原第 {round.RepeatOf} 次作废）";
        string follow = round.FollowUpOf is null ? round.RepeatOf is null && type is not null ? "，" + type : ""
            : Follow(round, type, record.Item.Kind) is string said ? said
            : record.Rule.Id == "plurality" ? $"，再次{act}（承第 {round.FollowUpOf} 次，票数相等）"
            : record.Item.Kind == "election" ? $"，另行选举（承第 {round.FollowUpOf} 次，名额未满）"
            : $"，再次表决（承第 {round.FollowUpOf} 次）";
        return $"第 {round.No} 次{act}{repeat}{follow}";
    }

    /// <summary>Which earlier round it follows, by the type the record states; null in records that do not.</summary>
    private static string? Follow(RoundLine round, string? type, string kind) => (round.Type, kind) switch
    {
        ("runoff", _) => $"，{type}（承第 {round.FollowUpOf} 次，票数相等）",
        ("furtherElection", _) => $"，{type}（承第 {round.FollowUpOf} 次，名额未满）",
        ("election", _) => $"，正式选举（承第 {round.FollowUpOf} 次预选）",
        ("evaluation", _) => $"，年终测评（承第 {round.FollowUpOf} 次票决）",
        ("projectVote", _) => $"，其余项目再次票决（承第 {round.FollowUpOf} 次）",
        _ => null,
    };

    /// <summary>Who stands behind a single row: one person, or everybody on a merged list.</summary>
    private static IEnumerable<TableRow> Names(RecordPayload record)
    {
        const int PerRow = 16;
        if (!record.IsSingle)
            yield break;
        List<string> names = [.. record.Question.Persons.Select(person => person.Whole), .. record.Question.Names];
        for (int start = 0; start < names.Count; start += PerRow)
            yield return new TableRow.Fact(record.Question.Persons.Count > 0 ? "人选" : "名单", string.Join("、", names.Skip(start).Take(PerRow)));
    }

    /// <summary>The sum as the hall reads it; of many rows only the threshold, for the table shows their figures and a row must fit a page.</summary>
    private static string Arithmetic(RecordPayload record)
    {
        const int LongestShown = 300;
        string whole = record.Outcome.Arithmetic;
        if (whole.Length <= LongestShown)
            return whole;
        string threshold = whole.Split('；')[0];
        return threshold.Length > LongestShown ? "各行票数见上表" : threshold + "；各行票数见上表";
    }

    private static string? Time(RecordPayload record)
    {
        string place = string.IsNullOrEmpty(record.Meeting.Location) ? "" : "，" + record.Meeting.Location;
        if (record.Opened is not DateTimeOffset opened)
            return null;
        string from = $"{opened.Year}年{opened.Month}月{opened.Day}日 {Clock(opened)}";
        if (record.Closed is not DateTimeOffset closed)
            return from + place;
        string day = closed.Date == opened.Date ? "" : $"{closed.Month}月{closed.Day}日 ";
        return $"{from}至{day}{Clock(closed)}{place}";
    }

    private static string Clock(DateTimeOffset time) => $"{time.Hour}时{time.Minute:00}分{time.Second:00}秒";
}
