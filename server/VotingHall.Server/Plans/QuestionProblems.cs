using System.Text.RegularExpressions;

namespace VotingHall.Server.Plans;

/// <summary>事项错误的中文: Core names the problems of a question in English; here stands what a secretariat reads.</summary>
internal static class QuestionProblems
{
    private static readonly IReadOnlyList<(Regex Pattern, string Chinese)> Sentences =
    [
        (new("^missing$"), "缺少"),
        (new("^missing, one of (.+)$"), "缺少，须为以下之一：$1"),
        (new("^unknown field$"), "未知字段"),
        (new("^unknown, one of (.+)$"), "未知种类，须为以下之一：$1"),
        (new("^a day as 2026-01-12 is expected$"), "须为 2026-01-12 形式的日期"),
        (new("^a whole number from (\\d+) to (\\d+), given once, is expected$"), "须为 $1 至 $2 的整数，不得重复"),
        (new("^true or false is expected$"), "须为 true 或 false"),
        (new("^an object is expected$"), "须为对象 {…}"),
        (new("^one of (.+) is expected$"), "须为以下之一：$1"),
        (new("^a whole number from (\\d+) to (\\d+) is expected$"), "须为 $1 至 $2 的整数"),
        (new("^a text of 1 to (\\d+) characters without blanks at its ends is expected$"), "须为 1 至 $1 个字符的文字，首尾无空格"),
        (new("^a name of 1 to (\\d+) characters is expected$"), "须为 1 至 $1 个字符的名称"),
        (new("^a list of 1 to (\\d+) is expected$"), "须为 1 至 $1 项的列表"),
        (new("^the name stands twice: (.+)$"), "名称重复：$1"),
        (new("^an election has one of (.+)$"), "选举的动词须为：$1"),
        (new("^an appointment has one of (.+)$"), "任免的动词须为：$1"),
        (new("^a run-off is a (.+)$"), "动词须为：$1"),
        (new("^a roll call is a (.+)$"), "动词须为：$1"),
        (new("^an election needs the kind election$"), "选举须用 election 种类"),
        (new("^a chief post is one seat$"), "正职应选名额为 1"),
        (new("^needs a secret paper ballot .+$"), "须用纸质票无记名投票（监督法第六十二条）"),
        (new("^deputies are elected with at most as many names as seats .+$"), "选举代表，所选人数可以少于应选名额（选举法第四十四条）"),
    ];

    /// <summary>"field: problem" in Chinese; what has no translation yet stays readable in English.</summary>
    public static string Chinese(string error)
    {
        int colon = error.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
            return "有误（" + error + "）";
        string field = error[..colon];
        string problem = error[(colon + 2)..];
        foreach ((Regex pattern, string chinese) in Sentences)
            if (pattern.IsMatch(problem))
                return field + "：" + pattern.Replace(problem, chinese);
        return field + "：有误（" + problem + "）";
    }
}
