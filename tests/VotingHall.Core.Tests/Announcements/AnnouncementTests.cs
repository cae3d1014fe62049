using VotingHall.Core.Tests.Questions;
using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Every row of the announcement table that the engine can be in, word for word.</summary>
public sealed class AnnouncementTests
{
    [Theory]
    [InlineData(Body.Congress, 300, 286, 14, "今天会议应到300人，实到286人，缺席14人，符合法定人数。现在开会。")]
    [InlineData(Body.Congress, 300, 200, 100, "今天会议应到300人，实到200人，缺席100人，符合法定人数。现在开会。")]
    [InlineData(Body.Congress, 300, 199, 101, "今天会议应到300人，实到199人，不足法定人数200人，会议暂不能举行。")]
    [InlineData(Body.StandingCommittee, 35, 17, 18, "今天会议应到35人，实到17人，不足法定人数18人，会议暂不能举行。")]
    public void Attendance(Body body, int due, int present, int absent, string text) =>
        Assert.Equal(text, Read(AttendanceAnnouncement.Of(body, ProfileRules.Default, due, present, absent)));

    [Fact]
    public void Attendance_of_a_roll_call()
    {
        Driver driver = Driver.SignedIn(10);
        Assert.Equal("今天会议应到12人，实到10人，缺席2人，符合法定人数。现在开会。", Read(ResultAnnouncement.Of(driver.State.Rounds[driver.Last])));
    }

    [Theory]
    [InlineData(300, 286, 13, SumCheck.Unaccounted)]
    [InlineData(300, 286, 15, SumCheck.Excess)]
    public void Attendance_that_does_not_add_up_is_not_read(int due, int present, int absent, SumCheck check) =>
        Assert.Equal(check, Withheld(AttendanceAnnouncement.Of(Body.Congress, ProfileRules.Default, due, present, absent)).Finding.Check);

    public static TheoryData<string, Body, string> BeforeEach() => new()
    {
        { "1", Body.Congress, "现在签到。请各位代表按任意键签到。" },
        { "2", Body.Congress, "现在表决《政府工作报告的决议》。请各位代表按表决器，赞成的请按“赞成”键，反对的请按“反对”键，弃权的请按“弃权”键。" },
        { "3", Body.StandingCommittee, "现在表决《预算的决议》。请各位组成人员按表决器，赞成的请按“赞成”键，反对的请按“反对”键，弃权的请按“弃权”键。" },
        {
            "4", Body.Congress,
            "现在选举县人大常委会委员，应选2名。请各位代表在表决器上逐人选择“赞成”、“反对”、“弃权”或“另选”。赞成和另选的人数不得超过2名。核对后按“确认”键送出。"
        },
        { "5", Body.Congress, "现在表决《民生实事项目》，应选2个。请各位代表在表决器上选择赞成的项目。赞成的项目不得超过2个。核对后按“确认”键送出。" },
        {
            "6", Body.Congress,
            "现在选举副县长，应选1名。请各位代表在表决器上逐人选择“赞成”、“反对”或“弃权”。另选他人的，请输入其代表号。赞成和另选的人数不得超过1名。核对后按“确认”键送出。"
        },
        { "7", Body.StandingCommittee, "现在表决《任命名单》。请各位组成人员在表决器上逐人选择“赞成”、“反对”或“弃权”。核对后按“确认”键送出。" },
    };

    [Theory]
    [MemberData(nameof(BeforeEach))]
    public void Before_a_vote(string item, Body body, string text)
    {
        AgendaItem put = Samples.Agenda.Single(one => one.No == item);
        Announcement announcement = VoteAnnouncement.Before(put.Question, put.Mode, body);
        Assert.Equal(text, announcement.Chinese);
        Assert.NotEmpty(announcement.English);
    }

    [Fact]
    public void Before_a_run_off()
    {
        Outcome.RunoffRequired tie = Assert.IsType<Outcome.RunoffRequired>(
            Halls.Election(1, "陈知远", "刘望舒").Count(Halls.Votes(284, ("陈知远", 160), ("刘望舒", 160)), Halls.Congress(300)));
        Question runoff = Halls.Election(1, "陈知远", "刘望舒").RunoffFor(tie);
        Assert.Equal(
            "现在就票数相等的2人再次投票，应选1名，以得票多的当选。请各位代表在表决器上逐人选择“赞成”、“反对”或“弃权”。赞成的人数不得超过1名。核对后按“确认”键送出。",
            VoteAnnouncement.Before(runoff, RoundMode.Secret, Body.Congress).Chinese);
    }

    [Fact]
    public void A_title_is_quoted_once()
    {
        Motion motion = new() { Title = "关于《选举办法》的决定", Verb = "通过" };
        Assert.StartsWith("现在表决《关于〈选举办法〉的决定》。", VoteAnnouncement.Before(motion, RoundMode.Named, Body.Congress).Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", Body.Congress, "还没有按表决器的代表，请按表决器。", "表决结束。")]
    [InlineData("2", Body.StandingCommittee, "还没有按表决器的组成人员，请按表决器。", "表决结束。")]
    [InlineData("1", Body.Congress, "还没有签到的代表，请按任意键签到。", "签到结束。")]
    public void Reminder_and_end(string item, Body body, string reminder, string end)
    {
        Question question = Samples.Agenda.Single(one => one.No == item).Question;
        Assert.Equal(reminder, VoteAnnouncement.Reminder(question, body).Chinese);
        Assert.Equal(end, VoteAnnouncement.End(question).Chinese);
    }

    [Theory]
    [InlineData("2", VoidReason.PaperWrong, "议题文字有误。", "因议题文字有误，本次表决作废。现在重新表决。")]
    [InlineData("2", VoidReason.ChairDecision, "", "因主持人决定，本次表决作废。现在重新表决。")]
    [InlineData("2", VoidReason.QuorumLost, "", "因不足法定人数，本次表决作废。")]
    [InlineData("4", VoidReason.PaperWrong, "候选人姓名有误", "因候选人姓名有误，本次投票作废。现在重新投票。")]
    [InlineData("1", VoidReason.ChairDecision, "", "因主持人决定，本次签到作废。现在重新签到。")]
    [InlineData("2", VoidReason.SystemFailure, "线路中断", "表决系统发生故障，本次表决作废，改用举手方式表决。")]
    [InlineData("4", VoidReason.SystemFailure, "", "表决系统发生故障，本次投票作废，改用纸质选票。")]
    [InlineData("1", VoidReason.SystemFailure, "", "表决系统发生故障，本次签到作废，改为人工清点人数。")]
    public void Void_and_system_failure(string item, VoidReason reason, string note, string text)
    {
        Step step = new(new Instant(0), Issuer.System);
        Announcement announcement = VoidAnnouncement.Of(new Voiding(step, reason, note), Samples.Agenda.Single(one => one.No == item).Question);
        Assert.Equal(text, announcement.Chinese);
        Assert.NotEmpty(announcement.English);
    }

    internal static string Read(AnnouncementOffer offer) => Assert.IsType<AnnouncementOffer.Offered>(offer).Text.Chinese;

    internal static AnnouncementOffer.Withheld Withheld(AnnouncementOffer offer)
    {
        AnnouncementOffer.Withheld withheld = Assert.IsType<AnnouncementOffer.Withheld>(offer);
        Assert.Null(offer.TextOrNone);
        Assert.EndsWith("。", withheld.Chinese, StringComparison.Ordinal);
        Assert.EndsWith(".", withheld.English, StringComparison.Ordinal);
        return withheld;
    }
}
