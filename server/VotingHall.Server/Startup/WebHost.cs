using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting.Server.Features;
using VotingHall.Screens;
using VotingHall.Server.Accounts;
using VotingHall.Server.Api;

namespace VotingHall.Server.Startup;

/// <summary>
/// 网页服务: serves pages, live pictures, sign-in and API inside the process of the hall. It owns nothing of the hall: what it needs is given.
/// </summary>
public sealed class WebHost : IAsyncDisposable
{
    /// <summary>Body of a request, bytes: a roster of 3,000 members takes 0.2 MB.</summary>
    public const int BodyMax = 4 * 1024 * 1024;

    /// <summary>Orders of one account: so many at once, and so many more each second. No finger is faster.</summary>
    private const int OrdersAtOnce = 200;

    private const int OrdersEachSecond = 50;

    /// <summary>Screens, consoles and their spares; a browser holds up to six connections.</summary>
    private const int ConnectionsMax = 2_000;

    private readonly WebApplication web;

    private WebHost(WebApplication web) => this.web = web;

    /// <summary>Addresses listened on, with their real ports.</summary>
    public IReadOnlyList<string> Addresses =>
        [.. web.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <summary>Sends pictures to the screens.</summary>
    public LivePush Push => web.Services.GetRequiredService<LivePush>();

    internal IServiceProvider Services => web.Services;

    /// <param name="urls">Addresses to listen on, separated by semicolons; port 0 = a free one.</param>
    /// <param name="dataFolder">Folder of accounts and their keys.</param>
    /// <param name="passwords">Null: at full cost.</param>
    /// <param name="fonts">For screens that lack theirs; null: none are served.</param>
    /// <exception cref="IOException">An address is taken or cannot be listened on; the message says so in words.</exception>
    public static async Task<WebHost> Start(
        string urls, string dataFolder, ApiHall hall, IHallScreens screens, AccountBook accounts, Action<string> said, Passwords? passwords = null,
        IScreenFonts? fonts = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        // What is configured is said on the command line of the hall and nowhere else.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new FaultLines(said));
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyMax;
            kestrel.Limits.MaxConcurrentConnections = ConnectionsMax;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddSingleton(passwords ?? new Passwords());
        if (fonts is not null)
            builder.Services.AddSingleton(fonts);
        AddServices(builder.Services, dataFolder, hall, screens, accounts);
        WebApplication web = builder.Build();
        Map(web);
        try
        {
            await web.StartAsync().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or SocketException or FormatException or InvalidOperationException)
        {
            await web.DisposeAsync().ConfigureAwait(false);
            throw new IOException($"{urls}：不能在这个地址提供网页，可能已被占用；请用 --urls 另给地址 / cannot listen there, it may be taken; give another address by --urls: {fault.Message}", fault);
        }
        return new WebHost(web);
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(2));
        await web.StopAsync(limit.Token).ConfigureAwait(false);
        await web.DisposeAsync().ConfigureAwait(false);
    }

    private static void AddServices(IServiceCollection services, string dataFolder, ApiHall hall, IHallScreens screens, AccountBook accounts)
    {
        services.AddSingleton<IHostLifetime, HallLifetime>();
        services.AddSingleton(screens);
        services.AddSingleton(accounts);
        services.AddSingleton(new SignInLimit(() => Environment.TickCount64));
        services.AddSingleton<SignInCheck>();
        services.AddScreens();
        // Chinese stays readable in the source of a page.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAccountCookie(dataFolder, WebGuards.Refused);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddApi(hall);
        services.AddRateLimiter(limiter =>
        {
            limiter.OnRejected = (context, _) => new ValueTask(
                ApiProblem.Of(StatusCodes.Status429TooManyRequests).Answer(context.HttpContext, StatusCodes.Status429TooManyRequests));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => HttpMethods.IsGet(http.Request.Method)
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetTokenBucketLimiter(
                    http.User.Identity?.Name ?? http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = OrdersAtOnce,
                        TokensPerPeriod = OrdersEachSecond,
                        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                        QueueLimit = 0,
                    }));
        });
    }

    private static void Map(WebApplication web)
    {
        web.UseExceptionHandler(broken => broken.Run(http => ApiProblem.Of(500).Answer(http, StatusCodes.Status500InternalServerError)));
        web.Use(WebGuards.Headers);
        web.Use(WebGuards.OwnPagesOnly);
        web.UseStatusCodePages(context => WebGuards.BareStatus(context.HttpContext));
        web.Use(WebGuards.Problems);
        web.UseRouting();
        web.UseAuthentication();
        web.UseRateLimiter();
        web.UseAuthorization();
        web.MapSignIn();
        web.MapScreens();
        web.MapApi();
    }

    /// <summary>The hall ends its process itself; the web host listens to no signal.</summary>
    private sealed class HallLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
