using VotingHall.Core.Tests.Questions;
using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>The result of each kind, word for word; and no text for figures that do not add up.</summary>
public sealed class ResultAnnouncementTests
{
    private static readonly CountContext Congress = Halls.Congress(300);
    private static readonly CountContext Committee = Congress with { Base = new CountBase(35, CountBasis.InOffice), Body = Body.StandingCommittee };

    public static TheoryData<MotionRule, string, int, int, int, string> Motions() => new()
    {
        { MotionRule.MajorityOfAll, "通过", 271, 6, 5, "赞成271票，反对6票，弃权5票。赞成票超过全体代表的半数，通过。" },
        { MotionRule.MajorityOfAll, "通过", 150, 126, 6, "赞成150票，反对126票，弃权6票。赞成票未超过全体代表的半数，未通过。" },
        { MotionRule.TwoThirdsOfAll, "通过", 200, 80, 2, "赞成200票，反对80票，弃权2票。赞成票达到全体代表的三分之二以上，通过。" },
        { MotionRule.TwoThirdsOfAll, "通过", 199, 81, 2, "赞成199票，反对81票，弃权2票。赞成票未达到全体代表的三分之二，未通过。" },
        { MotionRule.MajorityOfPresent, "通过", 144, 130, 8, "出席会议的代表286人，赞成144票，反对130票，弃权8票，超过出席人数的半数，通过。" },
        { MotionRule.MajorityOfPresent, "通过", 143, 130, 9, "出席会议的代表286人，赞成143票，反对130票，弃权9票，未超过出席人数的半数，未通过。" },
        { MotionRule.MajorityOfAll, "罢免", 190, 80, 12, "赞成190票，反对80票，弃权12票。罢免案通过。" },
        { MotionRule.MajorityOfAll, "罢免", 90, 180, 12, "赞成90票，反对180票，弃权12票。罢免案未通过。" },
    };

    [Theory]
    [MemberData(nameof(Motions))]
    public void A_motion(MotionRule rule, string verb, int votesFor, int against, int abstain, string text)
    {
        Motion motion = new() { Title = "决议", Verb = verb, Rule = rule };
        Assert.Equal(text, Read(motion, One(286, votesFor, against, abstain), Congress));
    }

    [Fact]
    public void Not_pressed_is_read_only_where_wanted()
    {
        Motion motion = new() { Title = "决议", Verb = "通过" };
        Tally tally = One(286, 271, 6, 5);
        Assert.Equal(
            "赞成271票，反对6票，弃权5票，未按表决器4人。赞成票超过全体代表的半数，通过。",
            AnnouncementTests.Read(ResultAnnouncement.Of(motion, tally, motion.Count(tally, Congress), Body.Congress, ProfileRules.Default with { Announce = new AnnounceParameters(NotVoted: AnnounceNotVoted.Read) })));
    }

    [Fact]
    public void The_committee_speaks_of_its_members() => Assert.Equal(
        "赞成20票，反对3票，弃权2票。赞成票超过全体组成人员的半数，通过。",
        Read(new Motion { Title = "决定", Verb = "通过" }, One(29, 20, 3, 2), Committee));

    [Fact]
    public void The_participation_rule() => Assert.Equal(
        "参加表决150人，未超过全体代表的半数，本次表决无效。",
        Read(new Motion { Title = "决议", Verb = "通过" }, One(286, 140, 6, 4), Congress with { Rules = Congress.Rules with { Motion = new MotionParameters(ParticipationRule.MajorityOfAll) } }));

    [Fact]
    public void Persons_one_by_one()
    {
        Appointment appointment = new()
        {
            Title = "决定任命局长",
            Verb = "决定任命",
            Persons = [new("周甲", "县教育局局长"), new("贺乙", null)],
        };
        Assert.Equal(
            "县教育局局长周甲：赞成20票，反对3票，弃权2票，通过。\n贺乙：赞成17票，反对6票，弃权2票，未获通过。",
            Read(appointment, Rows(29, 25, ("周甲", 20, 3, 2), ("贺乙", 17, 6, 2)), Committee));
        Assert.Equal("县教育局局长周甲：赞成20票，反对3票，弃权2票，通过。", Read(appointment with { Persons = [new("周甲", "县教育局局长")] }, One(29, 20, 3, 2), Committee));
        Assert.Equal(
            "赞成17票，反对6票，弃权2票。赞成票未超过全体组成人员的半数，未获通过。", Read(appointment with { Merged = true }, One(29, 17, 6, 2), Committee));
    }

