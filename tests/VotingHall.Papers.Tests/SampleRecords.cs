using System.Text;
using System.Text.Json.Nodes;

namespace VotingHall.Papers.Tests;

/// <summary>样例记录: payloads of every form as the record writes them; county and names are invented.</summary>
internal static class SampleRecords
{
    internal const string Rare = "𠮷𣲘䶮喆堃\U0002B8B8";

    internal static readonly string[] Candidates =
        ["林若水", "王𠮷", "陈𣲘", "刘喆堃", "赵䶮", "孙\U0002B8B8", "阿卜杜热合曼·买买提", "周子涵", "吴梦溪", "郑明", "欧阳修远", "冯晚晴"];

    internal static JsonObject Motion(string mode = "secret") => new()
    {
        ["exceptions"] = new JsonArray(new JsonObject { ["code"] = "keypadFault", ["count"] = 1 }),
        ["hall"] = new JsonObject { ["id"] = "yx", ["name"] = "云溪县会议中心" },
        ["item"] = new JsonObject
        {
            ["agendaNo"] = 3,
            ["ctx"] = "AA",
            ["kind"] = "motion",
            ["title"] = "关于云溪县人民政府工作报告的决议（草案）",
            ["verb"] = "通过",
            ["voteNo"] = "云人会表〔2027〕3 号",
        },
        ["kind"] = "votinghall.result",
        ["log"] = new JsonObject { ["origin"] = "votinghall/yx", ["root"] = "P5pxwgjeW0YAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", ["size"] = 1234 },
        ["meeting"] = new JsonObject
        {
            ["body"] = "congress",
            ["id"] = "m1",
            ["location"] = "县会议中心",
            ["name"] = "云溪县第十八届人民代表大会第五次会议",
            ["sessionNo"] = 5,
            ["sittingNo"] = 3,
            ["term"] = 18,
        },
        ["method"] = new JsonObject { ["fallback"] = false, ["how"] = "keypad" },
        ["mode"] = mode,
        ["outcome"] = new JsonObject { ["arithmetic"] = "300÷2+1=151；271≥151", ["state"] = "passed" },
        ["profile"] = mode == "secret" ? "S1" : null,
        ["roll"] = new JsonObject { ["due"] = 300, ["enabled"] = 285, ["excused"] = 11, ["present"] = 286, ["quorum"] = 200 },
        ["round"] = new JsonObject { ["no"] = 1 },
        ["rule"] = new JsonObject
        {
            ["base"] = new JsonObject { ["basis"] = "inOffice", ["count"] = 300 },
            ["cites"] = new JsonArray("地方组织法第二十五条", "本次会议表决办法第六条"),
            ["id"] = "majority_of_all",
            ["options"] = new JsonArray("for", "against", "abstain"),
            ["press"] = "last",
            ["profileDigest"] = "Yx20271aaaaa",
            ["required"] = 151,
        },
        ["software"] = new JsonObject { ["server"] = "0.1.0" },
        ["suite"] = "intl",
        ["tally"] = new JsonObject
        {
            ["items"] = new JsonArray(Row(1, "关于云溪县人民政府工作报告的决议（草案）", 271, 6, 5, "passed")),
            ["notPressed"] = 4,
            ["participants"] = 282,
            ["sumCheck"] = "ok",
            ["total"] = 286,
        },
        ["times"] = new JsonObject { ["closed"] = "2027-01-15T01:42:51.000Z", ["opened"] = "2027-01-15T01:41:50.000Z" },
        ["v"] = 1,
    };

    internal static JsonObject RollCall()
    {
        JsonObject record = Motion("recorded");
        record.Remove("tally");
        record["exceptions"] = new JsonArray();
        record["item"] = new JsonObject { ["agendaNo"] = 1, ["kind"] = "rollCall", ["title"] = "第三次全体会议签到", ["verb"] = "签到" };
        record["outcome"] = new JsonObject { ["arithmetic"] = "300×2÷3=200；286≥200", ["state"] = "quorate" };
        record["rule"]!["id"] = "quorum_two_thirds";
        record["rule"]!["required"] = 200;
        record["rule"]!["cites"] = new JsonArray("地方组织法第十四条");
        return record;
    }

