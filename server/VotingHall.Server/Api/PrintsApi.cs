using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Api;

/// <summary>打印: ordering a certificate's printing. The number of the printing is the guard against a second order.</summary>
internal static class PrintsApi
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/rounds/{no:int}/print", (int no, PrintOrder body, OrderDesk desk, ApiHall hall) =>
            desk.Give(body, stamp => hall.Print(stamp.By, new RoundNo(no), body.Copy, body.Printer, body.Copies, stamp.Key)))
        .WithTags("prints")
        .For(Audience.Secretariat);
}

/// <summary>打印报告单.</summary>
/// <param name="Copy">第几次打印, as the person's screen names it.</param>
/// <param name="Printer">One of those the secretariat's picture lists.</param>
/// <param name="Copies">份数.</param>
public sealed record PrintOrder(long VersionSeen, int Copy, string Printer, int Copies) : OrderBody(VersionSeen);
