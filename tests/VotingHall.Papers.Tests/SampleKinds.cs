using System.Text.Json.Nodes;

namespace VotingHall.Papers.Tests;

/// <summary>样例记录: evaluations, pre-selection, recall and the votes that follow others; names are invented.</summary>
internal static class SampleKinds
{
    private static readonly string[] Organs =
        ["县发展和改革局", "县教育局", "县公安局", "县民政局", "县财政局", "县人力资源和社会保障局", "县自然资源局", "县住房和城乡建设局", "县交通运输局", "县水利局"];

    /// <summary>满意度测评 of several organs; grades by cumulative majority, 29 took part of 31.</summary>
    internal static JsonObject Evaluation(int items, bool graded = true)
    {
        JsonObject record = Committee("evaluation", "政府组成部门工作满意度测评", "测评");
        JsonArray rows = [], grades = [], persons = [];
        for (int i = 0; i < items; i++)
        {
            int first = 24 - (i % 12), second = Math.Min(3 + (i % 7), 29 - first - (i % 2)), abstain = i % 2, third = 29 - first - second - abstain;
            string name = i < Organs.Length ? Organs[i] : $"第{i + 1}个受评单位";
            rows.Add(new JsonObject
            {
                ["counts"] = new JsonObject { ["abstain"] = abstain, ["grade1"] = first, ["grade2"] = second, ["grade3"] = third },
                ["name"] = name,
                ["no"] = i + 1,
            });
            int grade = first >= 16 ? 1 : first + second >= 16 ? 2 : 3;
            JsonObject item = new() { ["base"] = 31, ["name"] = name };
            if (graded)
            {
                item["grade"] = grade;
                item["gradeName"] = grade switch { 1 => "满意", 2 => "基本满意", _ => "不满意" };
            }
            grades.Add(item);
            persons.Add(new JsonObject { ["name"] = name });
        }
        JsonNode rule = record["rule"]!;
        rule["id"] = graded ? "grade_cumulative_majority_of_all" : "rates_over_all";
        rule["options"] = new JsonArray("grade1", "grade2", "grade3", "abstain");
        rule["labels"] = new JsonArray("满意", "基本满意", "不满意", "不了解");
        rule["cites"] = new JsonArray("本县人大常委会满意度测评办法第九条");
        rule["question"] = new JsonObject { ["items"] = persons, ["kind"] = "evaluation", ["scale"] = "satisfaction" };
        record["outcome"] = new JsonObject
        {
            ["arithmetic"] = "31÷2+1=16",
            ["followUps"] = graded ? new JsonArray(new JsonObject { ["kind"] = "consequence", ["text"] = "不满意的三个月内再次报告，再次测评" }) : new JsonArray(),
            ["items"] = grades,
            ["state"] = "evaluated",
        };
        record["tally"] = Tally(rows);
        return record;
    }

    /// <summary>评分 on paper: means are fractions, shown with two decimals.</summary>
    internal static JsonObject Score()
    {
        JsonObject record = Committee("evaluation", "员额法官履职评议", "评议");
        record["method"] = new JsonObject { ["enteredBy"] = new JsonArray("secretariat:a", "secretariat:b"), ["fallback"] = false, ["how"] = "paper" };
        JsonNode rule = record["rule"]!;
        rule["id"] = "score_mean";
        rule["options"] = new JsonArray();
        rule.AsObject().Remove("required");
        rule["question"] = new JsonObject
        {
            ["items"] = new JsonArray(new JsonObject { ["name"] = "何知白", ["post"] = "民事审判庭" }, new JsonObject { ["name"] = "许𠮷", ["post"] = "刑事审判庭" }),
            ["kind"] = "evaluation",
            ["scale"] = "score",
        };
        record["outcome"] = new JsonObject
        {
            ["arithmetic"] = "",
            ["items"] = new JsonArray(
                new JsonObject { ["base"] = 0, ["mean"] = new JsonObject { ["den"] = 28, ["num"] = 2591 }, ["name"] = "何知白" },
                new JsonObject { ["base"] = 0, ["name"] = "许𠮷" }),
            ["state"] = "evaluated",
        };
        record["tally"] = new JsonObject
        {
            ["collected"] = 28,
            ["invalid"] = 0,
            ["issued"] = 29,
            ["items"] = new JsonArray(
                new JsonObject { ["counts"] = new JsonObject { ["forms"] = 28, ["points"] = 2591 }, ["name"] = "何知白", ["no"] = 1 },
                new JsonObject { ["counts"] = new JsonObject { ["forms"] = 0, ["points"] = 0 }, ["name"] = "许𠮷", ["no"] = 2 }),
            ["notPressed"] = 1,
            ["participants"] = 28,
            ["sumCheck"] = "ok",
            ["total"] = 29,
            ["valid"] = 28,
        };
        return record;
    }

