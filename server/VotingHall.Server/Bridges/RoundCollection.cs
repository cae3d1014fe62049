using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 一轮的采集 on one line: OPEN, sweeps, acknowledgements, CLOSE and the final tags. It reads what a reply says and hands it to the hall;
/// whether it counts is decided there. A press is acknowledged only when the hall said that it is on disk. Source: protocol 6, 7.1, 7.6.
/// </summary>
internal sealed class RoundCollection
{
    /// <summary>Slots behind the last one, for keypads admitted meanwhile.</summary>
    public const byte NewcomerSlots = 4;

    /// <summary>So often a sweep asks again for slots it did not hear.</summary>
    public const int Recover = 2;

    private const int OpenPauseMs = 20;

    /// <summary>Added to the time of a sweep with all its recoveries before it counts as lost.</summary>
    private const int SweepLateMs = 2_000;

    /// <summary>OPEN and paper are sent again to latecomers at most so often.</summary>
    private const int RepeatMs = 1_500;

    private readonly LinesContext context;
    private readonly LineSession line;
    private readonly Acknowledgements acknowledgements;
    private readonly RoundClosing closing;
    private readonly FinalTags finals;
    private readonly PressReports reports;
    private readonly Action<RoundCollection> completed;
    private long repeatAt;
    private long sweptAt;
    private bool repeatWanted;
    private bool repeatPaper;
    private byte frag;
    private bool awaitsKeypads;

    public RoundCollection(LinesContext context, LineSession line, RoundOnLines round, Action<RoundCollection> completed)
    {
        this.context = context;
        this.line = line;
        this.completed = completed;
        Round = round;
        reports = new PressReports(context, line, round);
        acknowledgements = new Acknowledgements(context, line, round);
        closing = new RoundClosing(context, line, round);
        finals = new FinalTags(context, line, round, acknowledgements);
    }

    public RoundOnLines Round { get; }

    public CollectionPhase Phase { get; private set; } = CollectionPhase.Open;

    public IReadOnlyDictionary<KeypadUid, FinalTag> Finals => finals.Tags;

    /// <summary>Electors of this line that never sent a sealed frame.</summary>
    public IEnumerable<KeypadUid> Unsealed => closing.Unsealed;

    /// <summary>What a frame of this kind is authenticated with besides its bytes. Source: protocol 4.2.</summary>
    public (Digest32 Ctx, CloseNonce Nonce) AuthenticatedBy(UpKind kind) => kind switch
    {
        UpKind.Vote or UpKind.Ballot => (Round.Ctx, default),
        UpKind.SealedVote or UpKind.SealedBallot or UpKind.Final => (Round.Ctx, closing.Nonce),
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
                closing.Send();
                StartSweeps();
                break;
            case CollectionPhase.Finals:
                closing.Send();
                AskForFinals();
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
            AskForFinals();
        else
            StartSweeps();
    }

    public void Tick()
    {
        Repeat();
        if (awaitsKeypads && !line.IsGathering)
        {
            // What is counted from the close begins only now: nobody could answer before.
            closing.CountFromNow();
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
            case UpKind.Final when Phase == CollectionPhase.Finals:
                finals.Received(keypad, plaintext);
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
            finals.Swept();
            CompleteFinalsIfDone();
            return;
        }
        if (Phase is not (CollectionPhase.Open or CollectionPhase.Closing) || ended.What != CollectWhat.Vote)
            return;
        frag = (byte)((frag + 1) % Round.Fragments);
        if (frag == 0)
            closing.Swept();
        // Acknowledge after every sweep, also when nothing is new: silence must not tell whether anybody pressed.
        context.Host.WhenDurable(() =>
        {
            acknowledgements.Send();
            if (Phase == CollectionPhase.Closing)
                CompleteClosingIfDone();
        });
        if (Phase == CollectionPhase.Closing)
            closing.Send();
        if (Round.Fragments > 1)
            StartSweeps();
    }

    public void Hold(KeypadUid uid, PressId press) => acknowledgements.Hold(uid, press);

    public PressId? HeldOf(KeypadUid uid) => acknowledgements.HeldOf(uid);

    public void Close(CloseNonce nonce)
    {
        if (Phase != CollectionPhase.Open)
            return;
        Phase = CollectionPhase.Closing;
        closing.Begin(nonce);
        StartSweeps();
    }

    /// <summary>The hall has logged <c>closed</c>: three last acknowledgements, then final tags or nothing more.</summary>
    public void Closed()
    {
        if (Phase is not (CollectionPhase.Closing or CollectionPhase.Closed))
            return;
        line.StopPlan();
        for (int i = 0; i < 3; i++)
            acknowledgements.Send();
        if (Round.IsSecret)
        {
            Phase = CollectionPhase.Finals;
            finals.Begin();
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
        finals.BeginAgain();
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
        if (reports.Received(keypad, kind, plaintext) && isSealed)
            closing.Sealed(keypad.Uid);
    }

    private void CompleteClosingIfDone()
    {
        if (!closing.IsDone)
            return;
        Phase = CollectionPhase.Closed;
        line.StopPlan();
        completed(this);
    }

    private void CompleteFinalsIfDone()
    {
        if (finals.IsDone)
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

    private void StartSweeps()
    {
        sweptAt = context.NowMs;
        line.StartPlan(0, CollectWhat.Vote, frag, Round.ReplyBody, Round.No, NewcomerSlots, Recover);
    }

    private void AskForFinals()
    {
        sweptAt = context.NowMs;
        finals.StartSweeps();
    }

    /// <summary>A PLAN or the end of a sweep can be lost on the bridge link: a sweep that does not end is ordered again.</summary>
    private void SweepAgain()
    {
        if (Phase is CollectionPhase.Closed or CollectionPhase.Complete || awaitsKeypads || !line.IsUp)
            return;
        byte body = Phase == CollectionPhase.Finals ? FinalTags.BodyBytes : Round.ReplyBody;
        long sweepMs = new SlotMath(line.Plan.Baud).SlotUs(body) * (long)(line.LastSlot + NewcomerSlots) * (1 + Recover) / 1_000;
        if (context.NowMs < sweptAt + sweepMs + SweepLateMs)
            return;
        if (Phase == CollectionPhase.Finals)
            AskForFinals();
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
            closing.Send();
            return;
        }
        if (repeatPaper)
            PaperDelivery.Send(line, Round);
        SendOpen();
        repeatPaper = false;
    }
}
