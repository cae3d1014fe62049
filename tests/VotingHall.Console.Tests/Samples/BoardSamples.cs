using System.Globalization;

namespace VotingHall.Screens.Tests.Samples;

/// <summary>大屏的样本: every scene in the states of screens 4.1-4.6, with the figures of the storyboard; sums add up.</summary>
public static class BoardSamples
{
    private static readonly Words AllDeputies = new("全体代表", "all deputies");

    public static IReadOnlyList<(string Name, BoardView View)> All { get; } =
    [
        ("idle", SampleMeeting.Board),
        ("idle-rehearsal", Show(new BoardScene.Idle(BoardPause.Before, "云溪县人民代表大会", "2027年1月15日　上午九时", "")).InRehearsal()),
        ("idle-committee", InSession(
            "云溪县人民代表大会常务委员会会议", new BoardScene.Idle(BoardPause.Between, "云溪县人民代表大会常务委员会", "2027年1月20日", ""))),
        ("break", Show(new BoardScene.Idle(BoardPause.Break, "云溪县人民代表大会", "2027年1月15日", "10:30"))),
        ("after", Show(new BoardScene.Idle(BoardPause.After, "云溪县人民代表大会", "2027年1月15日", ""))),
        ("sign-in", Show(SignIn(187, 300, 300, 200))),
        ("sign-in-rehearsal", Show(SignIn(187, 300, 300, 200)).InRehearsal()),
        ("sign-in-quorum", Show(SignIn(286, 300, 300, 200) with { Window = Left(95) })),
        ("sign-in-closed", Show(SignIn(286, 300, 300, 200) with { IsOpen = false })),
        ("prepared", Show(new BoardScene.Prepared(SampleMeeting.Report))),
        ("prepared-election", Show(new BoardScene.Prepared(SampleMeeting.Election))),
        ("prepared-roll-call", Show(new BoardScene.Prepared(SampleMeeting.RollCall))),
        ("voting", Show(new BoardScene.Voting(SampleMeeting.Report, new Turnout(251, 286), Left(38), 0, false))),
        ("voting-rehearsal", Show(new BoardScene.Voting(SampleMeeting.Report, new Turnout(251, 286), Left(38), 0, false)).InRehearsal()),
        ("voting-last", Show(new BoardScene.Voting(SampleMeeting.Budget, new Turnout(280, 286), Left(9), 0, true))),
        ("voting-extended", Show(new BoardScene.Voting(SampleMeeting.Budget, new Turnout(263, 286), Left(41), 30, false))),
        ("voting-long", Show(new BoardScene.Voting(
            SampleMeeting.Budget with { Title = LongTitle }, new Turnout(2431, 2980), Left(120), 0, false))),
        ("voting-nominee", Show(new BoardScene.Voting(SampleMeeting.Nominee, new Turnout(203, 286), Left(34), 0, false))),
        ("voting-list", Show(new BoardScene.Voting(SampleMeeting.Members, new Turnout(203, 286), Left(34), 0, false))),
        ("voting-election", Show(new BoardScene.Voting(SampleMeeting.Election, new Turnout(120, 286), Left(88), 0, false))),
        ("voting-election-12", Show(new BoardScene.Voting(Twelve, new Turnout(120, 286), Left(88), 0, false)).InRehearsal()),
        ("voting-appointments", Show(new BoardScene.Voting(Appointments, new Turnout(12, 35), Left(58), 0, false))),
        ("voting-projects", Show(new BoardScene.Voting(SampleMeeting.Projects, new Turnout(120, 286), Left(88), 0, false))),
        ("closing", Show(new BoardScene.Closing(SampleMeeting.Report, new Turnout(282, 286)))),
        ("closed", Show(new BoardScene.Closed(SampleMeeting.Report, 282, 286))),
        ("closed-election", Show(new BoardScene.Closed(SampleMeeting.Election, 284, 286)).InRehearsal()),
        ("result-motion", Show(new BoardScene.Result(SampleMeeting.Report, Motion(271, 6, 5, 286, 1), true))),
        ("result-motion-rehearsal", Show(new BoardScene.Result(SampleMeeting.Report, Motion(271, 6, 5, 286, 1), true)).InRehearsal()),
        ("result-motion-lost", Show(new BoardScene.Result(SampleMeeting.Budget, Motion(140, 120, 22, 286, 0), true))),
        ("result-motion-no-effect", Show(new BoardScene.Result(SampleMeeting.Budget, Motion(120, 6, 5, 286, 0) with
        {
            Verdict = Verdict.NoEffect, VerdictWords = new("表决无效（参加表决人数不足）", "No effect (too few took part)"),
        }, true))),
        ("result-nominee", Show(new BoardScene.Result(SampleMeeting.Nominee, Motion(255, 17, 11, 286, 0) with
        {
            Kind = "appointment", Verdict = Verdict.PersonByPerson, VerdictWords = new("一人均获通过", "All 1 adopted"),
            Rows = [new ResultRow("许清和", "县人大法制委员会主任委员", null, 255, 17, 11, 0, RowVerdict.Carried)],
        }, true))),
        ("result-appointments", Show(new BoardScene.Result(Appointments, AppointmentResult, true))),
        ("result-election", Show(new BoardScene.Result(SampleMeeting.Election, Election("选举有效　三人当选", Verdict.Filled, 4,
            ("陈知远", 221, 41, 22, 0, RowVerdict.Elected), ("林若水", 268, 9, 7, 0, RowVerdict.Elected),
            ("刘望舒", 97, 150, 37, 0, RowVerdict.NotElected), ("王雨桐", 259, 15, 10, 0, RowVerdict.Elected)), true))),
        ("result-election-write-ins", Show(new BoardScene.Result(SampleMeeting.Election, Election("选举有效　三人当选", Verdict.Filled, 7,
            ("陈知远", 221, 38, 22, 3, RowVerdict.Elected), ("林若水", 268, 9, 7, 0, RowVerdict.Elected),
            ("刘望舒", 97, 146, 37, 4, RowVerdict.NotElected), ("王雨桐", 259, 15, 10, 0, RowVerdict.ElectedPendingApproval)), true)).InRehearsal()),
        ("result-election-tie", Show(new BoardScene.Result(SampleMeeting.Election, Election("二人当选，二人票数相等，再次投票", Verdict.Tie, 0,
            ("陈知远", 164, 84, 36, 0, RowVerdict.Tied), ("林若水", 268, 9, 7, 0, RowVerdict.Elected),
            ("刘望舒", 164, 92, 28, 0, RowVerdict.Tied), ("王雨桐", 243, 25, 16, 0, RowVerdict.Elected)), true))),
        ("result-election-shortfall", Show(new BoardScene.Result(SampleMeeting.Election, Election("应选3名，当选2名", Verdict.Shortfall, 4,
            ("陈知远", 150, 98, 36, 0, RowVerdict.NotElected), ("林若水", 268, 9, 7, 0, RowVerdict.Elected),
            ("买买提·阿不都热依木", 97, 150, 37, 0, RowVerdict.NotElected), ("王雨桐", 259, 15, 10, 0, RowVerdict.Elected)), true))),
        ("result-election-12", Show(new BoardScene.Result(Twelve, TwelveResult, true)).InRehearsal()),
        ("result-runoff", Show(new BoardScene.Result(SampleMeeting.Runoff, Election("选举有效　一人当选", Verdict.Filled, 0,
            ("陈知远", 149, 110, 26, 0, RowVerdict.Elected), ("刘望舒", 128, 133, 24, 0, RowVerdict.NotElected)) with
        {
            Kind = "runoff", Required = null, Seats = 1, Participants = 285, NotPressed = 1,
        }, true))),
        ("result-projects", Show(new BoardScene.Result(SampleMeeting.Projects, Projects(false), true))),
        ("result-projects-tie", Show(new BoardScene.Result(LongProjects, Projects(true), true)).InRehearsal()),
        ("voided", Show(new BoardScene.Voided(SampleMeeting.Budget, new("议题文字有误", "the ballot paper was wrong"), false))),
        ("voided-failure", Show(new BoardScene.Voided(SampleMeeting.Budget, new("系统故障", "failure of the voting system"), true)).InRehearsal()),
    ];

