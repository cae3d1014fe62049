using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 截止 of a round on one line: CLOSE, who has answered it with a sealed frame, and when enough was asked. Source: protocol 7.6.
/// </summary>
internal sealed class RoundClosing(LinesContext context, LineSession line, RoundOnLines round)
{
    private const int PauseMs = 20;
    private const int SweepsMin = 3;
    private const int LimitMs = 2_000;

    private readonly HashSet<KeypadUid> sealedSeats = [];
    private long since;
    private int sweeps;

    public CloseNonce Nonce { get; private set; }

    /// <summary>Electors of this line that never sent a sealed frame.</summary>
    public IEnumerable<KeypadUid> Unsealed =>
        line.Keypads.Select(keypad => keypad.Uid).Where(uid => round.Eligible.Contains(uid) && !sealedSeats.Contains(uid));

    /// <summary>
    /// Everybody reachable has answered, or was asked in three sweeps and two seconds; a line that is down has nothing to say after that time.
    /// </summary>
    public bool IsDone
    {
        get
        {
            if (line.IsGathering)
                return false;
            bool all = line.Admitted.All(keypad => !round.Eligible.Contains(keypad.Uid) || sealedSeats.Contains(keypad.Uid));
            bool late = context.NowMs >= since + LimitMs;
            bool lineDead = !line.IsUp || !line.Admitted.Any();
            return (all && sweeps >= 1) || (late && (sweeps >= SweepsMin || lineDead));
        }
    }

    public void Begin(CloseNonce nonce)
    {
        Nonce = nonce;
        sweeps = 0;
        CountFromNow();
        for (int i = 0; i < 3; i++)
            Send();
    }

    public void Send() => line.SendGroup(new ClosePayload((uint)round.No.Value, Nonce), PauseMs);

    /// <summary>The time limit runs from here: nobody could answer before.</summary>
    public void CountFromNow() => since = context.NowMs;

    /// <summary>This keypad has heard the close: it answered sealed.</summary>
    public void Sealed(KeypadUid uid) => sealedSeats.Add(uid);

    /// <summary>A sweep over all fragments has ended.</summary>
    public void Swept() => sweeps++;
}
