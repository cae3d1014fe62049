using System.Collections.Immutable;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;
using VotingHall.Server.Plans;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 全部线路: every bridge and line of the hall, driven by bytes, orders and ticks with explicit time; it owns no thread and no socket.
/// One thread calls it. What the lines find out goes to the hall as commands; what several lines must agree on (paper out, all sealed,
/// final tags in) is put together here. Source: protocol 7.6.
/// </summary>
public sealed class HallLines
{
    private readonly LinesContext context;
    private readonly IReadOnlyList<BridgeSession> bridges;
    private readonly IReadOnlyList<LineSession> lines;
    private readonly Action<RoundNo, IReadOnlyDictionary<KeypadUid, AttestedPress>> finalsIn;

    /// <param name="known">Keypads from the journal, by line and slot: after a restart they still hold their slots.</param>
    /// <param name="finalsIn">Called when the final tags of a secret round are in, or nothing more comes.</param>
    public HallLines(
        ISuite suite, uint epoch, Digest32 meeting, ushort generation, ulong nodeId, KeypadKeys keys, LinesPlan plan,
        IEnumerable<Keypad> known, ILinesHost host, Action<RoundNo, IReadOnlyDictionary<KeypadUid, AttestedPress>> finalsIn)
    {
        this.finalsIn = finalsIn;
        context = new LinesContext(suite, epoch, meeting, generation, keys, host);
        bridges = [.. plan.Bridges.Select((bridge, i) => new BridgeSession(context, bridge, i, nodeId))];
        lines = [.. bridges.SelectMany(bridge => bridge.Lines)];
        foreach (Keypad keypad in known)
            lines.FirstOrDefault(line => line.Id == keypad.Line)?.Place(keypad.Uid, (byte)keypad.Slot);
    }

    /// <summary>Keypads with keys in use.</summary>
    public int AdmittedCount => lines.Sum(line => line.Admitted.Count());

    /// <summary>Keypads the plan names.</summary>
    public int ExpectedCount => lines.Sum(line => line.Plan.Keypads);

    /// <summary>How the lines are now.</summary>
    public LinesPicture Picture() => new([.. bridges.Select(PictureOf.Bridge)]);

    public void LinkUp(int bridge) => bridges[bridge].LinkUp();

    public void LinkLost(int bridge) => bridges[bridge].LinkLost();

    public void Received(int bridge, ReadOnlySpan<byte> bytes) => bridges[bridge].Received(bytes);

    /// <summary>Bytes for a bridge since the last call.</summary>
    public byte[] TakeOutgoing(int bridge) => bridges[bridge].TakeOutgoing();

    /// <summary>Time has passed; call at least every 20 ms.</summary>
    public void Tick()
    {
        foreach (BridgeSession bridge in bridges)
            bridge.Tick();
    }

    public void Order(LineOrder order)
    {
        switch (order)
        {
            case LineOrder.DeliverPaper deliver:
                foreach (LineSession line in lines)
                    line.Start(new PaperDelivery(context, line, deliver.Round, PaperFinished));
                break;
            case LineOrder.Open open:
                foreach (LineSession line in lines)
                    line.Start(new RoundCollection(context, line, open.Round, Completed));
                break;
            case LineOrder.Hold hold:
                foreach (Loop.HeldPress press in hold.Presses)
                    if (context.Where.TryGetValue(press.Keypad, out LineSession? line) && line.Round?.Round.No == press.Round)
                        line.Round.Hold(press.Keypad, press.Press);
                break;
            case LineOrder.Close close:
                foreach (RoundCollection round in Running(close.Round))
                    round.Close(CloseNonce.Read(close.CloseNonce.Span));
                break;
            case LineOrder.Closed closed:
                foreach (RoundCollection round in Running(closed.Round))
                    round.Closed();
                break;
            case LineOrder.CollectFinals collect:
                foreach (RoundCollection round in Running(collect.Round))
                    round.CollectFinalsAgain();
                break;
            case LineOrder.ShowCounted counted:
                foreach (LineSession line in lines)
                    line.Ending.ShowCounted(counted.Round, counted.Codes);
                break;
            case LineOrder.End end:
                foreach (LineSession line in lines)
                    line.End(end.Round, end.Kept);
                break;
            default:
                throw new InvalidOperationException("unknown line order");
        }
    }

    private List<RoundCollection> Running(RoundNo round) =>
        [.. lines.Select(line => line.Round).OfType<RoundCollection>().Where(running => running.Round.No == round)];

    private void PaperFinished(PaperDelivery finished)
    {
        List<PaperDelivery> all = [.. lines.Select(line => line.Paper).OfType<PaperDelivery>().Where(other => other.Round.No == finished.Round.No)];
        if (all.Count < lines.Count || !all.All(delivery => delivery.IsFinished))
            return;
        ImmutableArray<KeypadUid> missing = [.. all.SelectMany(delivery => delivery.Missing).Order()];
        int ready = all.Sum(delivery => delivery.Ready);
        foreach (PaperDelivery delivery in all.Where(delivery => delivery.Missing.Any()))
            context.Host.Note(new(LineNoteKind.PaperIncomplete, delivery.Line.Id));
        context.TryConclude((by, at) => new HallCommand.ReportPaper(finished.Round.No, ready, missing) { Issuer = by, At = at });
    }

    private void Completed(RoundCollection finished)
    {
        List<RoundCollection> all = Running(finished.Round.No);
        if (finished.Phase == CollectionPhase.Closed && all.All(round => round.Phase == CollectionPhase.Closed))
        {
            ImmutableArray<KeypadUid> unsealed = [.. all.SelectMany(round => round.Unsealed).Order()];
            context.TryConclude((by, at) => new HallCommand.FinishClose(finished.Round.No, unsealed) { Issuer = by, At = at });
        }
        else if (finished.Round.IsSecret && all.All(round => round.Phase == CollectionPhase.Complete))
        {
            finalsIn(finished.Round.No, all.SelectMany(round => round.Finals)
                .ToDictionary(final => final.Key, final => new AttestedPress(final.Value.Press, new Octets(final.Value.Proof))));
        }
    }
}
