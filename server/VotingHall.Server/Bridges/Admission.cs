using System.Buffers.Binary;
using System.Numerics;
using VotingHall.Core;
using VotingHall.Link;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 发现与接入 on one line: finds keypads by hashed slots, gives them a slot, admits them and hands them keys. Every step has a time limit and
/// a number of tries; a keypad that stops answering is found again by discovery. Source: protocol 9.1, 9.2.
/// </summary>
internal sealed class Admission(LinesContext context, LineSession line)
{
    /// <summary>Handshakes under way at once: keeps the bridge's queue fed without filling it.</summary>
    private const int UnderwayMax = 6;

    private const int TriesMax = 4;
    private const int StepMs = 600;

    /// <summary>Strangers remembered, so that a babbling device cannot fill the memory or the notes.</summary>
    private const int RefusedMax = 256;

    /// <summary>Pause before looking again when a pass found nobody.</summary>
    private const int IdlePassMs = 2_000;

    /// <summary>The same when nobody is missing: a keypad may have restarted, or come over from another line, without anybody noticing.</summary>
    private const int QuietPassMs = 5_000;

    private readonly List<HelloPayload> heard = [];
    private readonly HashSet<KeypadUid> refused = [];
    /// <summary>Keypads under way are waited for while one is admitted at least so often (a dead one costs four tries).</summary>
    private const int GatherMs = 5_000;

    /// <summary>
    /// A lost keypad is tried at its slot again, one at a time. Discovery alone would never find one that heard ADMIT and could not answer: it has
    /// taken the new epoch and so neither says HELLO nor has a key that opens here.
    /// </summary>
    private const int RetryMs = 500;

    private readonly Queue<KeypadSession> lost = new();
    private long retryAt;
    private bool discovering;
    private long nextPassAt;
    private long progressAt;

    /// <summary>Keypads wired here and not yet admitted.</summary>
    public int Missing => Math.Max(0, line.Plan.Keypads - line.Admitted.Count());

    /// <summary>Known keypads are on their way to being admitted, and it goes on.</summary>
    public bool IsGathering => context.NowMs < progressAt + GatherMs
        && line.Keypads.Any(keypad => keypad.Step is not (AdmissionStep.Admitted or AdmissionStep.Lost) && !keypad.ReportedLost);

    public void LineUp() => progressAt = context.NowMs;

    public void Tick()
    {
        long now = context.NowMs;
        int underway = 0;
        foreach (KeypadSession keypad in line.Keypads.ToList())
        {
            if (keypad.Step is AdmissionStep.Waiting or AdmissionStep.Admitted or AdmissionStep.Lost)
                continue;
            if (now >= keypad.DeadlineMs)
                Again(keypad);
            else
                underway++;
        }
        foreach (KeypadSession keypad in line.Keypads.ToList())
        {
            if (underway >= UnderwayMax)
                break;
            if (keypad.Step != AdmissionStep.Waiting)
                continue;
            Begin(keypad);
            underway++;
        }
        if (underway < UnderwayMax && now >= retryAt && lost.TryDequeue(out KeypadSession? retried) && retried.Step == AdmissionStep.Lost)
        {
            retryAt = now + RetryMs;
            retried.Tries = TriesMax - 1;
            SendAdmit(retried);
        }
        // Inside a round the newcomer slots of the sweep do the searching.
        if (!discovering && underway == 0 && now >= nextPassAt && line.Round is null)
            Discover();
    }

    public void Received(UpKind kind, byte[] body)
    {
        switch (kind)
        {
            case UpKind.Hello when LineFrames.TryReadHello(body, out HelloPayload? hello):
                if (heard.Count <= WireAddress.SlotMax)
                    heard.Add(hello);
                if (!discovering)
                    PlaceHeard();
                break;
            case UpKind.Assigned when LineFrames.TryReadAssigned(body, out AssignedPayload? assigned):
                if (line.Of(new KeypadUid(assigned.Uid.Value)) is { Step: AdmissionStep.Assigning } keypad && keypad.Slot == assigned.Slot)
                    SendAdmit(keypad);
                break;
            case UpKind.AdmitReply when line.At(body[1]) is { Step: AdmissionStep.Admitting } replying:
                Replied(replying, body);
                break;
        }
    }

