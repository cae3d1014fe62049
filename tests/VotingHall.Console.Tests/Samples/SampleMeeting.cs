namespace VotingHall.Screens.Tests.Samples;

/// <summary>样本会议: the county plenary of screens 5: 300 deputies, third sitting, its questions and its seats. Base of every page's samples.</summary>
public static class SampleMeeting
{
    public const string SessionName = "云溪县第十八届人民代表大会第五次会议";

    public const string SittingName = "第三次全体会议";

    /// <summary>2027-01-15 09:42:12 in China.</summary>
    public const long NowMs = 1_799_977_332_000;

    public static ViewHead Head { get; } = new(1, 1, 1, Rehearsal: false, SessionName, SittingName, NowMs, RoundResumed: 0);

    public static QuestionView RollCall { get; } = Question(1, "1", "rollCall", "第三次全体会议签到", "签到");

    public static QuestionView Report { get; } = Question(3, "3", "motion", "关于云溪县人民政府工作报告的决议（草案）", "通过") with { Secret = false };

    public static QuestionView Budget { get; } = Question(4, "4", "motion", "关于云溪县2026年预算执行情况和2027年预算的决议（草案）", "通过");

    public static QuestionView Nominee { get; } = Question(5, "5", "appointment", "县人大法制委员会主任委员人选", "通过") with
    {
        Rows = [new PaperRow("许清和", "县人大法制委员会主任委员")],
        OneByOne = false,
    };

    public static QuestionView Members { get; } =
        Question(6, "5", "list", "云溪县第十八届人民代表大会监察和司法委员会组成人员名单（草案）", "通过") with
        {
            Rows = Names("赵正义", "林若水", "苏成", "蒋景波", "武锦根", "买买提·阿不都热依木", "龚俊红"),
        };

    public static QuestionView Election { get; } = Question(7, "6", "election", "选举县人民代表大会常务委员会副主任", "选举") with
    {
        Office = "县人民代表大会常务委员会副主任",
        Rows = Names("陈知远", "林若水", "刘望舒", "王雨桐"),
        Seats = 3,
    };

    public static QuestionView Runoff { get; } = Election with
    {
        Round = 8,
        Kind = "runoff",
        Rows = Names("陈知远", "刘望舒"),
        Seats = 1,
        FollowUpOf = 7,
    };

    public static QuestionView Projects { get; } = Question(9, "7", "projectVote", "2027年度县人民政府民生实事项目", "票决") with
    {
        Rows = Names(
            "农村饮水安全提升工程", "学校午休设施改造", "社区长者食堂建设", "县医院儿科病区改造", "农村公路安全防护", "老旧小区加装电梯",
            "城乡公交一体化线路", "公办社区托育中心", "农贸市场标准化改造", "城区公共停车泊位", "山体公园健身步道", "城区亮化提升"),
        Seats = 10,
    };

    /// <summary>Ten rows of 21 to 39 seats, 300 in all.</summary>
    public static SeatPlanView Plan { get; } = Fan(10, 21);

    public static BoardView Board { get; } = new(Head, new BoardScene.Idle(BoardPause.Before, "云溪县人民代表大会", "2027年1月15日　上午九时", ""));

    public static ChairView Chair { get; } = new(Head, [], new ChairStage.BetweenItems(null, null), [], [], "auto");

    public static ScrutineerView Scrutineer { get; } = new(Head, 1, new ScrutineerStage.Waiting(null));

    public static SecretariatView Secretariat { get; } = new(Head, null, [], new AttendanceSummary(300, 286, 200, []), [], [], [], null, "auto");

    public static TechnicianView Technician { get; } = new(Head, [], [], [], 300, 300, false, []);

    /// <summary>So many rows, each with two seats more than the one before it.</summary>
    public static SeatPlanView Fan(int rows, int first) => new(1,
    [
        .. Enumerable.Range(0, rows).Select(row => new SeatRow(
            $"{row + 1}", [.. Enumerable.Range(1, first + 2 * row).Select(seat => $"{row + 1}-{seat}")])),
    ]);

    public static QuestionView Question(int round, string agendaNo, string kind, string title, string verb) =>
        new(round, agendaNo, kind, title, verb, "", [], 0, Secret: kind != "rollCall", FirstPressCounts: false, RepeatOf: 0, FollowUpOf: 0)
        {
            OneByOne = kind is "appointment" or "election" or "projectVote",
        };

    public static IReadOnlyList<PaperRow> Names(params string[] names) => [.. names.Select(name => new PaperRow(name, ""))];
}
