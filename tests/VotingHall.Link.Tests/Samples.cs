namespace VotingHall.Link.Tests;

/// <summary>样例: one example of every payload and message with its total parser, for round trips and for mutation.</summary>
internal static class Samples
{
    /// <summary>Reads the bytes; null if refused, else the bytes written again.</summary>
    internal delegate byte[]? Rewrite(ReadOnlySpan<byte> bytes);

    internal sealed record Sample(string Name, int Size, byte[] Bytes, Rewrite Rewrite);

    private static readonly CollectPayload Beacon = new(5, 9, 1, CollectWhat.Vote, 0, 23, 1120, 20, 3, 13, 0);
    private static readonly byte[] Mac = SampleHall.Fill(0xA1, 12);

    /// <summary>Sizes are payload bytes of protocol 4 without header and tag.</summary>
    public static IReadOnlyList<Sample> Payloads { get; } =
    [
        new("COLLECT", 19, Beacon.Write(), b => CollectPayload.TryParse(b, out CollectPayload? v) ? v.Write() : null),
        new("RECOLLECT", 21, new RecollectPayload(Beacon, [0xFF, 0x1F]).Write(), b => RecollectPayload.TryParse(b, out RecollectPayload? v) ? v.Write() : null),
        new("OPEN", 74, new OpenPayload(9, 0x82, 1, SampleHall.PaperDigest, SlotSet.Of([1, 250]), 60, 2).Write(), b => OpenPayload.TryParse(b, out OpenPayload? v) ? v.Write() : null),
        new("CLOSE", 12, new ClosePayload(9, SampleHall.Nonce).Write(), b => ClosePayload.TryParse(b, out ClosePayload? v) ? v.Write() : null),
        new("COMMIT", 5, new CommitPayload(9, false).Write(), b => CommitPayload.TryParse(b, out CommitPayload? v) ? v.Write() : null),
        new("ACKVEC", 12, new AckVecPayload(9, 7, [1, 0xFFFF, 3]).Write(), b => AckVecPayload.TryParse(b, out AckVecPayload? v) ? v.Write() : null),
        new("MACVEC", 33, new MacVecPayload(9, MacVecType.Destroy, 1, 7, [Mac, Mac]).Write(), b => MacVecPayload.TryParse(b, out MacVecPayload? v) ? v.Write() : null),
        new("NOTICE", 4, new NoticePayload(NoticeCode.CallSteward).Write(), b => NoticePayload.TryParse(b, out NoticePayload? v) ? v.Write() : null),
        new("LAMP", 2, new LampPayload(LampPattern.Chase, 9).Write(), b => LampPayload.TryParse(b, out LampPayload? v) ? v.Write() : null),
        new("OBJ_BEGIN", 38, new ObjBeginPayload(1, ObjectType.Paper, 8400, SampleHall.PaperDigest).Write(), b => ObjBeginPayload.TryParse(b, out ObjBeginPayload? v) ? v.Write() : null),
        new("OBJ_CHUNK", 131, new ObjChunkPayload(1, 65, SampleHall.Fill(3, 128)).Write(), b => ObjChunkPayload.TryParse(b, out ObjChunkPayload? v) ? v.Write() : null),
        new("OBJ_END", 1, new ObjEndPayload(1).Write(), b => ObjEndPayload.TryParse(b, out ObjEndPayload? v) ? v.Write() : null),
        new("DISCOVER", 15, new DiscoverPayload(77, 8, 64, SampleHall.Fill(1, 8), 20).Write(), b => DiscoverPayload.TryParse(b, out DiscoverPayload? v) ? v.Write() : null),
        new("ASSIGN", 9, new AssignPayload(SampleHall.Uid, 250).Write(), b => AssignPayload.TryParse(b, out AssignPayload? v) ? v.Write() : null),
        new("RELEASE", 1, new ReleasePayload().Write(), b => ReleasePayload.TryParse(b, out ReleasePayload? v) ? v.Write() : null),
        new("IDENTIFY", 3, new IdentifyPayload(30, 712).Write(), b => IdentifyPayload.TryParse(b, out IdentifyPayload? v) ? v.Write() : null),
        new("BLINK", 9, new BlinkPayload(SampleHall.Uid, 10).Write(), b => BlinkPayload.TryParse(b, out BlinkPayload? v) ? v.Write() : null),
        new("ADMIT", 60, new AdmitPayload(SampleHall.Uid, 5, SampleHall.Meeting, SampleHall.NonceS).Write(), b => AdmitPayload.TryParse(b, out AdmitPayload? v) ? v.Write() : null),
        new("KEYS", 22, new KeysPayload(SampleHall.GroupKey, 1, true, 39).Write(), b => KeysPayload.TryParse(b, out KeysPayload? v) ? v.Write() : null),
        new("FETCH", 5, new FetchPayload(CollectWhat.Spoil, 9).Write(), b => FetchPayload.TryParse(b, out FetchPayload? v) ? v.Write() : null),
        new("SELFTEST", 3, new SelfTestPayload(63, 5).Write(), b => SelfTestPayload.TryParse(b, out SelfTestPayload? v) ? v.Write() : null),
        new("ROLL", 46, new RollPayload(1, SampleHall.Secret, Mac).Write(), b => RollPayload.TryParse(b, out RollPayload? v) ? v.Write() : null),
        new("MEET_BEGIN", 58, new MeetBeginPayload(1, SampleHall.Meeting, Mac, Mac).Write(), b => MeetBeginPayload.TryParse(b, out MeetBeginPayload? v) ? v.Write() : null),
        new("FW_ACTIVATE", 32, new FirmwareActivatePayload(SampleHall.PaperDigest).Write(), b => FirmwareActivatePayload.TryParse(b, out FirmwareActivatePayload? v) ? v.Write() : null),
        new("TRIM", 2, new TrimPayload(-200).Write(), b => TrimPayload.TryParse(b, out TrimPayload? v) ? v.Write() : null),
        new("VOTE", 5, new VotePayload(ReplyState.Of(true), 3, [0x21, 3]).Write(), b => VotePayload.TryParse(b, 2, out VotePayload? v) ? v.Write() : null),
        new("BALLOT", 27, new BallotPiecePayload(ReplyState.Of(true, fragment: 14), 3, SampleHall.Fill(9, 24)).Write(), b => BallotPiecePayload.TryParse(b, 24, out BallotPiecePayload? v) ? v.Write() : null),
        new("FINAL", 15, new FinalPayload(ReplyState.Of(true, true), 3, Mac).Write(), b => FinalPayload.TryParse(b, out FinalPayload? v) ? v.Write() : null),
        new("IDLE", 27, new IdlePayload(IdleReason.KStepDiffers, 4, 1, 27).Write(), b => IdlePayload.TryParse(b, out IdlePayload? v) ? v.Write() : null),
        new("STATUS", 48, Status().Write(), b => StatusPayload.TryParse(b, out StatusPayload? v) ? v.Write() : null),
        new("OBJMISS", 36, new ObjMissPayload(1, 1, 40, SampleHall.Fill(0x55, 32)).Write(), b => ObjMissPayload.TryParse(b, out ObjMissPayload? v) ? v.Write() : null),
        new("TESTRES", 8, new TestResultPayload(62, 1, 5, 0).Write(), b => TestResultPayload.TryParse(b, out TestResultPayload? v) ? v.Write() : null),
        new("SPOIL", 20, new SpoilPayload(SampleHall.Press, Mac).Write(), b => SpoilPayload.TryParse(b, out SpoilPayload? v) ? v.Write() : null),
        new("ACKU", 4, new AckUPayload(0x16, 0, 2).Write(), b => AckUPayload.TryParse(b, out AckUPayload? v) ? v.Write() : null),
        new("HELLO", 22, new HelloPayload(SampleHall.Uid, 1, 1, 2, 3, 7, 0).Write(), b => HelloPayload.TryParse(b, out HelloPayload? v) ? v.Write() : null),
        new("ASSIGNED", 9, new AssignedPayload(SampleHall.Uid, 17).Write(), b => AssignedPayload.TryParse(b, out AssignedPayload? v) ? v.Write() : null),
        new("ADMIT_REPLY", 32, new AdmitReplyPayload(SampleHall.Uid, SampleHall.NonceK, 7, 0, 0, SampleHall.NonceK).Write(), b => AdmitReplyPayload.TryParse(b, out AdmitReplyPayload? v) ? v.Write() : null),
    ];