    /// <summary>A frame opened under the key just sent: as good as its ACKU.</summary>
    public void Confirmed(KeypadSession keypad)
    {
        if (keypad.Step != AdmissionStep.Keying)
            return;
        if (keypad.Generation < context.Generation && context.Keys.StationMeetingCodes.ContainsKey(keypad.Uid))
            SendMeetBegin(keypad);
        else
            Admitted(keypad);
    }

    public void Acknowledged(KeypadSession keypad, byte[] plaintext)
    {
        if (!AckUPayload.TryParse(plaintext, out AckUPayload? ack))
            return;
        if (ack.AckedKind == (byte)DownKind.Keys)
            keypad.RecordBoot = ack.Detail == 0 ? 0 : keypad.Boot - ack.Detail;
        else if (ack.AckedKind == (byte)DownKind.MeetBegin && ack.Result == 0 && keypad.Step == AdmissionStep.Beginning)
            Admitted(keypad);
    }

    private void Begin(KeypadSession keypad)
    {
        if (keypad.NeedsSlot)
        {
            keypad.Enter(AdmissionStep.Assigning, context.NowMs + StepMs);
            line.SendBody(() => LineFrames.Open(WireAddress.Unassigned, new AssignPayload(keypad.WireUid, keypad.Slot)), true, 6);
        }
        else
        {
            SendAdmit(keypad);
        }
    }

    private void SendAdmit(KeypadSession keypad)
    {
        SecretKey root = context.Keys.RootOf(keypad.Uid)!;
        keypad.NeedsSlot = false;
        keypad.NonceS = context.Host.RandomBytes(16);
        keypad.AdmissionKey = KeyDerivation.Admission(context.Suite, root, context.Meeting);
        keypad.Enter(AdmissionStep.Admitting, context.NowMs + StepMs);
        AdmitPayload admit = new(keypad.WireUid, context.Epoch, context.Meeting, keypad.NonceS);
        line.SendBody(() => LineFrames.Admit(context.Suite, keypad.AdmissionKey, keypad.Slot, admit), true, 20);
    }

    private void Replied(KeypadSession keypad, byte[] body)
    {
        if (!LineFrames.TryOpenAdmitReply(context.Suite, keypad.AdmissionKey!, body, keypad.NonceS, out AdmitReplyPayload? reply)
            || reply.Uid != keypad.WireUid)
            return;
        bool sameRun = keypad.Boot == reply.Boot;
        if (reply.Boot < context.Keys.BootOf(keypad.Uid) || reply.Gen > context.Generation)
        {
            context.Host.Note(new(LineNoteKind.CloneAlarm, line.Id, keypad.Uid));
            refused.Add(keypad.Uid);
            keypad.Step = AdmissionStep.Lost;
            return;
        }
        keypad.Boot = reply.Boot;
        keypad.RecordBoot = sameRun ? keypad.RecordBoot : 0;
        keypad.Generation = reply.Gen;
        context.Keys.RaiseBoot(keypad.Uid, reply.Boot);
        keypad.PendingKey = KeyDerivation.Session(context.Suite, keypad.AdmissionKey!, keypad.NonceS, reply.NonceK, reply.Boot);
        keypad.PendingSeq = 0;
        keypad.Enter(AdmissionStep.Keying, context.NowMs + StepMs);
        SendKeys(keypad);
    }

    private void SendKeys(KeypadSession keypad) => line.SendBody(
        () => LineFrames.Unicast(context.Suite, keypad.PendingKey ?? keypad.Key!, keypad.Slot, context.Epoch,
            keypad.PendingKey is null ? keypad.NextSeq() : ++keypad.PendingSeq,
            new KeysPayload(line.GroupKey, context.Suite.Id, context.Keys.StationMeetingCodes.Count > 0, line.GroupSeq)), true, 8);

