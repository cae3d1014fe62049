using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using VotingHall.Screens.Board;
using VotingHall.Screens.Chair;
using VotingHall.Screens.Scrutineer;
using VotingHall.Screens.Secretariat;
using VotingHall.Screens.Technician;

namespace VotingHall.Screens;

/// <summary>页面一览: every page with the role that may see it. Who hosts the console gives an <see cref="IHallScreens"/> and sign-in.</summary>
public static class ScreenPages
{
    /// <summary>Cookie that keeps a screen's language.</summary>
    public const string LanguageCookie = "votinghall-language";

    /// <summary>Missed for so long, the other side counts as gone. A screen must say so within seconds.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(4);

    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<LivePush>();
        services.AddSignalR(hub =>
        {
            hub.KeepAliveInterval = TimeSpan.FromSeconds(1);
            hub.ClientTimeoutInterval = 3 * Silence;
            hub.MaximumReceiveMessageSize = 1024;
        }).AddJsonProtocol(json => ScreenJson.Apply(json.PayloadSerializerOptions));
        return services;
    }

    public static void MapScreens(this IEndpointRouteBuilder routes)
    {
        Assets.Map(routes);
        routes.MapHub<LiveHub>(LiveHub.Path);
        Page<ChairPage>(routes, Audience.Chair, screens => screens.Chair);
        Page<SecretariatPage>(routes, Audience.Secretariat, screens => screens.Secretariat);
        Page<ScrutineerPage>(routes, Audience.Scrutineer, screens => screens.Scrutineer);
        Page<TechnicianPage>(routes, Audience.Technician, screens => screens.Technician);
        Page<BoardPage>(routes, Audience.Screen, screens => screens.Board);
        routes.MapGet("/plan", (IHallScreens screens) => Results.Json(screens.Plan, ScreenJson.Options)).RequireAuthorization().ExcludeFromDescription();
        routes.MapGet("/fonts.css", (IServiceProvider services) => Results.Text(
                services.GetService<IScreenFonts>()?.StyleSheet ?? "", "text/css; charset=utf-8"))
            .RequireAuthorization().ExcludeFromDescription();
        routes.MapGet("/fonts/{file}", FontFile).RequireAuthorization().ExcludeFromDescription();
        routes.MapGet("/language/{language}", ChooseLanguage).AllowAnonymous().ExcludeFromDescription();
    }

    public static ScreenLanguage LanguageOf(HttpContext http) =>
        http.Request.Cookies[LanguageCookie] == "en" ? ScreenLanguage.English : ScreenLanguage.Chinese;

    private static void Page<TPage>(IEndpointRouteBuilder routes, Audience audience, Func<IHallScreens, object> view)
        where TPage : IComponent =>
        routes.MapGet(Audiences.Page(audience), (HttpContext http, IHallScreens screens) =>
            {
                http.Response.Headers.CacheControl = "no-store";
                return new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["View"] = view(screens), ["Language"] = LanguageOf(http) });
            })
            .RequireAuthorization(policy => policy.RequireAssertion(context => Audiences.MaySee(context.User, audience)))
            .ExcludeFromDescription();

    private static IResult FontFile(string file, IServiceProvider services, HttpContext http)
    {
        if (services.GetService<IScreenFonts>()?.Find(file) is not { } font)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(font, "font/otf");
    }

    /// <summary>Only back to a page of this hall.</summary>
    private static IResult ChooseLanguage(string language, string? back, HttpContext http)
    {
        http.Response.Cookies.Append(LanguageCookie, language == "en" ? "en" : "zh", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
        });
        return Results.LocalRedirect(back is { Length: > 1 } && back[0] == '/' && back[1] is not ('/' or '\\') && !back.Any(char.IsControl) ? back : "/");
    }
}
