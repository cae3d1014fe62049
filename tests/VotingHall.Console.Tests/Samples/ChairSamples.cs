namespace VotingHall.Screens.Tests.Samples;

/// <summary>主持席样本: every state of the chair's desk in the county plenary.</summary>
public static class ChairSamples
{
    private static readonly Words None = Words.Same("");

    public static ChairView BeforeSitting { get; } = View(
        0, new ChairStage.BeforeSitting(300, 300, new Words("实有代表", "deputies in office"), false, [new SittingLine(2, "第二次全体会议"), new SittingLine(3, "第三次全体会议")], false),
        [
            new Notice(NoticeLevel.Good, new Words("记录可写", "The record can be written"), new Words("两份存储正常", "both copies are well")),
            new Notice(NoticeLevel.Blocking, new Words("计票基数尚未确认", "The base is not confirmed"), new Words("请主席团确认后按下方按钮", "confirm it with the button below")),
        ],
        Primary(ChairActKind.ConfirmBase));

    /// <summary>The base stands; one of two sittings is opened.</summary>
    public static ChairView Sittings { get; } = BeforeSitting with
    {
        Stage = (ChairStage.BeforeSitting)BeforeSitting.Stage with { BaseConfirmed = true },
        Notices = [.. BeforeSitting.Notices.Take(1)],
        Acts = [Primary(ChairActKind.OpenSitting) with { Item = "2" }, Act(ChairActKind.OpenSitting) with { Item = "3" }],
    };

    public static ChairView Attendance { get; } = View(
        2, new ChairStage.BetweenItems(
            new Words(
                "今天会议应到300人，实到286人，缺席14人，符合法定人数。现在开会。",
                "300 deputies are due today, 286 are present, 14 absent; the quorum is met. The sitting is open."),
            new Attendance(300, 286, 14, 200, true)),
        [new Notice(NoticeLevel.Good, new Words("缺席14人，其中请假11人", "14 absent, 11 of them excused"), None)],
        Act(ChairActKind.CloseSitting), Primary(ChairActKind.NextItem) with { Item = "3" });

    public static ChairView BetweenItems { get; } = View(
        4, new ChairStage.BetweenItems(null, null), [new Notice(NoticeLevel.Good, new Words("上一项的记录已签名", "The last record is signed"), None)],
        Act(ChairActKind.CloseSitting), Primary(ChairActKind.NextItem) with { Item = "4" });

    public static ChairView Ready { get; } = View(
        3, new ChairStage.Ready(SampleMeeting.Report, VoteCall("关于云溪县人民政府工作报告的决议（草案）"), MajorityRule, 285, 286, ["7排12座"]),
        ReadyNotices, Act(ChairActKind.Void), Act(ChairActKind.Open) with { Enabled = false, WhyNot = new Words("1 席没有票样", "1 seat lacks the paper") },
        Primary(ChairActKind.OpenAnyway));

    public static ChairView ReadyPlain { get; } = View(
        3, new ChairStage.Ready(SampleMeeting.Report, VoteCall("关于云溪县人民政府工作报告的决议（草案）"), MajorityRule, 286, 286, []),
        [.. ReadyNotices.Take(3)], Act(ChairActKind.Void), Primary(ChairActKind.Open));

    public static ChairView ReadyBlocked { get; } = View(
        4, new ChairStage.Ready(SampleMeeting.Budget, VoteCall(SampleMeeting.Budget.Title), MajorityRule, 198, 198, []),
        [
            new Notice(
                NoticeLevel.Blocking, new Words("实到198，不足法定人数200", "198 present, the quorum is 200"),
                new Words("请补签到或休会", "call the roll again or adjourn")),
            .. ReadyNotices.Skip(1).Take(2),
        ],
        Act(ChairActKind.Void),
        Primary(ChairActKind.Open) with { Enabled = false, WhyNot = new Words("不足法定人数，尚差2人", "the quorum is 2 short") });

