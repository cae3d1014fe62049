using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using VotingHall.Screens.Tests.Samples;
using Xunit;

namespace VotingHall.Screens.Tests.Chair;

/// <summary>Every act of the chair is exactly the right order, once; what a slip of the hand does is nothing.</summary>
public sealed class ChairOrderTests(Browser browser) : ChairDesk(browser)
{
    [Fact]
    public async Task Plain_acts_post_their_path_and_body()
    {
        IPage page = await Desk(ChairSamples.Announced);
        (ChairView View, ChairAct Act, string Path, string Body)[] cases =
        [
            (ChairSamples.BeforeSitting, Primary(ChairActKind.ConfirmBase), "base/confirm", "{}"),
            (ChairSamples.Sittings, Primary(ChairActKind.OpenSitting) with { Item = "3" }, "sittings/3/open", "{}"),
            (ChairSamples.BetweenItems, Primary(ChairActKind.NextItem) with { Item = "4" }, "rounds", """{"item":"4"}"""),
            (ChairSamples.ReadyPlain, Primary(ChairActKind.Open), "rounds/3/open", """{"releaseMissing":false}"""),
            (ChairSamples.Voting, Primary(ChairActKind.Remind), "board/reminder", "{}"),
            (ChairSamples.Voting, Primary(ChairActKind.Extend), "rounds/3/extend", """{"seconds":30}"""),
            (ChairSamples.AwaitingStopped, Primary(ChairActKind.AllowRecheck), "rounds/5/recheck", "{}"),
            (ChairSamples.Result, Primary(ChairActKind.ShowResult), "rounds/3/show", "{}"),
            (ChairSamples.BetweenItems, Primary(ChairActKind.Runoff) with { Round = 7, Names = 2, Item = "6" }, "rounds/7/runoff", "{}"),
            (ChairSamples.Voided, Primary(ChairActKind.Repeat) with { Item = "4" }, "rounds", """{"item":"4"}"""),
        ];
        foreach ((ChairView view, ChairAct act, string path, string body) in cases)
        {
            Hall.Orders.Clear();
            await Show(With(view, act));
            string kind = char.ToLowerInvariant(act.Kind.ToString()[0]) + act.Kind.ToString()[1..];
            // A double touch, as of an impatient finger: one order.
            await Button(page, kind).DblClickAsync();

            SampleOrder order = Assert.Single(await Ordered(page, 1));

            Assert.Equal(path, order.Path);
            string expected = body == "{}" ? $$"""{"versionSeen":{{Hall.Screens.Chair.Head.Version}}}""" : $$"""{"versionSeen":{{Hall.Screens.Chair.Head.Version}},{{body[1..]}}""";
            Assert.Equal(expected, order.Json);
            Assert.Matches("^[0-9a-f]{32}$", order.Key);
        }
    }

    [Theory]
    [InlineData(ChairActKind.Close, "close")]
    [InlineData(ChairActKind.Declare, "declare")]
    public async Task A_final_act_is_held(ChairActKind kind, string act)
    {
        IPage page = await Desk(With(kind == ChairActKind.Close ? ChairSamples.Voting : ChairSamples.Result, Primary(kind)));

        await Hold(page, act, 250);
        await page.WaitForSelectorAsync(".toast");
        Assert.Empty(Hall.Orders);

        await Hold(page, act, 800);
        Assert.Equal($"rounds/3/{act}", Assert.Single(await Ordered(page, 1)).Path);
    }

