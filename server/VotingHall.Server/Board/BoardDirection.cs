using VotingHall.Core;
using VotingHall.Server.Conduct;

namespace VotingHall.Server.Board;

/// <summary>大屏的指示: what the big screen shows for a while besides the meeting itself; no fact of it, so a restart begins with none.</summary>
/// <param name="Order">What chair and secretariat asked for.</param>
/// <param name="ExtendedAt">When the window was last extended, and by how much.</param>
public sealed record BoardDirection(BoardOrder Order, Instant ExtendedAt, int ExtendedSeconds)
{
    public static BoardDirection Start { get; } = new(BoardOrder.None, default, 0);
}
