using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace VotingHall.Screens.Tests.Samples;

/// <summary>秘书处样本: the desk of the county plenary in its states, and the documents the page asks the hall for.</summary>
public static class SecretariatSamples
{
    private const string LongTitle = "云溪县第十八届人民代表大会第五次会议关于加强农村饮用水水源地生态环境保护工作的决议（草案）";

    private static readonly MeetingSummary Meeting = new(
        "云溪县人民会堂", "云溪县人民代表大会", SampleMeeting.SessionName, "云溪县人民会堂", "county", "national-county", "dual", 300, 11, 300,
        new Words("本届实有代表", "deputies in office"), true, [new SittingLine(3, SampleMeeting.SittingName)], 3);

    public static IReadOnlyList<AgendaLine> Agenda { get; } =
    [
        new("1", "第三次全体会议签到", "rollCall", false, AgendaState.Declared, 1),
        new("2", "关于云溪县人民政府工作报告的决议（草案）", "motion", false, AgendaState.Declared, 1),
        new("3", "关于云溪县2026年预算执行情况和2027年预算的决议（草案）", "motion", true, AgendaState.Voided, 1),
        new("4", "县人大法制委员会主任委员人选", "appointment", true, AgendaState.Waiting, 0) { Names = 1 },
        new("5", "云溪县第十八届人民代表大会监察和司法委员会组成人员名单（草案）", "list", true, AgendaState.Waiting, 0) { Names = 7 },
        new("6", "选举县人民代表大会常务委员会副主任", "election", true, AgendaState.Waiting, 0) { Names = 4, Seats = 3, Problems = 1 },
        new("7", "2027年度县人民政府民生实事项目", "projectVote", true, AgendaState.Waiting, 0) { Names = 12, Seats = 10 },
        new("8", LongTitle, "motion", true, AgendaState.Waiting, 0),
    ];

    private static readonly ResultView ReportResult = new(
        "motion", 300, new Words("全体代表", "all deputies"), 151, 0, 286, 282, 4, 1, 0, [new ResultRow("", "", null, 271, 6, 5, 0, RowVerdict.None)],
        Verdict.Carried, new Words("通过", "adopted"), false);

    private static readonly ResultView RollCallResult = new(
        "rollCall", 300, new Words("全体代表", "all deputies"), 200, 0, 300, 286, 14, 0, 0, [], Verdict.QuorumMet, new Words("符合法定人数", "quorum met"), false);

    private static readonly ResultView ElectionResult = new(
        "election", 300, new Words("全体代表", "all deputies"), 151, 3, 286, 284, 2, 0, 3,
        [
            new ResultRow("陈知远", "", 3, 164, 92, 27, 1, RowVerdict.Tied), new ResultRow("林若水", "", 1, 268, 9, 7, 0, RowVerdict.Elected),
            new ResultRow("买买提·阿不都热依木", "", 3, 164, 93, 25, 2, RowVerdict.Tied), new ResultRow("王雨桐", "", 2, 243, 30, 11, 0, RowVerdict.Elected),
        ],
        Verdict.Tie, new Words("二人当选，二人票数相等", "two elected, a tie between two"), false);

    private static readonly IReadOnlyList<RoundLine> Rounds =
    [
        Round(SampleMeeting.RollCall, RollCallResult, "8c1f0ab2d7e94c3355aa08e2b7716f0d2f6f1f0e9a7d55c4b3a2918070605040", 1, "08:30", "09:00"),
        Round(SampleMeeting.Report with { Round = 2, AgendaNo = "2" }, ReportResult, "1f4b77c02de6a9135be07a11c0ffee1f4b77c02de6a9135be07a11c0ffee0011", 2, "09:41", "09:42"),
        new(SampleMeeting.Budget with { Round = 3, AgendaNo = "3" }, "voided", new Words("已作废", "void"), "09:50", "09:51", null, "", 0,
            new Words("议题文字有误", "the title was wrong")),
    ];

    private static readonly IReadOnlyList<PrintLine> Prints =
    [
        new(1, 1, "主席台-HP-M405", "completed", new Words("", ""), true, SampleMeeting.NowMs - 2_400_000),
        new(2, 1, "主席台-HP-M405", "outOfPaper", new Words("纸盒 2", "tray 2"), false, SampleMeeting.NowMs - 60_000),
        new(2, 2, "秘书处-Pantum", "unknown", new Words("", ""), true, SampleMeeting.NowMs - 30_000),
    ];

    public static SecretariatView Desk { get; } = new(
        SampleMeeting.Head, Meeting, Agenda, new AttendanceSummary(300, 286, 200, Absent()), Rounds, Prints, ["主席台-HP-M405", "秘书处-Pantum"],
        new Words("已有表决，会议和名册不能再整份替换。", "There are rounds; session and roster can no longer be replaced."), "auto");

    /// <summary>Before the sitting: nothing was voted, everything may be replaced.</summary>
    public static SecretariatView Before { get; } = Desk with
    {
        Agenda = [.. Agenda.Select(line => line with { State = AgendaState.Waiting, Rounds = 0 })],
        Rounds = [],
        Prints = [],
        Locked = null,
        Attendance = new AttendanceSummary(300, 0, 200, []),
    };

    public static SecretariatView Empty { get; } = Before with { Meeting = null, Agenda = [], Attendance = new AttendanceSummary(0, 0, 0, []), Printers = [] };