    [Fact]
    public async Task Enter_held_is_the_primary_act_and_stops_there()
    {
        IPage page = await Desk(ChairSamples.Result);
        Hall.Answer = _ =>
        {
            Show(ChairSamples.Announced).Wait(Stop);
            return Results.Json(new { version = 2 });
        };

        await page.Keyboard.DownAsync("Enter");
        await page.WaitForTimeoutAsync(150);
        await page.Keyboard.UpAsync("Enter");
        Assert.Empty(Hall.Orders);

        await page.Keyboard.DownAsync("Enter");
        for (int i = 0; i < 15; i++)
        {
            await page.WaitForTimeoutAsync(100);
            // A key held down repeats; the next item, now under the same key, must not follow.
            await page.Keyboard.DownAsync("Enter");
        }
        await page.Keyboard.UpAsync("Enter");

        Assert.Equal("rounds/3/declare", Assert.Single(await Ordered(page, 1)).Path);
        Assert.Equal("heading", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Letters_extend_remind_and_show_and_none_voids()
    {
        IPage page = await Desk(ChairSamples.Voting);
        foreach (string key in (string[])["v", "z", "d", "Delete", "Escape"])
            await page.Keyboard.PressAsync(key);
        await page.Keyboard.PressAsync("e");
        await Ordered(page, 1);
        await page.WaitForTimeoutAsync(1600);
        await page.Keyboard.PressAsync("R");
        await Ordered(page, 2);
        await Show(ChairSamples.Result);
        await page.WaitForTimeoutAsync(1600);
        await page.Keyboard.PressAsync("m");

        Assert.Equal(["rounds/3/extend", "board/reminder", "rounds/3/show"], (await Ordered(page, 3)).Select(order => order.Path));
    }

    [Fact]
    public async Task A_tie_is_declared_and_then_voted_again_with_the_fresh_version()
    {
        IPage page = await Desk(ChairSamples.Tie);
        Hall.Answer = order => Results.Json(new { version = order.Path.EndsWith("declare", StringComparison.Ordinal) ? 41 : 42 });
        Assert.Equal("宣布，并就二人再次投票", await Button(page, "declareAndRunoff").InnerTextAsync());

        await Hold(page, "declareAndRunoff", 800);

        IReadOnlyList<SampleOrder> orders = await Ordered(page, 2);
        Assert.Equal(["rounds/7/declare", "rounds/7/runoff"], orders.Select(order => order.Path));
        Assert.Equal([1, 41], orders.Select(order => order.Body.GetProperty("versionSeen").GetInt32()));
        Assert.NotEqual(orders[0].Key, orders[1].Key);
    }

    [Fact]
    public async Task A_void_asks_for_its_reason_in_words()
    {
        IPage page = await Desk(ChairSamples.Voting);
        await Button(page, "void").ClickAsync();
        ILocator verb = page.Locator("[data-verb]");
        Assert.True(await verb.IsDisabledAsync());
        Assert.False(await page.EvaluateAsync<bool>("document.activeElement.matches('.danger')"));
        await page.Locator("input[value=paperWrong]").CheckAsync();
        await page.Locator("#void-note").FillAsync("大屏显示的是旧标题");
        // A picture with more presses leaves the question and what was typed alone.
        await Show(ChairSamples.Voting with { Stage = (ChairStage.Voting)ChairSamples.Voting.Stage with { Turnout = new Turnout(260, 286) } });
        Assert.Equal("大屏显示的是旧标题", await page.Locator("#void-note").InputValueAsync());
        await page.WaitForTimeoutAsync(450);
        await verb.ClickAsync();

        SampleOrder order = Assert.Single(await Ordered(page, 1));
        Assert.Equal("rounds/3/void", order.Path);
        Assert.Equal("""{"versionSeen":2,"reason":"paperWrong","note":"大屏显示的是旧标题"}""", order.Json);
    }

    [Fact]
    public async Task Opening_with_seats_missing_names_them_first()
    {
        IPage page = await Desk(ChairSamples.Ready);
        await Button(page, "openAnyway").ClickAsync();
        string asked = await page.Locator("[data-ask]").InnerTextAsync();
        Assert.Contains("还有 1 席", asked, StringComparison.Ordinal);
        Assert.Contains("7排12座", asked, StringComparison.Ordinal);
        Assert.Empty(Hall.Orders);
        await page.WaitForTimeoutAsync(450);
        await page.Locator("[data-verb]").ClickAsync();

        Assert.Equal("""{"versionSeen":1,"releaseMissing":true}""", Assert.Single(await Ordered(page, 1)).Json);
    }

    [Fact]
    public async Task The_plain_picture_of_a_break_has_its_time()
    {
        IPage page = await Desk(ChairSamples.Announced);
        await page.Locator("[data-board-picture]").ClickAsync();
        await page.Locator("input[value=break]").CheckAsync();
        Assert.True(await page.Locator("[data-verb]").IsDisabledAsync());
        await page.Locator("#resumes-at").FillAsync("10:30");
        await page.WaitForTimeoutAsync(450);
        await page.Locator("[data-verb]").ClickAsync();

        SampleOrder order = Assert.Single(await Ordered(page, 1));
        Assert.Equal("board/picture", order.Path);
        Assert.Equal("""{"versionSeen":1,"picture":"break","resumesAt":"10:30:00"}""", order.Json);
    }
}
