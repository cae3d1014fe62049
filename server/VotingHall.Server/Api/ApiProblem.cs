using System.Globalization;
using System.Text.Json.Serialization;

namespace VotingHall.Server.Api;

/// <summary>答复“不”: why an order was not taken, to be shown as it is.</summary>
/// <param name="Code">Stable name: a refusal of the hall, or badRequest, signedOut, notAllowed, crossSite, busy, ….</param>
/// <param name="Version">Version of the hall at the answer; null where the hall was not asked.</param>
/// <param name="Errors">Every error of what was sent, so that it is corrected in one go.</param>
public sealed record ApiProblem(
    string Code, string Zh, string En, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Version = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ApiError>? Errors = null)
{
    public static ApiProblem BadRequest(params IReadOnlyList<ApiError> errors) =>
        new("badRequest", "提交的内容有误，未办理。", "What was sent is not good; nothing was done.", Errors: errors);

    public static ApiProblem Busy { get; } = new("busy", "主机正忙或正在停止，未确认办理；请稍后再试。", "The hall is busy or stopping, the order is not confirmed; try again in a moment.");

    /// <summary>The words for a bare status code.</summary>
    public static ApiProblem Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new("signedOut", "登录已失效，请重新登录。", "You are signed out; sign in again."),
        StatusCodes.Status403Forbidden => new("notAllowed", "您的账户不能执行此操作。", "Your account may not do this."),
        StatusCodes.Status404NotFound => new("notFound", "没有这个地址或内容。", "There is no such address or content."),
        StatusCodes.Status405MethodNotAllowed => new("methodNotAllowed", "这个地址不接受这种请求。", "This address does not take such a request."),
        StatusCodes.Status413PayloadTooLarge => new("tooLarge", "内容过大，上限 4 MB。", "What was sent is too large; the limit is 4 MB."),
        StatusCodes.Status415UnsupportedMediaType => new("notJson", "请求须为 JSON。", "The request is to be JSON."),
        StatusCodes.Status429TooManyRequests => new("tooManyRequests", "操作过于频繁，请稍候再试。", "Too many orders at once; wait a moment."),
        StatusCodes.Status503ServiceUnavailable => Busy,
        >= 500 => new("fault", "服务器内部故障，请联系技术人员。", "A fault inside the server; call the technician."),
        _ => new("badRequest", "请求有误，未办理。", "The request is not good; nothing was done."),
    };

    /// <summary>Writes it as the answer, if nothing was answered yet.</summary>
    public Task Answer(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status429TooManyRequests)
            http.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
        return http.Response.WriteAsJsonAsync(this, ApiJson.Options, http.RequestAborted);
    }
}

/// <summary>一处错误.</summary>
/// <param name="Line">Line in a file or table that was sent, 0 where there are no lines.</param>
/// <param name="Field">Field or column, empty for the whole.</param>
/// <param name="Value">What stands there, empty when it does not help.</param>
public sealed record ApiError(string Field, string Zh, string En, int Line = 0, string Value = "");
