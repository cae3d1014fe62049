namespace VotingHall.Screens.Tests.Samples;

/// <summary>结果样本: results of the county plenary, with figures that add up, and what is read aloud for them.</summary>
public static class ResultSamples
{
    private static readonly Words AllDeputies = new("全体代表", "all deputies");

    /// <summary>286 of 300.</summary>
    public static ResultView RollCall { get; } = new(
        "rollCall", 300, AllDeputies, 200, 0, 300, 286, 14, 0, 0, [], Verdict.QuorumMet, new Words("符合法定人数", "quorum met"), MayChange: false);

    /// <summary>271 + 6 + 5 + 4 = 286, one keypad out of order.</summary>
    public static ResultView Report { get; } = new(
        "motion", 300, AllDeputies, 151, 0, 286, 282, 4, 1, 0, [new ResultRow(SampleMeeting.Report.Title, "", null, 271, 6, 5, 0, RowVerdict.None)],
        Verdict.Carried, new Words("通过", "adopted"), MayChange: false);

    public static Words ReportSpoken { get; } = new(
        "赞成271票，反对6票，弃权5票。赞成票超过全体代表的半数，通过。", "271 for, 6 against, 5 abstained. More than half of all deputies are for: adopted.");

    /// <summary>255 + 17 + 11 = 283, + 3 = 286.</summary>
    public static ResultView Nominee { get; } = new(
        "appointment", 300, AllDeputies, 151, 0, 286, 283, 3, 0, 0, [new ResultRow("许清和", "县人大法制委员会主任委员", null, 255, 17, 11, 0, RowVerdict.Carried)],
        Verdict.PersonByPerson, new Words("通过", "adopted"), MayChange: false);

    /// <summary>Each row adds to 284; 284 + 2 = 286.</summary>
    public static ResultView Tie { get; } = new(
        "election", 300, AllDeputies, 151, 3, 286, 284, 2, 0, 4,
        [
            new ResultRow("陈知远", "", 3, 164, 90, 28, 2, RowVerdict.Tied), new ResultRow("林若水", "", 1, 268, 9, 7, 0, RowVerdict.Elected),
            new ResultRow("刘望舒", "", 3, 164, 94, 25, 1, RowVerdict.Tied), new ResultRow("王雨桐", "", 2, 243, 25, 15, 1, RowVerdict.Elected),
        ],
        Verdict.Tie, new Words("二人票数相等，须再次投票", "two are tied, a run-off follows"), MayChange: false);

    public static Words TieSpoken { get; } = new(
        "林若水、王雨桐当选。陈知远、刘望舒得票均超过全体代表的半数，票数相等，不能确定当选人。现在就这二人再次投票，以得票多的当选。",
        "Lin Ruoshui and Wang Yutong are elected. Chen Zhiyuan and Liu Wangshu are tied above the majority; a run-off follows.");

    /// <summary>Choose 10 of 12; 285 + 1 = 286.</summary>
    public static ResultView Projects { get; } = new(
        "projectVote", 300, AllDeputies, 151, 10, 286, 285, 1, 0, 0,
        [
            .. SampleMeeting.Projects.Rows.Select((row, i) => new ResultRow(
                row.Name, "", i + 1, i < 10 ? 281 - (9 * i) : 163 - (44 * (i - 10)), 0, 0, 0, i < 10 ? RowVerdict.Chosen : RowVerdict.NotChosen)),
        ],
        Verdict.Filled, new Words("十个项目通过票决", "ten projects are chosen"), MayChange: false);
}
