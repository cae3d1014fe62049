using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Plans;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 线路会话: one line as the server sees it: its keypads by slot, the group key, what waits to be sent, and the round running on it.
/// Frames go to the bridge in order of being taken from the queue, so sequence numbers rise on the wire. Source: protocol 7.
/// </summary>
internal sealed class LineSession
{
    /// <summary>Frames given to the bridge and not yet reported sent; its own queue holds 32.</summary>
    private const int WindowMax = 16;

    /// <summary>A keypad that hears nothing authenticated for 30 s shows "offline". Source: protocol 7.1 rule 9.</summary>
    private const int KeepAliveMs = 10_000;

    /// <summary>A line that has not come up for so long after the start is not waited for.</summary>
    private const int ExpectMs = 10_000;

    private readonly LinesContext context;
    private readonly BridgeSession bridge;
    private readonly Dictionary<KeypadUid, KeypadSession> keypads = [];
    private readonly KeypadSession?[] slots = new KeypadSession?[WireAddress.SlotMax + 1];
    private readonly Queue<QueuedFrame> urgent = new();
    private readonly Queue<QueuedFrame> waiting = new();
    private int underway;
    private uint groupSeq;
    private long groupSentAt;
    private long expectedBy;
    private bool wentDown;
    private bool troubled;

    public LineSession(LinesContext context, BridgeSession bridge, byte number, LinePlan plan)
    {
        this.context = context;
        this.bridge = bridge;
        Number = number;
        Plan = plan;
        GroupKey = new SecretKey(context.Host.RandomBytes(16));
        Admission = new Admission(context, this);
        Ending = new RoundEnding(context, this);
        expectedBy = context.NowMs + ExpectMs;
    }

    public byte Number { get; }

    public LinePlan Plan { get; }

    public string Id => Plan.Id;

    /// <summary>GK of this line and server run: 16 bytes. Source: protocol 3.</summary>
    public SecretKey GroupKey { get; }

    /// <summary>Last seq used under GK, told in KEYS.</summary>
    public uint GroupSeq => groupSeq;

    public Admission Admission { get; }

    public RoundEnding Ending { get; }

    public LineCounters Counters { get; } = new();

    public bool IsUp { get; private set; }

    /// <summary>
    /// 集合中: keypads are being admitted, or the line has yet to come up after the start. Sweeps wait for it (they would leave admission 15 ms a
    /// sweep), and nothing is concluded from a keypad's silence before it ends. It always ends.
    /// </summary>
    public bool IsGathering => IsUp ? Admission.IsGathering : context.NowMs < expectedBy;

    public long ConfiguredAtMs { get; private set; }

    public RoundCollection? Round { get; private set; }

    public PaperDelivery? Paper { get; private set; }

    public IReadOnlyCollection<KeypadSession> Keypads => keypads.Values;

    public IEnumerable<KeypadSession> Admitted => keypads.Values.Where(keypad => keypad.IsAdmitted);

    public KeypadSession? At(byte slot) => slots[slot];

    public KeypadSession? Of(KeypadUid uid) => keypads.GetValueOrDefault(uid);

    /// <summary>Highest slot in use: sweeps cover 1 to here.</summary>
    public byte LastSlot { get; private set; }

    /// <summary>A keypad known from the journal, or just heard: it gets its former slot, or the lowest free one; null = line full.</summary>
    public KeypadSession? Place(KeypadUid uid, byte wanted)
    {
        if (keypads.TryGetValue(uid, out KeypadSession? known))
            return known;
        byte slot = wanted is >= WireAddress.SlotMin and <= WireAddress.SlotMax && slots[wanted] is null ? wanted : FreeSlot();
        if (slot == 0)
        {
            context.Host.Note(new(LineNoteKind.LineFull, Id, uid));
            return null;
        }
        KeypadSession placed = new(uid, slot);
        if (context.Where.TryGetValue(uid, out LineSession? former))
        {
            // Its press goes with it, or its lamp would never be answered here.
            if (former.Round?.HeldOf(uid) is { } press && former.Round.Round.No == Round?.Round.No)
                Round.Hold(uid, press);
            former.Remove(uid);
        }
        context.Where[uid] = this;
        keypads[uid] = placed;
        slots[slot] = placed;
        LastSlot = Math.Max(LastSlot, slot);
        return placed;
    }

    /// <summary>A keypad now heard on another line leaves this one.</summary>
    private void Remove(KeypadUid uid)
    {
        if (keypads.Remove(uid, out KeypadSession? gone))
            slots[gone.Slot] = null;
    }

