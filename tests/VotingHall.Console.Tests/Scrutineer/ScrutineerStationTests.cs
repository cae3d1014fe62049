using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using VotingHall.Screens.Tests.Samples;
using Xunit;

namespace VotingHall.Screens.Tests.Scrutineer;

/// <summary>The scrutineer types what is on the big screen, compares and confirms; where anything differs there is nothing to confirm with.</summary>
public sealed class ScrutineerStationTests(Browser browser) : PageTests(browser)
{
    private long seq = 1;

    [Fact]
    public async Task The_number_is_never_filled_in_and_is_sent_once()
    {
        IPage page = await Station(ScrutineerSamples.TypeNumber);
        Assert.Equal(3, await page.Locator(".box").CountAsync());
        Assert.Equal("", (await page.Locator("[data-boxes]").InnerTextAsync()).Trim());
        Assert.True(await page.Locator("[data-key=Enter]").IsDisabledAsync());

        await page.Keyboard.TypeAsync("2840");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("3");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");

        SampleOrder order = Assert.Single(await Ordered(page));
        Assert.Equal("rounds/5/participants", order.Path);
        Assert.Equal("""{"versionSeen":1,"typed":283}""", order.Json);
    }

    [Fact]
    public async Task The_pad_on_the_screen_does_the_same()
    {
        IPage page = await Station(ScrutineerSamples.TypeNumber);
        foreach (string key in (string[])["2", "9", "Backspace", "8", "3", "Enter"])
            await page.Locator($"[data-key='{key}']").ClickAsync();

        Assert.Equal("""{"versionSeen":1,"typed":283}""", Assert.Single(await Ordered(page)).Json);
    }

    [Fact]
    public async Task Digits_typed_stay_when_a_new_picture_comes()
    {
        IPage page = await Station(ScrutineerSamples.TypeNumber);
        await page.Keyboard.TypeAsync("28");
        await Show(ScrutineerSamples.TypeNumber);
        await page.Keyboard.TypeAsync("3");

        Assert.Equal(["2", "8", "3"], await page.Locator(".box").AllInnerTextsAsync());
    }

