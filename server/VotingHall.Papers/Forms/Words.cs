namespace VotingHall.Papers;

/// <summary>用语: the words a paper uses for the code names of a record. Source: glossary, rules 16, 17.</summary>
internal static class Words
{
    internal static string FormName(string kind) => kind switch
    {
        "rollCall" => "签到结果报告单",
        "election" or "preSelection" => "计票结果报告单",
        "evaluation" => "测评结果报告单",
        "projectVote" => "票决结果报告单",
        _ => "表决结果报告单",
    };

    /// <summary>The act, as it stands before 事项, 方式, 时间.</summary>
    internal static string Act(string kind) => kind switch
    {
        "rollCall" => "签到",
        "election" => "选举",
        "preSelection" => "预选",
        "projectVote" => "票决",
        "evaluation" => "测评",
        _ => "表决",
    };

    internal static string Condition(string kind) => kind switch
    {
        "rollCall" => "法定人数",
        "election" => "当选条件",
        "preSelection" or "projectVote" => "入选条件",
        "evaluation" => "测评办法",
        _ => "通过条件",
    };

    /// <summary>Voted as a whole where it has one row; places and evaluations have a table always.</summary>
    internal static bool IsWhole(string kind) => kind is not ("rollCall" or "election" or "preSelection" or "projectVote" or "evaluation");

    /// <summary>投票的性质. Source: rules 5.6.</summary>
    internal static string? Type(string type, string act) => type switch
    {
        "preSelection" => "预选",
        "byElection" => "补选",
        "runoff" => "再次" + act,
        "furtherElection" => "另行选举",
        "revote" => "重新" + act,
        _ => null,
    };

    internal static bool IsCommittee(string body) => body is not "congress";

    /// <summary>Who is counted in 全体. Source: rules 2.2.</summary>
    internal static string All(string body) => body switch
    {
        "congress" => "全体代表",
        "standingCommittee" => "常委会全体组成人员",
        "presidium" => "主席团全体成员",
        _ => "全体",
    };

    internal static string Basis(string body, string? basis) => basis switch
    {
        "inOffice" => body == "congress" ? "实有代表" : "实有组成人员",
        "quota" => "（按名额）",
        _ => "",
    };

    internal static string Method(RecordPayload record)
    {
        string named = record.Secret ? "无记名" : "记名";
        string how = record.How switch
        {
            "keypad" => record.Item.Kind == "rollCall" ? "按表决器签到" : named + "按表决器",
            "paper" => named + $"投票（纸质{Paper(record.Item.Kind)}）",
            "hands" => "举手表决",
            _ => record.How,
        };
        string press = record.How != "keypad" || record.Item.Kind == "rollCall" ? "" : record.Rule.Press switch
        {
            "last" => "；以最后一次按键为准",
            "first" => "；以第一次按键为准",
            _ => "",
        };
        string fallback = record.Fallback ? record.FallbackOf is string failed ? $"；表决器故障后改用（第 {failed} 次作废）" : "；表决器故障后改用" : "";
        string manual = record.EnteredByHand ? "；票数由人工录入" : "";
        return how + press + fallback + manual;
    }

    /// <summary>选举票、表决票 are two papers. Source: rules 4.1.</summary>
    private static string Paper(string kind) => kind switch
    {
        "election" or "preSelection" => "选票",
        "evaluation" => "测评表",
        _ => "表决票",
    };

    /// <summary>保密方式: what the profile is worth, said plainly. Source: design, settled question 12.</summary>
    internal static string? Secrecy(RecordPayload record) => record.Secret ? record.SecrecyProfile switch
    {
        null => null,
        "S1" => "保密方式：票箱方案 S1（监票程序与服务器同机）",
        "S2" => "保密方式：票箱方案 S2（监票端为独立设备）",
        string other => $"保密方式：票箱方案 {other}",
    } : null;