    /// <summary>预选: the first four of six, or a tie at the cut.</summary>
    internal static JsonObject PreSelection(bool tied)
    {
        JsonObject record = SampleRecords.Election(6, 3);
        record["item"]!["kind"] = "preSelection";
        record["item"]!["title"] = "预选云溪县人民代表大会常务委员会副主任正式候选人";
        record["item"]!["verb"] = "预选";
        record["round"] = new JsonObject { ["no"] = 4, ["type"] = "preSelection" };
        JsonNode rule = record["rule"]!;
        rule["id"] = "top_n";
        rule["options"] = new JsonArray("for");
        rule["seats"] = 4;
        rule.AsObject().Remove("required");
        JsonArray rows = [];
        int[] votes = [201, 188, 175, 160, tied ? 160 : 121, 90];
        for (int i = 0; i < votes.Length; i++)
        {
            string state = tied && i is 3 or 4 && votes[i] == 160 ? "tiedRunoff" : i < 4 ? "formal" : "notFormal";
            rows.Add(new JsonObject { ["counts"] = new JsonObject { ["for"] = votes[i] }, ["name"] = SampleRecords.Candidates[i], ["no"] = i + 1, ["outcome"] = state });
        }
        record["tally"]!["items"] = rows;
        record["outcome"] = new JsonObject
        {
            ["arithmetic"] = tied ? "得票多的列为正式候选人；应定 4 名，已定 3 名" : "得票多的列为正式候选人；应定 4 名，已定 4 名",
            ["followUp"] = tied ? "runoff" : "election",
            ["followUps"] = tied
                ? new JsonArray(new JsonObject { ["text"] = "就票数相等的2人再次预选，确定1名正式候选人" }, new JsonObject { ["text"] = "由主席团决定" })
                : new JsonArray(new JsonObject { ["text"] = "以4名正式候选人选举，应选3名" }),
            ["state"] = tied ? "cutTied" : "preselected",
        };
        return record;
    }

    /// <summary>罢免一人 on paper after keypads failed.</summary>
    internal static JsonObject Recall()
    {
        JsonObject record = SampleRecords.Motion();
        record.Remove("profile");
        record["item"] = new JsonObject { ["agendaNo"] = 8, ["kind"] = "recall", ["title"] = "关于罢免云溪县副县长职务的决定", ["verb"] = "罢免", ["voteNo"] = 9 };
        record["exceptions"] = new JsonArray();
        record["method"] = new JsonObject { ["enteredBy"] = new JsonArray("a", "b"), ["fallback"] = true, ["fallbackOf"] = 8, ["how"] = "paper" };
        record["round"] = new JsonObject { ["no"] = 9, ["repeatOf"] = 8, ["type"] = "revote" };
        record["rule"]!["question"] = new JsonObject
        {
            ["kind"] = "recall",
            ["mandate"] = "office",
            ["persons"] = new JsonArray(new JsonObject { ["name"] = "韩若云", ["post"] = "副县长" }),
        };
        record["tally"] = new JsonObject
        {
            ["collected"] = 284,
            ["invalid"] = 3,
            ["issued"] = 286,
            ["items"] = new JsonArray(SampleRecords.Row(1, "关于罢免云溪县副县长职务的决定", 140, 120, 21, "notPassed")),
            ["notPressed"] = 2,
            ["participants"] = 284,
            ["reasons"] = new JsonObject { ["illegible"] = 1, ["torn"] = 2 },
            ["sumCheck"] = "ok",
            ["total"] = 286,
            ["valid"] = 281,
        };
        record["outcome"] = new JsonObject { ["arithmetic"] = "300÷2+1=151；140<151", ["state"] = "notPassed" };
        return record;
    }

    /// <summary>质询答复: five signed the inquiry, four were there.</summary>
    internal static JsonObject InquiryAnswer()
    {
        JsonObject record = Committee("inquiryAnswer", "对县水利局关于质询案的答复是否满意", "表决");
        record["rule"]!["id"] = "majority_of_signatories";
        record["rule"]!["options"] = new JsonArray("for", "against");
        record["rule"]!["labels"] = new JsonArray("满意", "不满意");
        record["outcome"] = new JsonObject { ["arithmetic"] = "5÷2+1=3；2<3", ["reason"] = new JsonObject { ["base"] = 5 }, ["state"] = "notPassed" };
        record["tally"] = new JsonObject
        {
            ["items"] = new JsonArray(new JsonObject { ["counts"] = new JsonObject { ["against"] = 2, ["for"] = 2 }, ["name"] = "答复", ["no"] = 1, ["outcome"] = "notPassed" }),
            ["notPressed"] = 0,
            ["participants"] = 4,
            ["sumCheck"] = "ok",
            ["total"] = 4,
        };
        return record;
    }

    /// <summary>逐人接受辞职 of very many: what is compared must not swell one row beyond a page.</summary>
    internal static JsonObject Resignations(int count)
    {
        JsonObject record = Committee("resignation", "关于接受辞职请求的决定", "接受辞职");
        JsonArray rows = [];
        for (int i = 0; i < count; i++)
            rows.Add(SampleRecords.Row(i + 1, $"甲某{i + 1}", 27, 1, 1, "passed"));
        record["rule"]!["options"] = new JsonArray("for", "against", "abstain");
        record["outcome"] = new JsonObject
        {
            ["arithmetic"] = "31÷2+1=16；" + string.Join("，", Enumerable.Repeat("27≥16", count)),
            ["state"] = "personByPerson",
        };
        record["tally"] = Tally(rows);
        return record;
    }

    private static JsonObject Committee(string kind, string title, string verb)
    {
        JsonObject record = SampleRecords.Appointment();
        record["exceptions"] = new JsonArray();
        record["item"] = new JsonObject { ["agendaNo"] = 5, ["kind"] = kind, ["title"] = title, ["verb"] = verb, ["voteNo"] = 6 };
        record["round"] = new JsonObject { ["no"] = 6, ["type"] = kind == "evaluation" ? "evaluation" : "vote" };
        return record;
    }

    private static JsonObject Tally(JsonArray rows) =>
        new() { ["items"] = rows, ["notPressed"] = 0, ["participants"] = 29, ["sumCheck"] = "ok", ["total"] = 29 };
}