    public static ChairView ReadyElection { get; } = View(
        6, new ChairStage.Ready(
            SampleMeeting.Election with { Rows = TwelveNames, Office = "云溪县第十八届人民代表大会常务委员会委员、各专门委员会组成人员", Seats = 10 },
            new Words("现在选举县人民代表大会常务委员会委员，应选10名。请各位代表在表决器上逐项选择，核对后按“确认”送出。", "The election of ten members of the standing committee begins. Mark each name, check, then press confirm."),
            new Words("180 秒，可延长　·　得票超过全体代表半数始得当选（151 票）", "180 s, may be extended · elected with more than half of all deputies (151)"), 286, 286, []),
        [.. ReadyNotices.Take(3)], Act(ChairActKind.Void), Primary(ChairActKind.Open));

    public static ChairView Voting { get; } = View(
        3, new ChairStage.Voting(SampleMeeting.Report, new Turnout(251, 286), WindowLeft(38), Reminder), VotingNotices, VotingActs);

    public static ChairView VotingLast { get; } = View(
        3, new ChairStage.Voting(SampleMeeting.Report, new Turnout(279, 286), WindowLeft(8), Reminder), VotingNotices, VotingActs);

    public static ChairView VotingMany { get; } = View(
        3, new ChairStage.Voting(SampleMeeting.Report, new Turnout(2681, 2980), WindowLeft(125), Reminder), VotingNotices, VotingActs);

    public static ChairView RollCall { get; } = View(
        1, new ChairStage.Voting(
            SampleMeeting.RollCall, new Turnout(187, 300), WindowLeft(94), new Words("请各位代表按任意键签到。", "Please press any key to sign in.")),
        [], Act(ChairActKind.Void), Act(ChairActKind.Remind), Act(ChairActKind.Extend), Primary(ChairActKind.Close));

    public static ChairView Closing { get; } = View(
        3, new ChairStage.Closing(SampleMeeting.Report, new Turnout(282, 286)),
        [new Notice(NoticeLevel.Note, new Words("8 条线路，7 条已收齐", "7 of 8 lines are complete"), None)]);

    public static ChairView AwaitingCount { get; } = View(
        5, new ChairStage.AwaitingCount(SampleMeeting.Nominee, 283, 2, Counting: false),
        [new Notice(NoticeLevel.Note, new Words("监票人正在从大屏读取人数", "The scrutineer reads the number from the screen"), None)], Act(ChairActKind.Void));

    public static ChairView AwaitingStopped { get; } = View(
        5, new ChairStage.AwaitingCount(SampleMeeting.Nominee, 283, 0, Counting: false), [], Act(ChairActKind.Void), Primary(ChairActKind.AllowRecheck));

    public static ChairView Result { get; } = View(
        3, new ChairStage.Result(
            SampleMeeting.Report, ResultSamples.Report, ResultSamples.ReportSpoken,
            [
                new Words("271 ≥ 151\n300 ÷ 2 ＋ 1 ＝ 151", "271 ≥ 151\n300 ÷ 2 + 1 = 151"),
                new Words("271 ＋ 6 ＋ 5 ＋ 4 ＝ 286，等于开始时签到人数", "271 + 6 + 5 + 4 = 286, as many as had signed in"),
                new Words("依据：地方组织法第二十五条；本次会议表决办法第六条", "Organic Law art. 25; measure of this session art. 6"),
            ],
            Confirmed: true, Shown: false),
        [
            new Notice(
                NoticeLevel.Warning, new Words("未按4人中1席表决器故障", "1 of the 4 not pressed: keypad out of order"),
                new Words("7排12座，不影响结果。未按不宣读", "row 7 seat 12, no effect on the result; not read aloud")),
        ],
        Act(ChairActKind.Void), Act(ChairActKind.ShowResult), Primary(ChairActKind.Declare));

