using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace VotingHall.Screens.Tests;

/// <summary>样本登录: everybody is who the cookie says; without it nobody.</summary>
public sealed class SampleSignIn(IOptionsMonitor<SampleSignInOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<SampleSignInOptions>(options, logs, encoder)
{
    public new const string Scheme = "sample";

    public const string Cookie = "sample-role";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[Cookie] is not { Length: > 0 } role)
            return Task.FromResult(AuthenticateResult.NoResult());
        ClaimsIdentity person = new([new Claim(ClaimTypes.Name, role), new Claim(ClaimTypes.Role, role)], Scheme);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(person), Scheme)));
    }
}

/// <summary>样本登录的设置: none.</summary>
public sealed class SampleSignInOptions : AuthenticationSchemeOptions;
