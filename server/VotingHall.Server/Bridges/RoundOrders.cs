using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;
using VotingHall.Server.Stores;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 落盘之后给线路的指令: watches what became durable and tells the lines, never earlier. After a restart it tells them once where the round is.
/// </summary>
public sealed class RoundOrders(IJournalStore store, Action<LineOrder> order) : IDurableWatcher
{
    public void Durable(DurableTurn turn)
    {
        if (turn.Held.Count > 0)
            order(new LineOrder.Hold(turn.Held));
        foreach (HallEvent happened in turn.Events)
            if (OrderFor(turn.State, happened) is { } next)
                order(next);
    }

    /// <summary>Where the hall stands, for lines that begin anew. Source: protocol 7.1 rule 8.</summary>
    public void Resume(HallState state)
    {
        if (state.Rounds.Count == 0)
            return;
        Round round = state.Rounds[new RoundNo(state.Rounds.Count)];
        if (round.Method != VotingMethod.Keypad)
            return;
        switch (round.Phase)
        {
            case RoundPhase.Prepared:
                order(new LineOrder.DeliverPaper(OnLines(round)));
                break;
            case RoundPhase.Open or RoundPhase.Closing or RoundPhase.Closed:
                order(new LineOrder.Open(OnLines(round)));
                if (round.Closing is { } closing)
                    order(new LineOrder.Close(round.No, closing.CloseNonce));
                // Closed and not counted: the final tags were not in, and nothing else starts collecting them.
                if (round.Phase == RoundPhase.Closed)
                    order(new LineOrder.Closed(round.No));
                break;
            case RoundPhase.Declared or RoundPhase.Voided:
                order(new LineOrder.End(round.No, round.Phase == RoundPhase.Declared));
                break;
        }
    }

    /// <summary>Papers and hands need no lines.</summary>
    private LineOrder? OrderFor(HallState state, HallEvent happened) => happened switch
    {
        HallEvent.RoundPrepared e when e.Method != VotingMethod.Keypad => null,
        HallEvent.RoundOpened e when !OnKeypads(state, e.Round) => null,
        HallEvent.RoundClosed e when !OnKeypads(state, e.Round) => null,
        HallEvent.RoundDeclared e when !OnKeypads(state, e.Round) => null,
        HallEvent.RoundVoided e when !OnKeypads(state, e.Round) => null,
        HallEvent.RoundPrepared e => new LineOrder.DeliverPaper(OnLines(state.Rounds[e.Round])),
        HallEvent.RoundOpened e => new LineOrder.Open(OnLines(state.Rounds[e.Round])),
        HallEvent.RoundClosing e => new LineOrder.Close(e.Round, e.CloseNonce),
        HallEvent.RoundClosed e => new LineOrder.Closed(e.Round),
        HallEvent.RoundDeclared e => new LineOrder.End(e.Round, Kept: true),
        HallEvent.RoundVoided e => new LineOrder.End(e.Round, Kept: false),
        _ => null,
    };

    private static bool OnKeypads(HallState state, RoundNo round) => state.Rounds[round].Method == VotingMethod.Keypad;

    private RoundOnLines OnLines(Round round)
    {
        ReadOnlyMemory<byte> paper = store.ReadBlob(round.PaperDigest.Span)
            ?? throw new InvalidOperationException($"the paper of round {round.No} is not in the store");
        if (!PaperParse.TryParse(paper.Span, out PaperForm? form, out _))
            throw new InvalidOperationException($"the paper of round {round.No} in the store is no paper");
        IEnumerable<KeypadUid> eligible = round.Opening?.Electors.Select(elector => elector.Keypad).Where(keypad => !keypad.IsHandPlace) ?? [];
        return new RoundOnLines(
            round.No, round.Mode, round.Opening?.Context.Rules.Keypad.PressRule == PressRule.First, paper, form,
            Digest32.Read(round.PaperDigest.Span), round.Opening is { } opening ? Digest32.Read(opening.Ctx.Span) : default,
            eligible.ToHashSet(), (ushort)(round.Opening?.Context.Rules.Keypad.WindowSeconds ?? 0), Held(round))
        {
            Options = [.. round.Paper.Groups.SelectMany(group => group.Rows.Select(_ => group.Options))],
        };
    }

    private static Dictionary<KeypadUid, PressId> Held(Round round)
    {
        Dictionary<KeypadUid, PressId> held = [];
        foreach (Elector elector in round.Opening?.Electors ?? [])
            if (round.Box.PressOf(elector.Keypad) is { } press)
                held[elector.Keypad] = press;
        return held;
    }
}