    public void Configured()
    {
        IsUp = true;
        wentDown = false;
        expectedBy = 0;
        underway = 0;
        context.Host.Note(new(LineNoteKind.LineUp, Id));
        ConfiguredAtMs = context.NowMs;
        groupSentAt = context.NowMs;
        Admission.LineUp();
        Round?.Resume();
        Paper?.Resume();
        Ending.Joined();
        Tick();
    }

    public void BridgeLost()
    {
        IsUp = false;
        underway = 0;
        QueuedFrame[] unsent = [.. urgent, .. waiting];
        urgent.Clear();
        waiting.Clear();
        // Whoever waits for the end of one of them (a search for keypads, say) would wait for ever.
        foreach (QueuedFrame frame in unsent)
            frame.Done?.Invoke(false);
    }

    public void Tick()
    {
        Paper?.Tick();
        Round?.Tick();
        if (!IsUp)
            return;
        Admission.Tick();
        Ending.Tick();
        if (context.NowMs >= groupSentAt + KeepAliveMs && keypads.Values.Any(keypad => keypad.Key is not null))
            SendGroup(new LampPayload(LampPattern.Normal, 0), pauseMs: 0);
        Pump();
    }

    public void Start(PaperDelivery delivery)
    {
        Ending.Forget();
        Paper = delivery;
        delivery.Resume();
    }

    public void Start(RoundCollection round)
    {
        Ending.Forget();
        Paper = null;
        Round = round;
        round.Resume();
    }

    /// <summary>The round has ended: what is told to the keypads, now and to those admitted later.</summary>
    public void End(RoundNo round, bool kept)
    {
        StopPlan();
        Round = null;
        Paper = null;
        Ending.End(round, kept);
    }

    /// <summary>Class G to the whole line. <paramref name="pauseMs"/>: what keypads need to work on it (protocol 6).</summary>
    public void SendGroup(IDownPayload payload, int pauseMs, bool first = false, Action<bool>? done = null)
    {
        groupSentAt = context.NowMs;
        Enqueue(first, () => LineFrames.Group(context.Suite, GroupKey, context.Epoch, ++groupSeq, payload), false, pauseMs, done);
    }

    /// <summary>ACKVEC needs its own seq for the codes: the payload is made when the seq is known.</summary>
    public void SendGroup(Func<uint, IDownPayload> payloadOf, int pauseMs)
    {
        groupSentAt = context.NowMs;
        Enqueue(true, () => LineFrames.Group(context.Suite, GroupKey, context.Epoch, ++groupSeq, payloadOf(groupSeq)), false, pauseMs, null);
    }

    /// <summary>Class U to one keypad under its key in use.</summary>
    public void SendUnicast(KeypadSession keypad, IDownPayload payload, int waitMs, Action<bool>? done = null) =>
        Enqueue(false, () => LineFrames.Unicast(context.Suite, keypad.Key!, keypad.Slot, context.Epoch, keypad.NextSeq(), payload), true, waitMs, done);

    public void SendBody(Func<byte[]> body, bool awaitsReply, int waitMs, Action<bool>? done = null) =>
        Enqueue(false, body, awaitsReply, waitMs, done);

    public void StartPlan(int periodMs, CollectWhat what, byte frag, byte replyBody, RoundNo round, byte newcomers, int recover)
    {
        if (!IsUp || LastSlot == 0)
            return;
        ushort slotUs = (ushort)new SlotMath(Plan.Baud).SlotUs(replyBody);
        bridge.Plan(Number, periodMs, tailMs: 15, recover, new CollectPayload(
            context.Epoch, (uint)round.Value, 0, what, frag, replyBody, slotUs, 20, 1, LastSlot, newcomers));
    }

    public void StopPlan()
    {
        if (IsUp)
            bridge.PlanStop(Number);
    }

    public void Received(LinkMessage.LineReceived received)
    {
        byte[] body = received.Body;
        // Not up: the answer to somebody who held the line before us.
        if (!IsUp || body.Length < 2 || !KindClasses.TryUp(body[0], out UpKind kind, out FrameClass frameClass))
            return;
        if (frameClass != FrameClass.Session)
            Admission.Received(kind, body);
        else if (WireAddress.IsSlot(body[1]) && slots[body[1]] is { } keypad)
            ReceivedSession(keypad, kind, body);
        Pump();
    }

    public void SweepEnded(LinkMessage.SweepEnd ended)
    {
        if (!IsUp)
            return;
        Counters.Ended(ended, context.NowMs);
        if (ended.What == CollectWhat.ObjMiss)
            Paper?.SweepEnded();
        else
            Round?.SweepEnded(ended);
        if (ended.What == CollectWhat.Vote)
            WatchSilence(ended);
        Pump();
    }