    [Fact]
    public void A_list_as_a_whole_and_name_by_name()
    {
        ListVote list = new() { Title = "委员会组成人员名单", Verb = "通过", Names = ["赵甲", "钱乙"] };
        Assert.Equal("赞成255票，反对17票，弃权11票。赞成票超过全体代表的半数，通过。", Read(list, One(286, 255, 17, 11), Congress));
        Assert.Equal(
            "赵甲：赞成255票，反对17票，弃权11票，通过。\n钱乙：赞成150票，反对122票，弃权11票，未获通过。",
            Read(list with { OneByOne = true }, Rows(286, 283, ("赵甲", 255, 17, 11), ("钱乙", 150, 122, 11)), Congress));
    }

    [Fact]
    public void A_resignation()
    {
        Appointment one = new() { Title = "接受辞职", Verb = "接受辞职", Persons = [new("吴甲", "副县长")] };
        Assert.Equal("赞成271票，反对6票，弃权5票。大会决定接受吴甲辞去副县长的请求。", Read(one, One(286, 271, 6, 5), Congress));
        Assert.Equal("赞成20票，反对3票，弃权2票。常务委员会决定接受吴甲辞去副县长的请求。", Read(one, One(29, 20, 3, 2), Committee));
        Assert.Equal("赞成17票，反对6票，弃权2票。赞成票未超过全体组成人员的半数，吴甲辞去副县长的请求未获通过。", Read(one, One(29, 17, 6, 2), Committee));
        Assert.Equal(
            "赞成20票，反对3票，弃权2票。常务委员会决定接受吴甲辞去副县长的请求。\n赞成17票，反对6票，弃权2票。郑乙辞去职务的请求未获通过。",
            Read(one with { Persons = [new("吴甲", "副县长"), new("郑乙", null)] }, Rows(29, 25, ("吴甲", 20, 3, 2), ("郑乙", 17, 6, 2)), Committee));
    }

    [Fact]
    public void An_election_filled() => Assert.Equal(
        "实到286人，参加投票284人，本次选举有效。\n林若水得赞成268票，反对9票，弃权7票。\n王雨桐得赞成243票，反对20票，弃权15票，另选他人6票。\n"
            + "林若水、王雨桐得赞成票超过全体代表的半数，当选为县人大常委会委员。",
        Read(Offices(2, "林若水", "王雨桐"), Rows(286, 284, ("林若水", 268, 9, 7), ("王雨桐", 243, 20, 15)) with
        {
            Rows = [new("林若水", 268, 9, 7), new("王雨桐", 243, 20, 15, 6)],
        }, Congress));

    [Fact]
    public void An_election_tied() => Assert.Equal(
        "实到286人，参加投票284人，本次选举有效。\n林若水得赞成268票，反对9票，弃权7票。\n王雨桐得赞成243票，反对26票，弃权15票。\n"
            + "陈知远得赞成164票，反对92票，弃权28票。\n刘望舒得赞成164票，反对95票，弃权25票。\n"
            + "林若水、王雨桐得赞成票超过全体代表的半数，当选为县人大常委会委员。\n"
            + "陈知远、刘望舒得票均超过全体代表的半数，票数相等，不能确定当选人。现在就票数相等的2人再次投票，以得票多的当选。",
        Read(Offices(3, "林若水", "王雨桐", "陈知远", "刘望舒"), Storyboard, Congress));

    [Fact]
    public void A_shortfall() => Assert.Equal(
        "实到286人，参加投票284人，本次选举有效。\n甲得赞成268票，反对9票，弃权7票。\n乙得赞成150票，反对100票，弃权34票。\n"
            + "甲得赞成票超过全体代表的半数，当选为县人大常委会委员。\n应选2名，当选1名，尚缺1名。是否在本次会议另行选举，由大会决定。",
        Read(Offices(2, "甲", "乙"), Rows(286, 284, ("甲", 268, 9, 7), ("乙", 150, 100, 34)), Congress));

