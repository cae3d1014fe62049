using System.Collections.Immutable;
using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Aim: after a finished round exactly the lawful votes are offered, prepared as their own type, and linked both ways.</summary>
public sealed class FollowUpTests
{
    private static readonly string[] Names = ["甲", "乙", "丙", "丁", "戊"];

    [Fact]
    public void A_void_vote_is_voted_again_as_a_type_of_its_own_and_both_rounds_know_it()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("2", RoundMode.Named);
        RoundNo first = driver.Last;
        driver.Must(driver.Void());
        driver.Must(FollowUp(first, FollowUpKind.Revote));
        Round again = driver.State.Rounds[driver.Last];

        Assert.Equal((VoteType.Revote, first, null), (again.Type, again.RepeatOf, again.FollowUpOf));
        Assert.Equal([driver.Last], driver.State.Rounds[first].FollowedBy);
        Assert.Equal(VoteType.Vote, driver.State.Rounds[first].Type);
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }

    [Fact]
    public void A_tie_offers_the_run_off_and_nothing_else()
    {
        Driver driver = Declared(Halls(2), 12, 9, 7, 7);
        RoundNo tied = driver.Last;

        Assert.Equal([FollowUpKind.Runoff], Offers(driver).Select(offer => offer.Kind));
        driver.Refused<Refusal.FollowUpNotOffered>(FollowUp(tied, FollowUpKind.FurtherElection));
        driver.Refused<Refusal.FollowUpNamesWrong>(FollowUp(tied, FollowUpKind.Runoff, "甲"));
        driver.Must(FollowUp(tied, FollowUpKind.Runoff));
        Assert.Equal((VoteType.Runoff, tied), (driver.State.Rounds[driver.Last].Type, driver.State.Rounds[driver.Last].FollowUpOf));
    }

    [Fact]
    public void Open_seats_of_deputy_posts_need_the_difference_again_and_people_choose_order_or_nomination()
    {
        Driver driver = Declared(Halls(3, OfficeKind.Deputy), 12, 9, 6, 5, 4);
        RoundNo first = driver.Last;
        FollowUp offer = Assert.Single(Offers(driver));

        Assert.Equal((FollowUpKind.FurtherElection, VoteType.FurtherElection), (offer.Kind, offer.Question!.Type));
        Assert.Equal(2, Assert.IsType<Election>(offer.Question).Seats);
        driver.Refused<Refusal.FollowUpNamesWrong>(FollowUp(first, FollowUpKind.FurtherElection, "乙", "丙"));
        Assert.Equal(["乙", "丙", "丁"], Candidates(offer, []));
        Assert.Equal(["新", "乙", "丙"], Candidates(offer, ["新", "乙", "丙"]));
        driver.Must(FollowUp(first, FollowUpKind.FurtherElection));
        Round further = driver.State.Rounds[driver.Last];
        Assert.Equal((VoteType.FurtherElection, first), (further.Type, further.FollowUpOf));
        Assert.EndsWith("（另行选举）", further.Question.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Deputies_stand_by_first_ballot_order_only_and_one_seat_has_two_candidates()
    {
        FollowUp offer = Assert.Single(Offers(Declared(Halls(1, OfficeKind.UpperDeputy), 12, 4, 5, 3)));

        Assert.Equal(["甲", "乙"], Candidates(offer, []));
        Assert.IsType<FollowUpQuestion.Refused>(offer.QuestionFor(["乙", "丙"]));
        Assert.IsType<FollowUpQuestion.Refused>(offer.QuestionFor(["新", "乙"]));
        Assert.IsType<FollowUpQuestion.Refused>(offer.QuestionFor(["甲", "乙", "丙"]));
    }

    [Fact]
    public void A_list_is_never_cut_inside_a_tie_by_itself()
    {
        FollowUp offer = Assert.Single(Offers(Declared(Halls(1, OfficeKind.UpperDeputy), 12, 3, 5, 3)));

        Assert.IsType<FollowUpQuestion.Refused>(offer.QuestionFor([]));
        Assert.Equal(["乙", "丙"], Candidates(offer, ["乙", "丙"]));
    }

    [Fact]
    public void An_empty_interval_gives_no_number_but_the_difference_stays()
    {
        FollowUp offer = Assert.Single(Offers(Declared(Halls(1, OfficeKind.CommitteeMember), 12, 5, 4, 3)));

        Assert.IsType<FollowUpQuestion.Refused>(offer.QuestionFor([]));
        Assert.IsType<FollowUpQuestion.Refused>(offer.QuestionFor(["甲"]));
        Assert.Equal(["甲", "乙"], Candidates(offer, ["甲", "乙"]));
    }

    [Fact]
    public void Projects_offer_the_rest_and_their_appraisal_at_the_end_of_the_year()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("5", RoundMode.Named);
        driver.Open();
        for (int i = 1; i <= 8; i++)
            driver.Must(driver.Cast(i, 1, Choice.For, null, null));
        driver.Finish();
        driver.Confirm(null);
        driver.Declare();

        Assert.Equal(
            [FollowUpKind.PresidiumDecides, FollowUpKind.RemainingProjects, FollowUpKind.Appraisal], Offers(driver).Select(offer => offer.Kind));
        Evaluation appraisal = Assert.IsType<Evaluation>(Offers(driver)[2].Question);
        Assert.Equal(("供水", "民生实事项目"), (Assert.Single(appraisal.Items).Name, appraisal.AppraisalOf));
        Assert.Equal(["公路", "公园"], Assert.IsType<ProjectVote>(Offers(driver)[1].Question).Projects);
    }

    [Fact]
    public void A_pre_selection_offers_the_election_with_its_formal_candidates_also_after_a_second_vote()
    {
        PreSelection vote = new()
        {
            Title = "委员预选",
            Verb = "预选",
            Office = "委员",
            OfficeKind = OfficeKind.CommitteeMember,
            Nominees = ["甲", "乙", "丙", "丁"],
            Seats = 1,
            FormalPlaces = 2,
        };
        Driver driver = Driver.SignedIn(12);
        Put(driver, vote, RoundMode.Secret);
        Vote(driver, 12, new StationRow(9, 0, 0, 0), new StationRow(4, 0, 0, 0), new StationRow(4, 0, 0, 0), new StationRow(1, 0, 0, 0));
        Assert.Equal([FollowUpKind.Runoff, FollowUpKind.PresidiumDecides], Offers(driver).Select(offer => offer.Kind));
        driver.Must(FollowUp(driver.Last, FollowUpKind.Runoff));
        Vote(driver, 12, new StationRow(3, 0, 0, 0), new StationRow(8, 0, 0, 0));

        Election election = Assert.IsType<Election>(Assert.Single(Offers(driver)).Question);
        Assert.Equal(["甲", "丙"], election.Candidates);
        Assert.Equal(("委员选举", 1), (election.Title, election.Seats));
    }

    [Fact]
    public void What_the_profile_prescribes_after_the_worst_grade_is_text()
    {
        Evaluation evaluation = new() { Title = "测评", Verb = "测评", Items = [new("甲局", null)], Scale = GradingScale.Satisfaction };
        ProfileRules rules = ProfileRules.Default with { Grading = new GradingParameters(Consequences: new NameList(["限期整改，再次测评"])) };
        Outcome outcome = new Outcome.Evaluated([new EvaluatedItem("甲局", 2, "不满意", 12)])
        {
            Reason = new Reason("", 0, BaseOf.Nobody, null, null, [], null, [], []),
        };
        Driver driver = Driver.SignedIn(10);
        Put(driver, evaluation, RoundMode.Named);
        FollowUp offer = Assert.Single(FollowUps.After(driver.State.Rounds[driver.Last], outcome, rules, _ => null));

        Assert.Equal("甲局：限期整改，再次测评", offer.Chinese);
        Assert.False(offer.IsVote);
    }

    private static IReadOnlyList<FollowUp> Offers(Driver driver) => FollowUps.Of(driver.State, driver.State.Rounds[driver.Last]);

    private static IReadOnlyList<string> Candidates(FollowUp offer, ImmutableArray<string> names) =>
        ((Election)Assert.IsType<FollowUpQuestion.Ready>(offer.QuestionFor(names)).Question).Candidates;

    private static Func<Instant, HallCommand> FollowUp(RoundNo after, FollowUpKind kind, params string[] names) =>
        at => new HallCommand.PrepareFollowUp(after, kind, [.. names], Samples.Digest(1)) { Issuer = Issuer.System, At = at };

    private static Election Halls(int seats, OfficeKind office = OfficeKind.CommitteeMember) => new()
    {
        Title = "选举",
        Verb = "选举",
        Office = "职务",
        OfficeKind = office,
        Candidates = Names,
        Seats = seats,
    };

    /// <summary>A declared secret election of twelve; the rest of each row is against.</summary>
    private static Driver Declared(Election election, int took, params int[] votes)
    {
        Driver driver = Driver.SignedIn(12);
        Put(driver, election with { Candidates = [.. Names.Take(votes.Length)] }, RoundMode.Secret);
        Vote(driver, took, [.. votes.Select(votesFor => new StationRow(votesFor, took - votesFor, 0, 0))]);
        return driver;
    }

    private static void Put(Driver driver, Question question, RoundMode mode)
    {
        driver.Must(at => new HallCommand.PutAgendaItem(new AgendaItem("20", question, mode, Octets.Empty), 0) { Issuer = Issuer.System, At = at });
        driver.Prepare("20", mode);
    }

    private static void Vote(Driver driver, int took, params StationRow[] rows)
    {
        driver.Open();
        for (int i = 1; i <= took; i++)
            driver.Must(driver.Mask(i, 1, 1));
        driver.Finish();
        driver.RequestTally();
        driver.Must(driver.StationCount(took, rows));
        driver.Confirm(took);
        driver.Declare();
    }
}
