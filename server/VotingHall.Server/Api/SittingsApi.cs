using VotingHall.Screens;

namespace VotingHall.Server.Api;

/// <summary>基数与全体会议: confirming the base, opening and closing a sitting.</summary>
internal static class SittingsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/base/confirm", (OrderBody body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.ConfirmBase(stamp.By, stamp.Key, stamp.Seen)))
            .WithTags("sittings")
            .For(Audience.Chair);
        RouteGroupBuilder sittings = api.MapGroup("/sittings").WithTags("sittings");
        sittings.MapPost("/{no:int}/open", (int no, OrderBody body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.OpenSitting(stamp.By, no, stamp.Key, stamp.Seen)))
            .For(Audience.Chair, Audience.Secretariat);
        sittings.MapPost("/close", (OrderBody body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.CloseSitting(stamp.By, stamp.Key, stamp.Seen)))
            .For(Audience.Chair, Audience.Secretariat);
    }
}
