using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using VotingHall.Screens.Tests.Samples;
using Xunit;

namespace VotingHall.Screens.Tests.Chair;

/// <summary>What the chair's desk shows and does not show: two desks, a lost link, a change of state, an open round.</summary>
public sealed class ChairDeskTests(Browser browser) : ChairDesk(browser)
{
    [Fact]
    public async Task Another_desk_was_first()
    {
        FailedRequestsExpected = true;
        IPage page = await Desk(ChairSamples.Voting);
        Hall.Answer = _ => Results.Json(new { code = "staleVersion", zh = "页面内容已变化", en = "out of date", version = 9 }, statusCode: 409);

        await Hold(page, "close", 800);
        await page.WaitForSelectorAsync(".toast.refused");

        Assert.Contains("另一席已操作", await page.Locator(".toast.refused").InnerTextAsync(), StringComparison.Ordinal);
        await Show(ChairSamples.Closing);
        Assert.Single(await Ordered(page, 1));
    }

    [Fact]
    public async Task A_lost_link_shuts_the_buttons_and_says_what_is_kept()
    {
        FailedRequestsExpected = true;
        IPage page = await Desk(ChairSamples.Voting);
        await Hall.Close();
        await page.WaitForSelectorAsync("[data-link=down]", new PageWaitForSelectorOptions { Timeout = 15_000 });

        Assert.Equal(3, await page.Locator("[data-buttons] button:disabled").CountAsync());
        Assert.Equal("等待恢复", await Button(page, "close").InnerTextAsync());
        Assert.Contains("251 票", await page.Locator("[data-body]").InnerTextAsync(), StringComparison.Ordinal);
        await Picture(page, "chair", "away");

        await Hall.Open(Stop);
        await page.WaitForSelectorAsync("[data-link=up]", new PageWaitForSelectorOptions { Timeout = 15_000 });
        Assert.True(await Button(page, "close").IsEnabledAsync());
        Assert.Empty(Hall.Orders);
    }

    [Fact]
    public async Task After_a_change_of_state_the_focus_is_on_the_heading()
    {
        IPage page = await Desk(ChairSamples.ReadyPlain);
        await Button(page, "open").FocusAsync();
        await Show(ChairSamples.Voting);
        await page.WaitForSelectorAsync("[data-voted]");

        Assert.Equal("heading", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task More_presses_leave_the_focus_where_it_is()
    {
        IPage page = await Desk(ChairSamples.Voting);
        await Button(page, "extend").FocusAsync();
        await Show(ChairSamples.Voting with { Stage = (ChairStage.Voting)ChairSamples.Voting.Stage with { Turnout = new Turnout(260, 286) } });
        await Until(page, "[data-voted]:text-is('260')");

        Assert.Equal("extend", await page.EvaluateAsync<string>("document.activeElement.dataset.act"));
    }

    [Theory]
    [InlineData("voting")]
    [InlineData("closing")]
    [InlineData("awaiting")]
    public async Task While_a_round_is_not_counted_nothing_of_a_split_is_on_the_page(string state)
    {
        IPage page = await Desk(ChairSamples.All.Single(sample => sample.Name == state).View);

        Assert.Equal(0, await page.Locator("[data-body] .tile, [data-body] table, [data-body] .mark").CountAsync());
        string said = await page.Locator("[data-body]").InnerTextAsync();
        foreach (string word in (string[])["赞成", "反对", "弃权", "未按"])
            Assert.DoesNotContain(word, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_ten_seconds_are_heavier_and_of_the_same_colour()
    {
        const string Colour = "getComputedStyle(document.querySelector('[data-left]')).color";
        IPage page = await Desk(ChairSamples.Voting);
        string before = await page.EvaluateAsync<string>(Colour);
        Assert.Equal(0, await page.Locator("[data-left].last").CountAsync());
        await Show(ChairSamples.VotingLast);
        await page.WaitForSelectorAsync("[data-left].last");

        Assert.Equal(before, await page.EvaluateAsync<string>(Colour));
    }

    [Fact]
    public async Task The_verdict_and_new_faults_are_said_at_once()
    {
        IPage page = await Desk(ChairSamples.ReadyPlain);
        await Show(ChairSamples.Voting);
        await Until(page, "[data-said-now]:has-text('静默')");
        await Show(ChairSamples.Result with { Notices = [] });

        await Until(page, "[data-said-now]:text-is('通过')");
    }

    [Fact]
    public async Task A_reader_that_cannot_hold_is_asked_in_words()
    {
        IPage page = await Desk(ChairSamples.Result);
        await Button(page, "declare").EvaluateAsync("button => button.click()");
        await page.WaitForTimeoutAsync(450);
        Assert.Empty(Hall.Orders);
        await page.Locator("[data-verb]").ClickAsync();

        Assert.Equal("rounds/3/declare", Assert.Single(await Ordered(page, 1)).Path);
    }
}
