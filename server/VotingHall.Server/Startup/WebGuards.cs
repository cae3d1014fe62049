using VotingHall.Server.Accounts;
using VotingHall.Server.Api;
using VotingHall.Server.Papers;

namespace VotingHall.Server.Startup;

/// <summary>网页服务的关口: what every request passes before it reaches a page or the API.</summary>
internal static class WebGuards
{
    private const string Policy =
        "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /// <summary>
    /// Headers of every answer. Referrer-Policy is same-origin, not no-referrer: with the latter browsers send the sign-in form with the origin "null".
    /// </summary>
    public static Task Headers(HttpContext http, RequestDelegate next)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (IsApi(http))
            headers.CacheControl = "no-store";
        return next(http);
    }

    /// <summary>Orders and live connections only from pages of this hall. Source: security.md 6.</summary>
    public static Task OwnPagesOnly(HttpContext http, RequestDelegate next)
    {
        bool reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        bool opensSocket = http.WebSockets.IsWebSocketRequest || http.Request.Headers.ContainsKey("Upgrade");
        return (reads && !opensSocket) || IsFromOwnPage(http.Request)
            ? next(http)
            : new ApiProblem("crossSite", "只接受本系统页面的操作。", "Only pages of this hall may order anything.").Answer(http, StatusCodes.Status403Forbidden);
    }

    /// <summary>Turns what a request can be wrong in, or a worker that failed, into an answer that can be shown.</summary>
    public static async Task Problems(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            ApiProblem problem = bad.StatusCode == StatusCodes.Status400BadRequest ? ApiProblem.BadRequest(RequestErrors.Of(bad)) : ApiProblem.Of(bad.StatusCode);
            await problem.Answer(http, bad.StatusCode).ConfigureAwait(false);
        }
        catch (InvalidDataException bad) when (!http.Response.HasStarted)
        {
            // A form with too many or too long fields.
            await ApiProblem.BadRequest(new ApiError("", "表单有误", "The form is not good: " + bad.Message)).Answer(http, StatusCodes.Status400BadRequest).ConfigureAwait(false);
        }
        catch (PapersFault fault) when (!http.Response.HasStarted)
        {
            await new ApiProblem("paperFault", fault.Chinese, fault.English).Answer(http, StatusCodes.Status409Conflict).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody reads the answer any more.
            http.Abort();
        }
    }

    /// <summary>A status without a body, under the API.</summary>
    public static Task BareStatus(HttpContext http) => IsApi(http) ? ApiProblem.Of(http.Response.StatusCode).Answer(http, http.Response.StatusCode) : Task.CompletedTask;

    /// <summary>401 or 403: words for scripts, the sign-in page for people.</summary>
    public static Task Refused(HttpContext http, int status)
    {
        if (IsApi(http) || http.Request.Path.StartsWithSegments("/live") || http.Request.Path.StartsWithSegments("/plan") || !HttpMethods.IsGet(http.Request.Method))
            return ApiProblem.Of(status).Answer(http, status);
        string? back = http.Request.Path.Value;
        return status == StatusCodes.Status403Forbidden
            ? SignInPages.Page(http, "notAllowed", back, status).ExecuteAsync(http)
            : Results.LocalRedirect(AccountCookie.SignInPath + QueryString.Create("back", back ?? "/")).ExecuteAsync(http);
    }

    public static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api");

    /// <summary>Browsers say it in one header or both; what is no browser says nothing and has no cookie to be misused.</summary>
    private static bool IsFromOwnPage(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        string origin = request.Headers.Origin.ToString();
        bool siteGood = site is "" or "same-origin" or "none";
        // Compared without the scheme: a TLS front may stand before the server.
        bool originGood = origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
        return siteGood && originGood;
    }
}
