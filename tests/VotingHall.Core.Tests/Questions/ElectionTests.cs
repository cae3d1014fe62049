using Xunit;

namespace VotingHall.Core.Tests.Questions;

/// <summary>Aim: seats go by rank among those with the majority of all; ties, shortfall, write-ins and approval as OL29, EL45 and rules 5 say.</summary>
public sealed class ElectionTests
{
    [Fact]
    public void More_majorities_than_seats_are_ranked_and_explained()
    {
        Outcome outcome = Halls.Election(2, "甲", "乙", "丙").Count(Halls.Votes(290, ("甲", 160), ("乙", 280), ("丙", 250)), Halls.Congress(300));

        Outcome.Filled filled = Assert.IsType<Outcome.Filled>(outcome);
        Assert.Equal([PersonState.NotElected, PersonState.Elected, PersonState.Elected], filled.Persons.Select(person => person.State));
        Assert.Equal(151, filled.Reason.Required);
        Assert.Equal("300÷2+1=151；3人达到151票；应选2名，当选2名", filled.Reason.Arithmetic);
        Assert.Equal(["地方组织法第二十五条", "地方组织法第二十九条"], filled.Reason.Cites);
    }

    [Fact]
    public void A_tie_across_the_last_seat_is_a_run_off_and_the_run_off_needs_no_majority()
    {
        Election election = Halls.Election(3, "甲", "乙", "丙", "丁");
        Outcome.RunoffRequired tie = Assert.IsType<Outcome.RunoffRequired>(
            election.Count(Halls.Votes(290, ("甲", 260), ("乙", 190), ("丙", 190), ("丁", 190)), Halls.Congress(300)));
        Assert.Equal(["乙", "丙", "丁"], tie.Tied);
        Assert.Equal(2, tie.SeatsLeft);

        RunoffElection runoff = ElectionFollowUp.RunoffOf(election, tie, "再次投票");
        Outcome.RunoffRequired again = Assert.IsType<Outcome.RunoffRequired>(
            runoff.Count(Halls.Votes(290, ("乙", 120), ("丙", 80), ("丁", 80)), Halls.Congress(300)));
        Assert.Equal(["丙", "丁"], again.Tied);
        Assert.Equal(1, again.SeatsLeft);

        Outcome.Filled filled = Assert.IsType<Outcome.Filled>(
            ElectionFollowUp.RunoffOf(runoff, again).Count(Halls.Votes(290, ("丙", 3), ("丁", 2)), Halls.Congress(300)));
        Assert.Equal([PersonState.Elected, PersonState.NotElected], filled.Persons.Select(person => person.State));
        Assert.Null(filled.Reason.Required);
        Assert.Equal(RuleId.Plurality, filled.Reason.RuleId);
    }

    [Fact]
    public void Open_seats_are_a_shortfall_with_the_rest_by_votes()
    {
        Outcome.Shortfall shortfall = Assert.IsType<Outcome.Shortfall>(
            Halls.Election(2, "甲", "乙", "丙").Count(Halls.Votes(290, ("甲", 140), ("乙", 240), ("丙", 150)), Halls.Congress(300)));

        Assert.Equal(1, shortfall.Missing);
        Assert.Equal(["丙", "甲"], ElectionFollowUp.RemainingByVotes(shortfall).Select(person => person.Name));
    }

    [Fact]
    public void A_written_in_person_stands_in_the_same_pool_and_a_listed_name_written_in_counts_for_the_listed()
    {
        Tally tally = Halls.Votes(298, ("甲", 130), ("乙", 140)) with { WriteIns = [new("丁", 155), new("乙", 12)] };

        Outcome.Filled filled = Assert.IsType<Outcome.Filled>(Halls.Election(2, "甲", "乙").Count(tally, Halls.Congress(300)));
        Assert.Equal(
            [new PersonOutcome("甲", 130, PersonState.NotElected), new("乙", 152, PersonState.Elected), new("丁", 155, PersonState.Elected, IsWriteIn: true)],
            filled.Persons);
    }

    [Fact]
    public void The_mark_for_another_person_is_against_the_listed_and_for_nobody_yet()
    {
        Tally tally = new(290, 290, [new RowTally("甲", 150, 0, 0, WriteIn: 140)], []);

        Assert.IsType<Outcome.Shortfall>(Halls.Election(1, "甲").Count(tally, Halls.Congress(300)));
        Assert.Equal(140, tally.Rows[0].AgainstInAll);
    }

    [Fact]
    public void A_chief_procurator_is_elected_pending_approval()
    {
        Election election = Halls.Election(1, "甲") with { OfficeKind = OfficeKind.ChiefProcurator };

        Outcome.Filled filled = Assert.IsType<Outcome.Filled>(election.Count(Halls.Votes(290, ("甲", 280)), Halls.Congress(300)));
        Assert.Equal(PersonState.ElectedPendingUpperApproval, filled.Persons[0].State);
        Assert.Contains(Law.OL11.Chinese, filled.Reason.Cites);
    }

    [Fact]
    public void More_marks_than_signed_in_can_never_be_announced()
    {
        Tally tally = new(280, 280, [new RowTally("甲", 270, 11, 0)], []);

        Outcome.Invalid invalid = Assert.IsType<Outcome.Invalid>(Halls.Election(1, "甲").Count(tally, Halls.Congress(300)));
        Assert.Equal("marks_exceed_present", invalid.Why);
    }

    [Fact]
    public void A_tally_of_another_paper_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => Halls.Election(1, "甲", "乙").Count(Halls.Votes(10, ("甲", 5)), Halls.Congress(10)));

    [Fact]
    public void The_secret_paper_offers_four_options_and_the_named_paper_numbers()
    {
        PaperGroup secret = Assert.Single(Halls.Election(2, "甲", "乙", "丙").PaperFor(RoundMode.Secret).Groups);
        Assert.Equal([Choice.For, Choice.Against, Choice.Abstain, Choice.WriteIn], secret.Options);
        Assert.Equal((2, 0, 0), (secret.MaxFor, secret.MinFor, secret.WriteIns));

        PaperGroup named = Assert.Single(Halls.Election(2, "甲", "乙", "丙").PaperFor(RoundMode.Named).Groups);
        Assert.Equal(3, named.Options.Count);
        Assert.Equal((2, 2), (named.MaxFor, named.WriteIns));

        PaperGroup exact = Assert.Single((Halls.Election(2, "甲", "乙", "丙") with { BallotRule = BallotRule.ExactlySeats }).PaperFor(RoundMode.Secret).Groups);
        Assert.Equal(2, exact.MinFor);
    }

    [Theory]
    [InlineData(CandidateRule.CommitteeMembers, 30, 33, 36)]
    [InlineData(CandidateRule.CommitteeMembers, 4, null, null)]
    [InlineData(CandidateRule.CommitteeMembers, 5, 6, 6)]
    [InlineData(CandidateRule.ByElection, 2, 2, null)]
    [InlineData(CandidateRule.UpperDeputies, 1, 2, 2)]
    [InlineData(CandidateRule.UpperDeputies, 21, 26, 31)]
    public void The_legal_number_of_candidates(CandidateRule rule, int seats, int? min, int? max)
    {
        CandidateNumbers numbers = CandidateNumbers.For(rule, seats);

        Assert.Equal((min, max), (numbers.Min, numbers.Max));
        Assert.Equal(min is null, numbers.IsEmpty);
        Assert.False(numbers.Allows((min ?? seats) - 1));
    }
}
