using Microsoft.Playwright;
using VotingHall.TestPrinters;
using Xunit;

namespace VotingHall.Screens.Tests.Hall;

/// <summary>
/// 一次完整的表决 by hand: chair, secretariat and scrutineer at their desks, the big screen beside them, deputies at their keypads. The figures are those of the
/// sample's habits.
/// </summary>
public sealed class WholeVoteTests(Browser browser, ServiceBus bus) : HallTests(browser), IClassFixture<ServiceBus>
{
    private readonly PrinterProgram printer = new(bus);

    protected override string Printer => "秘书处=" + printer.Address;

    public override async ValueTask InitializeAsync()
    {
        await printer.PowerOn();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        printer.Dispose();
    }

    [Fact]
    public async Task A_whole_sitting_is_run_from_the_desks()
    {
        // A refusal is an ordinary answer, which the browser still reports as a failed request.
        FailedRequestsExpected = true;
        IPage chair = await SignIn(Audience.Chair);
        IPage scrutineer = await SignIn(Audience.Scrutineer);
        IPage secretariat = await SignIn(Audience.Secretariat);
        IPage technician = await SignIn(Audience.Technician);
        IPage board = await SignIn(Audience.Screen, 1920, 1080);
        await Act(chair, "confirmBase");
        await Act(chair, "openSitting");

        await Act(chair, "nextItem");
        await Act(chair, "open");
        await Voted(chair, 33);
        await Act(chair, "close");
        await Act(scrutineer, "confirm");
        await Act(chair, "declare");
        await Says(chair, "今天会议应到35人，实到33人");
        await Picture(board, "roll-call");

        // Persons one by one, secret: no figure anywhere before the number was typed.
        await Act(chair, "nextItem");
        await Act(chair, "open");
        await Voted(chair, 33);
        await chair.WaitForTimeoutAsync(500);
        await Picture(chair, "voting");
        await Says(scrutineer, "33");
        await Act(chair, "close");
        await scrutineer.WaitForSelectorAsync("[data-boxes]");
        Assert.DoesNotContain("17", await chair.InnerTextAsync("main"), StringComparison.Ordinal);
        await Says(board, "33");
        await Type(scrutineer, "32");
        await Says(scrutineer, "您键入 32");
        await Type(scrutineer, "33");
        await scrutineer.WaitForSelectorAsync("[data-act=confirm]");
        await Picture(scrutineer, "compare");
        await Says(chair, "17");
        await Act(scrutineer, "confirm");
        await Act(chair, "showResult");
        await Says(board, "未获通过");
        await Picture(board, "appointments");
        await Act(chair, "declare");
        await Picture(chair, "announced");

        // A void with its reason, and the repeat.
        await Act(chair, "nextItem");
        await Act(chair, "void");
        await chair.CheckAsync("dialog input[value=paperWrong]");
        await chair.FillAsync("dialog textarea", "议题文字有误");
        // Two touches within 400 ms are one.
        await chair.WaitForTimeoutAsync(500);
        await chair.ClickAsync("dialog [data-verb]");
        await Says(board, "本次表决作废");
        await Act(chair, "repeat");
        await Act(chair, "open");
        await Voted(chair, 33);
        await Act(chair, "close");
        await Act(scrutineer, "confirm");
        await Act(chair, "declare");
        await Says(board, "通过");

        await secretariat.GotoAsync(Cable.Address + "secretariat#results");
        await Says(secretariat, "未获通过");
        await secretariat.GetByText("第二次全体会议签到").Last.ClickAsync();
        await Says(secretariat, "实到 33 ＋ 缺席 2 ＝ 应到 35");
        await Picture(secretariat, "results");
        await Print(secretariat);
        await Says(technician, "35 / 35");
        await Picture(technician, "lines");
    }

    /// <summary>Out of paper is said and goes on by itself; a second sheet needs its number typed.</summary>
    private async Task Print(IPage secretariat)
    {
        printer.TakePaper();
        await secretariat.ClickAsync("[data-print]:enabled");
        await secretariat.WaitForSelectorAsync("dialog [data-verb]:enabled");
        await secretariat.WaitForTimeoutAsync(500);
        await secretariat.ClickAsync("dialog [data-verb]");
        await secretariat.GotoAsync(Cable.Address + "secretariat#prints");
        await Says(secretariat, "请加纸");
        await Picture(secretariat, "out-of-paper");
        Assert.Empty(printer.Sheets);
        printer.AddPaper();
        await Says(secretariat, "请核对纸上摘要与记录摘要一致");
        Assert.Single(printer.Sheets);

        await secretariat.GetByText("再打印一次").First.ClickAsync();
        await secretariat.WaitForSelectorAsync("dialog input[name=copy]");
        Assert.True(await secretariat.IsDisabledAsync("dialog [data-verb]"));
        await secretariat.FillAsync("dialog input[name=copy]", "2");
        await secretariat.WaitForTimeoutAsync(500);
        await secretariat.ClickAsync("dialog [data-verb]:enabled");
        await secretariat.Locator("[data-print-state=completed]").Nth(1).WaitForAsync();
        Assert.Equal(2, printer.Sheets.Count);
        await Picture(secretariat, "printed");
    }
}
