using VotingHall.Link;
using VotingHall.Server.Loop;
using VotingHall.Server.Plans;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 集线桥会话: greets a bridge, holds its lease, configures its lines, numbers messages and matches SENT with SEND. After a loss of the link
/// it begins again; the keypads' sessions are not touched by that. Source: protocol 10.
/// </summary>
internal sealed class BridgeSession
{
    private const int HelloAgainMs = 1_000;
    private const int LeaseMs = 1_500;
    private const int RenewMs = 300;

    /// <summary>A line the bridge does not serve is configured again at most so often.</summary>
    private const int ConfigureAgainMs = 1_000;

    /// <summary>A SEND whose SENT does not come counts as failed after this and its own wait.</summary>
    private const int SentLateMs = 3_000;

    private readonly LinesContext context;
    private readonly ulong nodeId;
    private readonly FrameReader reader = new(FrameLimits.BridgeLink);
    private readonly Dictionary<ushort, PendingSend> pending = [];
    private readonly List<byte> outgoing = [];
    private ushort seq;
    private bool linkUp;
    private bool greeted;
    private bool leased;
    private long helloAt;
    private long leaseAt;
    private long grantedAt;

    public BridgeSession(LinesContext context, BridgePlan plan, int index, ulong nodeId)
    {
        this.context = context;
        this.nodeId = nodeId;
        Name = $"bridge {index + 1}";
        Lines = [.. plan.Lines.Select((line, i) => new LineSession(context, this, (byte)(i + 1), line))];
    }

    public string Name { get; }

    public IReadOnlyList<LineSession> Lines { get; }

    public bool IsLeased => leased;

    public BridgeState State => !linkUp ? BridgeState.NoLink : leased ? BridgeState.Leased : greeted ? BridgeState.Asking : BridgeState.Greeting;

    public void LinkUp()
    {
        linkUp = true;
        greeted = false;
        leased = false;
        reader.Reset();
        outgoing.Clear();
        helloAt = long.MinValue / 2;
        Tick();
    }

    public void LinkLost()
    {
        if (!linkUp)
            return;
        linkUp = false;
        outgoing.Clear();
        Lost("link lost");
    }

    public void Received(ReadOnlySpan<byte> bytes)
    {
        foreach (byte[] body in reader.Read(bytes))
            if (LinkMessage.TryParse(body, out LinkMessage? message))
                Take(message);
    }

    public void Tick()
    {
        // Lines without a link still have limits that run out.
        foreach (LineSession line in Lines)
            line.Tick();
        if (!linkUp)
            return;
        long now = context.NowMs;
        if (!greeted && now >= helloAt + HelloAgainMs)
        {
            helloAt = now;
            Write(new LinkMessage.Hello(0, NextSeq(), context.Epoch, nodeId, 1));
        }
        if (leased && now >= grantedAt + LeaseMs)
            LoseLease("lease lapsed");
        if (greeted && now >= leaseAt + (leased ? RenewMs : HelloAgainMs))
        {
            leaseAt = now;
            Write(new LinkMessage.Lease(0, NextSeq(), context.Epoch, LeaseMs));
        }
        FailPending(send => now >= send.LateAt);
    }

    /// <summary>Sends a line body; <paramref name="done"/> gets whether the bridge sent it (and, if awaited, waited for the reply).</summary>
    public void Send(byte line, byte[] lineBody, bool awaitsReply, int waitMs, Action<bool>? done)
    {
        ushort number = NextSeq();
        pending[number] = new PendingSend(line, context.NowMs + waitMs + SentLateMs, done);
        Write(new LinkMessage.Send(line, number, context.Epoch, awaitsReply, (ushort)waitMs, 0, lineBody));
    }

    public void Plan(byte line, int periodMs, int tailMs, int recover, CollectPayload collect) =>
        Write(new LinkMessage.Plan(line, NextSeq(), context.Epoch, (ushort)periodMs, (ushort)tailMs, (byte)recover, collect));

