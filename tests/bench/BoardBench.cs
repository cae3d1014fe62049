using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using VotingHall.Screens;
using VotingHall.Screens.Tests;
using VotingHall.Screens.Tests.Samples;

namespace VotingHall.Bench;

/// <summary>大屏: 3,000 seats at 20 pictures a second through the real hub into Chromium at 1920 x 1080, software rendering.</summary>
internal static class BoardBench
{
    private const int Runs = 3;
    private const int Seconds = 8;

    public static void Run(TextWriter to) => RunAsync(to).GetAwaiter().GetResult();

    private static async Task RunAsync(TextWriter to)
    {
        Table table = new("Big screen, 3,000 seats, 20 pictures a second, Chromium at 1920 x 1080 (median of 3 runs)",
            "seats signing in a picture", "main thread ms a second", "of it script", "frames a second", "gaps > 25 ms a second", "longest gap ms", "bytes a picture", "pictures drawn");
        using IPlaywright driver = await Playwright.CreateAsync();
        foreach (int changing in (int[])[0, 15, 150, Halls.PlenarySeats / 2])
        {
            List<BoardRun> runs = [];
            for (int run = 0; run < Runs; run++)
                runs.Add(await Measure(driver, changing));
            table.Row(changing,
                Figures.Median(runs.Select(run => run.MainMs)), Figures.Median(runs.Select(run => run.ScriptMs)), Figures.Median(runs.Select(run => run.Frames)),
                Figures.Median(runs.Select(run => run.Gaps)), Figures.Median(runs.Select(run => run.LongestGapMs)),
                (int)Figures.Median(runs.Select(run => (double)run.Bytes)), $"{runs.Min(run => run.Drawn)} of {Seconds * Pace.PerSecond}");
        }
        table.Note("Main thread: TaskDuration of the DevTools protocol, processor time; gaps: between animation frames. The first row is the page with pictures in which no seat changes; with 1,500 every second one shows half the hall anew.");
        table.Print(to);
    }

    private static async Task<BoardRun> Measure(IPlaywright driver, int changing)
    {
        await using SampleHall hall = await SampleHall.Start(CancellationToken.None);
        SeatPictures pictures = new(changing);
        hall.Screens.Plan = SampleMeeting.Fan(40, 36);
        hall.Screens.Board = pictures.Next();
        await using IBrowser chromium = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Chromium.Flags });
        IPage page = await (await chromium.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1920, Height = 1080 } })).NewPageAsync();
        await page.Context.AddCookiesAsync([new Cookie { Name = SampleSignIn.Cookie, Value = "screen", Url = hall.Address.ToString() }]);
        long bytes = 0, frames = 0;
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            if (frame.Text is { Length: > 1000 } picture)
                (bytes, frames) = (bytes + Encoding.UTF8.GetByteCount(picture), frames + 1);
        };
        await page.GotoAsync(new Uri(hall.Address, "/board").ToString());
        await page.Locator(".seats[width='1230']").First.WaitForAsync();
        ICDPSession devTools = await page.Context.NewCDPSessionAsync(page);
        // Processor time of the main thread: the wall clock would count other programs of the machine too.
        await devTools.SendAsync("Performance.enable", new Dictionary<string, object> { ["timeDomain"] = "threadTicks" });
        await Pace.Run(TimeSpan.FromSeconds(1), () => Push(hall, pictures));
        await page.EvaluateAsync(
            """
            window.frames = []; window.drawn = 0;
            requestAnimationFrame(function next(at) { window.frames.push(at); requestAnimationFrame(next); });
            new MutationObserver(changes => window.drawn += changes.length)
              .observe(document.querySelector("[data-wall]"), { attributes: true, attributeFilter: ["data-seq"] });
            """);
        (double mainBefore, double scriptBefore) = await Busy(devTools);
        await Pace.Run(TimeSpan.FromSeconds(Seconds), () => Push(hall, pictures));
        (double mainAfter, double scriptAfter) = await Busy(devTools);
        double[] at = await page.EvaluateAsync<double[]>("window.frames");
        double[] gaps = [.. at.Zip(at.Skip(1), (before, after) => after - before)];
        return new BoardRun(
            1e3 * (mainAfter - mainBefore) / Seconds, 1e3 * (scriptAfter - scriptBefore) / Seconds, at.Length / (double)Seconds,
            gaps.Count(gap => gap > 25) / (double)Seconds, gaps.Max(), bytes / Math.Max(1, frames), await page.EvaluateAsync<int>("window.drawn"));
    }

    private static async Task Push(SampleHall hall, SeatPictures pictures)
    {
        hall.Screens.Board = pictures.Next();
        await hall.Push(Audience.Screen, CancellationToken.None);
    }

    private static async Task<(double Main, double Script)> Busy(ICDPSession devTools)
    {
        JsonElement metrics = (await devTools.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return (Metric("TaskDuration"), Metric("ScriptDuration"));

        double Metric(string name) => metrics.EnumerateArray().First(metric => metric.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();
    }

    private sealed record BoardRun(double MainMs, double ScriptMs, double Frames, double Gaps, double LongestGapMs, long Bytes, int Drawn);
}
