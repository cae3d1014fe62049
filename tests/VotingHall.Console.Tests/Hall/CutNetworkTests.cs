using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace VotingHall.Screens.Tests.Hall;

/// <summary>断网 20 秒: the cable between screens and server is pulled inside a round; the vote goes on, the screens say so and come back by themselves.</summary>
public sealed class CutNetworkTests(Browser browser) : HallTests(browser)
{
    private const int AwayMs = 20_000;

    [Fact(Skip = "nightly only", SkipUnless = nameof(IsNightly), SkipType = typeof(HallTests))]
    public async Task Screens_come_back_after_twenty_seconds_without_a_network()
    {
        FailedRequestsExpected = true;
        IPage chair = await SignIn(Audience.Chair);
        IPage board = await SignIn(Audience.Screen, 1920, 1080);
        await Act(chair, "confirmBase");
        await Act(chair, "openSitting");
        await Act(chair, "nextItem");
        await Act(chair, "open");
        await chair.Locator("[data-act=close]:enabled").WaitForAsync();
        long pulled = Stopwatch.GetTimestamp();
        Cable.Cut();
        await Says(chair, "与主机的连接中断");
        Assert.True(await chair.Locator("[data-act=close]").IsDisabledAsync());
        await Says(board, "正在恢复");
        await Task.Delay(TimeSpan.FromMilliseconds(AwayMs) - Stopwatch.GetElapsedTime(pulled), Stop);
        Cable.Join();
        await Says(chair, "已恢复");
        // Deputies went on pressing meanwhile.
        await Voted(chair, 33);
        await Act(chair, "close");
        await Says(chair, "等待监票人");
    }
}
