using Microsoft.Playwright;
using Xunit;

namespace VotingHall.Screens.Tests.Hall;

/// <summary>只用键盘: a roll call from beginning to end without pointer or touch.</summary>
public sealed class KeyboardTests(Browser browser) : HallTests(browser)
{
    [Fact(Skip = "nightly only", SkipUnless = nameof(IsNightly), SkipType = typeof(HallTests))]
    public async Task A_roll_call_is_run_with_the_keyboard_alone()
    {
        IPage chair = await SignIn(Audience.Chair);
        IPage scrutineer = await SignIn(Audience.Scrutineer);
        await Press(chair, "confirmBase");
        await Press(chair, "openSitting");
        await Press(chair, "nextItem");
        await Press(chair, "open");
        await Voted(chair, 33);
        await Press(chair, "close");
        await Focus(scrutineer, "confirm");
        await Held(scrutineer, "Enter");
        await Press(chair, "declare");
        await Says(chair, "实到33人");
    }

    /// <summary>Enter does the primary act; held, where the act asks for it.</summary>
    private static async Task Press(IPage page, string act)
    {
        await page.Locator($"[data-act={act}].primary:enabled").WaitForAsync();
        await Held(page, "Enter");
    }

    private static async Task Held(IPage page, string key)
    {
        await page.Keyboard.DownAsync(key);
        await page.WaitForTimeoutAsync(1_000);
        await page.Keyboard.UpAsync(key);
    }

    /// <summary>Goes there with Tab, as anybody would.</summary>
    private static async Task Focus(IPage page, string act)
    {
        await page.Locator($"[data-act={act}]:enabled").WaitForAsync();
        for (int i = 0; i < 40; i++)
        {
            if (await page.Locator($"[data-act={act}]:focus").CountAsync() == 1)
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{act} cannot be reached with Tab");
    }
}
