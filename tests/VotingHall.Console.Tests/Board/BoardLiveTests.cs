using Microsoft.Playwright;
using VotingHall.Screens.Tests.Samples;
using Xunit;

namespace VotingHall.Screens.Tests.Board;

/// <summary>The big screen over time: lost links, restarts, late pictures, scenes that follow each other.</summary>
public sealed class BoardLiveTests(Browser browser) : PageTests(browser)
{
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 20_000 };

    private static readonly LocatorAssertionsToBeVisibleOptions PatientToSee = new() { Timeout = 20_000 };

    [Fact]
    public async Task In_a_round_it_says_what_is_safe_and_goes_on_afterwards()
    {
        FailedRequestsExpected = true;
        Hall.Screens.Board = BoardSamples.Of("voting-nominee");
        IPage page = await Open(Audience.Screen, query: "?still=1");
        await Assertions.Expect(page.Locator(".left")).Not.ToHaveTextAsync("—");

        await Hall.Close();
        await Assertions.Expect(page.Locator(".middle.recovering")).ToBeVisibleAsync(PatientToSee);
        await Assertions.Expect(page.Locator(".left")).ToHaveTextAsync("—");
        await Assertions.Expect(page.Locator(".voted")).ToHaveTextAsync("203");
        await Assertions.Expect(page.Locator(".foot .safe")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".marks")).ToBeHiddenAsync();
        await Picture(page, "board", "recovering");

        Hall.Screens.Board = Hall.Screens.Board with { Head = SampleMeeting.Head with { Run = 2, Seq = 1, RoundResumed = 1 } };
        await Hall.Open(Stop);
        await Assertions.Expect(page.Locator(".marks")).ToBeVisibleAsync(PatientToSee);
        await Assertions.Expect(page.Locator(".middle.recovering")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".voted")).ToHaveTextAsync("203");
        await Assertions.Expect(page.Locator(".left")).Not.ToHaveTextAsync("—");
    }

    [Fact]
    public async Task Outside_a_round_a_small_line_is_enough()
    {
        FailedRequestsExpected = true;
        Hall.Screens.Board = BoardSamples.Of("result-motion");
        IPage page = await Open(Audience.Screen, query: "?still=1");

        await Hall.Close();
        await Assertions.Expect(page.Locator("[data-recovering]")).ToBeVisibleAsync(PatientToSee);
        await Assertions.Expect(page.Locator(".row-for .figure")).ToHaveTextAsync("271");
        Assert.Empty(await page.EvaluateAsync<string[]>(BoardScenesTests.Faults));
        await Picture(page, "board", "recovering-result");

        await Hall.Open(Stop);
        await Assertions.Expect(page.Locator("[data-recovering]")).ToBeHiddenAsync(new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task At_sign_in_figures_that_age_are_not_shown()
    {
        FailedRequestsExpected = true;
        Hall.Screens.Board = BoardSamples.Of("sign-in");
        IPage page = await Open(Audience.Screen, query: "?still=1");

        await Hall.Close();
        await Assertions.Expect(page.Locator(".figures .big")).ToHaveTextAsync("—", new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".figures .line").First).ToContainTextAsync("300");
        await Assertions.Expect(page.Locator(".sign-in-foot")).ToContainTextAsync("已签到的不必再签");
        await Picture(page, "board", "recovering-sign-in");
    }

    [Fact]
    public async Task An_older_picture_never_replaces_a_newer_one()
    {
        IPage page = await Open(Audience.Screen, query: "?still=1");
        // Once it has this one, it is in the group of the screens.
        Hall.Screens.Board = SampleMeeting.Board with { Head = SampleMeeting.Head with { Seq = 2 } };
        await Hall.Push(Audience.Screen, Stop);
        await Assertions.Expect(page.Locator("[data-wall][data-seq=\"2\"]")).ToBeVisibleAsync(PatientToSee);
        await page.EvaluateAsync(
            """
            window.seen = [];
            new MutationObserver(changes => window.seen.push(...changes.map(change => change.oldValue)))
              .observe(document.querySelector("[data-wall]"), { attributes: true, attributeFilter: ["data-seq"], attributeOldValue: true });
            """);

        foreach ((long run, long seq) in ((long, long)[])[(1, 5), (1, 3), (1, 6), (2, 1), (1, 9), (2, 4)])
        {
            Hall.Screens.Board = SampleMeeting.Board with { Head = SampleMeeting.Head with { Run = run, Seq = seq } };
            await Hall.Push(Audience.Screen, Stop);
        }
        await Assertions.Expect(page.Locator("[data-wall][data-seq=\"4\"]")).ToBeVisibleAsync(PatientToSee);

        Assert.Equal("2 5 6 1", string.Join(' ', (await page.EvaluateAsync<string[]>("window.seen")).Distinct()));
    }

    [Fact]
    public async Task Scenes_cross_over_and_still_ones_do_not_move()
    {
        Hall.Screens.Board = BoardSamples.Of("closed");
        IPage moving = await Open(Audience.Screen);
        IPage still = await Open(Audience.Screen, query: "?still=1");
        await Assertions.Expect(still.Locator(".closed")).ToBeVisibleAsync();
        await Assertions.Expect(moving.Locator(".closed")).ToBeVisibleAsync();
        const string watch =
            """
            window.most = [0, 0];
            new MutationObserver(() => {
              window.most = [Math.max(window.most[0], document.querySelectorAll(".scene").length), Math.max(window.most[1], document.getAnimations().length)];
              window.figure ??= document.querySelector(".row-for .figure")?.textContent;
            }).observe(document.querySelector("[data-scenes]"), { childList: true, subtree: true, attributes: true });
            """;
        await moving.EvaluateAsync(watch);
        await still.EvaluateAsync(watch);

        Hall.Screens.Board = BoardSamples.Of("result-motion") with { Head = SampleMeeting.Head with { Seq = 2 } };
        await Hall.Push(Audience.Screen, Stop);
        await Assertions.Expect(moving.Locator(".scene")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await Assertions.Expect(moving.Locator(".result")).ToBeVisibleAsync();
        await Assertions.Expect(still.Locator(".result")).ToBeVisibleAsync();

        int[] moved = await moving.EvaluateAsync<int[]>("window.most"), stood = await still.EvaluateAsync<int[]>("window.most");
        Assert.Equal(2, moved[0]);
        Assert.True(moved[1] > 0);
        Assert.Equal(0, stood[1]);
        Assert.Equal("271", await moving.EvaluateAsync<string>("window.figure"));
    }

    [Fact]
    public async Task Long_results_follow_page_by_page()
    {
        Hall.Screens.Board = BoardSamples.Of("result-election-12");
        IPage page = await Open(Audience.Screen, query: "?still=1");
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".person:not(.columns)")).ToHaveCountAsync(8);
        await Assertions.Expect(page.Locator(".page-no")).ToHaveTextAsync("1／2");

        await page.Clock.FastForwardAsync(8_000);
        await Assertions.Expect(page.Locator(".person:not(.columns)")).ToHaveCountAsync(4);
        await Picture(page, "board", "result-election-12-page-2");
        await page.Clock.FastForwardAsync(8_000);
        await Assertions.Expect(page.Locator(".page-no")).ToHaveTextAsync("1／2");
    }

    [Fact]
    public async Task The_countdown_follows_the_clock_of_the_server_and_the_last_seconds_weigh_more()
    {
        Hall.Screens.Board = BoardSamples.Of("voting-last");
        IPage page = await Open(Audience.Screen, query: "?still=1");

        await Assertions.Expect(page.Locator(".left.last")).ToHaveTextAsync("0", new() { Timeout = 20_000 });
        Hall.Screens.Board = BoardSamples.Of("voting") with { Head = SampleMeeting.Head with { Seq = 2 } };
        await Hall.Push(Audience.Screen, Stop);

        await Assertions.Expect(page.Locator(".left:not(.last)")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^3[0-8]$"));
    }

    [Fact]
    public async Task An_extension_is_said_for_five_seconds()
    {
        Hall.Screens.Board = BoardSamples.Of("voting-extended");
        IPage page = await Open(Audience.Screen, query: "?still=1");

        await Assertions.Expect(page.Locator(".how")).ToContainTextAsync("延长 30 秒");
        await Assertions.Expect(page.Locator(".how")).ToContainTextAsync("请按表决器", Patient);
    }

    [Fact]
    public async Task There_is_nothing_to_press_and_no_cursor()
    {
        Hall.Screens.Board = BoardSamples.Of("voting");
        IPage page = await Open(Audience.Screen);
        await page.Keyboard.PressAsync("Tab");

        Assert.Equal(0, await page.Locator("a, button, input, select, textarea, [tabindex], [onclick]").CountAsync());
        Assert.Equal("none", await page.EvaluateAsync<string>("getComputedStyle(document.body).cursor"));
        Assert.Equal("BODY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    [Fact]
    public async Task A_title_without_end_is_cut_and_what_looks_like_markup_is_text()
    {
        string title = "<b>关于</b>" + string.Concat(Enumerable.Repeat("云溪县国土空间总体规划", 14));
        Hall.Screens.Board = BoardSamples.Show(new BoardScene.Prepared(SampleMeeting.Budget with { Title = title }));
        IPage page = await Open(Audience.Screen, query: "?still=1");

        await Assertions.Expect(page.Locator(".title")).ToContainTextAsync("<b>关于</b>云溪县");
        await Assertions.Expect(page.Locator(".title-note")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".title b")).ToHaveCountAsync(0);
        await Picture(page, "board", "title-cut");
    }
}
