using System.Globalization;
using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Conduct;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Api;

/// <summary>大屏: what it shows besides the meeting itself.</summary>
internal static class BoardApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder board = api.MapGroup("/board").WithTags("board");
        board.MapPost("/picture", (PictureOrder body, OrderDesk desk, ApiHall hall) => desk.Give(body, _ => Show(hall, body)))
            .For(Audience.Chair, Audience.Secretariat);
        board.MapPost("/reminder", (OrderBody body, OrderDesk desk, ApiHall hall) => desk.Give(body, stamp => Remind(hall, stamp)))
            .For(Audience.Chair);
    }

    private static Task<LoopReply> Show(ApiHall hall, PictureOrder body)
    {
        string resumesAt = body is { Picture: BoardPicture.Break, ResumesAt: { } at } ? at.ToString("HH:mm", CultureInfo.InvariantCulture) : "";
        hall.Board.Show(body.Picture, resumesAt);
        return Done(hall);
    }

    private static Task<LoopReply> Remind(ApiHall hall, OrderStamp stamp)
    {
        Refusal? none = hall.Now.CurrentRound switch
        {
            null => new Refusal.PhaseWrong(RoundPhase.Declared),
            { Phase: RoundPhase.Open } => null,
            { } round => new Refusal.PhaseWrong(round.Phase),
        };
        if (none is not null)
            return Task.FromResult<LoopReply>(new LoopReply.Refused(none));
        hall.Board.Remind(hall.Now.CurrentRound!.No, stamp.Key);
        return Done(hall);
    }

    private static Task<LoopReply> Done(ApiHall hall) => Task.FromResult<LoopReply>(new LoopReply.Accepted(hall.Now.Version));
}

/// <summary>大屏画面.</summary>
/// <param name="ResumesAt">HH:mm, with a break.</param>
public sealed record PictureOrder(long VersionSeen, BoardPicture Picture, TimeOnly? ResumesAt = null) : OrderBody(VersionSeen);
