using System.Text;
using VotingHall.Link;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Simulator;

/// <summary>One line of admitted keypads with a paper, driven by the frames of Link: the smallest server that lets a deputy vote.</summary>
internal sealed class AdmittedLine : IDisposable
{
    private const uint Round = 5;
    private static readonly AsconSuite Suite = AsconSuite.Instance;

    private readonly Digest32 meeting = new(1, 2, 3, 4);
    private readonly SecretKey groupKey = new([.. Enumerable.Range(1, 16).Select(i => (byte)i)]);
    private readonly SecretKey[] sessions;
    private readonly LinkPeer peer;
    private Digest32 ctx;
    private uint groupSeq;

    public AdmittedLine(int keypads, long seed)
    {
        Hall = new SimulatedHall([250_000], seed);
        peer = new LinkPeer(Hall);
        sessions = new SecretKey[keypads];
        Commissioning commissioning = new(seed);
        KeypadCommission[] all = [.. Enumerable.Range(0, keypads).Select(i => commissioning.Keypad(i))];
        foreach (KeypadCommission commission in all)
            Hall.AddKeypad(0, commission);
        peer.Connect([250_000]);
        for (int i = 0; i < keypads; i++)
            Admit(i, all[i]);
    }

    public SimulatedHall Hall { get; }

    public void Dispose() => Hall.Dispose();

    /// <summary>Sends the paper as an object and opens a named round on it.</summary>
    public void Open(PaperLayout layout)
    {
        Assert.True(PaperBytes.TryWrite(layout, new Dictionary<Rune, byte[]>(), out byte[]? paper, out PaperRefusal refusal), refusal.ToString());
        Digest32 digest = Digest32.Read(Suite.Hash(paper));
        Group(new ObjBeginPayload(1, ObjectType.Paper, (uint)paper.Length, digest));
        for (int at = 0; at < paper.Length; at += 128)
        {
            byte[] chunk = new byte[128];
            paper.AsSpan(at, Math.Min(128, paper.Length - at)).CopyTo(chunk);
            Group(new ObjChunkPayload(1, (ushort)(at / 128), chunk));
        }
        Group(new ObjEndPayload(1));
        ctx = KeyDerivation.Context(Suite, meeting, Round, RoundModes.Named, 0, digest);
        Group(new OpenPayload(Round, RoundModes.Named, 0, digest, new SlotSet(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue), 60, 0));
        peer.Run(500_000);
    }

    /// <summary>Lets deputies act until all are done, or 60 s have passed.</summary>
    public void Run(params Deputy[] deputies)
    {
        for (int i = 0; i < 6000 && !deputies.All(deputy => deputy.IsDone); i++)
        {
            foreach (Deputy deputy in deputies)
                deputy.Act(Hall.NowUs);
            peer.Run(10_000);
        }
        Assert.All(deputies, deputy => Assert.True(deputy.IsDone));
        peer.Run(100_000);
    }

    /// <summary>Collects once and returns the option of each row for every keypad; null = nothing pressed.</summary>
    public IReadOnlyList<int[]?> Collect(int rows)
    {
        int vector = (rows + 1) / 2;
        byte flen = (byte)VotePayload.BodyBytes(vector);
        SlotMath math = new(250_000);
        int before = peer.Heard.Count;
        peer.Say(new LinkMessage.Plan(1, peer.NextSeq(), LinkPeer.Epoch, 60_000, 15, 2, new CollectPayload(
            LinkPeer.Epoch, Round, 0, CollectWhat.Vote, 0, flen, (ushort)math.SlotUs(flen), 20, 1, (byte)sessions.Length, 0)));
        peer.Run(200_000);
        int[]?[] marks = new int[]?[sessions.Length];
        foreach (LinkMessage.LineReceived heard in peer.Heard.Skip(before).OfType<LinkMessage.LineReceived>())
        {
            int keypad = heard.Body[1] - 1;
            Assert.True(LineFrames.TryOpenSession(Suite, sessions[keypad], heard.Body, ctx, default, out SessionFrame? frame));
            Assert.True(VotePayload.TryParse(frame.Plaintext, vector, out VotePayload? vote));
            if (vote.State.Pressed)
                marks[keypad] = [.. Enumerable.Range(0, rows).Select(row => (vote.Vector[row / 2] >> (4 * (row % 2))) & 15)];
        }
        return marks;
    }

    private void Admit(int keypad, KeypadCommission commission)
    {
        byte slot = (byte)(keypad + 1);
        WireUid uid = new(commission.Uid);
        byte[] nonce = [.. Enumerable.Range(keypad, 16).Select(i => (byte)i)];
        SecretKey ka = KeyDerivation.Admission(Suite, new SecretKey(commission.Ra), meeting);
        Ask(LineFrames.Open(WireAddress.Unassigned, new AssignPayload(uid, slot)));
        byte[] reply = Ask(LineFrames.Admit(Suite, ka, slot, new AdmitPayload(uid, LinkPeer.Epoch, meeting, nonce)));
        Assert.True(LineFrames.TryOpenAdmitReply(Suite, ka, reply, nonce, out AdmitReplyPayload? admitted));
        sessions[keypad] = KeyDerivation.Session(Suite, ka, nonce, admitted.NonceK, admitted.Boot);
        Ask(LineFrames.Unicast(Suite, sessions[keypad], slot, LinkPeer.Epoch, 1, new KeysPayload(groupKey, Suite.Id, false, 0)));
        Assert.Equal(KeypadState.Idle, Hall.View(keypad).State);
    }

    private byte[] Ask(byte[] body)
    {
        int before = peer.Heard.Count;
        peer.Say(new LinkMessage.Send(1, peer.NextSeq(), LinkPeer.Epoch, true, 30, 0, body));
        peer.Run(40_000);
        return Assert.Single(peer.Heard.Skip(before).OfType<LinkMessage.LineReceived>()).Body;
    }

    private void Group(IDownPayload payload) =>
        peer.Say(new LinkMessage.Send(1, peer.NextSeq(), LinkPeer.Epoch, false, 0, 0, LineFrames.Group(Suite, groupKey, LinkPeer.Epoch, ++groupSeq, payload)));
}
