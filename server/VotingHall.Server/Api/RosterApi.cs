using Microsoft.AspNetCore.Http.HttpResults;
using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Api;

/// <summary>名册: the members of the meeting, and a new table of them, checked as a whole before anything is loaded.</summary>
internal static class RosterApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder roster = api.MapGroup("/roster").WithTags("roster");
        roster.MapGet("", Get).For(Audience.Secretariat, Audience.Technician);
        roster.MapPost("/check", Check).For(Audience.Secretariat);
        roster.MapPost("/load", (RosterOrder body, OrderDesk desk, ApiHall hall) =>
            {
                if (hall.Now.Meeting is not { } meeting)
                    return Task.FromResult<Results<Ok<OrderTaken>, BadRequest<ApiProblem>, Conflict<ApiProblem>, HallBusy>>(desk.Refuse(new Refusal.MeetingNotLoaded()));
                RosterFinding found = RosterFinding.Of(body.Csv, meeting, hall);
                return desk.GiveChecked(body, found.Answer.Errors, stamp =>
                    hall.Conduct.LoadMeeting(stamp.By, meeting with { Members = found.Members }, stamp.Key, stamp.Seen));
            })
            .For(Audience.Secretariat);
    }

    private static Ok<RosterAnswer> Get(ApiHall hall) => TypedResults.Ok(new RosterAnswer(
        [.. (hall.Now.Meeting?.Members ?? []).Select(member => new RosterMember(
            member.Id.Value, member.Name, member.Seat.Value, hall.Now.Bindings.TryGetValue(member.Id, out KeypadUid uid) ? uid.ToString() : null))]));

    private static Results<Ok<RosterCheckAnswer>, Conflict<ApiProblem>> Check(RosterText body, ApiHall hall)
    {
        if (hall.Now.Meeting is { } meeting)
            return TypedResults.Ok(RosterFinding.Of(body.Csv, meeting, hall).Answer);
        Refusal none = new Refusal.MeetingNotLoaded();
        return TypedResults.Conflict(new ApiProblem(none.Code, none.Chinese, none.English, hall.Now.Version));
    }
}

/// <summary>名册的答复.</summary>
public sealed record RosterAnswer(IReadOnlyList<RosterMember> Members);

/// <param name="KeypadUid">Of the keypad the member has now, null = none.</param>
public sealed record RosterMember(int Id, string Name, string Seat, string? KeypadUid);

/// <summary>待检查的名册表格.</summary>
public sealed record RosterText(string Csv, long? VersionSeen = null);

/// <summary>载入名册.</summary>
public sealed record RosterOrder(long VersionSeen, string Csv) : OrderBody(VersionSeen);
