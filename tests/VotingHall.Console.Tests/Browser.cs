using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(VotingHall.Screens.Tests.Browser))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace VotingHall.Screens.Tests;

/// <summary>浏览器: one Chromium for the whole run, Debian's own; every test gets a context (cookies, storage) of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private IPlaywright? driver;
    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Program), "chromium is missing; tests/run.sh installs it");
        driver = await Playwright.CreateAsync();
        chromium = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync",
            ],
        });
    }

    public Task<IBrowserContext> Context(BrowserNewContextOptions options) => chromium!.NewContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        driver?.Dispose();
    }
}
