namespace VotingHall.Link;

/// <summary>
/// 密钥派生 of the hall server's side and of public values. What leads from RB or GB to a mask is not here but in
/// <see cref="BallotKeys"/>, closed to other rooms. Source: protocol 3, 5.4, 8.5.
/// </summary>
public static class KeyDerivation
{
    /// <summary>会议标识 M: public; <paramref name="nonceB16"/> is zero without a station.</summary>
    public static Digest32 Meeting(
        ISuite suite, ReadOnlySpan<byte> hallId16, ReadOnlySpan<byte> meetingId16, ReadOnlySpan<byte> nonceA16, ReadOnlySpan<byte> nonceB16)
    {
        ByteWriter input = new(7 + 64);
        input.Put("VH1 mtg"u8);
        input.Exactly(16, hallId16);
        input.Exactly(16, meetingId16);
        input.Exactly(16, nonceA16);
        input.Exactly(16, nonceB16);
        return Digest32.Read(suite.Hash(input.Done()));
    }

    /// <summary>会议密钥 KA of one keypad.</summary>
    public static SecretKey Admission(ISuite suite, SecretKey ra, Digest32 meeting) =>
        new(suite.Prf(ra.Bytes, "KA"u8, meeting.ToArray()));

    /// <summary>会话密钥 SK of one admission.</summary>
    public static SecretKey Session(ISuite suite, SecretKey ka, ReadOnlySpan<byte> nonceS16, ReadOnlySpan<byte> nonceK8, uint boot)
    {
        ByteWriter input = new(28);
        input.Exactly(16, nonceS16);
        input.Exactly(8, nonceK8);
        input.U32(boot);
        return new SecretKey(suite.Prf(ka.Bytes, "sess"u8, input.Done()));
    }

    /// <summary>表决器随机数 nonceK: unique without a random generator.</summary>
    public static byte[] KeypadNonce(ISuite suite, SecretKey ra, uint boot, uint admissionCounter)
    {
        ByteWriter input = new(8);
        input.U32(boot);
        input.U32(admissionCounter);
        return suite.Prf(ra.Bytes, "nk"u8, input.Done())[..8];
    }

    /// <summary>下一代根密钥: RA, RB and GB step once per meeting, so that an opened keypad holds no root of an earlier mask.</summary>
    public static SecretKey NextGeneration(ISuite suite, SecretKey root, Digest32 meeting) =>
        new(suite.Prf(root.Bytes, "gen"u8, meeting.ToArray()));

    /// <summary>会议开始认证 macA or macB, 12 bytes, under the stepped root.</summary>
    public static byte[] MeetingMac(ISuite suite, SecretKey steppedRoot, ushort newGen, Digest32 meeting)
    {
        ByteWriter input = new(34);
        input.U16(newGen);
        input.Digest(meeting);
        return suite.Prf(steppedRoot.Bytes, "meet"u8, input.Done())[..12];
    }

    /// <summary>轮次摘要 ctx: everything a vote depends on.</summary>
    /// <param name="modeByte">Mode with the test bit (<see cref="RoundModes"/>).</param>
    /// <param name="ruleByte">0 last press counts, 1 first press locks.</param>
    public static Digest32 Context(ISuite suite, Digest32 meeting, uint round, byte modeByte, byte ruleByte, Digest32 paperDigest)
    {
        ByteWriter input = new(7 + 1 + 32 + 4 + 1 + 1 + 32);
        input.Put("VH1 ctx"u8);
        input.U8(suite.Id);
        input.Digest(meeting);
        input.U32(round);
        input.U8(modeByte);
        input.U8(ruleByte);
        input.Digest(paperDigest);
        return Digest32.Read(suite.Hash(input.Done()));
    }
}
