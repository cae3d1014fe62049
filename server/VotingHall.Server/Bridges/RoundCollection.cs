using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Bridges;

/// <summary>采集阶段 of a round on one line.</summary>
internal enum CollectionPhase
{
    Open = 1,
    Closing = 2,
    /// <summary>Nothing is accepted any more.</summary>
    Closed = 3,
    /// <summary>Final tags of a secret round are collected.</summary>
    Finals = 4,
    /// <summary>All that was wanted has come, or its limits are reached.</summary>
    Complete = 5,
}

/// <summary>
/// 一轮的采集 on one line: OPEN, sweeps, acknowledgements, CLOSE and the final tags. It reads what a reply says and hands it to the hall;
/// whether it counts is decided there. A press is acknowledged only when the hall said that it is on disk. Source: protocol 6, 7.1, 7.6.
/// </summary>
internal sealed class RoundCollection
{
    private const int OpenPauseMs = 20;
    private const int ClosePauseMs = 20;
    private const int SweepsAfterClose = 3;
    private const int CloseLimitMs = 2_000;
    private const int FinalSweeps = 3;
    private const byte FinalBody = 34;
    private const byte NewcomerSlots = 4;
    private const int FinalsAgainMs = 1_000;
    private const int Recover = 2;

    /// <summary>Added to the time of a sweep with all its recoveries before it counts as lost.</summary>
    private const int SweepLateMs = 2_000;

    /// <summary>OPEN and paper are sent again to latecomers at most so often.</summary>
    private const int RepeatMs = 1_500;

    private readonly LinesContext context;
    private readonly LineSession line;
    private readonly ReplyReader reader;
    private readonly Dictionary<KeypadUid, PressId> held;
    private readonly Dictionary<KeypadUid, (PressId Press, bool Sealed)> reported = [];
    private readonly HashSet<KeypadUid> sealedSeats = [];
    private readonly Dictionary<KeypadUid, FinalTag> finals = [];
    private readonly Action<RoundCollection> completed;
    private CloseNonce closeNonce;
    private long closingSince;
    private long repeatAt;
    private long sweptAt;
    private bool repeatWanted;
    private bool repeatPaper;
    private byte frag;
    private int sweepsInPhase;
    private bool awaitsKeypads;
    private bool finalsWanting;
    private long finalsSince;

    public RoundCollection(LinesContext context, LineSession line, RoundOnLines round, Action<RoundCollection> completed)
    {
        this.context = context;
        this.line = line;
        this.completed = completed;
        Round = round;
        reader = new ReplyReader(round);
        held = new(round.Held);
    }

    public RoundOnLines Round { get; }

    public CollectionPhase Phase { get; private set; } = CollectionPhase.Open;

    public IReadOnlyDictionary<KeypadUid, FinalTag> Finals => finals;

    /// <summary>Electors of this line that never sent a sealed frame.</summary>
    public IEnumerable<KeypadUid> Unsealed =>
        line.Keypads.Select(keypad => keypad.Uid).Where(uid => Round.Eligible.Contains(uid) && !sealedSeats.Contains(uid));

    /// <summary>What a frame of this kind is authenticated with besides its bytes. Source: protocol 4.2.</summary>
    public (Digest32 Ctx, CloseNonce Nonce) AuthenticatedBy(UpKind kind) => kind switch
    {
        UpKind.Vote or UpKind.Ballot => (Round.Ctx, default),
        UpKind.SealedVote or UpKind.SealedBallot or UpKind.Final => (Round.Ctx, closeNonce),
        _ => default,
    };

    /// <summary>(Re)starts on the line from the phase reached: at the beginning, after a restart, after the link came back.</summary>
    public void Resume()
    {
        awaitsKeypads = line.IsGathering;
        if (awaitsKeypads || !line.IsUp)
            return;
        switch (Phase)
        {
            case CollectionPhase.Open:
                for (int i = 0; i < 3; i++)
                    SendOpen();
                StartSweeps();
                break;
            case CollectionPhase.Closing:
                SendClose();
                StartSweeps();
                break;
            case CollectionPhase.Finals:
                SendClose();
                StartFinals();
                break;
        }
    }

