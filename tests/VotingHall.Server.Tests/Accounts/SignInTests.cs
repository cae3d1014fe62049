using System.Net;
using VotingHall.Screens;
using VotingHall.Server.Accounts;
using VotingHall.Server.Tests.Api;
using Xunit;

namespace VotingHall.Server.Tests.Accounts;

/// <summary>Signing in and out at the real server.</summary>
public sealed class SignInTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_role_comes_to_its_page()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        foreach (Audience role in Audiences.All)
        {
            using HttpClient browser = hall.Browser();
            Assert.Equal("/sign-in", await Target(browser, "/"));
            Assert.Equal("/sign-in?back=%2Fchair", await Target(browser, "/chair"));
            using HttpResponseMessage signedIn = await ApiTestHall.SignIn(browser, Audiences.Name(role), "rehearsal-" + Audiences.Name(role));
            Assert.Equal(Audiences.Page(role), signedIn.Headers.Location!.ToString());
            string cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"));
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(Audiences.Page(role), await Target(browser, "/"));
            using HttpResponseMessage page = await browser.GetAsync(Audiences.Page(role), Stop);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public async Task Somebody_who_signs_out_is_out()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        using HttpClient browser = hall.Browser();
        using HttpResponseMessage signedIn = await ApiTestHall.SignIn(browser, "chair", "rehearsal-chair");
        using HttpResponseMessage signedOut = await browser.PostAsync("/sign-out", null, Stop);
        Assert.Equal("/sign-in", await Target(browser, "/"));
    }

    [Theory]
    [InlineData("/board", "/board")]
    [InlineData("//evil.example/", "/chair")]
    [InlineData("https://evil.example/", "/chair")]
    [InlineData("/\\evil.example", "/chair")]
    [InlineData("/\t/evil.example", "/chair")]
    public async Task After_signing_in_one_stays_in_this_hall(string back, string target)
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        using HttpClient browser = hall.Browser();
        using HttpResponseMessage signedIn = await ApiTestHall.SignIn(browser, "chair", "rehearsal-chair", back);
        Assert.Equal(target, signedIn.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/chair", "/chair")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/%09/evil.example", "/")]
    [InlineData("%00", "/")]
    public async Task After_changing_the_language_too(string back, string target)
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        using HttpClient browser = hall.Browser();
        Assert.Equal(target, await Target(browser, "/language/en?back=" + back));
    }

    [Fact]
    public async Task A_wrong_name_looks_like_a_wrong_password()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        using HttpClient browser = hall.Browser();
        using HttpResponseMessage password = await ApiTestHall.SignIn(browser, "chair", "rehearsal-Chair");
        using HttpResponseMessage name = await ApiTestHall.SignIn(browser, "nobody", "rehearsal-chair");
        Assert.Equal(HttpStatusCode.Unauthorized, password.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, name.StatusCode);
        Assert.Equal(await password.Content.ReadAsStringAsync(Stop), await name.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Ten_failures_and_the_right_password_waits_too()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        using HttpClient browser = hall.Browser();
        HttpStatusCode[] tries = [.. await Task.WhenAll(Enumerable.Range(0, 15).Select(async i =>
        {
            using HttpResponseMessage reply = await ApiTestHall.SignIn(browser, "chair", $"guess-{i}");
            return reply.StatusCode;
        }))];
        Assert.Equal(SignInLimit.FailuresMax, tries.Count(status => status == HttpStatusCode.Unauthorized));
        using HttpResponseMessage late = await ApiTestHall.SignIn(browser, "chair", "rehearsal-chair");
        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
        Assert.Contains("请等一分钟", await late.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using HttpResponseMessage other = await ApiTestHall.SignIn(browser, "secretariat", "rehearsal-secretariat");
        Assert.Equal(HttpStatusCode.Found, other.StatusCode);
    }

    [Fact]
    public async Task A_restarted_server_signs_nobody_out()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        using HttpClient browser = hall.Browser();
        using HttpResponseMessage signedIn = await ApiTestHall.SignIn(browser, "chair", "rehearsal-chair");
        string cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        await hall.Web.DisposeAsync();
        await hall.StartWeb();
        Assert.Equal(HttpStatusCode.OK, await StatusWith(hall, cookie));
    }

    [Fact]
    public async Task A_password_set_anew_ends_the_sessions_of_the_account_without_a_restart()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        using HttpClient browser = hall.Browser();
        using HttpResponseMessage signedIn = await ApiTestHall.SignIn(browser, "chair", "rehearsal-chair");
        string cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, await StatusWith(hall, cookie));
        IssuedAccount issued = AccountBook.ResetPassword(hall.Data, "chair", new Passwords(1000))!;
        Assert.Equal(HttpStatusCode.Found, await StatusWith(hall, cookie));
        using HttpResponseMessage again = await ApiTestHall.SignIn(browser, "chair", issued.Password);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.Equal("/chair", again.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_kiosk_signs_in_by_its_link_and_sees_the_big_screen_alone()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        using HttpClient kiosk = hall.Browser();
        Assert.Equal("/board", await Target(kiosk, "/screen/rehearsal-screen"));
        using HttpResponseMessage board = await kiosk.GetAsync("/board", Stop);
        Assert.Equal(HttpStatusCode.OK, board.StatusCode);
        using HttpResponseMessage chair = await kiosk.GetAsync("/chair", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, chair.StatusCode);
        using HttpClient other = hall.Browser();
        using HttpResponseMessage wrong = await other.GetAsync("/screen/rehearsal-screem", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Origin", "own", true)]
    public async Task Other_sites_order_nothing(string header, string value, bool taken)
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        using HttpRequestMessage order = new(HttpMethod.Post, "/api/base/confirm") { Content = new StringContent("""{"versionSeen":1000}""", System.Text.Encoding.UTF8, "application/json") };
        order.Headers.Add("Idempotency-Key", "cross-site-test");
        order.Headers.Add(header, value == "own" ? $"http://{hall.Address.Authority}" : value);
        using HttpResponseMessage reply = await (await hall.Desk(Audience.Chair)).SendAsync(order, Stop);
        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Equal(taken, hall.Now.Base is not null);
        using HttpRequestMessage live = new(HttpMethod.Get, "/live?for=chair") { Headers = { { "Connection", "Upgrade" }, { "Upgrade", "websocket" }, { header, value == "own" ? $"http://{hall.Address.Authority}" : value } } };
        using HttpResponseMessage socket = await (await hall.Desk(Audience.Chair)).SendAsync(live, Stop);
        Assert.Equal(taken, socket.StatusCode != HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_a_page_to_itself()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        using HttpClient browser = hall.Browser();
        foreach (string path in new[] { "/sign-in", "/assets/tokens.css", "/api/roster", "/nothing" })
        {
            using HttpResponseMessage reply = await browser.GetAsync(path, Stop);
            Assert.Contains("default-src 'self'", reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", reply.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(reply.Headers.Contains("Server"));
        }
    }

    private static async Task<string> Target(HttpClient browser, string path)
    {
        using HttpResponseMessage reply = await browser.GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.Found, reply.StatusCode);
        return reply.Headers.Location!.ToString();
    }

    private static async Task<HttpStatusCode> StatusWith(ApiTestHall hall, string cookie)
    {
        using HttpClient plain = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = hall.Address };
        using HttpRequestMessage request = new(HttpMethod.Get, "/chair") { Headers = { { "Cookie", cookie } } };
        using HttpResponseMessage reply = await plain.SendAsync(request, Stop);
        return reply.StatusCode;
    }
}