    [Fact]
    public void Nobody_elected() => Assert.Equal(
        "实到286人，参加投票284人，本次选举有效。\n甲得赞成140票，反对110票，弃权34票。\n候选人得票均未超过全体代表的半数，本次无人当选。",
        Read(Offices(1, "甲"), Rows(286, 284, ("甲", 140, 110, 34)), Congress));

    [Fact]
    public void A_procurator() => Assert.EndsWith(
        "\n甲当选为县人民检察院检察长，依法报请批准。",
        Read(Offices(1, "甲") with { Office = "县人民检察院检察长", OfficeKind = OfficeKind.ChiefProcurator }, Rows(286, 284, ("甲", 270, 10, 4)), Congress),
        StringComparison.Ordinal);

    [Fact]
    public void Another_person_elected_is_named()
    {
        Tally tally = Rows(286, 284, ("甲", 100, 180, 4)) with { WriteIns = [new("丁", 4), new("丙", 170)] };
        Assert.Equal(
            "实到286人，参加投票284人，本次选举有效。\n甲得赞成100票，反对180票，弃权4票。\n另选丙得赞成170票。\n丙得赞成票超过全体代表的半数，当选为县人大常委会委员。",
            Read(Offices(1, "甲"), tally, Congress));
    }

    [Fact]
    public void A_run_off()
    {
        RunoffElection runoff = new()
        {
            Title = "再次投票",
            Verb = "再次投票",
            Office = "县人大常委会副主任",
            OfficeKind = OfficeKind.Deputy,
            Candidates = ["陈知远", "刘望舒"],
            Seats = 1,
        };
        Assert.Equal(
            "陈知远得149票，刘望舒得128票。陈知远得票多，当选为县人大常委会副主任。",
            Read(runoff, Rows(286, 285, ("陈知远", 149, 110, 26), ("刘望舒", 128, 133, 24)), Congress));
        Assert.Equal(
            "陈知远得130票，刘望舒得130票。陈知远、刘望舒票数相等，不能确定当选人。现在就票数相等的2人再次投票，以得票多的当选。",
            Read(runoff, Rows(286, 285, ("陈知远", 130, 129, 26), ("刘望舒", 130, 131, 24)), Congress));
    }

    [Fact]
    public void Projects()
    {
        ProjectVote vote = new() { Title = "云溪县2026年民生实事项目", Verb = "票决", Projects = ["供水", "公路", "公园"], Seats = 2, PickList = true };
        Assert.Equal(
            "参加票决285人。下列2个项目得赞成票超过全体代表的半数，列入2026年度民生实事项目：\n公路，200票；\n供水，180票。",
            Read(vote, Rows(286, 285, ("供水", 180, 0, 0), ("公路", 200, 0, 0), ("公园", 160, 0, 0)), Congress));
        Assert.Equal(
            "参加票决285人。下列1个项目得赞成票超过全体代表的半数，列入2026年度民生实事项目：\n公路，200票。\n供水、公园得票相等，现在对这2个项目再次表决。",
            Read(vote, Rows(286, 285, ("供水", 160, 0, 0), ("公路", 200, 0, 0), ("公园", 160, 0, 0)), Congress));
        Assert.EndsWith(
            "\n应选2个，入选1个，尚缺1个，由主席团决定是否对其余项目再次表决。",
            Read(vote, Rows(286, 285, ("供水", 150, 0, 0), ("公路", 200, 0, 0), ("公园", 3, 0, 0)), Congress), StringComparison.Ordinal);
        Assert.Equal(
            "参加票决285人。候选项目得赞成票均未超过全体代表的半数，本次没有项目入选。",
            Read(vote, Rows(286, 285, ("供水", 150, 0, 0), ("公路", 20, 0, 0), ("公园", 3, 0, 0)), Congress));
        Assert.Equal(
            "参加票决285人。供水得120票，公园得90票。下列1个项目得票多，列入2026年度民生实事项目：\n供水，120票。",
            Read(vote with { Runoff = true, Projects = ["供水", "公园"], Seats = 1 }, Rows(286, 285, ("供水", 120, 0, 0), ("公园", 90, 0, 0)), Congress));
    }

