using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace VotingHall.Screens.Tests.Hall;

/// <summary>
/// 会场测试: real server, real keypads' code, real browser. Pages reach the server through a cable that a test may cut. A test fails by itself when a
/// page wrote an error to the console or asked another host for anything.
/// </summary>
public abstract class HallTests(Browser browser) : IAsyncLifetime
{
    /// <summary>Waiting for people and keypads on a busy machine.</summary>
    protected const float PatienceMs = 60_000;

    private readonly ConcurrentQueue<string> complaints = new();
    private readonly List<IBrowserContext> contexts = [];
    private RealHall? hall;
    private CutLink? cable;

    private protected RealHall Hall => hall!;

    private protected CutLink Cable => cable!;

    /// <summary>Set while server or network are away: the browser itself then reports failed requests.</summary>
    protected bool FailedRequestsExpected { get; set; }

    /// <summary>Each of these takes a minute of deputies' time; by default a whole sitting and two desks are run.</summary>
    public static bool IsNightly => Environment.GetEnvironmentVariable("VOTINGHALL_NIGHTLY") == "1";

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected virtual string Sample => "committee-sitting";

    /// <summary>NAME=ADDRESS of the secretariat's printer; none by default.</summary>
    protected virtual string? Printer => null;

    public virtual async ValueTask InitializeAsync()
    {
        hall = await RealHall.Start(Sample, Printer, Stop);
        cable = new CutLink(hall.Port);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            await ShowFailure();
        foreach (IBrowserContext context in contexts)
            await context.CloseAsync();
        if (cable is not null)
            await cable.DisposeAsync();
        if (hall is not null)
            await hall.DisposeAsync();
        Assert.Empty(complaints);
    }

    /// <summary>Signs in as this role at the page that people use, and is where the role works.</summary>
    protected async Task<IPage> SignIn(Audience role, int width = 1280, int height = 800)
    {
        IBrowserContext context = await browser.Context(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "zh-CN",
            ReducedMotion = ReducedMotion.Reduce,
        });
        contexts.Add(context);
        context.SetDefaultTimeout(PatienceMs);
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) => Complain(message.Type, message.Text);
        page.PageError += (_, error) => Thrown(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } asked && asked.Authority != Cable.Address.Authority)
                complaints.Enqueue("foreign request: " + request.Url);
        };
        await page.GotoAsync(Cable.Address + "sign-in");
        await page.FillAsync("#name", Audiences.Name(role));
        await page.FillAsync("#password", Hall.PasswordOf(role));
        await page.ClickAsync("button[type=submit].primary");
        await page.WaitForURLAsync("**" + Audiences.Page(role));
        if (role != Audience.Screen)
            await page.WaitForSelectorAsync("[data-link=up]");
        return page;
    }

    /// <summary>Presses the chair's act once it is offered; held for a second, which is enough for every one.</summary>
    protected static async Task Act(IPage page, string act)
    {
        ILocator button = page.Locator($"[data-act={act}]:enabled");
        await button.WaitForAsync();
        await button.HoverAsync();
        await page.Mouse.DownAsync();
        await page.WaitForTimeoutAsync(1_000);
        await page.Mouse.UpAsync();
    }

    /// <summary>So many have voted (signed in), says the chair's desk.</summary>
    protected static Task Voted(IPage chair, int count) =>
        chair.Locator("[data-voted]").Filter(new LocatorFilterOptions { HasTextRegex = new Regex($"^{count}$") }).WaitForAsync();

    /// <summary>Types the participation number at the scrutineer's station, as read from the big screen.</summary>
    protected static async Task Type(IPage scrutineer, string number)
    {
        await scrutineer.WaitForSelectorAsync("[data-boxes]");
        await scrutineer.Keyboard.TypeAsync(number);
        // No finger is faster: two touches within 400 ms are one.
        await scrutineer.WaitForTimeoutAsync(500);
        await scrutineer.Keyboard.PressAsync("Enter");
    }

    /// <summary>Until the page says this somewhere.</summary>
    protected static Task Says(IPage page, string words) =>
        page.GetByText(words).First.WaitForAsync(new LocatorWaitForOptions { Timeout = PatienceMs });

    protected static async Task Picture(IPage page, string name)
    {
        string folder = Environment.GetEnvironmentVariable("VOTINGHALL_SCREENSHOTS") is { Length: > 0 } wanted
            ? wanted
            : Path.Combine(AppContext.BaseDirectory, "screenshots");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"hall-{name}-{page.ViewportSize!.Width}.png") });
    }

    /// <summary>What everybody saw when it failed, and what the hall had said.</summary>
    private async Task ShowFailure()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(Hall.Said);
        foreach (IPage page in contexts.SelectMany(context => context.Pages))
            await Picture(page, $"failed-{new Uri(page.Url).AbsolutePath.Trim('/')}");
    }

    /// <summary>The SignalR client throws what a server says that gave up a handshake cut in its middle; the page tries again.</summary>
    private void Thrown(string error)
    {
        if (!(FailedRequestsExpected && error.Contains("handshake", StringComparison.OrdinalIgnoreCase)))
            complaints.Enqueue("thrown: " + error);
    }

    private void Complain(string type, string text)
    {
        bool byBrowser = text.StartsWith("Failed to load resource", StringComparison.Ordinal) || text.StartsWith("WebSocket connection to", StringComparison.Ordinal);
        if (type == "error" && !(FailedRequestsExpected && byBrowser))
            complaints.Enqueue(text);
    }
}
