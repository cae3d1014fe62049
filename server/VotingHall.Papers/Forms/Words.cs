namespace VotingHall.Papers;

/// <summary>用语: the words a paper uses for the code names of a record. Source: glossary, rules 16, 17.</summary>
internal static class Words
{
    internal static string FormName(string kind) => kind switch
    {
        "rollCall" => "签到结果报告单",
        "election" => "计票结果报告单",
        "projectVote" => "票决结果报告单",
        _ => "表决结果报告单",
    };

    /// <summary>The act, as it stands before 事项, 方式, 时间.</summary>
    internal static string Act(string kind) => kind switch
    {
        "rollCall" => "签到",
        "election" => "选举",
        "projectVote" => "票决",
        _ => "表决",
    };

    internal static string Condition(string kind) => kind switch
    {
        "rollCall" => "法定人数",
        "election" => "当选条件",
        "projectVote" => "入选条件",
        _ => "通过条件",
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
            "paper" => named + "投票（纸质选票）",
            "hands" => "举手表决",
            _ => record.How,
        };
        string press = record.How != "keypad" || record.Item.Kind == "rollCall" ? "" : record.Rule.Press switch
        {
            "last" => "；以最后一次按键为准",
            "first" => "；以第一次按键为准",
            _ => "",
        };
        string fallback = record.Fallback ? "；表决器故障后改用" : "";
        string manual = record.EnteredByHand ? "；票数由人工录入" : "";
        return how + press + fallback + manual;
    }

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
            "majority_of_present" => $"出席会议{count}的过半数",
            "plurality" => "票数相等后的再次投票，得票多的当选，不须过半数",
            "top_n" => "按得票多少为序",
            "quorum_two_thirds" => $"{all}{count}的三分之二以上出席",
            "quorum_majority" => $"{all}{count}的过半数出席",
            _ => null,
        };
    }

    /// <summary>Result column of one row. Not elected is said in plain words, never 落选.</summary>
    internal static string Person(string kind, string outcome) => outcome switch
    {
        "elected" => kind == "projectVote" ? "入选" : "当选",
        "notElected" => kind == "projectVote" ? "未入选" : "未当选",
        "tiedRunoff" => "票数相等",
        "passed" => "通过",
        "passedPendingUpperApproval" => "通过，报请批准",
        "notPassed" => kind is "motion" or "recall" or "dismissal" or "procedural" ? "未通过" : "未获通过",
        "electedPendingUpperApproval" => "当选，报请批准",
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
        "runoff" or "runoffRequired" => kind == "election" ? "再次投票" : "再次表决",
        "furtherElection" => "另行选举",
        "repeat" or "repeatVote" => kind == "election" ? "重新投票" : "重新表决",
        "hands" => "改用举手表决",
        "paper" => "改用纸质选票",
        _ => followUp,
    };
}
