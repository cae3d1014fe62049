namespace VotingHall.Link;

/// <summary>
/// 掩码密钥: derivations from RB and GB. Internal, because whoever could call them with one ballot could open it. Source: protocol 3, 8.
/// </summary>
internal static class BallotKeys
{
    public static SecretKey First(ISuite suite, SecretKey rb, Digest32 meeting) => new(suite.Prf(rb.Bytes, "KB"u8, meeting.ToArray()));

    public static SecretKey Next(ISuite suite, SecretKey kb, Digest32 ctx) => new(suite.Prf(kb.Bytes, "next"u8, ctx.ToArray()));

    public static SecretKey Vote(ISuite suite, SecretKey kb, Digest32 ctx) => new(suite.Prf(kb.Bytes, "vote"u8, ctx.ToArray()));

    public static SecretKey Group(ISuite suite, SecretKey gb, Digest32 meeting) => new(suite.Prf(gb.Bytes, "KG"u8, meeting.ToArray()));

    /// <summary>alpha[0..words): 0 is replaced by 1.</summary>
    public static ulong[] Alpha(ISuite suite, SecretKey kg, Digest32 ctx, int words)
    {
        ulong[] alpha = ElementStream.Take(suite, kg, "alpha"u8, ctx.ToArray(), words);
        for (int i = 0; i < alpha.Length; i++)
        {
            alpha[i] = Math.Max(alpha[i], 1);
        }

        return alpha;
    }

    /// <summary>m[0..words]: one for the tag, then one for each word.</summary>
    public static ulong[] Masks(ISuite suite, SecretKey voteKey, PressStamp press, int words) =>
        ElementStream.Take(suite, voteKey, "mask"u8, press.ToArray(), words + 1);

    public static byte[] Part(ISuite suite, SecretKey voteKey, PressStamp press) =>
        suite.Prf(voteKey.Bytes, "part"u8, press.ToArray())[..8];

    public static byte[] Counted(ISuite suite, SecretKey voteKey, PressStamp press) =>
        suite.Prf(voteKey.Bytes, "counted"u8, press.ToArray())[..8];

    public static byte[] Spoil(ISuite suite, SecretKey voteKey, PressStamp press) =>
        suite.Prf(voteKey.Bytes, "spoil"u8, press.ToArray())[..12];

    public static byte[] Final(ISuite suite, SecretKey voteKey, PressStamp press, CloseNonce closeNonce)
    {
        ByteWriter input = new(16);
        input.U64(press.Value);
        input.U64(closeNonce.Value);
        return suite.Prf(voteKey.Bytes, "final"u8, input.Done())[..12];
    }

    /// <summary>Under the new key KB(s+1). Why: the station may wipe the old one and late keypads can still follow.</summary>
    public static byte[] Destroy(ISuite suite, SecretKey nextKb, ushort step, Digest32 ctx)
    {
        ByteWriter input = new(34);
        input.U16(step);
        input.Digest(ctx);
        return suite.Prf(nextKb.Bytes, "destroy"u8, input.Done())[..12];
    }
}
