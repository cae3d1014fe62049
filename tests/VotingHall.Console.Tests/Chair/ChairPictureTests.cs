using Microsoft.Playwright;
using VotingHall.Screens.Tests.Samples;
using Xunit;

namespace VotingHall.Screens.Tests.Chair;

/// <summary>
/// Every state of the chair's desk, wide, at 1280 x 800 and at twice the size: nothing scrolls sideways, no text is missing, every act is big enough to
/// touch and its label fits.
/// </summary>
public sealed class ChairPictureTests(Browser browser) : ChairDesk(browser)
{
    private const string TextsMissing = """
        (document.body.innerText.match(/\b[a-z]+[A-Za-z]*\.[a-z][A-Za-z.]*\b|\{[a-z]+\}|\bundefined\b|\bnull\b|NaN/g) ?? [])
        """;

    private const string TooSmall = """
        [...document.querySelectorAll("[data-act]")].filter(b => b.offsetHeight < 64 || b.offsetWidth < 64 || b.scrollWidth > b.clientWidth + 1)
          .map(b => b.textContent)
        """;

    private const string CutOff = """[...document.querySelectorAll(".one, .know, .acts")].some(part => part.scrollWidth > part.clientWidth)""";

    [Theory]
    [InlineData(ScreenLanguage.Chinese)]
    [InlineData(ScreenLanguage.English)]
    public async Task Draws_every_state(ScreenLanguage language)
    {
        IPage page = await Open(Audience.Chair, 1280, 800, language);
        await page.WaitForSelectorAsync("[data-link=up]");
        foreach ((string name, ChairView view) in ChairSamples.All)
        {
            Hall.Screens.Chair = view with { Head = view.Head with { Seq = Hall.Screens.Chair.Head.Seq + 1 } };
            await Hall.Push(Audience.Chair, Stop);
            await Until(page, $"[data-body][data-stage={StageOf(view)}]");
            await page.WaitForTimeoutAsync(100);
            foreach ((int width, int height) in ((int, int)[])[(1280, 800), (640, 400), (1920, 1080)])
            {
                await page.SetViewportSizeAsync(width, height);
                await Picture(page, "chair", language == ScreenLanguage.English ? name + "-en" : name);
                Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{name} scrolls sideways at {width}");
                Assert.Empty(await page.EvaluateAsync<string[]>(TooSmall));
                Assert.False(await page.EvaluateAsync<bool>(CutOff), $"{name} is cut off at {width}");
            }
            Assert.Empty(await page.EvaluateAsync<string[]>(TextsMissing));
        }
    }

    private static string StageOf(ChairView view) => ScreenJson.InPage(view).Split("\"stage\":\"")[1].Split('"')[0];
}
