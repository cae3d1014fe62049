using Microsoft.Playwright;
using VotingHall.Screens.Tests.Samples;
using Xunit;

namespace VotingHall.Screens.Tests.Board;

/// <summary>Every scene of the big screen fits its wall: nothing overlaps, nothing is cut, nothing is smaller than the back row reads.</summary>
public sealed class BoardScenesTests(Browser browser) : PageTests(browser)
{
    [Fact]
    public async Task Every_scene_fits_the_wall()
    {
        IPage page = await Open(Audience.Screen, query: "?still=1");
        List<string> faults = [];
        long seq = 1;
        foreach ((string name, BoardView view) in BoardSamples.All)
        {
            await Show(page, view, ++seq);
            faults.AddRange((await page.EvaluateAsync<string[]>(Faults)).Select(fault => $"{name}: {fault}"));
            if (PicturesWanted)
                await Picture(page, "board", name);
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task The_hall_of_3000_fits_the_wall()
    {
        Hall.Screens.Plan = SampleMeeting.Fan(40, 36);
        Hall.Screens.Board = BoardSamples.Show(BoardSamples.SignIn(2431, 2980, 3000, 1987));
        IPage page = await Open(Audience.Screen, query: "?still=1");
        await Assertions.Expect(page.Locator(".seats").First).ToHaveAttributeAsync("width", "1230");

        Assert.Empty(await page.EvaluateAsync<string[]>(Faults));
        await Picture(page, "board", "sign-in-3000");
    }

    [Theory]
    [InlineData(1280, 800, 1)]
    [InlineData(1920, 1080, 2)]
    public async Task The_wall_is_scaled_to_the_window_and_the_canvas_to_the_device(int width, int height, float density)
    {
        Hall.Screens.Board = BoardSamples.Of("sign-in-rehearsal");
        IPage page = await Open(Audience.Screen, width, height, query: "?still=1", density: density);
        int pixels = (int)Math.Round(1230 * density * width / 1920);

        await Assertions.Expect(page.Locator(".seats").First).ToHaveAttributeAsync("width", $"{pixels}");
        Assert.Equal(width, (int)Math.Round((await page.Locator("[data-wall]").BoundingBoxAsync())!.Width));
        Assert.True(await page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"));
        LocatorBoundingBoxResult band = (await page.Locator("[data-rehearsal]").BoundingBoxAsync())!;
        Assert.Equal((0, 0, width), ((int)band.X, (int)band.Y, (int)band.Width));
        await Picture(page, "board", $"sign-in-rehearsal-x{density}");
    }

    [Fact]
    public async Task Says_so_when_letters_overlap_or_are_too_small()
    {
        IPage page = await Open(Audience.Screen, query: "?still=1");
        await page.EvaluateAsync(
            "document.querySelector('.scene').append(Object.assign(document.createElement('p'), { id: 'bad', textContent: 'bad' }))");
        await page.AddStyleTagAsync(new PageAddStyleTagOptions { Url = "/assets/board.css" });
        await page.EvaluateAsync("Object.assign(document.getElementById('bad').style, { position: 'absolute', left: '1890px', top: '460px', fontSize: '20px' })");

        string[] faults = await page.EvaluateAsync<string[]>(Faults);

        Assert.Contains("small: bad", faults);
        Assert.Contains("outside: bad", faults);
    }

    private async Task Show(IPage page, BoardView view, long seq)
    {
        Hall.Screens.Board = view with { Head = view.Head with { Seq = seq } };
        await Hall.Push(Audience.Screen, Stop);
        await Assertions.Expect(page.Locator($"[data-wall][data-seq=\"{seq}\"]")).ToBeVisibleAsync();
        if (view.Scene is BoardScene.SignIn)
            await Assertions.Expect(page.Locator(".seats").First).ToHaveAttributeAsync("width", "1230");
    }

    /// <summary>Texts outside the wall, texts over one another, texts cut off, and letters below 44 px.</summary>
    internal const string Faults =
        """
        (() => {
          const wall = document.querySelector("[data-wall]").getBoundingClientRect();
          const boxes = [];
          const faults = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const node = walk.currentNode;
            const host = node.parentElement;
            if (!node.textContent.trim() || host.closest("script, .unseen, [hidden]") || !host.checkVisibility({ visibilityProperty: true })) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            const said = node.textContent.trim();
            if (parseFloat(getComputedStyle(host).fontSize) < 44) faults.push(`small: ${said}`);
            for (let cut = host; cut && cut.closest(".scene"); cut = cut.parentElement) {
              const hidden = getComputedStyle(cut).overflow === "hidden" && !cut.matches(".title.cut");
              if (hidden && (cut.scrollWidth > cut.clientWidth + 2 || cut.scrollHeight > cut.clientHeight + 20)) faults.push(`cut: ${said}`);
            }
            // Line boxes of these faces are 1.45 em high; figures and ideographs fill only this part of them.
            const [above, below] = /^[\d\s]+$/.test(said) ? [0.29, 0.2] : [0.19, 0.11];
            for (const line of range.getClientRects()) {
              const box = { said, host, left: line.left, right: line.right, top: line.top + above * line.height, bottom: line.bottom - below * line.height };
              if (box.left < wall.left - 1 || box.right > wall.right + 1 || box.top < 0 || box.bottom > wall.bottom) faults.push(`outside: ${said}`);
              boxes.push(box);
            }
          }
          for (const [i, a] of boxes.entries()) {
            for (const b of boxes.slice(i + 1)) {
              if (a.host !== b.host && a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2) faults.push(`over: ${a.said} / ${b.said}`);
            }
          }
          return faults;
        })()
        """;
}
