using Microsoft.Playwright;
using Xunit;

namespace VotingHall.Screens.Tests.Hall;

/// <summary>表决中主机重启: the server is killed inside a round; every screen says so, comes back by itself, and the round goes on with the same figures.</summary>
public sealed class RestartInBrowserTests(Browser browser) : HallTests(browser)
{
    [Fact(Skip = "nightly only", SkipUnless = nameof(IsNightly), SkipType = typeof(HallTests))]
    public async Task A_killed_server_comes_back_inside_the_round()
    {
        FailedRequestsExpected = true;
        IPage chair = await SignIn(Audience.Chair);
        IPage scrutineer = await SignIn(Audience.Scrutineer);
        IPage board = await SignIn(Audience.Screen, 1920, 1080);
        await Act(chair, "confirmBase");
        await Act(chair, "openSitting");
        await Act(chair, "nextItem");
        await Act(chair, "open");
        await Voted(chair, 33);
        await Hall.Kill(Stop);
        await Says(chair, "与主机的连接中断");
        Assert.True(await chair.Locator("[data-act=close]").IsDisabledAsync());
        await Says(board, "正在恢复");
        await Picture(board, "recovering");
        await Picture(chair, "recovering");
        await Hall.StartServer(Stop);
        await Says(chair, "已恢复");
        await Voted(chair, 33);
        await Act(chair, "close");
        await Act(scrutineer, "confirm");
        await Act(chair, "declare");
        await Says(chair, "实到33人");
    }
}