    /// <summary>选举: <paramref name="count"/> candidates for <paramref name="seats"/> seats, 284 papers; the last marks are 另选.</summary>
    internal static JsonObject Election(int count, int seats)
    {
        JsonObject record = Motion();
        record["item"] = new JsonObject
        {
            ["agendaNo"] = 6,
            ["kind"] = "election",
            ["office"] = "副主任",
            ["title"] = "选举云溪县人民代表大会常务委员会副主任",
            ["verb"] = "选举",
            ["voteNo"] = "云人会选〔2027〕6 号",
        };
        record["outcome"] = new JsonObject { ["arithmetic"] = "300÷2+1=151", ["state"] = "filled" };
        record["rule"]!["seats"] = seats;
        record["rule"]!["options"] = new JsonArray("for", "against", "abstain", "writeIn");
        JsonArray rows = [];
        for (int i = 0; i < count; i++)
        {
            bool elected = i < seats;
            int votes = elected ? 268 - (7 * i) : 120 - i;
            int writeIn = i % 3;
            int abstain = 8 + i;
            rows.Add(Row(i + 1, Candidates[i % Candidates.Length], votes, 284 - votes - abstain - writeIn, abstain, elected ? "elected" : "notElected", writeIn));
        }
        record["tally"] = new JsonObject { ["items"] = rows, ["notPressed"] = 2, ["participants"] = 284, ["sumCheck"] = "ok", ["total"] = 286 };
        return record;
    }

    internal static JsonObject Tie()
    {
        JsonObject record = Election(4, 3);
        record["tally"]!["items"] = new JsonArray(
            Row(1, "林若水", 268, 6, 10, "elected"), Row(2, "王雨桐", 243, 30, 11, "elected"),
            Row(3, "陈知远", 164, 100, 20, "tiedRunoff"), Row(4, "刘望舒", 164, 98, 22, "tiedRunoff"));
        record["rule"]!["options"] = new JsonArray("for", "against", "abstain");
        record["outcome"] = new JsonObject { ["arithmetic"] = "300÷2+1=151；第 3 名与第 4 名同为 164 票", ["followUp"] = "runoff", ["state"] = "runoffRequired" };
        return record;
    }

    /// <summary>纸质选举: 283 valid papers, thirty names written in, one seat left open.</summary>
    internal static JsonObject PaperElection()
    {
        JsonObject record = Tie();
        record["method"] = new JsonObject { ["enteredBy"] = new JsonArray("p1", "p2"), ["fallback"] = true, ["how"] = "paper" };
        record.Remove("profile");
        record["exceptions"] = new JsonArray();
        JsonArray rows = [Row(1, "林若水", 268, 6, 9, "elected"), Row(2, "王雨桐", 243, 30, 10, "electedPendingUpperApproval"), Row(3, "陈知远", 140, 123, 20, "notElected")];
        const string digits = "〇一二三四五六七八九";
        for (int i = 1; i <= 30; i++)
        {
            string number = i < 10 ? $"{digits[i]}" : $"{(i < 20 ? "" : digits[i / 10])}十{(i % 10 == 0 ? "" : digits[i % 10])}";
            JsonObject row = Row(3 + i, i == 1 ? "甲𠮷" : "甲" + number, (i % 3 == 0 ? 3 : i % 3), 0, 0, "notElected");
            row["writeIn"] = true;
            rows.Add(row);
        }
        record["tally"] = new JsonObject
        {
            ["collected"] = 284,
            ["invalid"] = 1,
            ["issued"] = 286,
            ["items"] = rows,
            ["notPressed"] = 0,
            ["participants"] = 283,
            ["sumCheck"] = "ok",
            ["total"] = 283,
            ["valid"] = 283,
        };
        record["outcome"] = new JsonObject { ["arithmetic"] = "300÷2+1=151", ["followUp"] = "furtherElection", ["state"] = "shortfall" };
        return record;
    }

