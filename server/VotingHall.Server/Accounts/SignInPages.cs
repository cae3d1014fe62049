using Microsoft.AspNetCore.Http.HttpResults;
using VotingHall.Screens;
using VotingHall.Screens.SignIn;

namespace VotingHall.Server.Accounts;

/// <summary>登录与退出: the addresses by which somebody signs in and out.</summary>
public static class SignInPages
{
    /// <summary>A kiosk's address: <c>/screen/TOKEN</c>.</summary>
    public const string LinkPath = "/screen/";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext http) => Results.LocalRedirect(Home(http))).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet(AccountCookie.SignInPath, (HttpContext http, string? back) => Page(http, null, back)).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost(AccountCookie.SignInPath, SignIn).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/sign-out", (Delegate)SignOut).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet(LinkPath + "{token}", ByLink).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>The sign-in page with what was wrong, as status <paramref name="status"/>.</summary>
    public static IResult Page(HttpContext http, string? problem, string? back, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<SignInPage>(new Dictionary<string, object?>
        {
            [nameof(SignInPage.Language)] = ScreenPages.LanguageOf(http),
            [nameof(SignInPage.Problem)] = problem,
            [nameof(SignInPage.Rehearsal)] = http.RequestServices.GetRequiredService<IHallScreens>().Board.Head.Rehearsal,
            [nameof(SignInPage.Back)] = Own(back),
        })
        { StatusCode = status };
    }

    private static async Task<IResult> SignIn(HttpContext http, SignInCheck check)
    {
        if (!http.Request.HasFormContentType)
            return Page(http, "wrong", null, StatusCodes.Status400BadRequest);
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        string back = Own(form["back"]);
        string name = form["name"].ToString().Trim().ToLowerInvariant();
        switch (await check.ByPassword(name, form["password"].ToString(), AddressOf(http), http.RequestAborted).ConfigureAwait(false))
        {
            case SignInAnswer.Good good:
                await AccountCookie.SignIn(http, good.Account, kiosk: false).ConfigureAwait(false);
                return Results.LocalRedirect(back.Length > 0 ? back : Audiences.Page(good.Account.Role));
            case SignInAnswer.Wait:
                return Page(http, "wait", back, StatusCodes.Status429TooManyRequests);
            default:
                return Page(http, "wrong", back, StatusCodes.Status401Unauthorized);
        }
    }

    private static async Task<IResult> SignOut(HttpContext http)
    {
        await AccountCookie.SignOut(http).ConfigureAwait(false);
        return Results.LocalRedirect(AccountCookie.SignInPath);
    }

    private static async Task<IResult> ByLink(string token, HttpContext http, SignInCheck check)
    {
        switch (check.ByLink(token, AddressOf(http)))
        {
            case SignInAnswer.Good good:
                await AccountCookie.SignIn(http, good.Account, kiosk: true).ConfigureAwait(false);
                return Results.LocalRedirect(Audiences.Page(good.Account.Role));
            case SignInAnswer.Wait:
                return Page(http, "wait", null, StatusCodes.Status429TooManyRequests);
            default:
                return Page(http, "badLink", null, StatusCodes.Status401Unauthorized);
        }
    }

    private static string Home(HttpContext http) =>
        AccountCookie.RoleOf(http.User) is { } role ? Audiences.Page(role) : AccountCookie.SignInPath;

    /// <summary>Back only to a page of this hall, from a closed list; else empty.</summary>
    private static string Own(string? back) => Audiences.All.Select(Audiences.Page).FirstOrDefault(page => page == back) ?? "";

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
