using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VotingHall.Screens.Tests;

/// <summary>
/// 样本会场: serves the real console on a free loopback port, with pictures a test chooses. Orders are kept in <see cref="Orders"/> and answered by
/// <see cref="Answer"/>. It can go away and come back on the same address, like a server that restarts.
/// </summary>
public sealed class SampleHall : IAsyncDisposable
{
    private WebApplication? app;

    private SampleHall() { }

    public SampleScreens Screens { get; } = new();

    /// <summary>What was asked of the hall, oldest first.</summary>
    public ConcurrentQueue<SampleOrder> Orders { get; } = new();

    /// <summary>How the hall answers an order; by default it is done.</summary>
    public Func<SampleOrder, IResult> Answer { get; set; } = order => Results.Json(new { version = 2 });

    /// <summary>How it answers a GET below /api; by default there is nothing.</summary>
    public Func<string, IResult> Document { get; set; } = path => Results.NotFound();

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public static async Task<SampleHall> Start(CancellationToken stop)
    {
        SampleHall hall = new();
        await hall.Open(stop);
        return hall;
    }

    /// <summary>Listens (again, on the same port).</summary>
    public async Task Open(CancellationToken stop)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        builder.Services.AddSingleton<IHallScreens>(Screens);
        builder.Services.AddAuthentication(SampleSignIn.Scheme).AddScheme<SampleSignInOptions, SampleSignIn>(SampleSignIn.Scheme, null);
        builder.Services.AddAuthorization();
        builder.Services.AddScreens();
        app = builder.Build();
        // As strict as the server is meant to be: a page that needs more fails here.
        app.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
            return next();
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapScreens();
        app.MapPost("/api/{**path}", Take);
        app.MapGet("/api/{**path}", (string path) => Document(path));
        await app.StartAsync(stop);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Goes away: every screen loses its link.</summary>
    public async Task Close()
    {
        if (app is null)
            return;
        using CancellationTokenSource atOnce = new();
        await atOnce.CancelAsync();
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>Sends the present picture to every screen of these audiences.</summary>
    public async Task Push(Audience audience, CancellationToken stop) =>
        await app!.Services.GetRequiredService<LivePush>().Send(audience, stop);

    public async ValueTask DisposeAsync() => await Close();

    private async Task<IResult> Take(string path, HttpContext http)
    {
        using StreamReader reader = new(http.Request.Body);
        SampleOrder order = new(path, await reader.ReadToEndAsync(http.RequestAborted), http.Request.Headers["Idempotency-Key"].ToString());
        Orders.Enqueue(order);
        return Answer(order);
    }
}

/// <summary>请求: one order as it came, its path below /api, its JSON and its idempotency key.</summary>
public sealed record SampleOrder(string Path, string Json, string Key)
{
    public JsonElement Body => JsonSerializer.Deserialize<JsonElement>(Json);
}
