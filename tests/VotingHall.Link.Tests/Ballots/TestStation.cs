namespace VotingHall.Link.Tests;

/// <summary>监票端存储(试验): keeps everything in memory, in the order it was made durable.</summary>
internal sealed class MemoryRegister : IStationRegister
{
    private readonly Dictionary<Digest32, Digest32> _lists = [];
    private readonly HashSet<(Digest32 Ctx, WireUid Uid, PressStamp Press)> _spoiled = [];

    public byte[] Keys { get; private set; } = [];

    public int ListsHeld => _lists.Count;

    public void KeepKeys(ReadOnlySpan<byte> keys) => Keys = keys.ToArray();

    public Digest32? ListHeld(Digest32 ctx) => _lists.TryGetValue(ctx, out Digest32 list) ? list : null;

    public void HoldList(Digest32 ctx, Digest32 listDigest) => _lists.Add(ctx, listDigest);

    public bool IsSpoiled(Digest32 ctx, WireUid uid, PressStamp press) => _spoiled.Contains((ctx, uid, press));

    public void KeepSpoiled(Digest32 ctx, WireUid uid, PressStamp press) => _spoiled.Add((ctx, uid, press));
}

/// <summary>
/// 试验会场(无记名): a station, a number of keypads with their own copies of the roots, and one secret round whose ballots the test may alter
/// before the server adds them up.
/// </summary>
internal sealed class SecretRound
{
    private readonly SecretKey _groupRoot = new(SampleHall.Fill(0x77, 32));

    public SecretRound(PaperLayout layout, int keypads = 20, StationPolicy? policy = null)
    {
        Paper = TestPapers.Bytes(layout);
        Shape = BallotShape.Of(TestPapers.Form(layout));
        Station = Station.Create(SampleHall.Suite, policy ?? new StationPolicy(), Register, _groupRoot);
        Uids = [.. Enumerable.Range(1, keypads).Select(i => new WireUid((ulong)(0x1000 + i)))];
        foreach (WireUid uid in Uids)
        {
            Station.TryCommission(uid, Root(uid), 0);
        }

        MeetingMacs = Station.BeginMeeting(SampleHall.Meeting);
        Ctx = ContextOf(Round);
        Released = new HashSet<WireUid>();
    }

    public byte[] Paper { get; }

    public BallotShape Shape { get; }

    public MemoryRegister Register { get; } = new();

    public Station Station { get; set; }

    public IReadOnlyList<WireUid> Uids { get; }

    public IReadOnlyList<MeetingMac> MeetingMacs { get; }

    public Digest32 Ctx { get; }

    public HashSet<WireUid> Released { get; }

    public StationRound Round => new(9, RoundModes.Secret, 0, Paper, Uids.ToHashSet());

    public static SecretKey Root(WireUid uid) => new(SampleHall.Suite.Hash([.. "root"u8, .. BitConverter.GetBytes(uid.Value)]));

    public static SecretKey StepKey(WireUid uid) => BallotKeys.First(SampleHall.Suite, Root(uid), SampleHall.Meeting);

    public SecretKey VoteKey(WireUid uid) => BallotKeys.Vote(SampleHall.Suite, StepKey(uid), Ctx);

    public Digest32 ContextOf(StationRound round) => KeyDerivation.Context(
        SampleHall.Suite, SampleHall.Meeting, round.Round, round.Mode, round.Rule, Digest32.Read(SampleHall.Suite.Hash(Paper)));

    /// <summary>The ballot a keypad sends for these words, with its F.</summary>
    public UrnBallot Cast(WireUid uid, PressStamp press, ulong[] words)
    {
        SecretKey kg = BallotKeys.Group(SampleHall.Suite, _groupRoot, SampleHall.Meeting);
        byte[] payload = KeypadBallot.Payload(SampleHall.Suite, VoteKey(uid), kg, Ctx, Shape, press, words);
        MaskedBallot ballot = MaskedBallot.TryParse(press, payload, Shape.Words, out MaskedBallot? parsed)
            ? parsed
            : throw new InvalidOperationException("The keypad built a bad ballot.");
        return new UrnBallot(uid, ballot, BallotKeys.Final(SampleHall.Suite, VoteKey(uid), press, SampleHall.Nonce));
    }

    public UrnBallot Cast(WireUid uid, IReadOnlyList<int> choice) => Cast(uid, SampleHall.Press, KeypadBallot.Pack(Shape, choice));

    /// <summary>Row r of keypad i gets an option that depends on both; pick lists leave some rows empty.</summary>
    public static int OptionOf(int keypad, int row, int options) =>
        options == 1 ? (keypad + row) % 3 == 0 ? 1 : 0 : 1 + (((keypad * 7) + (row * 3)) % options);

    public List<UrnBallot> CastAll(int rows, int options) =>
        [.. Uids.Select((uid, i) => Cast(uid, [.. Enumerable.Range(0, rows).Select(row => OptionOf(i, row, options))]))];

    public TallyRequest Request(IEnumerable<UrnBallot> urn) => TallyRequest.Compose(Ctx, SampleHall.Nonce, Shape.Words, urn);

    public StationAnswer Tally(TallyRequest request, int? typed = null) =>
        Station.Tally(Round, request, Released, typed ?? request.Entries.Count);

    public StationAnswer Tally(IEnumerable<UrnBallot> urn) => Tally(Request(urn));
}
