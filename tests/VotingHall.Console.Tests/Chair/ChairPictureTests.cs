using Microsoft.Playwright;
using VotingHall.Screens.Tests.Samples;
using Xunit;

namespace VotingHall.Screens.Tests.Chair;

/// <summary>Every state of the chair's desk, at both sizes and in both languages: nothing scrolls sideways, no text is missing, big enough to touch.</summary>
public sealed class ChairPictureTests(Browser browser) : PageTests(browser)
{
    public static TheoryData<string> States => [.. ChairSamples.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Draws(string state)
    {
        Hall.Screens.Chair = ChairSamples.All.Single(sample => sample.Name == state).View;
        foreach ((int width, int height, ScreenLanguage language) in
            ((int, int, ScreenLanguage)[])[(1920, 1080, ScreenLanguage.Chinese), (1280, 800, ScreenLanguage.Chinese), (1280, 800, ScreenLanguage.English), (640, 400, ScreenLanguage.Chinese)])
        {
            IPage page = await Open(Audience.Chair, width, height, language);
            await page.WaitForSelectorAsync("[data-link=up]");
            await Picture(page, "chair", language == ScreenLanguage.English ? state + "-en" : state);
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{width} scrolls sideways");
            Assert.Empty(await page.EvaluateAsync<string[]>("(document.body.innerText.match(/\\b[a-z]+[A-Za-z]*\\.[a-z][A-Za-z.]*\\b|\\{[a-z]+\\}|undefined|null|NaN/g) ?? [])"));
            Assert.Empty(await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('[data-act]')].filter(b => b.offsetHeight < 64 || b.offsetWidth < 64 || b.scrollWidth > b.clientWidth + 1).map(b => b.textContent)"));
        }
    }
}