    public void PlanStop(byte line) => Write(new LinkMessage.PlanStop(line, NextSeq(), context.Epoch));

    /// <summary>Bytes for the bridge since the last call.</summary>
    public byte[] TakeOutgoing()
    {
        byte[] bytes = [.. outgoing];
        outgoing.Clear();
        return bytes;
    }

    private void Take(LinkMessage message)
    {
        switch (message)
        {
            case LinkMessage.HelloReply:
                greeted = true;
                leaseAt = long.MinValue / 2;
                context.Host.Note(new(LineNoteKind.BridgeUp, Name));
                Tick();
                break;
            case LinkMessage.LeaseReply reply:
                LeaseAnswered(reply);
                break;
            case LinkMessage.Sent sent when pending.Remove(sent.SendSeq, out PendingSend? send):
                send.Done?.Invoke(sent.Result == SendResult.Ok);
                Refused(send.Line, sent.Result);
                break;
            case LinkMessage.LineReceived received when LineOf(received.Line) is { } line:
                line.Received(received);
                break;
            case LinkMessage.SweepEnd ended when LineOf(ended.Line) is { } line:
                line.SweepEnded(ended);
                break;
            case LinkMessage.LineEvent happened when LineOf(happened.Line) is { } line:
                line.Happened(happened);
                break;
        }
    }

    private void LeaseAnswered(LinkMessage.LeaseReply reply)
    {
        // Still under way to the server that ran before: not our lease.
        if (reply.Granted && reply.HighestEpoch != context.Epoch)
            return;
        if (!reply.Granted)
        {
            context.Host.Note(new(LineNoteKind.LeaseRefused, Name));
            if (leased)
                LoseLease("lease refused");
            else
                greeted = false;
            return;
        }
        grantedAt = context.NowMs;
        if (leased)
            return;
        leased = true;
        foreach (LineSession line in Lines)
            Configure(line);
    }

    private void Configure(LineSession line)
    {
        Write(new LinkMessage.LineConfig(line.Number, NextSeq(), context.Epoch, (uint)line.Plan.Baud, true));
        line.Configured();
    }

    /// <summary>The bridge says that it cannot serve us: it was restarted, or a LINE_CFG never reached it.</summary>
    private void Refused(byte number, SendResult result)
    {
        if (!leased)
            return;
        if (result == SendResult.NoLease)
            LoseLease("no lease");
        else if (result == SendResult.LineDown && LineOf(number) is { } line && context.NowMs >= line.ConfiguredAtMs + ConfigureAgainMs)
            Configure(line);
    }

    /// <summary>The link stands but the lease is gone, and with it lines and plans at the bridge: greet it anew. Source: protocol 10.</summary>
    private void LoseLease(string why)
    {
        greeted = false;
        helloAt = long.MinValue / 2;
        Lost(why);
    }

    private void Lost(string why)
    {
        leased = false;
        context.Host.Note(new(LineNoteKind.BridgeLost, Name, Detail: why));
        // Lines first: what is told of a failure then sends nothing more.
        foreach (LineSession line in Lines)
            line.BridgeLost();
        FailPending(_ => true);
    }

    private LineSession? LineOf(byte number) => number >= 1 && number <= Lines.Count ? Lines[number - 1] : null;

    private void FailPending(Func<PendingSend, bool> which)
    {
        foreach ((ushort number, PendingSend send) in pending.Where(pair => which(pair.Value)).ToList())
        {
            pending.Remove(number);
            send.Done?.Invoke(false);
        }
    }

    private void Write(LinkMessage message) => outgoing.AddRange(FrameWriter.Wire(message.Write(), FrameLimits.BridgeLink));

    private ushort NextSeq() => unchecked(++seq);

    private sealed record PendingSend(byte Line, long LateAt, Action<bool>? Done);
}