    [Fact]
    public async Task A_wrong_number_is_told_in_words_and_after_two_it_stops()
    {
        FailedRequestsExpected = true;
        IPage page = await Station(ScrutineerSamples.TypeNumber);
        Hall.Answer = _ => Results.Json(
            new { code = "participationWrong", zh = "参加表决人数不符，请再看大屏核对；还可输入 1 次。", en = "does not match", version = 2 }, statusCode: 409);
        await page.Keyboard.TypeAsync("284");
        await page.Keyboard.PressAsync("Enter");

        await Until(page, "[data-wrong]:has-text('您键入 284，请与大屏再对一次')");
        Assert.Contains("还可输入 1 次", await page.Locator("[data-wrong]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("", (await page.Locator("[data-boxes]").InnerTextAsync()).Trim());

        await Show(ScrutineerSamples.Stopped);
        await Until(page, "[data-wrong]:has-text('停下并报告总监票人')");
        await page.Keyboard.TypeAsync("283");
        await page.Keyboard.PressAsync("Enter");
        Assert.Single(await Ordered(page));
    }

    [Fact]
    public async Task The_station_tells_no_number_before_one_was_typed()
    {
        IPage page = await Station(ScrutineerSamples.TypeNumber);
        string text = await page.Locator("main").InnerTextAsync();

        Assert.DoesNotContain("283", text, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("table, .digest").CountAsync());
    }

    [Fact]
    public async Task Equal_sums_are_confirmed_by_a_held_touch()
    {
        IPage page = await Station(ScrutineerSamples.Compare);
        Assert.Equal(4, await page.Locator("td.host:has-text('＝')").CountAsync());
        Assert.Equal("3F9A71C208DE5B46", await page.EvaluateAsync<string>("document.querySelector('.digest').textContent"));

        await Hold(page, "confirm", 200);
        await page.WaitForSelectorAsync(".toast");
        Assert.Empty(Hall.Orders);
        await Hold(page, "confirm", 800);

        SampleOrder order = Assert.Single(await Ordered(page));
        Assert.Equal("rounds/7/confirm", order.Path);
        Assert.Equal("""{"versionSeen":1}""", order.Json);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_difference_takes_the_confirmation_away(bool hallSaysEqual)
    {
        // Also when the hall calls it equal: the rows on this page decide.
        IPage page = await Station(ScrutineerSamples.Mismatch with
        {
            Stage = (ScrutineerStage.Compare)ScrutineerSamples.Mismatch.Stage with { Agree = hallSaysEqual },
        });

        Assert.Equal(1, await page.Locator("body.mismatch").CountAsync());
        Assert.Equal(0, await page.Locator("[data-act=confirm]").CountAsync());
        Assert.Contains("≠", await page.Locator("tr.differs").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("不得宣布", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("[data-act=stop]").ClickAsync();
        Assert.Contains("报告总监票人", await page.Locator("[data-ask]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Ordered(page));
    }

    [Fact]
    public async Task A_named_round_has_no_number_to_type_and_the_machine_is_named()
    {
        IPage page = await Station(ScrutineerSamples.CompareNamed);

        Assert.Contains("不键入", await page.Locator("[data-steps] .skipped").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("本机监票：与主机同机", await page.Locator("header").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("[data-act=confirm]").CountAsync());
    }

    [Fact]
    public async Task A_lost_link_shuts_pad_and_confirmation()
    {
        FailedRequestsExpected = true;
        IPage page = await Station(ScrutineerSamples.Compare);
        await Hall.Close();
        await Until(page, "[data-link=down]");

        Assert.Equal(2, await page.Locator("[data-sign] button:disabled").CountAsync());
    }

    [Theory]
    [InlineData(ScreenLanguage.Chinese)]
    [InlineData(ScreenLanguage.English)]
    public async Task Draws_every_state(ScreenLanguage language)
    {
        IPage page = await Station(ScrutineerSamples.Waiting, language);
        foreach ((string name, ScrutineerView view) in ScrutineerSamples.All)
        {
            await Show(view);
            await Until(page, $"[data-body][data-stage={ScreenJson.InPage(view).Split("\"stage\":\"")[1].Split('"')[0]}]");
            await page.WaitForTimeoutAsync(100);
            foreach ((int width, int height) in ((int, int)[])[(1280, 800), (640, 400), (1920, 1080)])
            {
                await page.SetViewportSizeAsync(width, height);
                await Picture(page, "scrutineer", language == ScreenLanguage.English ? name + "-en" : name);
                Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{name} scrolls sideways at {width}");
                Assert.False(
                    await page.EvaluateAsync<bool>("[...document.querySelectorAll('.one, .sign')].some(part => part.scrollWidth > part.clientWidth)"),
                    $"{name} is cut off at {width}");
            }
            Assert.Empty(await page.EvaluateAsync<string[]>("(document.body.innerText.match(/\\b[a-z]+[A-Za-z]*\\.[a-z][A-Za-z.]*\\b|\\{[a-z]+\\}|\\bundefined\\b|NaN/g) ?? [])"));
        }
    }

    private async Task<IPage> Station(ScrutineerView view, ScreenLanguage language = ScreenLanguage.Chinese)
    {
        Hall.Screens.Scrutineer = view;
        IPage page = await Open(Audience.Scrutineer, 1280, 800, language);
        await page.WaitForSelectorAsync("[data-link=up]");
        return page;
    }

    private async Task Show(ScrutineerView view)
    {
        seq++;
        Hall.Screens.Scrutineer = view with { Head = view.Head with { Seq = seq, Version = seq } };
        await Hall.Push(Audience.Scrutineer, Stop);
    }

    private static async Task Hold(IPage page, string act, int milliseconds)
    {
        await page.Locator($"[data-act={act}]").HoverAsync();
        await page.Mouse.DownAsync();
        await page.WaitForTimeoutAsync(milliseconds);
        await page.Mouse.UpAsync();
    }

    private static Task Until(IPage page, string selector) =>
        page.Locator(selector).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    /// <summary>What was ordered, after a moment in which more would have come.</summary>
    private async Task<IReadOnlyList<SampleOrder>> Ordered(IPage page)
    {
        await page.WaitForTimeoutAsync(800);
        return [.. Hall.Orders];
    }
}