    /// <summary>A keypad was admitted inside the round: it may have lost paper and round, or never heard of the close.</summary>
    public void Joined(KeypadSession keypad)
    {
        if (Phase is CollectionPhase.Closed or CollectionPhase.Complete || !Round.Eligible.Contains(keypad.Uid))
            return;
        repeatWanted = true;
        Repeat();
        if (awaitsKeypads || !line.IsUp)
            return;
        // The sweep must reach the newcomer's slot.
        if (Phase == CollectionPhase.Finals)
            StartFinals();
        else
            StartSweeps();
    }

    public void Tick()
    {
        Repeat();
        if (awaitsKeypads && !line.IsGathering)
        {
            // What is counted from the close begins only now: nobody could answer before.
            closingSince = context.NowMs;
            Resume();
        }
        if (Phase == CollectionPhase.Closing && !line.IsUp)
            CompleteClosingIfDone();
        else if (Phase == CollectionPhase.Finals && !line.IsUp)
            CompleteFinalsIfDone();
        SweepAgain();
    }

    public void Received(KeypadSession keypad, UpKind kind, byte[] plaintext)
    {
        switch (kind)
        {
            case UpKind.Vote or UpKind.SealedVote or UpKind.Ballot or UpKind.SealedBallot:
                ReceivedReply(keypad, kind, plaintext);
                break;
            case UpKind.Final when Phase == CollectionPhase.Finals && FinalPayload.TryParse(plaintext, out FinalPayload? final):
                if (final.State.Pressed && ReplyReader.PressOf(keypad, final.State, final.Rev) is { } press)
                    finals[keypad.Uid] = new FinalTag(press, final.Proof);
                break;
            case UpKind.Idle when IdlePayload.TryParse(plaintext, out IdlePayload? idle):
                if (idle.Reason is IdleReason.RoundUnknown or IdleReason.PaperMissing or IdleReason.PaperBad or IdleReason.NotClosedYet
                    && Round.Eligible.Contains(keypad.Uid))
                {
                    repeatWanted = true;
                    repeatPaper |= idle.Reason is IdleReason.PaperMissing or IdleReason.PaperBad;
                }
                break;
        }
    }

    public void SweepEnded(LinkMessage.SweepEnd ended)
    {
        sweptAt = context.NowMs;
        if (Phase == CollectionPhase.Finals && ended.What == CollectWhat.Final)
        {
            sweepsInPhase++;
            CompleteFinalsIfDone();
            return;
        }
        if (Phase is not (CollectionPhase.Open or CollectionPhase.Closing) || ended.What != CollectWhat.Vote)
            return;
        frag = (byte)((frag + 1) % Round.Fragments);
        if (frag == 0)
            sweepsInPhase++;
        // Acknowledge after every sweep, also when nothing is new: silence must not tell whether anybody pressed.
        context.Host.WhenDurable(() =>
        {
            SendAcknowledgements();
            if (Phase == CollectionPhase.Closing)
                CompleteClosingIfDone();
        });
        if (Phase == CollectionPhase.Closing)
            SendClose();
        if (Round.Fragments > 1)
            StartSweeps();
    }

    public void Hold(KeypadUid uid, PressId press) => held[uid] = press;

    public PressId? HeldOf(KeypadUid uid) => held.TryGetValue(uid, out PressId press) ? press : null;

    public void Close(CloseNonce nonce)
    {
        if (Phase != CollectionPhase.Open)
            return;
        closeNonce = nonce;
        Phase = CollectionPhase.Closing;
        closingSince = context.NowMs;
        sweepsInPhase = 0;
        for (int i = 0; i < 3; i++)
            SendClose();
        StartSweeps();
    }

