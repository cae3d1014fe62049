using FsCheck;
using FsCheck.Fluent;

namespace VotingHall.Core.Tests.Counting;

/// <summary>认票函数 under test.</summary>
internal delegate BallotReading BallotReader(IReadOnlyList<PaperRow> rows, IReadOnlyList<string> writtenIn, int seats, BallotParameters measure);

/// <summary>A filled paper and how the measure reads it: few rows, all kinds of marks, listed names written in.</summary>
internal sealed record SmallBallot(Choice[][] Marks, string[] WrittenIn, int Seats, BallotParameters Measure)
{
    private static readonly Choice[][] Kinds =
        [[], [Choice.For], [Choice.For], [Choice.Against], [Choice.Against], [Choice.Abstain], [Choice.For, Choice.For], [Choice.For, Choice.Against], [Choice.Against, Choice.Abstain]];

    public IReadOnlyList<PaperRow> Rows => [.. Marks.Select((marks, i) => new PaperRow(((char)('甲' + i)).ToString(), marks))];

    public static Arbitrary<SmallBallot> Any { get; } = Arb.From(
        from count in Gen.Choose(1, 4)
        from marks in Gen.ArrayOf(Gen.Elements(Kinds), count)
        from written in Gen.Choose(0, 2)
        from names in Gen.ArrayOf(Gen.Elements("甲", "乙", "另一人", "又一人"), written)
        from seats in Gen.Choose(1, 3)
        from rule in Gen.Elements(BallotRule.AtMostSeats, BallotRule.ExactlySeats)
        from blank in Gen.Elements(BlankBallot.AbstainAll, BlankBallot.Invalid)
        from doubleMark in Gen.Elements(DoubleMark.RowInvalid, DoubleMark.BallotInvalid)
        select new SmallBallot(marks, names, seats, new BallotParameters(rule, blank, doubleMark)));
}

/// <summary>认票公理: what holds for every paper whatever is on it.</summary>
internal static class BallotLaws
{
    /// <summary>A valid paper chooses at most the seats, a void one nothing at all; each listed name has at most one mark.</summary>
    public static bool NeverMoreThanTheSeats(BallotReader read, SmallBallot one)
    {
        BallotReading reading = Read(read, one);
        int chosen = reading.Rows.Count(row => row.Choice == Choice.For) + reading.WriteIns.Count;
        return chosen <= (reading.IsValid ? one.Seats : 0)
            && reading.Rows.Select(row => row.Name).Distinct().Count() == reading.Rows.Count
            && (reading.IsValid || reading.Rows.Count == 0);
    }

    /// <summary>Another person goes with a mark against that counts (DL17), once, and is not one of those listed.</summary>
    public static bool AnotherPersonNeedsAMarkAgainst(BallotReader read, SmallBallot one)
    {
        BallotReading reading = Read(read, one);
        return reading.WriteIns.Count <= reading.Rows.Count(row => row.Choice == Choice.Against)
            && reading.WriteIns.Distinct().Count() == reading.WriteIns.Count
            && !reading.WriteIns.Intersect(one.Rows.Select(row => row.Name)).Any();
    }

    /// <summary>The order of the rows on the paper changes nothing for anybody listed.</summary>
    public static bool OrderDoesNotMatter(BallotReader read, SmallBallot one)
    {
        BallotReading reading = Read(read, one), turned = read([.. one.Rows.Reverse()], one.WrittenIn, one.Seats, one.Measure);
        return reading.IsValid == turned.IsValid && reading.Rows.Order().SequenceEqual(turned.Rows.Order()) && reading.WriteIns.Order().SequenceEqual(turned.WriteIns.Order());
    }

    private static BallotReading Read(BallotReader read, SmallBallot one) => read(one.Rows, one.WrittenIn, one.Seats, one.Measure);
}

/// <summary>埋错: readers that are wrong on purpose.</summary>
internal static class PlantedReaders
{
    /// <summary>Looks at the limit before the names written in.</summary>
    public static BallotReading ForgetsTheWrittenIn(IReadOnlyList<PaperRow> rows, IReadOnlyList<string> writtenIn, int seats, BallotParameters measure)
    {
        BallotReading listed = BallotReading.Of(rows, [], seats, measure);
        return listed.IsValid ? listed with { WriteIns = [.. writtenIn.Distinct().Except(rows.Select(row => row.Name))] } : listed;
    }

    /// <summary>Takes a mark against as a premise even when its own voter contradicts it.</summary>
    public static BallotReading TakesAnyMarkAgainst(IReadOnlyList<PaperRow> rows, IReadOnlyList<string> writtenIn, int seats, BallotParameters measure)
    {
        BallotReading right = BallotReading.Of(rows, writtenIn, seats, measure);
        int against = rows.Count(row => row.Marks is [Choice.Against]);
        return right.IsValid ? right with { WriteIns = [.. writtenIn.Distinct().Except(rows.Select(row => row.Name)).Take(against)] } : right;
    }

    /// <summary>Cuts an over-vote at the last seat instead of voiding it.</summary>
    public static BallotReading KeepsTheFirstNames(IReadOnlyList<PaperRow> rows, IReadOnlyList<string> writtenIn, int seats, BallotParameters measure)
    {
        string[] chosen = [.. rows.Where(row => row.Marks is [Choice.For]).Take(seats).Select(row => row.Name)];
        return new BallotReading(IsValid: true, [.. rows.Where(row => row.Marks.Count == 1)
            .Select(row => (row.Name, row.Marks[0] == Choice.For && !chosen.Contains(row.Name) ? Choice.Abstain : row.Marks[0]))], []);
    }
}
