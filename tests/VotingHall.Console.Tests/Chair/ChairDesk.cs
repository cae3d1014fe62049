using Microsoft.Playwright;
using VotingHall.Screens.Tests.Samples;

namespace VotingHall.Screens.Tests.Chair;

/// <summary>主持席的测试: a chair's desk whose picture a test sets, and what it ordered.</summary>
public abstract class ChairDesk(Browser browser) : PageTests(browser)
{
    private long seq = 1;

    protected async Task<IPage> Desk(ChairView view)
    {
        Hall.Screens.Chair = view;
        IPage page = await Open(Audience.Chair, 1280, 800);
        await page.WaitForSelectorAsync("[data-link=up]");
        return page;
    }

    /// <summary>The hall goes on: a newer picture of a higher version.</summary>
    protected async Task Show(ChairView view)
    {
        seq++;
        Hall.Screens.Chair = view with { Head = view.Head with { Seq = seq, Version = seq } };
        await Hall.Push(Audience.Chair, Stop);
    }

    protected static ILocator Button(IPage page, string act) => page.Locator($"[data-act={act}]");

    /// <summary>Presses with the pointer for so long.</summary>
    protected static async Task Hold(IPage page, string act, int milliseconds)
    {
        await Button(page, act).HoverAsync();
        await page.Mouse.DownAsync();
        await page.WaitForTimeoutAsync(milliseconds);
        await page.Mouse.UpAsync();
    }

    /// <summary>Waits until this is on the page. (A function that waits inside the page would need eval, which the policy of the pages forbids.)</summary>
    protected static Task Until(IPage page, string selector) =>
        page.Locator(selector).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    /// <summary>Until so many orders have come, then a moment in which no further one may come; longer than two touches count as one.</summary>
    protected async Task<IReadOnlyList<SampleOrder>> Ordered(IPage page, int count)
    {
        for (int i = 0; i < 100 && Hall.Orders.Count < count; i++)
            await page.WaitForTimeoutAsync(50);
        await page.WaitForTimeoutAsync(500);
        return [.. Hall.Orders];
    }

    protected static ChairView With(ChairView view, params ChairAct[] acts) => view with { Acts = acts };

    protected static ChairAct Primary(ChairActKind kind) => ChairSamples.Primary(kind);
}
