using Microsoft.Playwright;
using Xunit;

namespace VotingHall.Screens.Tests.Hall;

/// <summary>
/// 县人代会一次全体会议 by hand, 300 deputies: every item of the sample with the figures of its habits, a void with its reason and the repeat, the election's tie and the
/// run-off. Takes about ten minutes, so it runs nightly only.
/// </summary>
public sealed class CountyPlenaryTests(Browser browser) : HallTests(browser)
{
    protected override string Sample => "county-plenary";

    private IPage? chair;
    private IPage? scrutineer;
    private IPage? board;

    [Fact(Skip = "nightly only", SkipUnless = nameof(IsNightly), SkipType = typeof(HallTests))]
    public async Task The_whole_plenary_is_run_from_the_desks()
    {
        FailedRequestsExpected = true;
        chair = await SignIn(Audience.Chair, 1920, 1080);
        scrutineer = await SignIn(Audience.Scrutineer);
        board = await SignIn(Audience.Screen, 1920, 1080);
        IPage technician = await SignIn(Audience.Technician);
        IPage secretariat = await SignIn(Audience.Secretariat);
        await Act(chair, "confirmBase");
        await Act(chair, "openSitting");

        await Vote("nextItem", participants: null, "sign-in");
        await Says(chair, "今天会议应到300人，实到286人");
        await Picture(technician, "county-lines");
        await Vote("nextItem", participants: null, "motion");
        await Says(board, "271");

        // The first time the board carries an old title: void, and voted again.
        await Act(chair, "nextItem");
        await Act(chair, "open");
        await chair.Locator("[data-act=close]:enabled").WaitForAsync();
        await VoidWith("paperWrong", "议题文字有误");
        await Vote("repeat", participants: 283, "secret-motion");
        await Says(board, "262");
        await Vote("nextItem", participants: 283, "list");

        // Four candidates for three places: two elected, two tied.
        await Vote("nextItem", participants: 284, "election", declare: "declareAndRunoff");
        await Act(chair, "open");
        await Finish(participants: 285, "runoff", "declare");
        await Says(board, "149");
        await Vote("nextItem", participants: 285, "projects");
        await Says(board, "十个项目通过票决");
        await Act(chair, "closeSitting");
        await chair.WaitForTimeoutAsync(500);
        await chair.ClickAsync("dialog [data-verb]");
        await secretariat.GotoAsync(Cable.Address + "secretariat#results");
        await Picture(secretariat, "county-results");
    }

    private async Task Vote(string begin, int? participants, string name, string declare = "declare")
    {
        await Act(chair!, begin);
        await Act(chair!, "open");
        await Finish(participants, name, declare);
    }

    /// <summary>Until everybody who will has voted (or the time is over), then to the declared result.</summary>
    private async Task Finish(int? participants, string name, string declare)
    {
        await chair!.Locator("[data-act=close]:enabled").WaitForAsync();
        await chair.WaitForTimeoutAsync(30_000);
        await Picture(board!, "county-" + name + "-voting");
        if (await chair.Locator("[data-act=close]:enabled").CountAsync() > 0)
            await Act(chair, "close");
        if (participants is { } number)
            await Type(scrutineer!, number.ToString("D", null));
        await Act(scrutineer!, "confirm");
        await Act(chair, "showResult");
        await chair.WaitForTimeoutAsync(700);
        await Picture(board!, "county-" + name);
        await Picture(chair, "county-" + name);
        await Act(chair, declare);
    }

    private async Task VoidWith(string reason, string note)
    {
        await chair!.WaitForTimeoutAsync(500);
        await Act(chair, "void");
        await chair.CheckAsync($"dialog input[value={reason}]");
        await chair.FillAsync("dialog textarea", note);
        await chair.WaitForTimeoutAsync(500);
        await chair.ClickAsync("dialog [data-verb]");
        await Says(board!, "本次表决作废");
        await Picture(board!, "county-void");
    }
}