    private void SendMeetBegin(KeypadSession keypad)
    {
        SecretKey stepped = KeyDerivation.NextGeneration(context.Suite, context.Keys.RootOf(keypad.Uid)!, context.Meeting);
        byte[] macA = KeyDerivation.MeetingMac(context.Suite, stepped, context.Generation, context.Meeting);
        keypad.Enter(AdmissionStep.Beginning, context.NowMs + StepMs);
        line.SendUnicast(keypad, new MeetBeginPayload(
            context.Generation, context.Meeting, macA, context.Keys.StationMeetingCodes[keypad.Uid]), 20);
    }

    private void Admitted(KeypadSession keypad)
    {
        keypad.Step = AdmissionStep.Admitted;
        keypad.Tries = 0;
        keypad.SilentSweeps = 0;
        keypad.ReportedLost = false;
        progressAt = context.NowMs;
        context.TryReport((by, at) => new HallCommand.RegisterKeypad(keypad.Uid, line.Id, keypad.Slot, keypad.Boot) { Issuer = by, At = at });
        line.Round?.Joined(keypad);
        line.Paper?.Joined(keypad);
        line.Ending.Joined();
    }

    /// <summary>The step had no answer in time: the same again with new numbers, or back to discovery.</summary>
    private void Again(KeypadSession keypad)
    {
        if (++keypad.Tries >= TriesMax)
        {
            keypad.Step = AdmissionStep.Lost;
            keypad.Tries = 0;
            lost.Enqueue(keypad);
            if (!keypad.ReportedLost)
                context.Host.Note(new(LineNoteKind.KeypadLost, line.Id, keypad.Uid));
            keypad.ReportedLost = true;
            return;
        }
        switch (keypad.Step)
        {
            case AdmissionStep.Keying:
                keypad.DeadlineMs = context.NowMs + StepMs;
                SendKeys(keypad);
                break;
            case AdmissionStep.Beginning:
                SendMeetBegin(keypad);
                break;
            default:
                Begin(keypad);
                break;
        }
    }

    private void Discover()
    {
        int window = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, Missing + (Missing / 2)));
        byte k = (byte)Math.Min(8, BitOperations.Log2((uint)window));
        uint salt = BinaryPrimitives.ReadUInt32LittleEndian(context.Host.RandomBytes(4));
        SlotMath times = new(line.Plan.Baud);
        int windowMs = (int)((2_000 + ((1L << k) * times.NewcomerUs)) / 1_000) + 5;
        discovering = true;
        heard.Clear();
        line.SendBody(() => LineFrames.Open(WireAddress.Unassigned, new DiscoverPayload(salt, k, 0, new byte[8], 20)), false, windowMs, _ =>
        {
            discovering = false;
            nextPassAt = PlaceHeard() ? context.NowMs : context.NowMs + (Missing > 0 ? IdlePassMs : QuietPassMs);
        });
    }

    private bool PlaceHeard()
    {
        bool any = false;
        foreach (HelloPayload hello in heard)
        {
            KeypadUid uid = new(hello.Uid.Value);
            if (refused.Contains(uid))
                continue;
            if (context.Keys.RootOf(uid) is null || hello.Suite != context.Suite.Id || hello.Version != 1)
            {
                if (refused.Count < RefusedMax && refused.Add(uid))
                    context.Host.Note(new(LineNoteKind.UnknownKeypad, line.Id, uid));
                continue;
            }
            if (line.Place(uid, wanted: 0) is not { } keypad)
                continue;
            any = true;
            // It says HELLO, so it has no slot and no keys, whatever we remember of it.
            if (keypad.Step is AdmissionStep.Waiting or AdmissionStep.Admitted or AdmissionStep.Lost)
            {
                keypad.NeedsSlot = true;
                keypad.Step = AdmissionStep.Waiting;
                keypad.Tries = 0;
            }
        }
        heard.Clear();
        return any;
    }
}