    /// <summary>The hall has logged <c>closed</c>: three last acknowledgements, then final tags or nothing more.</summary>
    public void Closed()
    {
        if (Phase is not (CollectionPhase.Closing or CollectionPhase.Closed))
            return;
        line.StopPlan();
        for (int i = 0; i < 3; i++)
            SendAcknowledgements();
        if (Round.IsSecret)
        {
            Phase = CollectionPhase.Finals;
            sweepsInPhase = 0;
            Resume();
            CompleteFinalsIfDone();
        }
        else
        {
            Complete();
        }
    }

    /// <summary>Too many tags are missing: asks again, slowly, and reports again when a pass has ended.</summary>
    public void CollectFinalsAgain()
    {
        if (Phase != CollectionPhase.Complete)
            return;
        Phase = CollectionPhase.Finals;
        sweepsInPhase = 0;
        finalsWanting = true;
        finalsSince = context.NowMs + FinalsAgainMs;
        Resume();
    }

    private void ReceivedReply(KeypadSession keypad, UpKind kind, byte[] plaintext)
    {
        bool isSealed = KindClasses.IsSealed(kind);
        if (isSealed && Phase == CollectionPhase.Open)
        {
            context.Host.Note(new(LineNoteKind.EarlyClose, line.Id, keypad.Uid));
            return;
        }
        if (Phase is not (CollectionPhase.Open or CollectionPhase.Closing) || !Round.Eligible.Contains(keypad.Uid))
            return;
        switch (reader.Read(keypad, kind, plaintext))
        {
            case ReplyReading.Nothing:
                if (isSealed)
                    sealedSeats.Add(keypad.Uid);
                break;
            case ReplyReading.Press press:
                if (isSealed)
                    sealedSeats.Add(keypad.Uid);
                Report(keypad, press, isSealed);
                break;
            case ReplyReading.Invalid:
                context.Host.Note(new(LineNoteKind.BallotInvalid, line.Id, keypad.Uid));
                break;
        }
    }

    /// <summary>
    /// Each press goes to the hall once, and once more when it comes sealed; a press it could not take (queue full) is offered again with the
    /// next sweep.
    /// </summary>
    private void Report(KeypadSession keypad, ReplyReading.Press press, bool isSealed)
    {
        KeypadUid uid = keypad.Uid;
        if (reported.TryGetValue(uid, out (PressId Press, bool Sealed) last) && last.Press == press.Id && (last.Sealed || !isSealed))
            return;
        if (context.TryReport((by, at) => press.ToCommand(Round.No, uid, isSealed, by, at)))
            reported[uid] = (press.Id, isSealed);
    }

    private void CompleteClosingIfDone()
    {
        bool all = line.Admitted.All(keypad => !Round.Eligible.Contains(keypad.Uid) || sealedSeats.Contains(keypad.Uid));
        bool limits = sweepsInPhase >= SweepsAfterClose && context.NowMs >= closingSince + CloseLimitMs;
        bool lineDead = (!line.IsUp || !line.Admitted.Any()) && context.NowMs >= closingSince + CloseLimitMs;
        if (line.IsGathering)
            return;
        if (!((all && sweepsInPhase >= 1) || limits || lineDead))
            return;
        Phase = CollectionPhase.Closed;
        line.StopPlan();
        completed(this);
    }

    /// <summary>Every seat that holds a ballot has sent its tag, or three sweeps are over; a line that is down has nothing to send.</summary>
    private void CompleteFinalsIfDone()
    {
        if (line.IsGathering)
            return;
        bool all = line.Keypads.All(keypad => !held.ContainsKey(keypad.Uid) || finals.ContainsKey(keypad.Uid));
        bool over = sweepsInPhase >= FinalSweeps;
        bool lineDead = (!line.IsUp || !line.Admitted.Any()) && context.NowMs >= finalsSince;
        if (all || over || lineDead)
            Complete();
    }

