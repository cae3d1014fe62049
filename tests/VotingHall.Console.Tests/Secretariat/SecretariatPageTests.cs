using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using VotingHall.Screens.Tests.Samples;
using Xunit;

namespace VotingHall.Screens.Tests.Secretariat;

/// <summary>The secretariat's agenda and editor: what is typed stays, what is saved is what was typed, once.</summary>
public sealed class SecretariatPageTests(Browser browser) : PageTests(browser)
{
    [Fact]
    public async Task Keeps_typing_when_a_picture_arrives()
    {
        IPage page = await Start("#agenda/8");
        ILocator title = page.Locator("[data-field='title']");
        await title.ClickAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("甲");

        Push(SecretariatSamples.Desk with { Agenda = [.. SecretariatSamples.Agenda.Select(line => line.No == "4" ? line with { State = AgendaState.Current } : line)] }, 2);
        await Hall.Push(Audience.Secretariat, Stop);
        await Assertions.Expect(page.Locator("[data-no='4']")).ToContainTextAsync("进行中");
        await page.Keyboard.TypeAsync("乙");

        Assert.StartsWith("甲乙云溪县", await title.InputValueAsync(), StringComparison.Ordinal);
        await Assertions.Expect(title).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToHaveTextAsync("有未保存的更改");
        await page.ReloadAsync();
        Assert.StartsWith("甲乙云溪县", await title.InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saves_with_ctrl_enter_what_was_typed_and_undoes_with_ctrl_z()
    {
        IPage page = await Start("#agenda/6");
        ILocator second = page.Locator("[data-field='candidates[1]']");
        await second.FillAsync("买买提·阿不都热依木");
        await second.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator("[data-field='candidates[0]']")).ToBeFocusedAsync();
        await page.Locator("[data-field='seats']").FillAsync("2");
        await Assertions.Expect(page.Locator("[data-rule='difference']")).ToHaveTextAsync("4 人（差额 2）");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("[data-field='seats']")).ToHaveValueAsync("3");

        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("已保存");
        SampleOrder order = Assert.Single(Hall.Orders);
        Assert.Equal("agenda/6", order.Path);
        JsonElement item = order.Body.GetProperty("item");
        Assert.Equal(["买买提·阿不都热依木", "王雨桐", "陈知远", "林若水"], item.GetProperty("candidates").EnumerateArray().Select(name => name.GetString()!));
        Assert.Equal(3, item.GetProperty("seats").GetInt32());
        Assert.Equal("deputy", item.GetProperty("officeKind").GetString());
        Assert.False(item.TryGetProperty("ballotRule", out _));
        Assert.Equal(0, order.Body.GetProperty("place").GetInt32());
    }

    [Fact]
    public async Task Says_what_is_missing_and_leads_to_the_field()
    {
        IPage page = await Start("#agenda/8");
        await page.Locator("[data-no='8'] a").FocusAsync();
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("[data-field='title']")).ToBeFocusedAsync();
        await page.Locator("[data-field='kind']").SelectOptionAsync("election");

