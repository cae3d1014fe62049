using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: no body and no byte stream makes an opener throw or accept.</summary>
public sealed class FrameFuzzTests
{
    private static readonly ISuite Suite = SampleHall.Suite;

    [Fact]
    public void No_mutated_session_frame_opens()
    {
        byte[] good = KeypadFrames.Session(
            Suite, SampleHall.Session, UpKind.Vote, SampleHall.Slot, 9, SampleHall.Named, default, new VotePayload(ReplyState.Of(true), 3, [1]).Write());
        Fuzz.Run(100_000, good, bytes => Assert.True(
            bytes.SequenceEqual(good) || !LineFrames.TryOpenSession(Suite, SampleHall.Session, bytes, SampleHall.Named, default, out _)));
        Assert.True(LineFrames.TryOpenSession(Suite, SampleHall.Session, good, SampleHall.Named, default, out _));
    }

    [Fact]
    public void No_mutated_handshake_or_down_frame_opens()
    {
        byte[] reply = KeypadFrames.AdmitReply(
            Suite, SampleHall.Admission, 1, SampleHall.NonceS, new AdmitReplyPayload(SampleHall.Uid, SampleHall.NonceK, 7, 0, 0, SampleHall.NonceK));
        Fuzz.Run(100_000, reply, bytes => Assert.True(
            bytes.SequenceEqual(reply) || !LineFrames.TryOpenAdmitReply(Suite, SampleHall.Admission, bytes, SampleHall.NonceS, out _)));
        Assert.False(LineFrames.TryOpenAdmitReply(Suite, SampleHall.Admission, reply, SampleHall.Fill(6, 16), out _));
        byte[] lamp = LineFrames.Group(Suite, SampleHall.GroupKey, 5, 1, new LampPayload(LampPattern.Normal, 0));
        Fuzz.Run(100_000, lamp, bytes => Assert.True(
            bytes.SequenceEqual(lamp) || !KeypadFrames.TryOpenDown(Suite, SampleHall.GroupKey, bytes, out _, out _, out _, out _)));
    }

    [Fact]
    public void A_frame_reader_takes_any_stream()
    {
        FrameReader reader = new(FrameLimits.BridgeLink);
        Fuzz.Run(100_000, FrameWriter.Wire(SampleHall.Fill(0, 200), FrameLimits.BridgeLink), bytes => reader.Push(bytes, body =>
        {
            Assert.InRange(body.Length, 2, 251);
            Assert.True(!LinkMessage.TryParse(body, out LinkMessage? message) || body.SequenceEqual(message.Write()));
            Assert.False(LineFrames.TryReadHello(body, out _) && LineFrames.TryReadAssigned(body, out _));
        }));
        Assert.True(reader.Bad > 1000);
    }

    [Fact]
    public void A_payload_of_the_wrong_class_is_a_bug()
    {
        Assert.Throws<ArgumentException>(() => LineFrames.Open(0, new LampPayload(LampPattern.Normal, 0)));
        Assert.Throws<ArgumentException>(() => LineFrames.Group(Suite, SampleHall.GroupKey, 5, 1, new ReleasePayload()));
        Assert.Throws<ArgumentException>(() => LineFrames.Unicast(Suite, SampleHall.Session, 1, 5, 1, new ObjEndPayload(1)));
    }

    [Fact]
    public void Hello_and_assigned_are_read_only_from_the_unassigned_address()
    {
        byte[] hello = KeypadFrames.Open(UpKind.Hello, WireAddress.Unassigned, new HelloPayload(SampleHall.Uid, 1, 1, 2, 3, 7, 0));
        Assert.Equal(24, hello.Length);
        Assert.True(LineFrames.TryReadHello(hello, out HelloPayload? read));
        Assert.Equal(SampleHall.Uid, read.Uid);
        hello[1] = 17;
        Assert.False(LineFrames.TryReadHello(hello, out _));
        byte[] assigned = KeypadFrames.Open(UpKind.Assigned, WireAddress.Unassigned, new AssignedPayload(SampleHall.Uid, 17));
        Assert.True(LineFrames.TryReadAssigned(assigned, out _));
        Assert.False(LineFrames.TryReadHello(assigned, out _));
    }

    [Fact]
    public void Keys_do_not_print_themselves()
    {
        Assert.Equal("key of 32 bytes", SampleHall.Session.ToString());
        Assert.DoesNotContain("0606", new KeysPayload(SampleHall.GroupKey, 1, true, 39).ToString(), StringComparison.Ordinal);
        Assert.True(KindClasses.TryUp(0x82, out UpKind kind, out FrameClass frameClass));
        Assert.True(KindClasses.IsSealed(kind) && frameClass == FrameClass.Session);
        Assert.False(KindClasses.TryUp(0xFF, out _, out _));
        Assert.All(Enum.GetValues<DownKind>(), down => Assert.True(Enum.IsDefined(KindClasses.Of(down))));
    }
}