    public static ChairView ResultUnconfirmed { get; } = Result with
    {
        Stage = (ChairStage.Result)Result.Stage with { Confirmed = false },
        Acts = [Act(ChairActKind.Void), Act(ChairActKind.ShowResult), Primary(ChairActKind.Declare) with { Enabled = false, WhyNot = new Words("等待监票人核对并确认", "waiting for the scrutineer to confirm") }],
    };

    public static ChairView Tie { get; } = View(
        6, new ChairStage.Result(
            SampleMeeting.Election, ResultSamples.Tie, ResultSamples.TieSpoken,
            [
                new Words("四人都达到 151 票（300 ÷ 2 ＋ 1 ＝ 151）", "all four reached 151 (300 ÷ 2 + 1 = 151)"),
                new Words("第 3 名与第 4 名同为 164 票，名额只余 1 名", "third and fourth have 164 each, one seat is left"),
                new Words("每人三项之和 284，投票 284 ＋ 未按 2 ＝ 286", "each row adds to 284, voted 284 + not pressed 2 = 286"),
                new Words("再次投票以得票多的当选，不再要求过半数", "in the run-off more votes win, no majority needed"),
                new Words("依据：地方组织法第二十九条", "Organic Law art. 29"),
            ],
            Confirmed: true, Shown: true),
        [], Act(ChairActKind.Void), Act(ChairActKind.ShowResult), Primary(ChairActKind.DeclareAndRunoff) with { Names = 2 });

    public static ChairView Projects { get; } = View(
        7, new ChairStage.Result(
            SampleMeeting.Projects, ResultSamples.Projects,
            new Words("参加票决285人。上列十个项目得赞成票超过全体代表的半数，列入2027年度民生实事项目。", "285 took part. The ten projects above have the majority and are adopted for 2027."),
            [new Words("前十名都达到 151 票", "the first ten all reached 151"), new Words("第 11 名 163 票，名额已满", "rank 11 has 163, no place is left")], Confirmed: true, Shown: false),
        [], Act(ChairActKind.Void), Act(ChairActKind.ShowResult), Primary(ChairActKind.Declare));

    public static ChairView Announced { get; } = View(
        3, new ChairStage.Announced(SampleMeeting.Report, ResultSamples.Report, ResultSamples.ReportSpoken, "09:43", "3f9a71c208de5b46", true),
        [new Notice(NoticeLevel.Good, new Words("记录已签名", "The record is signed"), None), new Notice(NoticeLevel.Note, new Words("报告单已送打印", "The certificate is being printed"), None)],
        Act(ChairActKind.CloseSitting), Primary(ChairActKind.NextItem) with { Item = "4" });

    public static ChairView Voided { get; } = View(
        4, new ChairStage.Voided(
            SampleMeeting.Budget, new Words("因议题文字有误，本次表决作废。现在重新表决。", "The title was wrong, this vote is void. It is now voted again."),
            new Words("票样有误", "the paper is wrong"), "大屏显示的是旧标题"),
        [new Notice(NoticeLevel.Note, new Words("秘书处正在更正题目", "The secretariat corrects the title"), None)], Primary(ChairActKind.Repeat) with { Item = "4" });

    public static IReadOnlyList<(string Name, ChairView View)> All { get; } =
    [
        ("before", BeforeSitting), ("sittings", Sittings), ("attendance", Attendance), ("between", BetweenItems), ("ready", Ready), ("ready-plain", ReadyPlain),
        ("ready-blocked", ReadyBlocked), ("ready-election", ReadyElection), ("voting", Voting), ("voting-last", VotingLast), ("voting-many", VotingMany),
        ("roll-call", RollCall), ("closing", Closing), ("awaiting", AwaitingCount), ("awaiting-stopped", AwaitingStopped), ("result", Result),
        ("result-unconfirmed", ResultUnconfirmed), ("tie", Tie), ("projects", Projects), ("announced", Announced), ("voided", Voided),
    ];

    private static Words Reminder => new("还没有按表决器的代表，请按表决器。", "Those who have not pressed yet, please press your keypad.");