    private const string LongTitle =
        "云溪县人民代表大会关于批准云溪县国民经济和社会发展第十五个五年规划纲要执行情况中期评估报告以及2026年国民经济和社会发展计划执行情况与2027年国民经济和社会发展计划草案的决议（草案第二次修改稿）";

    public static BoardView Of(string name) => All.Single(sample => sample.Name == name).View;

    public static BoardView Show(BoardScene scene) => new(SampleMeeting.Head, scene);

    public static BoardView InRehearsal(this BoardView view) => view with { Head = view.Head with { Rehearsal = true } };

    /// <summary>Signed in seats are spread by a fixed rule, so that pictures are the same every time.</summary>
    public static BoardScene.SignIn SignIn(int present, int due, int seats, int quorum)
    {
        int[] order = [.. Enumerable.Range(0, seats).OrderBy(seat => unchecked((uint)(seat + 1) * 2654435761)).ThenBy(seat => seat)];
        SeatState[] states = new SeatState[seats];
        for (int i = 0; i < seats; i++)
            states[order[i]] = i < present ? SeatState.Present : i < due ? SeatState.Absent : SeatState.Empty;
        return new BoardScene.SignIn(SampleMeeting.RollCall, due, present, quorum, true, null, SeatPacking.Pack(states));
    }