    public static SecretariatView Voting { get; } = Desk with
    {
        Agenda = [.. Agenda.Select(line => line.No == "6" ? line with { State = AgendaState.Current, Rounds = 1 } : line)],
        Rounds =
        [
            .. Rounds,
            new RoundLine(SampleMeeting.Election with { Round = 4 }, "closed", new Words("等待监票", "awaiting the scrutineer"), "10:15", "10:17", null, "", 0, null),
        ],
    };

    public static SecretariatView Elected { get; } = Desk with
    {
        Rounds = [.. Rounds, Round(SampleMeeting.Election with { Round = 4 }, ElectionResult, Rounds[0].RecordDigest, 1, "10:15", "10:17")],
    };

    /// <summary>Every state with the address it is seen at.</summary>
    public static IReadOnlyList<(string Name, string Hash, SecretariatView View)> All { get; } =
    [
        ("agenda", "#agenda/6", Desk), ("agenda-motion", "#agenda/8", Desk), ("agenda-persons", "#agenda/4", Desk), ("agenda-list", "#agenda/5", Desk),
        ("agenda-projects", "#agenda/7", Desk), ("agenda-frozen", "#agenda/3", Desk), ("agenda-locked", "#agenda/6", Voting),
        ("agenda-empty", "#agenda", Empty), ("roster", "#roster", Before), ("meeting", "#meeting", Desk), ("attendance", "#attendance", Desk),
        ("results", "#results/2", Desk), ("results-election", "#results/4", Elected), ("results-waiting", "#results/4", Voting), ("prints", "#prints", Desk),
    ];

    /// <summary>What the hall answers to GET /api/agenda/{no} and /api/roster.</summary>
    public static IResult Document(string path) => path switch
    {
        "roster" => Results.Json(new { members = Members() }),
        _ when path.StartsWith("agenda/", StringComparison.Ordinal) && Items.TryGetValue(path["agenda/".Length..], out JsonObject? item) => Results.Json(new
        {
            item,
            frozen = false,
            required = path == "agenda/1" ? 200 : 151,
            @base = 300,
            problems = path == "agenda/6"
                ? new[] { new { field = "mode", zh = "选举办法没有准许以表决器选举的条款，本项改用纸质选票", en = "no article allows elections by keypad; use paper ballots" } }
                : [],
        }),
        _ => Results.NotFound(),
    };

    public static IReadOnlyDictionary<string, JsonObject> Items { get; } = new Dictionary<string, JsonObject>
    {
        ["1"] = Item("1", "rollCall", "第三次全体会议签到", "签到", "signIn"),
        ["2"] = Item("2", "motion", "关于云溪县人民政府工作报告的决议（草案）", "通过", "named"),
        ["3"] = Item("3", "motion", "关于云溪县2026年预算执行情况和2027年预算的决议（草案）", "批准", "secret"),
        ["4"] = Item("4", "appointment", "县人大法制委员会主任委员人选", "通过", "secret", ("persons", new JsonArray(new JsonObject { ["name"] = "许清和", ["post"] = "县人大法制委员会主任委员" }))),
        ["5"] = Item("5", "list", "云溪县第十八届人民代表大会监察和司法委员会组成人员名单（草案）", "通过", "secret",
            ("names", Names("赵正义", "林若水", "苏成", "蒋景波", "武锦根", "买买提·阿不都热依木", "龚俊红"))),
        ["6"] = Item("6", "election", "选举县人民代表大会常务委员会副主任", "选举", "secret", ("office", "县人民代表大会常务委员会副主任"), ("officeKind", "deputy"),
            ("candidates", Names("王雨桐", "刘望舒", "陈知远", "林若水")), ("seats", 3)),
        ["7"] = Item("7", "projectVote", "2027年度县人民政府民生实事项目", "票决", "secret",
            ("projects", Names([.. SampleMeeting.Projects.Rows.Select(row => row.Name)])), ("seats", 10)),
        ["8"] = Item("8", "motion", LongTitle, "通过", "secret"),
    };

    private static RoundLine Round(QuestionView question, ResultView result, string digest, int certificates, string from, string to) =>
        new(question, "declared", new Words("已宣布", "declared"), from, to, result, digest, certificates, null);

    private static JsonObject Item(string no, string kind, string title, string verb, string mode, params ReadOnlySpan<(string Key, JsonNode Value)> more)
    {
        JsonObject item = new() { ["no"] = no, ["kind"] = kind, ["title"] = title, ["verb"] = verb, ["mode"] = mode };
        foreach ((string key, JsonNode value) in more)
            item[key] = value;
        return item;
    }

    private static JsonArray Names(params ReadOnlySpan<string> names)
    {
        JsonArray list = [];
        foreach (string name in names)
            list.Add((JsonNode)name);
        return list;
    }

    /// <summary>The roster of the delivered county plenary.</summary>
    public static JsonNode Members()
    {
        JsonNode meeting = JsonSerializer.Deserialize<JsonNode>(File.ReadAllText(Repository.Path("tests", "scripts", "county-plenary.meeting.json")))!;
        return meeting["members"]!.DeepClone();
    }

    private static IReadOnlyList<SeatLine> Absent() =>
        [.. Members().AsArray().Where((_, at) => at % 22 == 5).Take(14).Select(one => new SeatLine(one!["seat"]!.GetValue<string>(), one["name"]!.GetValue<string>()))];
}
