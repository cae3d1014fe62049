using Microsoft.Playwright;
using Xunit;

namespace VotingHall.Screens.Tests;

/// <summary>The base of the page tests sees what it is there to see.</summary>
public sealed class PageTestsTests(Browser browser) : PageTests(browser)
{
    [Fact]
    public async Task Sees_an_error_a_throw_and_a_foreign_request()
    {
        IPage page = await Open(Audience.Screen);
        await page.EvaluateAsync("console.error('noticed')");
        await page.EvaluateAsync("fetch('http://127.0.0.2:9/fetched').catch(() => 0)");
        await page.EvaluateAsync("new Promise(done => { setTimeout(() => { setTimeout(done, 20); throw new Error('thrown'); }, 0); })");
        await page.RunAndWaitForRequestAsync(
            () => page.EvaluateAsync("setTimeout(() => location.assign('http://127.0.0.2:9/gone'), 0)"), request => request.Url.EndsWith("/gone", StringComparison.Ordinal));

        IReadOnlyList<string> complaints = TakeComplaints();

        Assert.Contains("noticed", complaints);
        Assert.Contains(complaints, text => text.Contains("violates", StringComparison.Ordinal) && text.Contains("/fetched", StringComparison.Ordinal));
        Assert.Contains("foreign request: http://127.0.0.2:9/gone", complaints);
        Assert.Contains(complaints, text => text.StartsWith("thrown: ", StringComparison.Ordinal));
    }
}
