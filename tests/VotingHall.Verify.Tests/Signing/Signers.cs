using VotingHall.Core;
using VotingHall.Signing;
using LogHead = VotingHall.Signing.LogHead;

namespace VotingHall.Verify.Tests;

/// <summary>Key sets made once per suite: making keys is not what the tests are about.</summary>
internal static class Signers
{
    public static readonly Instant From = new(1_790_000_000_000);
    public static readonly Instant Within = new(1_795_000_000_000);
    public static readonly Instant To = new(1_900_000_000_000);

    private static readonly Dictionary<string, RehearsalKeys> Made = RecordSuite.All.ToDictionary(
        suite => suite.Name, suite => RehearsalKeys.CreateInMemory(suite, "county-hall", From, To));

    public static RehearsalKeys Of(RecordSuite suite) => Made[suite.Name];

    public static RecordSuite Suite(string name) => RecordSuite.TryParse(name, out RecordSuite? suite) ? suite : throw new ArgumentException(name);

    public static LogHead HeadOf(JournalTree tree) => tree.Head(Of(tree.Suite).Policy.Origin);

    /// <summary>A log of <paramref name="count"/> small entries.</summary>
    public static JournalTree TreeOf(RecordSuite suite, int count)
    {
        JournalTree tree = new(suite);
        for (int i = 0; i < count; i++)
            tree.Append(LeafOf(i));
        return tree;
    }

    public static Json.Object LeafOf(int i) => Json.Of(("event", "test.happened"), ("no", i));
}
