using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Loop;
using OrderAnswer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<VotingHall.Server.Api.OrderTaken>,
    Microsoft.AspNetCore.Http.HttpResults.BadRequest<VotingHall.Server.Api.ApiProblem>,
    Microsoft.AspNetCore.Http.HttpResults.Conflict<VotingHall.Server.Api.ApiProblem>,
    VotingHall.Server.Api.HallBusy>;

namespace VotingHall.Server.Api;

/// <summary>已办理: on disk.</summary>
/// <param name="Version">Version of the hall afterwards.</param>
public sealed record OrderTaken(long Version);

/// <summary>主机忙: the order is not confirmed; sent again under the same key it is taken at most once.</summary>
public sealed class HallBusy : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status503ServiceUnavailable;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status503ServiceUnavailable, typeof(ApiProblem), ["application/json"]));

    public Task ExecuteAsync(HttpContext httpContext) => ApiProblem.Busy.Answer(httpContext, StatusCodes.Status503ServiceUnavailable);
}

/// <summary>办理要素: who orders, under which key, having seen what.</summary>
/// <param name="Key">With role and account before it, so that two accounts cannot meet under one key.</param>
public sealed record OrderStamp(Issuer By, string Key, long Seen);

/// <summary>办理台: takes one order of who is signed in to the hall and answers what the hall answered.</summary>
public sealed class OrderDesk
{
    public const string KeyHeader = "Idempotency-Key";

    private const int KeyLengthMin = 8;
    private const int KeyLengthMax = 64;

    /// <summary>Longer than any turn of the loop; the browser asks again under the same key.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    private readonly Issuer by;
    private readonly string key;
    private readonly ApiHall hall;

    private OrderDesk(Issuer by, string key, ApiHall hall)
    {
        this.by = by;
        this.key = key;
        this.hall = hall;
    }

    public static ValueTask<OrderDesk?> BindAsync(HttpContext http)
    {
        string role = http.User.FindFirst(System.Security.Claims.ClaimTypes.Role)?.Value ?? "";
        OrderDesk? desk = Audiences.TryParse(role, out Audience audience) && RoleOf(audience) is { } known
            ? new OrderDesk(new Issuer(known, http.User.Identity?.Name ?? ""), http.Request.Headers[KeyHeader].ToString(), http.RequestServices.GetRequiredService<ApiHall>())
            : null;
        return ValueTask.FromResult(desk);
    }

    /// <summary>Gives the order; the answer comes when it is on disk.</summary>
    public async Task<OrderAnswer> Give(OrderBody body, Func<OrderStamp, Task<LoopReply>> order)
    {
        if (!IsKey(key))
        {
            return TypedResults.BadRequest(ApiProblem.BadRequest(new ApiError(
                KeyHeader, $"请求头须有 {KeyLengthMin} 至 {KeyLengthMax} 位字母、数字或连字符", $"the header is {KeyLengthMin} to {KeyLengthMax} letters, digits or hyphens")));
        }
        OrderStamp stamp = new(by, $"{by.Role}:{by.Person}:{key}", body.VersionSeen);
        LoopReply reply;
        try
        {
            reply = await order(stamp).WaitAsync(AnswerTime).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new HallBusy();
        }
        return reply switch
        {
            LoopReply.Accepted accepted => TypedResults.Ok(new OrderTaken(accepted.Version)),
            LoopReply.Refused refused => Refuse(refused.Reason),
            LoopReply.NotTaken => new HallBusy(),
            _ => throw new InvalidOperationException("unknown reply"),
        };
    }

    /// <summary>As <see cref="Give(OrderBody, Func{OrderStamp, Task{LoopReply}})"/>, unless what was sent has errors: then nothing is done.</summary>
    public Task<OrderAnswer> GiveChecked(OrderBody body, IReadOnlyList<ApiError> errors, Func<OrderStamp, Task<LoopReply>> order) => errors.Count == 0
        ? Give(body, order)
        : Task.FromResult<OrderAnswer>(TypedResults.BadRequest(ApiProblem.BadRequest(errors)));

    public Conflict<ApiProblem> Refuse(Refusal reason) => TypedResults.Conflict(new ApiProblem(
        reason.Code, reason.Chinese, reason.English, hall.Now.Version,
        reason is Refusal.MeetingInvalid invalid ? [.. invalid.Errors.Select(error => new ApiError(error.Where, error.Chinese, error.English))] : null));

    private static bool IsKey(string key) => key.Length is >= KeyLengthMin and <= KeyLengthMax && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static Role? RoleOf(Audience audience) => audience switch
    {
        Audience.Chair => Role.Chair,
        Audience.Secretariat => Role.Secretariat,
        Audience.Scrutineer => Role.Scrutineer,
        Audience.Technician => Role.Technician,
        _ => null,
    };
}
