using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 票样下发 on one line: the paper as an object to all keypads at once, then the chunks somebody misses again, at most five passes.
/// Source: protocol 5.1, 7.6 (DEFINED).
/// </summary>
internal sealed class PaperDelivery(LinesContext context, LineSession line, RoundOnLines round, Action<PaperDelivery> finished)
{
    private const int ChunkBytes = 128;
    private const int PassesMax = 5;
    private const int ObjMissBody = 55;

    /// <summary>Digest check of the largest paper. Source: protocol 6.</summary>
    private const int EndPauseMs = 200;

    private const int SweepLateMs = 4_000;

    private readonly Dictionary<KeypadUid, ObjMissPayload> states = [];
    private int pass;
    private long lateAt;
    private bool sweeping;
    private bool awaitsKeypads;

    public RoundOnLines Round { get; } = round;

    public LineSession Line { get; } = line;

    public bool IsFinished { get; private set; }

    /// <summary>Number of the object on the wire: it changes with the round, so an old chunk never fits.</summary>
    private static byte ObjOf(RoundOnLines round) => (byte)((round.No.Value % 250) + 1);

    private static int ChunksOf(RoundOnLines round) => (round.Paper.Length + ChunkBytes - 1) / ChunkBytes;

    private byte Obj => ObjOf(Round);

    private int Chunks => ChunksOf(Round);

    /// <summary>Begins, or begins again after the link was lost.</summary>
    public void Resume()
    {
        if (IsFinished)
            return;
        states.Clear();
        pass = 0;
        sweeping = false;
        awaitsKeypads = Line.IsGathering;
        if (awaitsKeypads)
            return;
        if (!Line.Admitted.Any())
        {
            Finish();
            return;
        }
        SendWhole();
    }

    public void Tick()
    {
        if (awaitsKeypads && !Line.IsGathering)
            Resume();
        else if (!Line.IsUp && !Line.IsGathering)
            Finish();
        if (sweeping && context.NowMs >= lateAt)
            SweepEnded();
    }

    /// <summary>A keypad joined meanwhile: it has missed everything so far.</summary>
    public void Joined(KeypadSession keypad)
    {
        if (awaitsKeypads)
            return;
        if (!IsFinished)
            Resume();
        else if (Line.Round is null)
            SendWhole();
    }

    public void Received(KeypadSession keypad, byte[] plaintext)
    {
        if (ObjMissPayload.TryParse(plaintext, out ObjMissPayload? miss))
            states[keypad.Uid] = miss;
    }

    public void SweepEnded()
    {
        if (!sweeping)
            return;
        sweeping = false;
        Line.StopPlan();
        List<KeypadSession> lacking = [.. Line.Admitted.Where(keypad => !Holds(keypad))];
        if (lacking.Count == 0 || pass >= PassesMax)
        {
            Finish();
            return;
        }
        List<KeypadSession> without = [.. lacking.Where(keypad => NeedsAll(keypad))];
        if (without.Count > 0)
        {
            SendWhole();
            return;
        }
        SortedSet<int> missing = [];
        foreach (KeypadSession keypad in lacking)
            missing.UnionWith(MissingOf(states[keypad.Uid]));
        SendChunks(missing);
    }

    /// <summary>Keypads of this line that do not hold the paper, after <see cref="IsFinished"/>.</summary>
    public IEnumerable<KeypadUid> Missing => Line.Admitted.Where(keypad => !Holds(keypad)).Select(keypad => keypad.Uid);

    public int Ready => Line.Admitted.Count(Holds);

    private bool Holds(KeypadSession keypad) =>
        states.TryGetValue(keypad.Uid, out ObjMissPayload? miss) && miss.Obj == Obj && miss.State == 2;

    private bool NeedsAll(KeypadSession keypad) =>
        !states.TryGetValue(keypad.Uid, out ObjMissPayload? miss) || miss.Obj != Obj || miss.State is 0 or 3;

    private IEnumerable<int> MissingOf(ObjMissPayload miss)
    {
        for (int bit = 0; bit < miss.Missing.Length * 8; bit++)
            if ((miss.Missing[bit / 8] >> (bit % 8) & 1) != 0 && miss.FirstMissing + bit < Chunks)
                yield return miss.FirstMissing + bit;
    }

    /// <summary>The whole paper once, without asking who has it: for keypads that join an open round.</summary>
    public static void Send(LineSession line, RoundOnLines round, Action<bool>? done = null)
    {
        line.SendGroup(new ObjBeginPayload(ObjOf(round), ObjectType.Paper, (uint)round.Paper.Length, round.PaperDigest), pauseMs: 1);
        Send(line, round, Enumerable.Range(0, ChunksOf(round)), done);
    }

    private static void Send(LineSession line, RoundOnLines round, IEnumerable<int> indexes, Action<bool>? done)
    {
        foreach (int index in indexes)
        {
            byte[] chunk = new byte[ChunkBytes];
            int offset = index * ChunkBytes;
            round.Paper.Span.Slice(offset, Math.Min(ChunkBytes, round.Paper.Length - offset)).CopyTo(chunk);
            line.SendGroup(new ObjChunkPayload(ObjOf(round), (ushort)index, chunk), pauseMs: 1);
        }
        line.SendGroup(new ObjEndPayload(ObjOf(round)), EndPauseMs, done: done);
    }

    private void SendWhole()
    {
        pass++;
        Send(Line, Round, _ => Ask());
    }

    private void SendChunks(IEnumerable<int> indexes)
    {
        pass++;
        Send(Line, Round, indexes, _ => Ask());
    }

    private void Ask()
    {
        if (IsFinished || sweeping)
            return;
        sweeping = true;
        lateAt = context.NowMs + SweepLateMs;
        // A period longer than the sweep: exactly one sweep before it is stopped.
        Line.StartPlan(periodMs: 60_000, CollectWhat.ObjMiss, 0, ObjMissBody, new RoundNo(0), newcomers: 0, recover: 2);
    }

    private void Finish()
    {
        if (IsFinished)
            return;
        IsFinished = true;
        finished(this);
    }
}