    /// <summary>再次投票: two who were equal, one seat.</summary>
    internal static JsonObject Runoff()
    {
        JsonObject record = Tie();
        record["round"] = new JsonObject { ["followUpOf"] = 1, ["no"] = 2 };
        record["rule"]!["id"] = "plurality";
        record["rule"]!["seats"] = 1;
        record["rule"]!.AsObject().Remove("required");
        record["rule"]!["cites"] = new JsonArray("地方组织法第二十九条");
        record["tally"] = new JsonObject
        {
            ["items"] = new JsonArray(Row(1, "陈知远", 149, 110, 26, "elected"), Row(2, "刘望舒", 128, 133, 24, "notElected")),
            ["notPressed"] = 1,
            ["participants"] = 285,
            ["sumCheck"] = "ok",
            ["total"] = 286,
        };
        record["outcome"] = new JsonObject { ["arithmetic"] = "149>128", ["state"] = "filled" };
        return record;
    }

    internal static JsonObject Appointment()
    {
        JsonObject record = Motion();
        record["meeting"] = new JsonObject { ["body"] = "standingCommittee", ["id"] = "m2", ["location"] = "常委会会议厅", ["name"] = "云溪县第十八届人民代表大会常务委员会第三十次会议" };
        record["item"] = new JsonObject { ["agendaNo"] = 4, ["kind"] = "appointment", ["title"] = "云溪县人民政府县长提请的任命名单", ["verb"] = "决定任命", ["voteNo"] = 12 };
        record["exceptions"] = new JsonArray(new JsonObject { ["code"] = "rehearsalKeys" }, new JsonObject { ["code"] = "resumed", ["count"] = 1 });
        record["roll"] = new JsonObject { ["due"] = 31, ["enabled"] = 29, ["excused"] = 2, ["present"] = 29, ["quorum"] = 16 };
        record["rule"]!["base"] = new JsonObject { ["basis"] = "inOffice", ["count"] = 31 };
        record["rule"]!["cites"] = new JsonArray("地方组织法第五十一条");
        record["rule"]!["required"] = 16;
        record["outcome"] = new JsonObject { ["arithmetic"] = "31÷2+1=16", ["state"] = "personByPerson" };
        record["tally"] = new JsonObject
        {
            ["items"] = new JsonArray(
                Row(1, "何知白（县财政局局长）", 27, 1, 0, "passed"), Row(2, "许𠮷（县教育局局长）", 26, 1, 1, "passed"),
                Row(3, "韩若云（县水利局局长）", 14, 10, 4, "notPassed"), Row(4, "沈\U0002B8B8（县民政局局长）", 28, 0, 0, "passed")),
            ["notPressed"] = 1,
            ["participants"] = 28,
            ["sumCheck"] = "ok",
            ["total"] = 29,
        };
        return record;
    }

    internal static JsonObject Projects()
    {
        JsonObject record = Motion();
        record["item"] = new JsonObject { ["agendaNo"] = 7, ["kind"] = "projectVote", ["title"] = "云溪县二〇二七年度民生实事项目", ["verb"] = "票决", ["voteNo"] = "云人会票〔2027〕7 号" };
        string[] names =
        [
            "城区老旧供水管网改造二十公里", "新建改建农村公路三十公里", "县中心医院儿科病房楼", "社区养老服务站十二个", "中小学校午休条件改善", "新能源公交车五十辆",
            "城乡冷链集散中心", "滨河公园二期及沿线步道、照明和无障碍设施建设", "公共充电桩三百个", "农村生活污水治理四十村", "县图书馆自助分馆六处", "全民健身中心维修",
        ];
        JsonArray rows = [];
        for (int i = 0; i < names.Length; i++)
        {
            int votes = i < 10 ? 276 - (9 * i) : 163 - (40 * (i - 10));
            rows.Add(Row(i + 1, names[i], votes, 285 - votes - 6, 6, i < 10 ? "elected" : "notElected"));
        }
        record["rule"]!["seats"] = 10;
        record["outcome"] = new JsonObject { ["arithmetic"] = "300÷2+1=151；过半数的 11 项按票数取前 10 项", ["state"] = "filled" };
        record["tally"] = new JsonObject { ["items"] = rows, ["notPressed"] = 1, ["participants"] = 285, ["sumCheck"] = "ok", ["total"] = 286 };
        return record;
    }