    private static Words MajorityRule => new("60 秒，可延长　·　末次为准　·　须 151 票（全体 300 的过半数）", "60 s, may be extended · last press counts · 151 votes needed (more than half of 300)");

    private static IReadOnlyList<Notice> ReadyNotices =>
    [
        new(NoticeLevel.Good, new Words("实到286，法定人数200，符合", "286 present, the quorum of 200 is met"), None),
        new(NoticeLevel.Good, new Words("基数300（实有代表）", "Base 300 (deputies in office)"), new Words("已由主席团确认", "confirmed by the presidium")),
        new(NoticeLevel.Good, new Words("记录可写，两份存储正常", "The record can be written, both copies are well"), None),
        new(NoticeLevel.Warning, new Words("1 个表决器静默", "1 keypad is silent"), new Words("7排12座，备用器已送", "row 7 seat 12, a spare is on its way")),
    ];

    private static IReadOnlyList<Notice> VotingNotices =>
    [
        new(NoticeLevel.Note, new Words("尚未表决 35 席", "35 have not voted yet"), new Words("不显示席位", "no seats are shown")),
        new(NoticeLevel.Warning, new Words("1 个表决器静默", "1 keypad is silent"), new Words("7排12座，技术员已到场", "row 7 seat 12, the technician is there")),
        new(NoticeLevel.Good, new Words("8 条线路正常", "8 lines are well"), None),
    ];

    private static ChairAct[] VotingActs => [Act(ChairActKind.Void), Act(ChairActKind.Remind), Act(ChairActKind.Extend), Primary(ChairActKind.Close)];

    private static IReadOnlyList<PaperRow> TwelveNames => SampleMeeting.Names(
        "买买提·阿不都热依木", "陈知远", "程启川", "蒋景波", "廖国禾", "林若水", "刘望舒", "苏成", "王雨桐", "武锦根", "许清和", "赵正义");

    public static ChairAct Act(ChairActKind kind) => new(kind, true, None, Primary: false, "", 0);

    public static ChairAct Primary(ChairActKind kind) => Act(kind) with { Primary = true };

    private static Words VoteCall(string title) => new(
        $"现在表决《{title}》。请各位代表按表决器，赞成的请按“赞成”键，反对的请按“反对”键，弃权的请按“弃权”键。",
        "The vote begins. Press for, against or abstain.");

    private static Window WindowLeft(int seconds) => new(SampleMeeting.NowMs - 22_000, SampleMeeting.NowMs + (seconds * 1000) - 1);

    private static ChairView View(int current, ChairStage stage, IReadOnlyList<Notice> notices, params ChairAct[] acts) =>
        new(SampleMeeting.Head, AgendaAt(current, stage), stage, notices, acts, "auto");

    private static IReadOnlyList<AgendaLine> AgendaAt(int current, ChairStage stage)
    {
        (string Title, string Kind)[] items =
        [
            ("第三次全体会议签到", "rollCall"), ("听取县人民政府工作报告", "motion"), ("关于云溪县人民政府工作报告的决议（草案）", "motion"),
            ("关于云溪县2026年预算执行情况和2027年预算的决议（草案）", "motion"), ("县人大法制委员会主任委员人选", "appointment"),
            ("选举县人民代表大会常务委员会副主任", "election"), ("2027年度县人民政府民生实事项目", "projectVote"),
        ];
        AgendaState now = stage is ChairStage.Voided ? AgendaState.Voided : stage is ChairStage.BetweenItems or ChairStage.BeforeSitting ? AgendaState.Waiting : AgendaState.Current;
        return
        [
            .. items.Select((item, i) => new AgendaLine(
                $"{i + 1}", item.Title, item.Kind, Secret: i > 2,
                i + 1 < current ? AgendaState.Declared : i + 1 == current ? now : AgendaState.Waiting, i + 1 < current ? 1 : 0)),
        ];
    }
}
