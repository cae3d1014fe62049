namespace VotingHall.Papers;

/// <summary>结论行: the outcome in the words of the announcement. Source: rules 16, screens 6.</summary>
internal static class VerdictRows
{
    /// <summary>Names beyond this number are seen in the table above instead of being repeated.</summary>
    private const int NamesMax = 8;

    internal static TableRow.Verdict Of(RecordPayload record)
    {
        (string words, string? detail) = record.Void ? ("本次表决作废", null) : Words(record);
        string? next = Next(record);
        string? followUp = next is null || words.Contains(next, StringComparison.Ordinal) ? null : "后续：" + next;
        string? below = detail is null ? followUp : followUp is null ? detail : detail + "。" + followUp;
        return new TableRow.Verdict("结论", words, below);
    }

    /// <summary>What may follow, in the words shown to the hall; the one code where they are not recorded or too many to stand here.</summary>
    private static string? Next(RecordPayload record)
    {
        const int LongestShown = 240;
        string offers = string.Join("；", record.Outcome.FollowUps);
        if (offers.Length is > 0 and <= LongestShown)
            return offers;
        return record.Outcome.FollowUp is string code ? Papers.Words.FollowUp(record.Item.Kind, code)
            : offers.Length > 0 ? $"共 {record.Outcome.FollowUps.Count} 项，见电子记录" : null;
    }

    private static (string Words, string? Detail) Words(RecordPayload record) => record.Outcome.State switch
    {
        "passed" when record.Item.Kind == "inquiryAnswer" => ("满意", null),
        "notPassed" when record.Item.Kind == "inquiryAnswer" => ("不满意", null),
        "passed" => (NamesOf(record, "passedPendingUpperApproval").Count > 0 ? "通过，报请批准" : "通过", null),
        "notPassed" => (Papers.Words.SaysNotObtained(record.Item.Kind) ? "未获通过" : "未通过", null),
        "quorate" => ("符合法定人数", null),
        "notQuorate" => ("不足法定人数", "会议暂不能举行"),
        "invalid" => (record.Item.Kind == "election" ? "本次选举无效" : Papers.Words.Act(record.Item.Kind) + "无效", null),
        "personByPerson" => Persons(record),
        "filled" => (record.Item.Kind == "projectVote" ? "票决有效" : "选举有效", Elected(record)),
        "shortfall" => (record.Item.Kind == "projectVote" ? "票决有效，名额未满" : "选举有效，名额未满", Elected(record)),
        "preselected" => ("预选有效", Formal(record)),
        "cutTied" => ("票数相等，正式候选人未满", $"{Formal(record)}；{Equal(record)}"),
        "evaluated" => Evaluated(record),
        "runoffRequired" => (record.Item.Kind == "projectVote" ? "票数相等，再次表决" : "票数相等，再次投票", Tied(record)),
        _ => throw new InvalidOperationException("the reader admits no other state"),
    };

    private static (string Words, string? Detail) Persons(RecordPayload record)
    {
        List<string> passed = NamesOf(record, "passed", "passedPendingUpperApproval");
        List<string> notPassed = NamesOf(record, "notPassed");
        return notPassed.Count == 0
            ? ("全部通过", $"{passed.Count} 人均获通过")
            : ($"通过 {passed.Count} 人，未获通过 {notPassed.Count} 人", notPassed.Count > NamesMax ? null : "未获通过：" + string.Join("、", notPassed));
    }

    private static string Formal(RecordPayload record)
    {
        List<string> formal = NamesOf(record, "formal");
        string names = formal.Count == 0 ? "" : formal.Count > NamesMax ? "（见上表）" : "：" + string.Join("、", formal);
        return $"列为正式候选人 {formal.Count} 名{names}";
    }

    private static string Equal(RecordPayload record)
    {
        List<string> tied = NamesOf(record, "tiedRunoff");
        return $"票数相等 {tied.Count} 人：{string.Join("、", tied)}";
    }

    /// <summary>One item by its grade or mean; several by how many reached each grade, best first.</summary>
    private static (string Words, string? Detail) Evaluated(RecordPayload record)
    {
        IReadOnlyList<GradeLine> items = record.Outcome.Items;
        if (items.Count == 1 && items[0].GradeName is string only)
            return (only, null);
        if (items.Count == 1 && items[0].MeanDenominator is not null)
            return ($"平均 {EvaluationRows.Mean(items[0])} 分", null);
        if (items.Any(item => item.GradeName is null))
            return ("测评结束", record.Question.Scale == "score" ? "各项平均分见上表" : "各项比率见上表");
        List<string> labels = [.. record.Rule.Labels];
        IEnumerable<string> grades = items.GroupBy(item => item.GradeName!).OrderBy(group => labels.IndexOf(group.Key)).Select(group => $"{group.Key} {group.Count()} 项");
        return (string.Join("，", grades), "各项结果见上表");
    }

    private static string Elected(RecordPayload record)
    {
        bool projects = record.Item.Kind == "projectVote";
        string unit = projects ? "项" : "名";
        string word = projects ? "入选" : "当选";
        List<string> elected = NamesOf(record, "elected", "electedPendingUpperApproval");
        string seats = record.Rule.Seats is int number ? $"应选 {number} {unit}，" : "";
        string missing = record.Outcome.State == "shortfall" && record.Rule.Seats is int all ? $"，尚缺 {all - elected.Count} {unit}" : "";
        string names = elected.Count == 0 ? "" : projects || elected.Count > NamesMax ? "（见上表）" : "：" + string.Join("、", elected);
        string pending = NamesOf(record, "electedPendingUpperApproval").Count > 0 ? "，依法报请批准" : "";
        return $"{seats}{word} {elected.Count} {unit}{missing}{names}{pending}";
    }

    private static string Tied(RecordPayload record)
    {
        List<string> tied = NamesOf(record, "tiedRunoff");
        List<string> elected = NamesOf(record, "elected", "electedPendingUpperApproval");
        bool projects = record.Item.Kind == "projectVote";
        string unit = projects ? "项" : "人";
        string sure = elected.Count == 0 ? "" : Elected(record) + "；";
        return $"{sure}票数相等 {tied.Count} {unit}：{string.Join("、", tied)}";
    }

    private static List<string> NamesOf(RecordPayload record, params ReadOnlySpan<string> outcomes)
    {
        List<string> names = [];
        foreach (TallyRow row in record.Tally?.Rows ?? [])
            if (outcomes.Contains(row.Outcome))
                names.Add(row.Name);
        return names;
    }
}
