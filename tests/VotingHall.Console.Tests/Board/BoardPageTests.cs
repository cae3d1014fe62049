using Microsoft.Playwright;
using Xunit;

namespace VotingHall.Screens.Tests.Board;

/// <summary>The big screen in a browser.</summary>
public sealed class BoardPageTests(Browser browser) : PageTests(browser)
{
    [Fact]
    public async Task Shows_the_session_while_nothing_goes_on()
    {
        IPage page = await Open(Audience.Screen);

        await Assertions.Expect(page.Locator("[data-wall]")).ToContainTextAsync("第五次会议");
        await Picture(page, "board", "idle");
    }
}
