namespace VotingHall.Link.Tests;

/// <summary>样例会场: inputs and keys of frames_suite1_sample, derived here and compared with the file in <c>SampleFramesTests</c>.</summary>
internal static class SampleHall
{
    public static readonly ISuite Suite = AsconSuite.Instance;
    public static readonly WireUid Uid = new(0x1122334455667788);
    public static readonly CloseNonce Nonce = CloseNonce.Read(Fill(0x0A, 8));
    public static readonly PressStamp Press = new(7, 3);
    public const byte Slot = 17;
    public const uint Epoch = 5;

    public static readonly SecretKey RootA = Range(0x00);
    public static readonly SecretKey RootB = Range(0x20);
    public static readonly SecretKey GroupB = Range(0x40);
    public static readonly SecretKey GroupKey = new(Fill(6, 16));
    public static readonly byte[] NonceS = Fill(5, 16);
    public static readonly Digest32 Meeting = KeyDerivation.Meeting(Suite, Fill(1, 16), Fill(2, 16), Fill(3, 16), Fill(4, 16));
    public static readonly SecretKey Admission = KeyDerivation.Admission(Suite, RootA, Meeting);
    public static readonly byte[] NonceK = KeyDerivation.KeypadNonce(Suite, RootA, 7, 1);
    public static readonly SecretKey Session = KeyDerivation.Session(Suite, Admission, NonceS, NonceK, 7);
    public static readonly Digest32 PaperDigest = Digest32.Read(Suite.Hash("paper"u8));
    public static readonly Digest32 Named = KeyDerivation.Context(Suite, Meeting, 9, RoundModes.Named, 0, PaperDigest);
    public static readonly Digest32 Secret = KeyDerivation.Context(Suite, Meeting, 9, RoundModes.Secret, 0, PaperDigest);
    public static readonly SecretKey StepKey = BallotKeys.First(Suite, RootB, Meeting);
    public static readonly SecretKey VoteKey = BallotKeys.Vote(Suite, StepKey, Secret);
    public static readonly SecretKey MaskGroup = BallotKeys.Group(Suite, GroupB, Meeting);

    public static byte[] Fill(byte value, int count) => [.. Enumerable.Repeat(value, count)];

    private static SecretKey Range(int from) => new([.. Enumerable.Range(from, 32).Select(i => (byte)i)]);
}
