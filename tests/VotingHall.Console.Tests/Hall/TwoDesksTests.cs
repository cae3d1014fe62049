using Microsoft.Playwright;
using Xunit;

namespace VotingHall.Screens.Tests.Hall;

/// <summary>两席同时操作: two chairs' desks in front of the same hall; one wins, the other is told and shows the new state.</summary>
public sealed class TwoDesksTests(Browser browser) : HallTests(browser)
{
    [Fact]
    public async Task One_of_two_desks_wins_and_the_other_is_told()
    {
        // The loser's refusal is an ordinary answer, which the browser still reports as a failed request.
        FailedRequestsExpected = true;
        IPage first = await SignIn(Audience.Chair);
        IPage second = await SignIn(Audience.Chair);
        await Act(first, "confirmBase");
        await Act(first, "openSitting");
        ILocator here = first.Locator("[data-act=nextItem]:enabled"), there = second.Locator("[data-act=nextItem]:enabled");
        await here.WaitForAsync();
        await there.WaitForAsync();
        // Two touches within 400 ms are one.
        await first.WaitForTimeoutAsync(500);
        // The second desk acts on the picture it saw before the first has acted.
        await second.RouteAsync("**/api/rounds", async route =>
        {
            await first.Locator("[data-act=open], [data-act=openAnyway]").WaitForAsync();
            await route.ContinueAsync();
        });
        Task later = there.ClickAsync();
        await here.ClickAsync();
        await later;
        await Says(second, "签到");
        await second.Locator(".toast.refused").First.WaitForAsync();
        await second.Locator("[data-act=open]").WaitForAsync();
        Assert.Equal(1, await first.Locator("[data-act=open]").CountAsync());
    }
}