    [Theory]
    [InlineData("民生实事项目", "列入年度民生实事项目")]
    [InlineData("第12026年民生实事项目", "列入年度民生实事项目")]
    [InlineData("当年2027年民生实事项目", "列入2027年度民生实事项目")]
    public void The_year_is_the_titles(string title, string part)
    {
        ProjectVote vote = new() { Title = title, Verb = "票决", Projects = ["供水"], Seats = 1, PickList = true };
        Assert.Contains(part, Read(vote, Rows(286, 285, ("供水", 180, 0, 0)), Congress), StringComparison.Ordinal);
    }

    /// <summary>The engine refuses to offer a text whose numbers do not add up.</summary>
    [Fact]
    public void Figures_that_do_not_add_up_are_not_read()
    {
        Motion motion = new() { Title = "决议", Verb = "通过" };
        Assert.Equal(new SumFinding(SumCheck.Unaccounted, 2), Withheld(motion, new Tally(286, 282, [new("决议", 269, 6, 5)], [])));
        Assert.Equal(new SumFinding(SumCheck.Excess, -1), Withheld(motion, new Tally(286, 282, [new("决议", 272, 6, 5)], [])));
        Election election = Offices(1, "甲", "乙");
        Assert.Equal(new SumFinding(SumCheck.Excess, -16), Withheld(election, Rows(286, 284, ("甲", 160, 120, 4), ("乙", 140, 140, 4))));
        Assert.Equal(new SumFinding(SumCheck.Unaccounted, 1), Withheld(election, Rows(286, 284, ("甲", 160, 120, 4), ("乙", 100, 179, 4))));
    }

    [Fact]
    public void English_names_every_figure_as_well()
    {
        Motion motion = new() { Title = "决议", Verb = "通过" };
        Tally tally = One(286, 271, 6, 5);
        Assert.Equal(
            "For 271, against 6, abstained 5. The votes for are more than half of all deputies: adopted.",
            ResultAnnouncement.Of(motion, tally, motion.Count(tally, Congress), Body.Congress, Congress.Rules).TextOrNone!.English);
        Election election = Offices(3, "林若水", "王雨桐", "陈知远", "刘望舒");
        string english = ResultAnnouncement.Of(election, Storyboard, election.Count(Storyboard, Congress), Body.Congress, Congress.Rules).TextOrNone!.English;
        string chinese = Read(election, Storyboard, Congress);
        Assert.Equal(chinese.Count(c => c == '\n'), english.Count(c => c == '\n'));
        Assert.Equal(Digits(chinese), Digits(english));
    }

    /// <summary>Storyboard 10:15.</summary>
    private static Tally Storyboard { get; } = Rows(286, 284, ("林若水", 268, 9, 7), ("王雨桐", 243, 26, 15), ("陈知远", 164, 92, 28), ("刘望舒", 164, 95, 25));

    private static Election Offices(int seats, params string[] candidates) =>
        Halls.Election(seats, candidates) with { Office = "县人大常委会委员" };

    private static Tally One(int signedIn, int votesFor, int against, int abstain) =>
        Rows(signedIn, votesFor + against + abstain, ("决议", votesFor, against, abstain));

    private static Tally Rows(int signedIn, int participants, params (string Name, int For, int Against, int Abstain)[] rows) =>
        new(signedIn, participants, [.. rows.Select(row => new RowTally(row.Name, row.For, row.Against, row.Abstain))], []);

    private static string Read(Question question, Tally tally, CountContext context) =>
        AnnouncementTests.Read(ResultAnnouncement.Of(question, tally, question.Count(tally, context), context.Body, context.Rules));

    private static SumFinding Withheld(Question question, Tally tally) =>
        AnnouncementTests.Withheld(ResultAnnouncement.Of(question, tally, question.Count(tally, Congress), Body.Congress, Congress.Rules)).Finding;

    private static string Digits(string text) => string.Join(' ', text.Split(text.Where(c => !char.IsAsciiDigit(c)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
}