    /// <summary>记名表决 with a list of <paramref name="count"/> members, all signed in.</summary>
    internal static JsonObject Named(int count)
    {
        JsonObject record = Motion("recorded");
        const string surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
        const string given = "子涵若水知远望舒明轩雨桐梦溪晚晴修远景行怀瑾云舒清越思齐";
        JsonArray list = [];
        int[] sums = new int[4];
        string[] choices = ["for", "against", "abstain", "notPressed"];
        for (int i = 0; i < count; i++)
        {
            int choice = i % 40 == 7 ? 1 : i % 50 == 9 ? 2 : i % 90 == 11 ? 3 : 0;
            sums[choice]++;
            string name = i < Candidates.Length ? Candidates[i] : $"{surnames[i % surnames.Length]}{given[i * 7 % given.Length]}{(i % 4 == 0 ? "" : given[i * 11 % given.Length])}";
            list.Add(new JsonObject { ["choice"] = choices[choice], ["name"] = name, ["nameId"] = $"m{i + 1}", ["receipt"] = "AAAAAA", ["seat"] = $"{(i / 25) + 1}-{(i % 25) + 1:00}" });
        }
        record["recordedList"] = list;
        record["roll"] = new JsonObject { ["due"] = count + 14, ["enabled"] = count, ["excused"] = 11, ["present"] = count, ["quorum"] = 200 };
        record["rule"]!["base"]!["count"] = count + 14;
        record["exceptions"] = new JsonArray();
        record["tally"] = new JsonObject
        {
            ["items"] = new JsonArray(Row(1, "决议", sums[0], sums[1], sums[2], "passed")),
            ["notPressed"] = sums[3],
            ["participants"] = count - sums[3],
            ["sumCheck"] = "ok",
            ["total"] = count,
        };
        return record;
    }

    internal static JsonObject Voided()
    {
        JsonObject record = Motion();
        record.Remove("tally");
        record["outcome"] = new JsonObject { ["arithmetic"] = "", ["followUp"] = "repeat", ["state"] = "void" };
        record["exceptions"] = new JsonArray(new JsonObject { ["code"] = "void", ["note"] = "议题文字有误，由大会执行主席宣布作废" });
        return record;
    }

    internal static JsonObject Row(int no, string name, int pro, int against, int abstain, string outcome, int writeIn = -1)
    {
        JsonObject counts = new() { ["abstain"] = abstain, ["against"] = against, ["for"] = pro };
        if (writeIn >= 0)
            counts["writeIn"] = writeIn;
        return new JsonObject { ["counts"] = counts, ["name"] = name, ["no"] = no, ["outcome"] = outcome };
    }

    /// <summary>An envelope around the payload; the signature is not looked at by the paper.</summary>
    internal static byte[] Envelope(JsonObject record)
    {
        foreach (string key in record.Where(field => field.Value is null).Select(field => field.Key).ToList())
            record.Remove(key);
        string payload = Convert.ToBase64String(Encoding.UTF8.GetBytes(record.ToJsonString()));
        return Encoding.UTF8.GetBytes(
            $"{{\"payload\":\"{payload}\",\"payloadType\":\"application/vnd.votinghall.record.v1+json\",\"signatures\":[{{\"keyid\":\"7c21a4f09be83d15\",\"sig\":\"AAAA\"}},{{\"keyid\":\"b05e11d2c6a79f40\",\"sig\":\"AAAA\"}}]}}");
    }
}
