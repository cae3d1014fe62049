using Xunit;

namespace VotingHall.Server.Tests.Halls;

/// <summary>
/// Aim: code that would open one keypad's secret ballot at the server does not compile, and the one call that exists, the sum over the whole
/// list, does. Source: design.md, settled question 12.
/// </summary>
public class LeakCompilesNotTests
{
    private static readonly Dictionary<string, (string Code, string Body)> Leaks = new()
    {
        ["StationOpensOne"] = ("CS1061", "object Leak(Station station, MaskedBallot ballot) => station.Open(ballot);"),
        ["StationUnmasksOne"] = ("CS1061", "object Leak(Station station, WireUid uid, MaskedBallot ballot) => station.Unmask(uid, ballot);"),
        ["StationTalliesOne"] = ("CS1503", "object Leak(Station station, StationRound round, MaskedBallot ballot) => station.Tally(round, ballot, new HashSet<WireUid>(), 1);"),
        ["StationKeyOfOne"] = ("CS1061", "object Leak(Station station, WireUid uid, Digest32 ctx) => station.VoteKey(uid, ctx);"),
        ["StationKeysReached"] = ("CS0122", "object Leak() => new StationKeys { GroupRoot = null! };"),
        ["MasksReached"] = ("CS0122", "ulong[] Leak(ISuite suite, SecretKey key, PressStamp press) => BallotKeys.Masks(suite, key, press, 1);"),
        ["VoteKeyReached"] = ("CS0122", "SecretKey Leak(ISuite suite, SecretKey kb, Digest32 ctx) => BallotKeys.Vote(suite, kb, ctx);"),
        ["LanesUnpacked"] = ("CS1061", "bool Leak(BallotShape shape, ulong[] words) => shape.TryUnpack(words, out _);"),
        ["SumHasNoKeypad"] = ("CS1061", "object Leak(TallyAnswer tally, WireUid uid) => tally.CountsOf(uid);"),
        ["WordsAreNoChoice"] = ("CS0030", "Choice Leak(MaskedHolding holding) => (Choice)holding.Words;"),
        ["WordsAreNoMarks"] = ("CS0029", "ImmutableArray<Choice?> Leak(MaskedHolding holding) { ImmutableArray<Choice?> marks = holding.Words; return marks; }"),
        ["HoldingHasNoMarks"] = ("CS1061", "object Leak(MaskedHolding holding) => holding.Marks;"),
        ["MaskedBoxHoldsNoNamed"] = ("CS1503", "object Leak(ImmutableSortedDictionary<KeypadUid, NamedHolding> ballots) => new BallotBox.Masked(ballots);"),
        ["MaskedPartHoldsNoNamed"] = ("CS1503", "object Leak(RoundNo round, KeypadUid uid, NamedHolding holding) => new PrivatePart.Masked(round, uid, holding);"),
        ["EventWithKeypadAndChoice"] = ("CS1729", "object Leak(Stamp stamp, RoundNo round, KeypadUid uid, Choice choice) => new HallEvent.MaskedBallotHeld(stamp, round, uid, choice);"),
        ["BatchWithKeypad"] = ("CS1503", "object Leak(Stamp stamp, RoundNo round, KeypadUid uid) => new HallEvent.BallotsBatched(stamp, round, uid);"),
        ["CommandWithMarks"] = ("CS1503", "object Leak(RoundNo round, KeypadUid uid, PressId press, ImmutableArray<Choice?> marks) => new HallCommand.CastMasked(round, uid, press, marks, true) { Issuer = Issuer.Bridge, At = default };"),
        ["RowOfStationWithMember"] = ("CS1503", "object Leak(MemberId member) => new StationRow(member, 0, 0, 0);"),
        ["LampKnowsNoChoice"] = ("CS1061", "object Leak(HeldPress held) => held.Choice;"),
    };

    private static readonly Dictionary<string, (string Code, string Type)> Derived = new()
    {
        ["EventOfOnesOwn"] = ("CS1503", "sealed record Leak(Stamp Given, MemberId Member, Choice Choice) : HallEvent(Given);"),
        ["BoxOfOnesOwn"] = ("CS7036", "sealed record Leak(KeypadUid Uid, Choice Choice) : BallotBox { public override int Count => 1; public override PressId? PressOf(KeypadUid keypad) => null; }"),
        ["HoldingOfOnesOwn"] = ("CS0509", "sealed class Leak(PressId press, Octets words, Choice choice) : MaskedHolding(press, true, words) { public Choice Choice => choice; }"),
    };

    [Xunit.Fact]
    public void Leaks_do_not_compile()
    {
        Check(Leaks.ToDictionary(leak => leak.Key, leak => $"static class {leak.Key} {{ static {leak.Value.Body} }}"),
            Leaks.ToDictionary(leak => leak.Key, leak => leak.Value.Code));
        // One by one: an error in a declaration hides those in constructors of other files.
        foreach ((string name, (string code, string type)) in Derived)
            Check(new() { [name] = $"namespace {name} {{ {type} }}" }, new() { [name] = code });
    }

    [Xunit.Fact]
    public void The_sum_over_the_whole_list_compiles()
    {
        using SnippetCompiler compiler = new();
        IReadOnlyDictionary<string, IReadOnlyList<string>> errors = compiler.Errors(new Dictionary<string, string>
        {
            ["WholeList"] = """
                static class WholeList
                {
                    static StationAnswer Sum(Station station, StationRound round, Digest32 ctx, CloseNonce nonce, IEnumerable<UrnBallot> urn, int participants) =>
                        station.Tally(round, TallyRequest.Compose(ctx, nonce, 1, urn), new HashSet<WireUid>(), participants);

                    static IReadOnlyList<int> Figures(TallyAnswer tally) => tally.Counts;

                    static HallState Published(HallLoop loop) => loop.Published;
                }
                """,
        });
        Assert.Empty(errors["WholeList"]);
    }

    private static void Check(Dictionary<string, string> snippets, Dictionary<string, string> expected)
    {
        using SnippetCompiler compiler = new();
        IReadOnlyDictionary<string, IReadOnlyList<string>> errors = compiler.Errors(snippets);
        foreach ((string name, string code) in expected)
            Assert.True(errors[name].Distinct().SequenceEqual([code]), $"{name}: expected {code}, got {string.Join(", ", errors[name])}");
    }
}
