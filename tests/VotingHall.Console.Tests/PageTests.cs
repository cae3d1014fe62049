using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace VotingHall.Screens.Tests;

/// <summary>
/// 页面测试: a sample hall and pages in Chromium. A test fails by itself when a page wrote an error to the console, threw, or asked any other host
/// for anything.
/// </summary>
public abstract class PageTests(Browser browser) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly List<IBrowserContext> contexts = [];
    private SampleHall? hall;

    protected SampleHall Hall => hall!;

    /// <summary>Set by a test that takes the hall away or lets it refuse: the browser itself then reports failed requests, which is no fault of the page.</summary>
    protected bool FailedRequestsExpected { get; set; }

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => hall = await SampleHall.Start(Stop);

    /// <summary>A page of this role, in a window of this size; ready when its script has run.</summary>
    /// <param name="query">Appended to the address, with its question mark.</param>
    /// <param name="density">Device pixels per pixel.</param>
    protected async Task<IPage> Open(
        Audience role, int width = 1920, int height = 1080, ScreenLanguage language = ScreenLanguage.Chinese, string query = "", float density = 1)
    {
        IBrowserContext context = await browser.Context(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            DeviceScaleFactor = density,
            Locale = language == ScreenLanguage.English ? "en-GB" : "zh-CN",
            TimezoneId = "Asia/Shanghai",
        });
        contexts.Add(context);
        await context.AddCookiesAsync(
        [
            new Cookie { Name = SampleSignIn.Cookie, Value = Audiences.Name(role), Url = Hall.Address.ToString() },
            new Cookie
            {
                Name = ScreenPages.LanguageCookie, Value = language == ScreenLanguage.English ? "en" : "zh", Url = Hall.Address.ToString(),
            },
        ]);
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) => Complain(message.Type, message.Text);
        page.PageError += (_, error) => complaints.Enqueue("thrown: " + error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } asked && asked.Authority != Hall.Address.Authority)
                complaints.Enqueue("foreign request: " + request.Url);
        };
        await page.GotoAsync(new Uri(Hall.Address, Audiences.Page(role) + query).ToString());
        return page;
    }

    /// <summary>Somebody wants to look: many pictures are taken only then.</summary>
    protected static bool PicturesWanted => Environment.GetEnvironmentVariable("VOTINGHALL_SCREENSHOTS") is { Length: > 0 };

    /// <summary>Saves what the page shows as <c>page-state-width.png</c>, in VOTINGHALL_SCREENSHOTS or beside the test program.</summary>
    protected static async Task Picture(IPage page, string screen, string state)
    {
        string folder = Environment.GetEnvironmentVariable("VOTINGHALL_SCREENSHOTS") is { Length: > 0 } wanted
            ? wanted
            : Path.Combine(AppContext.BaseDirectory, "screenshots");
        await page.EvaluateAsync("document.fonts.ready");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{screen}-{state}-{page.ViewportSize!.Width}.png") });
    }

    /// <summary>The complaints so far, for a test of this base itself; they no longer fail it.</summary>
    protected IReadOnlyList<string> TakeComplaints()
    {
        string[] taken = [.. complaints];
        complaints.Clear();
        return taken;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (IBrowserContext context in contexts)
            await context.CloseAsync();
        if (hall is not null)
            await hall.DisposeAsync();
        Assert.Empty(complaints);
    }

    private void Complain(string type, string text)
    {
        bool byBrowser = text.StartsWith("Failed to load resource", StringComparison.Ordinal) || text.StartsWith("WebSocket connection to", StringComparison.Ordinal);
        if (type == "error" && !(FailedRequestsExpected && byBrowser))
            complaints.Enqueue(text);
    }
}
