using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>A whole election on paper: issued, collected, declared valid, counted by two, merged by a person, recorded.</summary>
public sealed class PaperElectionTests
{
    [Fact]
    public void Two_equal_entries_are_the_count()
    {
        Driver driver = PaperHall.ElectionIn(RoundPhase.Closed);
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, PaperHall.Good));
        Assert.Null(Round(driver).Counted);
        driver.Must(PaperHall.Enter(driver, PaperHall.Scrutineer, PaperHall.Good));
        Counted counted = Round(driver).Counted!;
        Assert.Equal((10, 9), (counted.Tally.SignedIn, counted.Tally.Participants));
        Assert.Equal(new PaperCount(10, 10, 9, 1) { Reasons = new InvalidPapers(1, 0, 0, 0, 0) }, counted.Tally.Papers);
        // 12 / 2 + 1 = 7: both listed names have it, the base is all deputies whatever came back.
        Outcome.Filled filled = Assert.IsType<Outcome.Filled>(counted.Outcome);
        Assert.Equal(["林若水", "王𠮷"], filled.Persons.Where(person => person.State == PersonState.Elected).Select(person => person.Name));
    }

    [Fact]
    public void The_same_person_cannot_be_the_second()
    {
        Driver driver = PaperHall.ElectionIn(RoundPhase.Closed);
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, PaperHall.Good));
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, PaperHall.Good));
        Assert.Single(Round(driver).ByHand.Entries);
        Assert.Null(Round(driver).Counted);
    }

    [Fact]
    public void Different_entries_wait_until_one_is_corrected()
    {
        Driver driver = PaperHall.ElectionIn(RoundPhase.Closed);
        HandCount slip = PaperHall.Good with { Rows = [new RowTally("", 7, 2, 0), .. PaperHall.Good.Rows.Skip(1)] };
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, slip));
        driver.Must(PaperHall.Enter(driver, PaperHall.Scrutineer, PaperHall.Good));
        Assert.Equal(RoundPhase.Closed, Round(driver).Phase);
        driver.Refused<Refusal.TwoPersonsEntered>(PaperHall.Enter(driver, PaperHall.Third, PaperHall.Good));
        driver.Refused<Refusal.CountsDiffer>(PaperHall.Decide(driver, "无"));
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, PaperHall.Good));
        Assert.Equal(RoundPhase.Counted, Round(driver).Phase);
    }

    [Fact]
    public void More_collected_than_issued_voids_the_whole_ballot()
    {
        Driver driver = PaperHall.ElectionIn(RoundPhase.Open);
        driver.Must(PaperHall.Close(driver));
        driver.Must(PaperHall.Collected(driver, 11));
        driver.Refused<Refusal.ValidityNotDeclared>(PaperHall.Enter(driver, PaperHall.Desk, PaperHall.Good));
        driver.Refused<Refusal.ValidityWrong>(PaperHall.Validity(driver, true));
        driver.Must(PaperHall.Validity(driver, false));
        Assert.Equal(VoidReason.MoreCollectedThanIssued, Round(driver).Voided!.Reason);
        driver.Must(PaperHall.Prepare("P"));
        Assert.Equal((VotingMethod.PaperBallot, new RoundNo(2), null), (Round(driver).Method, Round(driver).RepeatOf, Round(driver).FallbackOf));
    }

    [Fact]
    public void Voting_does_not_end_before_the_papers_issued_are_reported()
    {
        Driver driver = PaperHall.Ready();
        driver.Must(PaperHall.Prepare("P"));
        driver.Must(PaperHall.Open(driver));
        driver.Refused<Refusal.IssuedNotEntered>(PaperHall.Close(driver));
        driver.Refused<Refusal.IssuedAbovePresent>(PaperHall.Issued(driver, 11));
        driver.Must(PaperHall.Issued(driver, 11, "一名代表换票"));
        driver.Must(PaperHall.Close(driver));
        driver.Refused<Refusal.CollectedNotEntered>(PaperHall.Validity(driver, true));
    }

    [Fact]
    public void Missing_marks_need_a_persons_written_decision()
    {
        Driver driver = PaperHall.ElectionIn(RoundPhase.Closed);
        HandCount short8 = PaperHall.Good with { Valid = 8, Rows = [new RowTally("", 7, 1, 0), new RowTally("", 7, 1, 0), new RowTally("", 0, 8, 0)] };
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, short8));
        driver.Must(PaperHall.Enter(driver, PaperHall.Scrutineer, short8));
        Assert.Equal(RoundPhase.Closed, Round(driver).Phase);
        driver.Refused<Refusal.NoteMissing>(PaperHall.Decide(driver, " "));
        driver.Must(PaperHall.Decide(driver, "一张票遗失，经查找未果"));
        Assert.IsType<Outcome.Filled>(Round(driver).Counted!.Outcome);
        driver.Confirm(null);
        driver.Declare();
        Json.Object record = Record(driver);
        Assert.Equal("unaccounted", record.ObjectOf("tally")!.TextOf("sumCheck"));
        Assert.Contains(record.ListOf("exceptions")!, line => ((Json.Object)line).TextOf("code") == "unaccounted");
    }

    [Theory]
    [InlineData(9, 9, 1, 0)] // a row with more marks than valid papers
    [InlineData(11, 8, 1, 0)] // valid and invalid above collected
    public void Too_many_marks_are_never_announced(int valid, int votes, int against, int abstain)
    {
        Driver driver = PaperHall.ElectionIn(RoundPhase.Closed);
        HandCount wrong = PaperHall.Good with { Valid = valid, Rows = [new RowTally("", votes, against, abstain), .. PaperHall.Good.Rows.Skip(1)] };
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, wrong));
        driver.Must(PaperHall.Enter(driver, PaperHall.Scrutineer, wrong));
        Assert.IsType<Outcome.Invalid>(Round(driver).Counted!.Outcome);
        driver.Confirm(null);
        driver.Refused<Refusal.ExcessOfMarks>(driver.DeclareRound());
        driver.Must(driver.Void());
    }

    [Fact]
    public void A_row_that_cannot_be_read_still_adds_up_to_the_valid_papers()
    {
        Driver driver = PaperHall.ElectionIn(RoundPhase.Closed);
        HandCount count = PaperHall.Good with { Rows = [new RowTally("", 7, 1, 0) { Void = 1 }, .. PaperHall.Good.Rows.Skip(1)] };
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, count));
        driver.Must(PaperHall.Enter(driver, PaperHall.Scrutineer, count));
        Assert.Equal(SumCheck.Ok, HandFinding.Of(Round(driver).Paper, Round(driver).Counted!.Tally).Sum.Check);
    }

    [Fact]
    public void Names_are_merged_by_a_person_and_the_outcome_follows()
    {
        Driver driver = PaperHall.ElectionIn(RoundPhase.Closed);
        HandCount count = PaperHall.Good with
        {
            Rows = [new RowTally("", 5, 4, 0), new RowTally("", 4, 5, 0), new RowTally("", 0, 9, 0)],
            WriteIns = [new WriteInTally("何知白", 5), new WriteInTally("何之白", 4)],
        };
        driver.Must(PaperHall.Enter(driver, PaperHall.Desk, count));
        driver.Must(PaperHall.Enter(driver, PaperHall.Scrutineer, count));
        Assert.IsType<Outcome.Shortfall>(Round(driver).Counted!.Outcome);
        driver.Refused<Refusal.NameUnknown>(PaperHall.Merge(driver, "无人", "何知白"));
        driver.Must(PaperHall.Merge(driver, "何之白", "何知白"));
        Outcome.Shortfall one = Assert.IsType<Outcome.Shortfall>(Round(driver).Counted!.Outcome);
        Assert.Equal((1, "何知白"), (one.Missing, one.Persons.Single(person => person.State == PersonState.Elected).Name));
        driver.Must(PaperHall.Merge(driver, "何知白", "林若水"));
        Assert.Equal(14, Assert.IsType<Outcome.Shortfall>(Round(driver).Counted!.Outcome).Persons[0].For);
        driver.Must(PaperHall.Recount(driver));
        Assert.Equal((RoundPhase.Closed, 0, 0), (Round(driver).Phase, Round(driver).ByHand.Merges.Count, Round(driver).ByHand.Entries.Count));
    }

    [Fact]
    public void The_record_says_how_and_who_keyed_in()
    {
        Json.Object record = Record(PaperHall.ElectionIn(RoundPhase.Declared));
        Json.Object method = record.ObjectOf("method")!, tally = record.ObjectOf("tally")!;
        Assert.Equal("paper", method.TextOf("how"));
        Assert.Equal(["secretariat:mishu", "scrutineer:jian"], method.ListOf("enteredBy")!.Select(one => ((Json.Text)one).Value));
        Assert.Equal((10, 10, 9, 1), (tally.NumberOf("issued"), tally.NumberOf("collected"), tally.NumberOf("valid"), tally.NumberOf("invalid")));
        Assert.Equal(1, tally.ObjectOf("reasons")!.NumberOf("overVote"));
        Assert.Equal("ok", tally.TextOf("sumCheck"));
        Assert.Equal("secret", record.TextOf("mode"));
        Assert.Null(record["secrecy"]);
        Assert.Null(record["recordedList"]);
        Assert.Equal(10, record.ObjectOf("roll")!.NumberOf("enabled"));
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(9, -1, 0)]
    [InlineData(9, 0, 10_000)]
    public void Figures_nobody_can_count_are_refused(int valid, int overVote, int votes)
    {
        Driver driver = PaperHall.ElectionIn(RoundPhase.Closed);
        HandCount count = new(valid, new InvalidPapers(overVote, 0, 0, 0, 0), [new RowTally("", votes, 0, 0), .. PaperHall.Good.Rows.Skip(1)], []);
        driver.Refused<Refusal.CountUnfit>(PaperHall.Enter(driver, PaperHall.Desk, count));
    }

    private static Round Round(Driver driver) => driver.State.Rounds[driver.Last];

    private static Json.Object Record(Driver driver) => ResultRecord.Payload(driver.State, driver.Last, Circumstances);

    private static RecordCircumstances Circumstances { get; } = new(
        "S1", true, new LogHead("test", 1, Samples.Digest(1), null), new SoftwareVersions("1", "", [], Octets.Empty, Octets.Empty), Samples.Digest(2),
        new TimeQuality("operator", null, 60_000, "boot", 1), Samples.Digest(3), new Dictionary<KeypadUid, string>(), []);
}
