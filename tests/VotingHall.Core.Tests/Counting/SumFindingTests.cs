using Xunit;

namespace VotingHall.Core.Tests.Counting;

/// <summary>Aim: a sum above the attendance is always seen, a gap is measured, a missing figure is never invented. Source: rules 4.4.</summary>
public sealed class SumFindingTests
{
    [Fact]
    public void Marks_and_keys_not_pressed_add_up() => Assert.Equal(new SumFinding(SumCheck.Ok, 0), SumFinding.Of(286, 271, 6, 5, 4));

    [Fact]
    public void A_gap_is_measured() => Assert.Equal(new SumFinding(SumCheck.Unaccounted, 7), SumFinding.Of(290, 200, 60, 23));

    [Fact]
    public void An_excess_is_seen() => Assert.Equal(new SumFinding(SumCheck.Excess, -5), SumFinding.Of(280, 200, 70, 15));

    [Fact]
    public void A_missing_figure_is_unknown()
    {
        Assert.Equal(new SumFinding(SumCheck.Unknown, null), SumFinding.Of(null, 200, 70, 15));
        Assert.Equal(new SumFinding(SumCheck.Unknown, null), SumFinding.Of(290, 200, null, 15));
    }

    [Fact]
    public void An_excess_is_seen_even_with_a_figure_missing() => Assert.Equal(SumCheck.Excess, SumFinding.Of(280, 281, null, 0).Check);

    [Fact]
    public void The_worst_row_speaks_for_the_paper()
    {
        Tally tally = new(10, 10, [new RowTally("甲", 10, 0, 0), new RowTally("乙", 5, 5, 1)], []);

        Assert.Equal(SumCheck.Excess, SumFinding.Of(tally).Check);
    }

    [Fact]
    public void More_participants_than_signed_in_is_an_excess() =>
        Assert.Equal(SumCheck.Excess, SumFinding.Of(new Tally(10, 11, [new RowTally("", 1, 0, 0)], [])).Check);

    [Fact]
    public void A_pick_list_has_no_mark_for_not_chosen()
    {
        Tally tally = new(10, 9, [new RowTally("一", 3, 0, 0)], []);

        Assert.Equal(SumCheck.Ok, SumFinding.Of(tally, pickList: true).Check);
        Assert.Equal(SumCheck.Unaccounted, SumFinding.Of(tally).Check);
    }

    [Fact]
    public void Paper_identities_that_fail_are_named()
    {
        Tally good = new(290, 285, [new RowTally("甲", 200, 80, 5)], [new WriteInTally("乙", 60)]);
        Assert.Empty(new PaperCount(290, 285, 285, 0).Faults(290, 1, good));
        Assert.Equal(5, new PaperCount(290, 285, 285, 0).NotReturned);

        Tally bad = new(290, 285, [new RowTally("甲", 285, 10, 5)], [new WriteInTally("乙", 60)]);
        Assert.Equal(
            [
                PaperFault.CollectedExceedsIssued, PaperFault.IssuedExceedsPresent, PaperFault.ValidAndInvalidNotCollected,
                PaperFault.RowExceedsValid, PaperFault.ChosenExceedsSeats, PaperFault.WriteInsExceedAgainst,
            ],
            new PaperCount(291, 292, 285, 5).Faults(290, 1, bad));
    }
}