    private void Complete()
    {
        line.StopPlan();
        Phase = CollectionPhase.Complete;
        completed(this);
    }

    private void SendOpen() => line.SendGroup(new OpenPayload(
        (uint)Round.No.Value, (byte)Round.Mode, Round.FirstPressLocks ? (byte)1 : (byte)0, Round.PaperDigest,
        SlotSet.Of(line.Keypads.Where(keypad => Round.Eligible.Contains(keypad.Uid)).Select(keypad => keypad.Slot)),
        Round.WindowSeconds, KStep: 0), OpenPauseMs);

    private void SendClose() => line.SendGroup(new ClosePayload((uint)Round.No.Value, closeNonce), ClosePauseMs);

    private void StartSweeps()
    {
        sweptAt = context.NowMs;
        line.StartPlan(0, CollectWhat.Vote, frag, Round.ReplyBody, Round.No, NewcomerSlots, Recover);
    }

    private void StartFinals()
    {
        sweptAt = context.NowMs;
        line.StartPlan(finalsWanting ? FinalsAgainMs : 0, CollectWhat.Final, 0, FinalBody, Round.No, finalsWanting ? NewcomerSlots : (byte)0, Recover);
    }

    /// <summary>A PLAN or the end of a sweep can be lost on the bridge link: a sweep that does not end is ordered again.</summary>
    private void SweepAgain()
    {
        if (Phase is CollectionPhase.Closed or CollectionPhase.Complete || awaitsKeypads || !line.IsUp)
            return;
        byte body = Phase == CollectionPhase.Finals ? FinalBody : Round.ReplyBody;
        long sweepMs = new SlotMath(line.Plan.Baud).SlotUs(body) * (long)(line.LastSlot + NewcomerSlots) * (1 + Recover) / 1_000;
        if (context.NowMs < sweptAt + sweepMs + SweepLateMs)
            return;
        if (Phase == CollectionPhase.Finals)
            StartFinals();
        else
            StartSweeps();
    }

    private void Repeat()
    {
        if (!repeatWanted || !line.IsUp || context.NowMs < repeatAt || Phase is CollectionPhase.Closed or CollectionPhase.Complete)
            return;
        repeatAt = context.NowMs + RepeatMs;
        repeatWanted = false;
        if (Phase != CollectionPhase.Open)
        {
            SendClose();
            return;
        }
        if (repeatPaper)
            PaperDelivery.Send(line, Round);
        SendOpen();
        repeatPaper = false;
    }

    private void SendAcknowledgements()
    {
        for (int first = 1; first <= line.LastSlot; first += AckVecPayload.CodesMax)
        {
            byte from = (byte)first;
            int count = Math.Min(AckVecPayload.CodesMax, line.LastSlot - first + 1);
            line.SendGroup(seq => new AckVecPayload((uint)Round.No.Value, from,
                [.. Enumerable.Range(from, count).Select(slot => CodeOf((byte)slot, seq))]), pauseMs: 0);
        }
    }

    /// <summary>Revision held on disk, hidden by a pad of the keypad's own key; random where nobody has a key. Source: protocol 7.3.</summary>
    private ushort CodeOf(byte slot, uint seq)
    {
        if (line.At(slot) is not { Key: { } key } keypad)
            return BitConverter.ToUInt16(context.Host.RandomBytes(2));
        ushort rev = held.TryGetValue(keypad.Uid, out PressId press) && (press.Boot == keypad.Boot || press.Boot == keypad.RecordBoot)
            ? press.Rev
            : (ushort)0;
        return AckCodes.Code(context.Suite, key, Round.Ctx, context.Epoch, seq, rev);
    }
}

/// <summary>最终认证 F of one keypad and the press it belongs to. Source: protocol 8.3.</summary>
internal sealed record FinalTag(PressId Press, byte[] Proof);
