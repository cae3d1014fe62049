using VotingHall.Core;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Conduct;

/// <summary>
/// 表决时限: closes the open round when its window has ended. It only orders; the exact closing instant is the one the journal holds.
/// </summary>
public sealed class WindowClock(HallLoop loop, Func<Instant> clock, Func<int, byte[]> randomBytes)
{
    private (RoundNo Round, Instant ClosesAt) ordered;

    /// <summary>Call at least every 100 ms.</summary>
    public void Tick()
    {
        if (loop.Published.CurrentRound is not { Phase: RoundPhase.Open, Method: VotingMethod.Keypad, Opening: { } opening } round || ordered == (round.No, opening.ClosesAt))
            return;
        Instant now = clock();
        if (now.UnixMs < opening.ClosesAt.UnixMs)
            return;
        if (loop.TrySubmit(new HallCommand.CloseRound(round.No, new Octets(randomBytes(8))) { Issuer = Issuer.System, At = now }))
            ordered = (round.No, opening.ClosesAt);
    }
}
