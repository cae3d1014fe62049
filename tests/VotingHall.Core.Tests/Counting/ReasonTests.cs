using System.Text;
using Xunit;

namespace VotingHall.Core.Tests.Counting;

/// <summary>Aim: the reason is figures; the journal keeps every one of them and the words are made from them.</summary>
public sealed class ReasonTests
{
    [Fact]
    public void A_reason_survives_the_journal_figure_by_figure()
    {
        Reason reason = new(
            RuleId.MajorityOfAll, 300, BaseOf.All, Threshold.MoreThanHalf, 151,
            [
                Comparison.Of("甲", ComparedFigure.For, 160, 151), Comparison.Of("乙", ComparedFigure.For, 150, 151),
                Comparison.Of("", ComparedFigure.TookPart, 140, 151), Comparison.Of("丙", ComparedFigure.Grades, 9, 8, "满意+基本满意"),
            ],
            new PlacesFilled(Contenders.Persons, 2, 1, 0), [Law.OL25, Law.OL29], ["选举办法第八条"])
        { Faults = [PaperFault.RowExceedsValid] };
        Outcome outcome = new Outcome.Filled([new PersonOutcome("甲", 160, PersonState.Elected)]) { Reason = reason };
        byte[] entry = Entry(outcome);
        Assert.True(JournalEntry.TryRead(entry, out JournalEntry read));
        Outcome back = Assert.IsType<HallEvent.RoundCounted>(read.Event).Outcome;

        Assert.Equal(CanonicalJson.Write(OutcomeJson.Write(outcome)), CanonicalJson.Write(OutcomeJson.Write(back)));
        Assert.Equal(reason.Comparisons, back.Reason.Comparisons);
    }

    [Theory]
    [InlineData("\"OL25\"", "\"OL99\"")]
    [InlineData("\"rowExceedsValid\"", "\"rowExceedsGhosts\"")]
    [InlineData("\"atLeast\"", "\"perhaps\"")]
    public void A_law_fault_or_relation_nobody_knows_is_refused(string from, string to)
    {
        Reason reason = new(
            RuleId.MajorityOfAll, 300, BaseOf.All, Threshold.MoreThanHalf, 151, [Comparison.Of("", ComparedFigure.For, 160, 151)], null, [Law.OL25], [])
        { Faults = [PaperFault.RowExceedsValid] };
        string good = Encoding.UTF8.GetString(Entry(new Outcome.Carried { Reason = reason }));
        Assert.Contains(from, good, StringComparison.Ordinal);
        Assert.True(JournalEntry.TryRead(Encoding.UTF8.GetBytes(good), out _));
        Assert.False(JournalEntry.TryRead(Encoding.UTF8.GetBytes(good.Replace(from, to, StringComparison.Ordinal)), out _));
    }

    [Fact]
    public void Words_are_rendered_in_both_languages()
    {
        Reason reason = new(
            RuleId.MajorityOfAll, 300, BaseOf.All, Threshold.MoreThanHalf, 151, [Comparison.Of("甲", ComparedFigure.For, 160, 151)],
            new PlacesFilled(Contenders.Persons, 2, 1, 0), [Law.OL25], ["选举办法第八条"]);
        Assert.Equal("300÷2+1=151；1人达到151票；应选2名，当选1名", reason.Arithmetic);
        Assert.Equal("300/2 + 1 = 151; 1 person reached 151; places 2, elected 1", reason.ArithmeticEnglish);
        Assert.Equal(["地方组织法第二十五条", "选举办法第八条"], reason.Cites);
    }

    private static byte[] Entry(Outcome outcome) => new JournalEntry(
        0, new HallEvent.RoundCounted(new Stamp(new Instant(Samples.Start), Issuer.System, ""), new RoundNo(1), new Tally(1, 1, [], []), outcome, 0)).ToBytes();
}
