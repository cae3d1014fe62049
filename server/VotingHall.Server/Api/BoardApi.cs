using VotingHall.Core;
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
            .For("chair", "secretariat");
        board.MapPost("/reminder", (OrderBody body, OrderDesk desk, ApiHall hall) => desk.Give(body, stamp => Remind(hall, stamp)))
            .For("chair");
    }

    private static Task<LoopReply> Show(ApiHall hall, PictureOrder body)
    {
        hall.Board.Show(body.Picture, body.ResumesAt?.ToString("HH:mm", null) ?? "");
        return Task.FromResult<LoopReply>(new LoopReply.Accepted(hall.Loop.Published.Version));
    }

    private static Task<LoopReply> Remind(ApiHall hall, OrderStamp stamp)
    {
        HallState now = hall.Loop.Published;
        if (now.CurrentRound is not { } round)
            return Task.FromResult<LoopReply>(new LoopReply.Refused(new Refusal.RoundNotOpen()));
        if (round.Phase != RoundPhase.Open)
            return Task.FromResult<LoopReply>(new LoopReply.Refused(new Refusal.PhaseWrong(round.Phase)));
        hall.Board.Remind(round.No, stamp.Key);
        return Task.FromResult<LoopReply>(new LoopReply.Accepted(now.Version));
    }
}

/// <param name="ResumesAt">HH:mm, with a break.</param>
public sealed record PictureOrder(long VersionSeen, BoardPicture Picture, TimeOnly? ResumesAt = null) : OrderBody(VersionSeen);
