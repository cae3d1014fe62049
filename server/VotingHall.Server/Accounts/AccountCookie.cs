using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using VotingHall.Screens;

namespace VotingHall.Server.Accounts;

/// <summary>登录凭据: the cookie that says who somebody is. It goes on through a restart of the server and ends when the password is set anew.</summary>
public static class AccountCookie
{
    public const string Name = "votinghall-account";

    public const string SignInPath = "/sign-in";

    private const string StampClaim = "stamp";

    private static readonly TimeSpan Session = TimeSpan.FromHours(12);

    /// <summary>A kiosk has nobody to type a password.</summary>
    private static readonly TimeSpan KioskSession = TimeSpan.FromDays(30);

    /// <param name="refused">Answers a request that has no right: 401 or 403, in the form the caller can read.</param>
    public static IServiceCollection AddAccountCookie(this IServiceCollection services, string dataFolder, Func<HttpContext, int, Task> refused)
    {
        DirectoryInfo keys = Directory.CreateDirectory(
            Path.Combine(dataFolder, "accounts-keys"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection().SetApplicationName("votinghall").PersistKeysToFileSystem(keys);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = Name;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Session;
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = Validate;
            cookie.Events.OnRedirectToLogin = context => refused(context.HttpContext, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => refused(context.HttpContext, StatusCodes.Status403Forbidden);
        });
        return services;
    }

    public static Task SignIn(HttpContext http, Account account, bool kiosk) => http.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, account.Name),
                new Claim(ClaimTypes.Role, Audiences.Name(account.Role)),
                new Claim(StampClaim, account.Stamp),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme)),
        kiosk ? new AuthenticationProperties { IsPersistent = true, ExpiresUtc = DateTimeOffset.UtcNow + KioskSession } : new AuthenticationProperties());

    public static Task SignOut(HttpContext http) => http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    /// <summary>The role of who asks; null: nobody is signed in.</summary>
    public static Audience? RoleOf(ClaimsPrincipal person) =>
        person.FindFirstValue(ClaimTypes.Role) is { } name && Audiences.TryParse(name, out Audience role) ? role : null;

    /// <summary>The account is still there, in this role and with this password.</summary>
    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        AccountBook book = context.HttpContext.RequestServices.GetRequiredService<AccountBook>();
        ClaimsPrincipal person = context.Principal!;
        if (book.Find(person.Identity?.Name ?? "") is { } account && RoleOf(person) == account.Role && person.FindFirstValue(StampClaim) == account.Stamp)
            return;
        context.RejectPrincipal();
        await SignOut(context.HttpContext).ConfigureAwait(false);
    }
}