    private static QuestionView Twelve => SampleMeeting.Election with
    {
        Office = "云溪县出席市第九届人民代表大会代表",
        Seats = 9,
        Rows = SampleMeeting.Names(
            "王喆", "方柏舟", "艾合买提·吐尔逊", "李堃", "李春杰", "陈知远", "林若水", "欧阳文静", "洪波", "赵正义", "诸葛明远", "蒋景波"),
    };

    private static QuestionView LongProjects => SampleMeeting.Projects with
    {
        Rows = SampleMeeting.Names([.. Projects(true).Rows.Select(row => row.Name)]),
    };

    private static QuestionView Appointments => SampleMeeting.Question(4, "4", "appointment", "云溪县人民政府组成人员任命名单", "决定任命") with
    {
        Rows = [.. AppointmentResult.Rows.Select(row => new PaperRow(row.Name, row.Post))],
    };

    private static ResultView AppointmentResult => new("appointment", 35, new("全体组成人员", "all members"), 18, 0, 33, 33, 0, 0, 0,
    [
        new ResultRow("方柏舟", "县发展和改革局局长", null, 31, 1, 1, 0, RowVerdict.Carried),
        new ResultRow("秦清", "县教育局局长", null, 33, 0, 0, 0, RowVerdict.Carried),
        new ResultRow("欧阳文静", "县民族宗教事务局局长", null, 17, 9, 7, 0, RowVerdict.NotCarried),
        new ResultRow("买买提·阿不都热依木", "县水利局局长", null, 29, 2, 2, 0, RowVerdict.Carried),
        new ResultRow("傅霖", "县人力资源和社会保障局局长", null, 30, 2, 1, 0, RowVerdict.Carried),
    ], Verdict.PersonByPerson, new("四人通过，一人未获通过", "4 adopted, 1 not adopted"), false);

    private static ResultView TwelveResult
    {
        get
        {
            int[] votes = [281, 279, 270, 266, 251, 243, 240, 212, 180, 149, 131, 98];
            return new ResultView("election", 300, AllDeputies, 151, 9, 286, 284, 2, 0, 0,
                [.. Twelve.Rows.Select((row, i) => new ResultRow(
                    row.Name, "", i + 1, votes[i], (284 - votes[i]) / 2, 284 - votes[i] - (284 - votes[i]) / 2, 0,
                    i < 9 ? RowVerdict.Elected : RowVerdict.NotElected))],
                Verdict.Filled, new("选举有效　九人当选", "Election valid, 9 elected"), false);
        }
    }

    private static Window Left(int seconds) => new(SampleMeeting.NowMs - 20_000, SampleMeeting.NowMs + 1000L * seconds);

    private static BoardView InSession(string session, BoardScene scene) =>
        new(SampleMeeting.Head with { SessionName = session, SittingName = "第一次全体会议" }, scene);

    private static ResultView Motion(int votesFor, int against, int abstain, int present, int failed)
    {
        int cast = votesFor + against + abstain;
        bool carried = votesFor >= 151;
        return new ResultView(
            "motion", 300, AllDeputies, 151, 0, present, cast, present - cast, failed, 0,
            [new ResultRow("", "", null, votesFor, against, abstain, 0, carried ? RowVerdict.Carried : RowVerdict.NotCarried)],
            carried ? Verdict.Carried : Verdict.NotCarried, carried ? new("通过", "Adopted") : new("未通过", "Not adopted"), false);
    }

    private static ResultView Election(
        string words, Verdict verdict, int writeIns, params (string Name, int For, int Against, int Abstain, int WriteIn, RowVerdict Verdict)[] rows) =>
        new("election", 300, AllDeputies, 151, 3, 286, 284, 2, 0, writeIns,
            [.. rows.Select(row => new ResultRow(
                row.Name, "", 1 + rows.Count(other => other.For > row.For), row.For, row.Against, row.Abstain, row.WriteIn, row.Verdict))],
            verdict, new(words, words), false);

    private static ResultView Projects(bool tie)
    {
        int[] votes = [279, 274, 271, 266, 258, 251, 247, 239, 226, 214, tie ? 214 : 163, 118];
        return new ResultView("projectVote", 300, AllDeputies, 151, 10, 286, 285, 1, 0, 0,
            [.. SampleMeeting.Projects.Rows.Select((row, i) => new ResultRow(
                tie ? row.Name + "（一期）" + (i + 1).ToString(CultureInfo.InvariantCulture) : row.Name, "", 1 + votes.Count(other => other > votes[i]), votes[i], 0, 0, 0,
                tie && i is 9 or 10 && tie ? RowVerdict.Tied : i < 10 ? RowVerdict.Chosen : RowVerdict.NotChosen))],
            tie ? Verdict.Tie : Verdict.Filled, tie ? new("二个项目票数相等，再次表决", "2 projects tied") : new("十个项目通过票决", "10 projects chosen"), false);
    }
}