    internal static string? Rule(RecordPayload record)
    {
        string all = All(record.Meeting.Body);
        string count = record.Rule.BaseCount is int number ? $" {number} 人" : "";
        return record.Rule.Id switch
        {
            "majority_of_all" => $"{all}{count}的过半数",
            "two_thirds_of_all" => $"{all}{count}的三分之二以上",
            "majority_of_all_with_participation" => $"参加表决人数超过{all}的半数，且赞成票为{all}{count}的过半数",
            "majority_of_present" => $"出席会议 {record.Outcome.Base ?? record.Roll.Present} 人的过半数",
            "majority_of_signatories" => $"提出质询案的{(record.Outcome.Base is int signed ? $" {signed} 人" : "")}的过半数",
            "plurality" => "票数相等后的再次投票，得票多的当选，不须过半数",
            "top_n" => $"按得票多少为序，取前{(record.Rule.Seats is int places ? $" {places} 名" : "若干名")}，不须过半数",
            "quorum_two_thirds" => $"{all}{count}的三分之二以上出席",
            "quorum_majority" => $"{all}{count}的过半数出席",
            "score_mean" => "平均分为总分除以评分人数，不评等次",
            string id when id.StartsWith(Cumulative, StringComparison.Ordinal) =>
                $"等次由高到低累计，{Half(record)}{Forms(id[Cumulative.Length..], all, count)}{(record.Rule.Inclusive ? "半数（含半数）" : "半数")}的为测评结果，均未{Half(record)}的为末等",
            "rate_threshold" => Rates(record),
            string id when id.StartsWith(RatesOver, StringComparison.Ordinal) => $"只公布比率，不评等次；比率以{Forms(id[RatesOver.Length..], all, count)}为基数",
            _ => null,
        };
    }

    private const string Cumulative = "grade_cumulative_majority_of_";
    private const string RatesOver = "rates_over_";

    private static string Half(RecordPayload record) => record.Rule.Inclusive ? "达到" : "超过";

    /// <summary>测评的基数. Source: rules 12.2.</summary>
    private static string Forms(string of, string all, string count) => of switch
    {
        "all" => all + count,
        "present" => "出席会议人数",
        "collected" => "收回的测评票数",
        "valid" => "有效测评票数",
        _ => of,
    };

    private static string? Rates(RecordPayload record) =>
        record.Rule is { SatisfiedPercent: int best, PassPercent: int pass, Options.Count: > 1 } rule
            ? $"{rule.LabelOf(0)}率不低于 {best}% 的为{rule.LabelOf(0)}，末等以外各等次合计不低于 {pass}% 的为末等之前一等，其余为末等" : null;

    /// <summary>Result column of one row. Not elected is said in plain words, never 落选.</summary>
    internal static string Person(string kind, string outcome) => outcome switch
    {
        "elected" => kind == "projectVote" ? "入选" : "当选",
        "notElected" => kind == "projectVote" ? "未入选" : "未当选",
        "tiedRunoff" => "票数相等",
        "passed" => "通过",
        "notPassed" => SaysNotObtained(kind) ? "未获通过" : "未通过",
        "electedPendingUpperApproval" => "当选，报请批准",
        "passedPendingUpperApproval" => "通过，报请批准",
        "formal" => "正式候选人",
        "notFormal" => "未列入",
        _ => outcome,
    };

    /// <summary>无效票的原因. Source: rules 4.3, 4.4.</summary>
    internal static string Reason(string code) => code switch
    {
        "overVote" => "超选",
        "illegible" => "无法辨认",
        "notOfficial" => "非规定选票",
        "torn" => "残缺",
        "other" => "其他",
        _ => code,
    };

    /// <summary>未获通过 of persons and lists, 未通过 of matters. Source: screens 3.</summary>
    internal static bool SaysNotObtained(string kind) => kind is "appointment" or "list" or "resignation" or "actingHead";

    internal static string Choice(string choice) => choice switch
    {
        "for" => "赞成",
        "against" => "反对",
        "abstain" => "弃权",
        "writeIn" => "另选",
        "notPressed" => "未按",
        _ => choice,
    };

    /// <summary>Marks of the paper ballot, for lists with several rows.</summary>
    internal static string Mark(string choice) => choice switch
    {
        "for" => "○",
        "against" => "×",
        "abstain" => "△",
        "writeIn" => "另",
        _ => "－",
    };

    internal static string FollowUp(string kind, string followUp) => followUp switch
    {
        "runoff" or "runoffRequired" => kind == "election" ? "再次投票" : kind == "preSelection" ? "再次预选" : "再次表决",
        "election" => "以正式候选人选举",
        "presidiumDecides" => "由主席团决定",
        "adjourn" => "会议暂不能举行",
        "furtherElection" => "另行选举",
        "repeat" or "repeatVote" => kind == "election" ? "重新投票" : "重新表决",
        "hands" => "改用举手表决",
        "paper" => "改用纸质选票",
        _ => followUp,
    };
}