    /// <summary>Sizes are header and payload of protocol 10, without CRC.</summary>
    public static IReadOnlyList<Sample> Messages { get; } =
    [
        Message("B_HELLO", 17, new LinkMessage.Hello(0, 1, 5, 0xA1, 1)),
        Message("LINE_CFG", 13, new LinkMessage.LineConfig(2, 2, 5, 250_000, true)),
        Message("PLAN", 32, new LinkMessage.Plan(2, 3, 5, 300, 15, 2, Beacon with { Count = 248, Newcomers = 4 })),
        Message("PLAN_STOP", 8, new LinkMessage.PlanStop(2, 4, 5)),
        Message("SEND", 250, new LinkMessage.Send(2, 5, 5, true, 30, 3, SampleHall.Fill(8, 238))),
        Message("LEASE", 10, new LinkMessage.Lease(0, 6, 5, 1500)),
        Message("STATS_REQ", 4, new LinkMessage.StatsRequest(0, 7)),
        Message("B_HELLO_R", 26, new LinkMessage.HelloReply(0, 1, 5, SampleHall.Uid, 3, 4, 1, 12345)),
        Message("LINE_RX", 249, new LinkMessage.LineReceived(2, 2, 12345, 0xFF, -30, SampleHall.Fill(8, 238))),
        Message("SWEEP_END", 50, new LinkMessage.SweepEnd(2, 3, 12345, 77, CollectWhat.Final, 2, 1, 250, SlotSet.Of([1, 64, 65, 250]), 1, 2)),
        Message("SENT", 11, new LinkMessage.Sent(2, 4, 5, 12345, SendResult.TooLong)),
        Message("LEASE_R", 11, new LinkMessage.LeaseReply(0, 6, true, 5, 1400)),
        Message("STATS", 44, new LinkMessage.Stats(0, 7, [new LineStats(1, 2, 3, 4, 5, 6), new LineStats(7, 8, 9, 10, 11, 12)])),
        Message("LINE_EVENT", 9, new LinkMessage.LineEvent(2, 8, 12345, LineEventKind.PeerLost)),
    ];

    private static Sample Message(string name, int size, LinkMessage message) =>
        new(name, size, message.Write(), b => LinkMessage.TryParse(b, out LinkMessage? read) ? read.Write() : null);

    private static StatusPayload Status() => new(
        3, SampleHall.NonceK, 2, 1, 1, 3600, 11_900, -5, 0, 0, 4, 100_000, 1, 2, 3, 4, 9, 3, 1, 1);
}
