using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: keys, codes and the ten sample frames come out byte for byte, and open again on the other side.</summary>
public sealed class SampleFramesTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Records = Vectors.Read("frames_suite1_sample.txt");
    private static readonly ISuite Suite = SampleHall.Suite;
    private static readonly ReplyState Pressed = ReplyState.Of(pressed: true);
    private static readonly ReplyState PressedLatched = ReplyState.Of(pressed: true, latched: true);

    [Fact]
    public void Keys_and_codes_agree()
    {
        Dictionary<string, byte[]> ours = new()
        {
            ["RA"] = SampleHall.RootA.Bytes.ToArray(),
            ["RB"] = SampleHall.RootB.Bytes.ToArray(),
            ["GB"] = SampleHall.GroupB.Bytes.ToArray(),
            ["M"] = SampleHall.Meeting.ToArray(),
            ["KA"] = SampleHall.Admission.Bytes.ToArray(),
            ["nonceS"] = SampleHall.NonceS,
            ["nonceK"] = SampleHall.NonceK,
            ["SK"] = SampleHall.Session.Bytes.ToArray(),
            ["GK"] = SampleHall.GroupKey.Bytes.ToArray(),
            ["KB0"] = SampleHall.StepKey.Bytes.ToArray(),
            ["KG"] = SampleHall.MaskGroup.Bytes.ToArray(),
            ["PD"] = SampleHall.PaperDigest.ToArray(),
            ["ctxNamed"] = SampleHall.Named.ToArray(),
            ["ctxSecret"] = SampleHall.Secret.ToArray(),
            ["kB"] = SampleHall.VoteKey.Bytes.ToArray(),
            ["S"] = SampleHall.Press.ToArray(),
            ["P"] = BallotKeys.Part(Suite, SampleHall.VoteKey, SampleHall.Press),
            ["F"] = BallotKeys.Final(Suite, SampleHall.VoteKey, SampleHall.Press, SampleHall.Nonce),
            ["COUNTED"] = BallotKeys.Counted(Suite, SampleHall.VoteKey, SampleHall.Press),
            ["SPOIL"] = BallotKeys.Spoil(Suite, SampleHall.VoteKey, SampleHall.Press),
            ["KB1"] = NextStep().Bytes.ToArray(),
            ["DESTROY"] = BallotKeys.Destroy(Suite, NextStep(), 1, SampleHall.Secret),
            ["macA"] = MeetMac(SampleHall.RootA),
            ["macB"] = MeetMac(SampleHall.RootB),
            ["ackPad"] = BitConverter.GetBytes(AckCodes.Pad(Suite, SampleHall.Session, SampleHall.Named, SampleHall.Epoch, 44)),
        };
        Assert.All(Records[0], entry => Assert.Equal(entry.Value, Convert.ToHexString(ours[entry.Key])));
        Assert.Equal(Records[0].Count, ours.Count);
    }

    [Fact]
    public void Our_bodies_and_wire_bytes_are_the_sample_frames()
    {
        Dictionary<string, byte[]> bodies = Build();
        Assert.Equal(10, bodies.Count);
        Assert.All(Records.Skip(1), record =>
        {
            byte[] body = bodies[record["Frame"]];
            Assert.Equal(record["Body"], Convert.ToHexString(FrameWriter.WithCrc(body)));
            Assert.Equal(record["Wire"], Convert.ToHexString(FrameWriter.Wire(body, FrameLimits.Line)));
        });
    }

    [Fact]
    public void The_sample_wire_bytes_open_to_the_sample_contents()
    {
        FrameReader reader = new(FrameLimits.Line);
        Dictionary<string, byte[]> bodies = Records.Skip(1).ToDictionary(
            record => record["Frame"], record => Assert.Single(reader.Read(record.Hex("Wire"))));
        Assert.Equal((10, 0), (reader.Good, reader.Bad));

        Assert.True(LineFrames.TryOpenSession(Suite, SampleHall.Session, bodies["VOTE"], SampleHall.Named, default, out SessionFrame? vote));
        Assert.Equal((UpKind.Vote, SampleHall.Slot, 1000u), (vote.Kind, vote.Address, vote.Counter));
        Assert.True(VotePayload.TryParse(vote.Plaintext, 1, out VotePayload? votePayload));
        Assert.Equal((Pressed, (ushort)3, (byte)1), (votePayload.State, votePayload.Rev, votePayload.Vector[0]));

        Assert.True(LineFrames.TryOpenSession(
            Suite, SampleHall.Session, bodies["FINAL"], SampleHall.Secret, SampleHall.Nonce, out SessionFrame? final));
        Assert.True(FinalPayload.TryParse(final.Plaintext, out FinalPayload? finalPayload));
        Assert.Equal(Records[0]["F"], Convert.ToHexString(finalPayload.Proof));

        Assert.True(KeypadFrames.TryOpenDown(Suite, SampleHall.GroupKey, bodies["OPEN"], out _, out uint epoch, out uint seq, out byte[] open));
        Assert.True(OpenPayload.TryParse(open, out OpenPayload? openPayload));
        Assert.Equal((SampleHall.Epoch, 40u, SampleHall.PaperDigest), (epoch, seq, openPayload.PaperDigest));

        Assert.True(KeypadFrames.TryOpenDown(Suite, SampleHall.Session, bodies["KEYS"], out _, out _, out _, out byte[] keys));
        Assert.True(KeysPayload.TryParse(keys, out KeysPayload? keysPayload));
        Assert.True(keysPayload.GroupKey.SameAs(SampleHall.GroupKey));

        Assert.True(LineFrames.TryOpenAdmitReply(
            Suite, SampleHall.Admission, bodies["ADMIT_REPLY"], SampleHall.NonceS, out AdmitReplyPayload? reply));
        Assert.Equal(SampleHall.Uid, reply.Uid);
        Assert.True(KeypadFrames.TryOpenAdmit(Suite, SampleHall.Admission, bodies["ADMIT"], out AdmitPayload? admit));
        Assert.Equal(SampleHall.Meeting, admit!.Meeting);
        Assert.True(CollectPayload.TryParse(bodies["COLLECT"].AsSpan(2), out CollectPayload? collect));
        Assert.Equal(250, collect.Count);
    }

    [Fact]
    public void Any_changed_bit_of_an_authenticated_frame_is_refused()
    {
        Dictionary<string, byte[]> bodies = Build();
        foreach ((string name, byte[] body) in bodies.Where(entry => entry.Key != "COLLECT"))
        {
            Assert.True(Opens(name, body), name);
            for (int bit = 0; bit < 8 * body.Length; bit++)
            {
                byte[] changed = [.. body];
                changed[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.False(Opens(name, changed), $"{name} bit {bit}");
            }
        }
    }

    [Fact]
    public void A_reply_of_another_round_or_closing_does_not_open()
    {
        byte[] body = Build()["SVOTE"];
        Assert.False(LineFrames.TryOpenSession(Suite, SampleHall.Session, body, SampleHall.Secret, SampleHall.Nonce, out _));
        Assert.False(LineFrames.TryOpenSession(Suite, SampleHall.Session, body, SampleHall.Named, default, out _));
        Assert.True(LineFrames.TryOpenSession(Suite, SampleHall.Session, body, SampleHall.Named, SampleHall.Nonce, out _));
    }

    private static bool Opens(string name, byte[] body) => name switch
    {
        "OPEN" or "CLOSE" => KeypadFrames.TryOpenDown(Suite, SampleHall.GroupKey, body, out _, out _, out _, out _),
        "KEYS" => KeypadFrames.TryOpenDown(Suite, SampleHall.Session, body, out _, out _, out _, out _),
        "ADMIT" => KeypadFrames.TryOpenAdmit(Suite, SampleHall.Admission, body, out _),
        "ADMIT_REPLY" => LineFrames.TryOpenAdmitReply(Suite, SampleHall.Admission, body, SampleHall.NonceS, out _),
        "VOTE" => LineFrames.TryOpenSession(Suite, SampleHall.Session, body, SampleHall.Named, default, out _),
        "SVOTE" => LineFrames.TryOpenSession(Suite, SampleHall.Session, body, SampleHall.Named, SampleHall.Nonce, out _),
        "BALLOT" => LineFrames.TryOpenSession(Suite, SampleHall.Session, body, SampleHall.Secret, default, out _),
        "FINAL" => LineFrames.TryOpenSession(Suite, SampleHall.Session, body, SampleHall.Secret, SampleHall.Nonce, out _),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static Dictionary<string, byte[]> Build()
    {
        BallotShape shape = TestPapers.Shape(1, 3);
        byte[] ballot = KeypadBallot.Payload(
            Suite, SampleHall.VoteKey, SampleHall.MaskGroup, SampleHall.Secret, shape, SampleHall.Press, [2]);
        byte[] proof = BallotKeys.Final(Suite, SampleHall.VoteKey, SampleHall.Press, SampleHall.Nonce);
        return new Dictionary<string, byte[]>
        {
            ["VOTE"] = Reply(UpKind.Vote, 1000, SampleHall.Named, default, new VotePayload(Pressed, 3, [1])),
            ["SVOTE"] = Reply(UpKind.SealedVote, 1001, SampleHall.Named, SampleHall.Nonce, new VotePayload(PressedLatched, 3, [1])),
            ["BALLOT"] = Reply(UpKind.Ballot, 1002, SampleHall.Secret, default, new BallotPiecePayload(Pressed, 3, ballot)),
            ["FINAL"] = Reply(UpKind.Final, 1003, SampleHall.Secret, SampleHall.Nonce, new FinalPayload(PressedLatched, 3, proof)),
            ["OPEN"] = LineFrames.Group(Suite, SampleHall.GroupKey, SampleHall.Epoch, 40, new OpenPayload(
                9, RoundModes.Named, 0, SampleHall.PaperDigest, SlotSet.Of(Enumerable.Range(1, 250).Select(s => (byte)s)), 60, 0)),
            ["CLOSE"] = LineFrames.Group(Suite, SampleHall.GroupKey, SampleHall.Epoch, 41, new ClosePayload(9, SampleHall.Nonce)),
            ["KEYS"] = LineFrames.Unicast(
                Suite, SampleHall.Session, SampleHall.Slot, SampleHall.Epoch, 1, new KeysPayload(SampleHall.GroupKey, 1, true, 39)),
            ["COLLECT"] = LineFrames.Open(
                WireAddress.All, new CollectPayload(SampleHall.Epoch, 9, 1, CollectWhat.Vote, 0, 23, 1120, 20, 1, 250, 4)),
            ["ADMIT"] = LineFrames.Admit(
                Suite, SampleHall.Admission, SampleHall.Slot,
                new AdmitPayload(SampleHall.Uid, SampleHall.Epoch, SampleHall.Meeting, SampleHall.NonceS)),
            ["ADMIT_REPLY"] = KeypadFrames.AdmitReply(
                Suite, SampleHall.Admission, SampleHall.Slot, SampleHall.NonceS,
                new AdmitReplyPayload(SampleHall.Uid, SampleHall.NonceK, 7, 0, 0, SampleHall.Fill(0x0C, 8))),
        };
    }

    private static byte[] Reply(UpKind kind, uint counter, Digest32 ctx, CloseNonce nonce, IUpPayload payload) =>
        KeypadFrames.Session(Suite, SampleHall.Session, kind, SampleHall.Slot, counter, ctx, nonce, payload.Write());

    private static SecretKey NextStep() => BallotKeys.Next(Suite, SampleHall.StepKey, SampleHall.Secret);

    private static byte[] MeetMac(SecretKey root) => KeyDerivation.MeetingMac(
        Suite, KeyDerivation.NextGeneration(Suite, root, SampleHall.Meeting), 1, SampleHall.Meeting);
}
