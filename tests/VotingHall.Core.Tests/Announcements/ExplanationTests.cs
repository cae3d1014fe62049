using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>The "why" of a result: each line can be reckoned again, and failed seats are weighed against the margin.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void A_motion_is_explained_line_by_line()
    {
        Explanation why = Explanation.Of(Motion(7, 1, 1, failed: 0));
        Assert.Equal(
            ["基数 12：全体代表（实有人数）|主持人已确认", "赞成 7 ≥ 7|12 ÷ 2 + 1 = 7", "7 + 1 + 1 + 1 = 10|最后一项为未按，合计等于开始时签到人数", "依据：地方组织法第二十五条；本次会议表决办法第六条|"],
            why.Lines.Select(line => line.Chinese + "|" + line.ChineseDetail));
        Assert.Equal("By Organic Law of Local Congresses art. 25; 本次会议表决办法第六条", why.Lines[^1].English);
        Assert.All(why.Lines, line => Assert.False(line.Warns));
    }

    /// <summary>|赞成 - T| ≤ f, on both sides of it (T = 7). Source: screens 4.12.</summary>
    [Theory]
    [InlineData(7, 0, false)]
    [InlineData(7, 1, true)]
    [InlineData(8, 1, true)]
    [InlineData(9, 1, false)]
    [InlineData(9, 2, true)]
    [InlineData(6, 1, true)]
    [InlineData(4, 2, false)]
    [InlineData(4, 3, true)]
    public void Failed_seats_are_weighed(int votesFor, int failed, bool mayChange)
    {
        Explanation why = Explanation.Of(Motion(votesFor, 9 - votesFor, 0, failed));
        Assert.Equal((failed, mayChange), (why.FailedSeats, why.MayChangeResult));
        Assert.Equal(failed > 0, why.Lines.Any(line => line.Chinese.Contains("表决器故障", StringComparison.Ordinal)));
        Assert.Equal(mayChange, why.Lines.Any(line => line.Warns && line.Chinese.Contains("可能影响结果，建议重新表决", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_tie_says_who_and_why_again()
    {
        Explanation why = Explanation.Of(Election(12, new StationRow(9, 3, 0, 0), new StationRow(7, 4, 0, 1), new StationRow(7, 4, 1, 0)));
        Assert.Equal(
            [
                "基数 12：全体代表（实有人数）|主持人已确认", "3人达到7票：9、7、7|12 ÷ 2 + 1 = 7", "王𠮷、陈𣲘同为 7 票，只余 1 名|再次投票以得票多的当选，不再要求过半数",
                "每行合计 12 + 0 = 12|最后一项为未按，合计等于开始时签到人数", "所选合计 24 ≤ 12 × 2 = 24|每票所选不超过应选名额",
                "依据：地方组织法第二十五条；地方组织法第二十九条|",
            ],
            why.Lines.Select(line => line.Chinese + "|" + line.ChineseDetail));
    }

    [Fact]
    public void The_rank_across_the_last_seat_is_explained_and_weighed()
    {
        Round round = Election(12, new StationRow(9, 3, 0, 0), new StationRow(8, 4, 0, 0), new StationRow(7, 4, 1, 0));
        Explanation why = Explanation.Of(round);
        Assert.Contains(why.Lines, line => line.Chinese == "当选的最少 8 > 未当选的最多 7" && line.ChineseDetail == "应选2名，当选2名");
        Assert.True(Explanation.Of(round with { Closed = round.Closed! with { Faulty = [Samples.Uid(12)] } }).MayChangeResult);
    }

    /// <summary>"149 &lt; 151 will be asked about": in a run-off no majority is needed, and the margin is that between the two.</summary>
    [Fact]
    public void A_run_off_says_that_no_majority_is_needed()
    {
        Round tied = Election(12, new StationRow(9, 3, 0, 0), new StationRow(7, 5, 0, 0), new StationRow(7, 4, 1, 0));
        RunoffElection runoff = (RunoffElection)tied.Question.RunoffFor((Outcome.RunoffRequired)tied.Counted!.Outcome)!;
        Tally tally = new(12, 11, [new("王𠮷", 6, 3, 2), new("陈𣲘", 4, 5, 2)], []);
        Round round = tied with { Question = runoff, Counted = tied.Counted with { Tally = tally, Outcome = runoff.Count(tally, tied.Opening!.Context) } };
        Explanation why = Explanation.Of(round);
        Assert.Equal("再次投票以得票多的当选，不要求过半数|王𠮷 6；陈𣲘 4", why.Lines[0].Chinese + "|" + why.Lines[0].ChineseDetail);
        Assert.Contains(why.Lines, line => line.Chinese == "依据：地方组织法第二十九条");
        Assert.False(With(round, 1).MayChangeResult);
        Assert.True(With(round, 2).MayChangeResult);
        Assert.Equal("12÷2+1=7；3人达到7票；应选2名，当选1名；2人票数相等，尚余1名", tied.Counted.Outcome.Reason.Arithmetic);
        Assert.Equal("得票多的当选；应选1名，当选1名", round.Counted!.Outcome.Reason.Arithmetic);
    }

    [Fact]
    public void A_roll_call_and_persons_one_by_one()
    {
        Driver driver = Driver.SignedIn(10);
        Assert.Equal(
            ["基数 12：全体代表（实有人数）", "10 ≥ 8", "10 + 2 = 12", "依据：地方组织法第十四条"],
            Explanation.Of(driver.State.Rounds[driver.Last]).Lines.Select(line => line.Chinese));
        driver.Prepare("7", RoundMode.Named);
        driver.Open();
        for (int i = 1; i <= 9; i++)
            driver.Must(driver.Cast(i, 1, Choice.For, i > 6 ? Choice.Against : Choice.For));
        driver.Finish();
        Explanation why = Explanation.Of(driver.State.Rounds[driver.Last]);
        Assert.Equal(
            ["12 ÷ 2 + 1 = 7", "何知白 9 ≥ 7", "许喆 6 < 7", "每行合计 9 + 1 = 10"], why.Lines.Skip(1).Take(4).Select(line => line.Chinese));
    }

    [Fact]
    public void Too_few_in_a_round_that_needs_participation()
    {
        Round round = Motion(3, 2, 0, failed: 0);
        CountContext context = round.Opening!.Context with { Rules = round.Opening.Context.Rules with { Motion = new MotionParameters(ParticipationRule.MajorityOfAll) } };
        Round asked = round with { Counted = round.Counted! with { Outcome = round.Question.Count(round.Counted.Tally, context) } };
        Assert.Contains(Explanation.Of(asked).Lines, line => line.Chinese == "参加表决 5 < 7" && line.ChineseDetail == "参加表决人数不足，表决无效");
        Assert.True(With(asked, 2).MayChangeResult);
        Assert.False(With(asked, 1).MayChangeResult);
    }

    private static Explanation With(Round round, int failed) => Explanation.Of(round with
    {
        Closed = round.Closed! with { Faulty = [.. Enumerable.Range(0, failed).Select(i => Samples.Uid(9 - i))] },
    });

    /// <summary>Ten signed in, T = 7; the failed seats are among those who did not press or did.</summary>
    private static Round Motion(int votesFor, int against, int abstain, int failed)
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("2", RoundMode.Named);
        driver.Open();
        for (int i = 1; i <= votesFor + against + abstain; i++)
            driver.Must(driver.Cast(i, 1, i <= votesFor ? Choice.For : i <= votesFor + against ? Choice.Against : Choice.Abstain));
        for (int i = 0; i < failed; i++)
        {
            int member = 10 - i;
            driver.Must(at => new HallCommand.ReportKeypad(Samples.Uid(member), KeypadHealth.Silent) { Issuer = Issuer.Bridge, At = at });
        }
        driver.Finish();
        return driver.State.Rounds[driver.Last];
    }

    private static Round Election(int participants, params StationRow[] rows)
    {
        Driver driver = Driver.SignedIn(12);
        driver.Prepare("4", RoundMode.Secret);
        driver.Open();
        for (int i = 1; i <= participants; i++)
            driver.Must(driver.Mask(i, 1, 1));
        driver.Finish();
        driver.RequestTally();
        driver.Must(driver.StationCount(participants, rows));
        return driver.State.Rounds[driver.Last];
    }
}
