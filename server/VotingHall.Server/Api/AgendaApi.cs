using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Plans;

namespace VotingHall.Server.Api;

/// <summary>议程: reading, putting and removing items, in the form of meeting.json.</summary>
internal static class AgendaApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder agenda = api.MapGroup("/agenda/{no}").WithTags("agenda");
        agenda.MapGet("", Get).For(Audience.Secretariat, Audience.Chair);
        agenda.MapPost("", (string no, PutItemOrder body, OrderDesk desk, ApiHall hall) =>
            {
                (AgendaItem? item, IReadOnlyList<ApiError> errors) = Read(body.Item, ApiRoutes.AgendaNo(no), hall);
                return desk.GiveChecked(body, errors, stamp => hall.Conduct.PutAgendaItem(stamp.By, item!, body.Place, stamp.Key, stamp.Seen));
            })
            .For(Audience.Secretariat);
        agenda.MapPost("/split", (string no, SplitOrder body, OrderDesk desk, ApiHall hall) =>
                desk.GiveChecked(body, TextErrors.Of("newTitle", body.NewTitle, hall.Missing), stamp => hall.Conduct.SplitOut(
                    stamp.By, ApiRoutes.AgendaNo(no), body.Name, body.NewNo, body.NewTitle, stamp.Key, stamp.Seen)))
            .For(Audience.Secretariat);
        agenda.MapPost("/remove", (string no, OrderBody body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.RemoveAgendaItem(stamp.By, ApiRoutes.AgendaNo(no), stamp.Key, stamp.Seen)))
            .For(Audience.Secretariat);
    }

    private static Results<Ok<AgendaAnswer>, NotFound<ApiProblem>> Get(string no, ApiHall hall)
    {
        HallState now = hall.Now;
        if (now.Meeting is not { } meeting || meeting.Item(ApiRoutes.AgendaNo(no)) is not { } item)
        {
            Refusal unknown = new Refusal.ItemUnknown(no);
            return TypedResults.NotFound(new ApiProblem(unknown.Code, unknown.Chinese, unknown.English, now.Version));
        }
        int countBase = (now.Base ?? meeting.Base).Count;
        using JsonDocument written = JsonDocument.Parse(CanonicalJson.Write(AgendaReader.Write(item)));
        return TypedResults.Ok(new AgendaAnswer(
            written.RootElement.Clone(), now.CurrentRound?.Item.No == item.No, ItemFacts.Required(item.Question, meeting, countBase), countBase,
            [.. ItemProblems.Of(item, meeting).Select(problem => new ApiError(problem.Field, problem.Chinese, problem.English))]));
    }

    private static (AgendaItem? Item, IReadOnlyList<ApiError> Errors) Read(JsonElement json, string no, ApiHall hall)
    {
        PlanReading<AgendaItem> reading = AgendaReader.ReadItem(json.GetRawText(), hall.Missing);
        return reading switch
        {
            PlanReading<AgendaItem>.Read read when read.Value.No == no => (read.Value, []),
            PlanReading<AgendaItem>.Read => (null, [new ApiError("no", "与地址中的议程号不同", "differs from the number in the address")]),
            PlanReading<AgendaItem>.Refused refused => (null, [.. refused.Problems.Select(problem => TextErrors.Of(problem))]),
            _ => throw new InvalidOperationException("unknown reading"),
        };
    }
}

/// <summary>议程项的答复.</summary>
/// <param name="Item">As in meeting.json.</param>
/// <param name="Frozen">Its round is under way: it cannot be changed now.</param>
/// <param name="Required">Votes needed, null where there is no fixed number.</param>
/// <param name="Base">计票基数.</param>
/// <param name="Problems">What bars it from being voted by keypad, or breaks a rule of numbers.</param>
public sealed record AgendaAnswer(JsonElement Item, bool Frozen, int? Required, int Base, IReadOnlyList<ApiError> Problems);

/// <summary>单独表决: a name leaves a merged list.</summary>
public sealed record SplitOrder(long VersionSeen, string Name, string NewNo, string NewTitle) : OrderBody(VersionSeen);

/// <summary>增改议程项.</summary>
/// <param name="Item">As in meeting.json.</param>
/// <param name="Place">From 1; 0 = where it is, a new item at the end.</param>
public sealed record PutItemOrder(long VersionSeen, JsonElement Item, int Place = 0) : OrderBody(VersionSeen);