    public void Happened(LinkMessage.LineEvent happened)
    {
        LineNoteKind? kind = happened.Event switch
        {
            LineEventKind.Busy => LineNoteKind.LineBusy,
            LineEventKind.StuckDriver => LineNoteKind.StuckDriver,
            LineEventKind.Up => LineNoteKind.LineUp,
            LineEventKind.Down => LineNoteKind.LineDown,
            _ => null,
        };
        // A line that comes up by configuration has said so already; after trouble without going down only the event tells that it is over.
        if (kind is { } known && (known != LineNoteKind.LineUp || (troubled && IsUp)))
            context.Host.Note(new(known, Id));
        troubled = kind is LineNoteKind.LineBusy or LineNoteKind.StuckDriver;
        if (happened.Event == LineEventKind.Down && IsUp)
        {
            BridgeLost();
            wentDown = true;
        }
        else if (happened.Event == LineEventKind.Up && wentDown)
        {
            // The bridge forgot plan and queue, whether noise took the line down or a lease that was renewed too late.
            Configured();
        }
    }

    private void ReceivedSession(KeypadSession keypad, UpKind kind, byte[] body)
    {
        (Digest32 ctx, CloseNonce nonce) = Round?.AuthenticatedBy(kind) ?? (default, default);
        if (SessionOpening.TryOpen(context.Suite, keypad, body, ctx, nonce, out byte[]? plaintext, out bool confirmsKey))
        {
            if (confirmsKey)
                Admission.Confirmed(keypad);
            keypad.SilentSweeps = 0;
            keypad.AnsweredAt = context.Host.Wall;
            switch (kind)
            {
                case UpKind.AckU:
                    Admission.Acknowledged(keypad, plaintext);
                    break;
                case UpKind.ObjMiss:
                    Paper?.Received(keypad, plaintext);
                    break;
                default:
                    Round?.Received(keypad, kind, plaintext);
                    break;
            }
        }
        else if (keypad.IsAdmitted && !SessionOpening.IsReplay(keypad, body))
        {
            context.Host.Note(new(LineNoteKind.TagBad, Id, keypad.Uid, kind.ToString()));
        }
    }

    /// <summary>Five silent sweeps in a row make a keypad silent; an answer makes it present again. Source: protocol 12.</summary>
    private void WatchSilence(LinkMessage.SweepEnd ended)
    {
        foreach (KeypadSession keypad in keypads.Values)
        {
            // Sweeps start at slot 1, so bit i of SWEEP_END is slot i + 1.
            bool heard = ended.Received.Contains(keypad.Slot);
            keypad.SilentSweeps = heard ? 0 : keypad.SilentSweeps + 1;
            keypad.Heard(heard);
            bool silent = keypad.SilentSweeps >= 5;
            if (silent == keypad.ReportedSilent)
                continue;
            KeypadHealth health = silent ? KeypadHealth.Silent : KeypadHealth.Present;
            if (context.TryReport((by, at) => new HallCommand.ReportKeypad(keypad.Uid, health) { Issuer = by, At = at }))
            {
                keypad.ReportedSilent = silent;
                if (silent)
                    context.Host.Note(new(LineNoteKind.KeypadSilent, Id, keypad.Uid));
            }
        }
    }

    private void Enqueue(bool first, Func<byte[]> body, bool awaitsReply, int waitMs, Action<bool>? done)
    {
        // Whoever speaks begins again when the line comes up.
        if (!IsUp)
            return;
        (first ? urgent : waiting).Enqueue(new QueuedFrame(body, awaitsReply, waitMs, done));
        Pump();
    }

    private void Pump()
    {
        while (IsUp && underway < WindowMax && (urgent.TryDequeue(out QueuedFrame? frame) || waiting.TryDequeue(out frame)))
        {
            underway++;
            QueuedFrame sending = frame;
            bridge.Send(Number, sending.Body(), sending.AwaitsReply, sending.WaitMs, sent =>
            {
                underway = Math.Max(0, underway - 1);
                sending.Done?.Invoke(sent);
                Pump();
            });
        }
    }

    private byte FreeSlot()
    {
        for (byte slot = WireAddress.SlotMin; slot <= WireAddress.SlotMax; slot++)
            if (slots[slot] is null)
                return slot;
        return 0;
    }

    private sealed record QueuedFrame(Func<byte[]> Body, bool AwaitsReply, int WaitMs, Action<bool>? Done);
}