        await Assertions.Expect(page.Locator("[data-missing='3']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-save]")).ToBeDisabledAsync();
        await Assertions.Expect(page.Locator("[data-save]")).ToHaveTextAsync("保存（尚缺 3 项）");
        await page.Locator("[data-lacks] a", new PageLocatorOptions { HasText = "至少填写一行" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-field='candidates[0]']")).ToBeFocusedAsync();
        await page.EvaluateAsync(
            """
            () => {
              const pasted = new DataTransfer();
              pasted.setData("text/plain", "甲一\n乙二\n\n丙三");
              document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: pasted, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(page.Locator("[data-field='candidates[2]']")).ToHaveValueAsync("丙三");
        await Assertions.Expect(page.Locator("[data-missing='2']")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        Assert.Empty(Hall.Orders);
    }

    [Fact]
    public async Task Moves_an_item_by_keyboard_and_by_dragging()
    {
        IPage page = await Start("#agenda/8");
        await page.Locator("[data-no='6'] .grip").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator("[data-agenda-said]")).ToHaveTextAsync("第 6 项已移到第 5 位");

        ILocator grip = page.Locator("[data-no='2'] .grip"), target = page.Locator("[data-no='5']");
        LocatorBoundingBoxResult from = (await grip.BoundingBoxAsync())!, to = (await target.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + 10, from.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 10, from.Y + 60);
        await page.Mouse.MoveAsync(from.X + 10, to.Y + to.Height - 4);
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator("[data-agenda-said]")).ToHaveTextAsync("第 2 项已移到第 5 位");

        Assert.Equal(["agenda/6 5", "agenda/2 5"], Hall.Orders.Select(order => $"{order.Path} {order.Body.GetProperty("place").GetInt32()}"));
        Assert.Equal("选举县人民代表大会常务委员会副主任", Hall.Orders.First().Body.GetProperty("item").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Shows_both_versions_when_two_desks_changed_an_item()
    {
        FailedRequestsExpected = true;
        IPage page = await Start("#agenda/8");
        await page.Locator("[data-field='title']").FillAsync("我的题目");
        Hall.Answer = order => order.Body.GetProperty("versionSeen").GetInt64() < 5
            ? Results.Json(new { code = "staleVersion", zh = "已变", en = "changed", version = 5 }, statusCode: 409)
            : Results.Json(new { version = 6 });
        Hall.Document = path => path == "agenda/8"
            ? Results.Json(new { item = new { no = "8", kind = "motion", title = "另一席的题目", verb = "通过", mode = "secret" }, frozen = false, required = 151, @base = 300, problems = Array.Empty<object>() })
            : SecretariatSamples.Document(path);
        await page.Locator("[data-save]").ClickAsync();

        await Assertions.Expect(page.Locator("[data-lacks] [role='alert']")).ToContainTextAsync("另一席也改了本项");
        Assert.Equal("我的题目", await page.Locator("[data-field='title']").InputValueAsync());
        Push(SecretariatSamples.Desk with { Head = SampleMeeting.Head with { Version = 5 } }, 2);
        await Hall.Push(Audience.Secretariat, Stop);
        await page.GetByText("保留我的").ClickAsync();
        await page.Locator("[data-save]").ClickAsync();

        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("已保存");
        Assert.Equal("我的题目", Hall.Orders.Last().Body.GetProperty("item").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Prepares_the_saved_item_and_locks_it_while_it_is_voted()
    {
        IPage page = await Start("#agenda/8");
        await page.Locator("[data-prepare]").ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("已准备");
        Assert.Equal("""rounds {"item":"8"}""", Hall.Orders.Select(order => $"{order.Path} {{\"item\":\"{order.Body.GetProperty("item").GetString()}\"}}").Single());

        Push(SecretariatSamples.Desk with { Agenda = [.. SecretariatSamples.Agenda.Select(line => line.No == "8" ? line with { State = AgendaState.Current, Rounds = 1 } : line)] }, 2);
        await Hall.Push(Audience.Secretariat, Stop);
        await Assertions.Expect(page.Locator("[data-field='title']")).ToBeDisabledAsync();
        await Assertions.Expect(page.Locator("[data-prepare]")).ToBeDisabledAsync();
        await Assertions.Expect(page.Locator("[data-lacks]")).ToContainTextAsync("正在表决");
    }

    [Fact]
    public async Task Disables_acts_while_the_hall_is_away_and_keeps_what_was_typed()
    {
        FailedRequestsExpected = true;
        IPage page = await Start("#agenda/8");
        await page.Locator("[data-field='title']").FillAsync("新的题目");
        await Assertions.Expect(page.Locator("[data-save]")).ToBeEnabledAsync();

        await Hall.Close();
        await Assertions.Expect(page.Locator("[data-save]")).ToBeDisabledAsync(new LocatorAssertionsToBeDisabledOptions { Timeout = 10_000 });
        await Assertions.Expect(page.Locator("[data-save]")).ToBeVisibleAsync();
        await Hall.Open(Stop);

        await Assertions.Expect(page.Locator("[data-save]")).ToBeEnabledAsync(new LocatorAssertionsToBeEnabledOptions { Timeout = 15_000 });
        Assert.Equal("新的题目", await page.Locator("[data-field='title']").InputValueAsync());
    }

    private void Push(SecretariatView view, long seq) => Hall.Screens.Secretariat = view with { Head = view.Head with { Seq = seq } };

    private async Task<IPage> Start(string hash)
    {
        Hall.Screens.Secretariat = SecretariatSamples.Desk;
        Hall.Document = SecretariatSamples.Document;
        IPage page = await Open(Audience.Secretariat, 1280, 800, query: hash);
        await Assertions.Expect(page.Locator("[data-link='up']")).ToBeVisibleAsync();
        return page;
    }
}
