using Xunit;

namespace VotingHall.Core.Tests.Questions;

/// <summary>Aim: motions, lists, appointments, projects and roll calls count against the right base and carry their reason.</summary>
public sealed class VoteTests
{
    private static readonly Motion Resolution = new() { Title = "关于政府工作报告的决议", Verb = "通过" };

    [Fact]
    public void A_motion_explains_itself()
    {
        Outcome outcome = Resolution.Count(new Tally(286, 282, [new RowTally("", 271, 6, 5)], []), Halls.Congress(300));

        Assert.IsType<Outcome.Carried>(outcome);
        Assert.Equal("300÷2+1=151；271≥151", outcome.Reason.Arithmetic);
        Assert.Equal("300/2 + 1 = 151; 271≥151", outcome.Reason.ArithmeticEnglish);
        Assert.Equal(["地方组织法第二十五条"], outcome.Reason.Cites);
    }

    [Fact]
    public void Exactly_half_of_all_is_not_carried() =>
        Assert.IsType<Outcome.NotCarried>(Resolution.Count(Halls.Votes(201, ("", 150)), Halls.Congress(300)));

    [Fact]
    public void The_participation_rule_names_why_a_vote_fails_and_saves_none()
    {
        ProfileRules guangdong = Halls.Plain with
        {
            Motion = new MotionParameters(ParticipationRule.MajorityOfAll),
            Cites = new Dictionary<string, string> { ["motion.participationRule"] = "某市议事规则第六十条" },
        };
        Outcome half = Resolution.Count(new Tally(210, 150, [new RowTally("", 150, 0, 0)], []), Halls.Congress(300, guangdong));
        Assert.False(Assert.IsType<Outcome.NotCarried>(half).VoteEffective);
        Assert.Contains("某市议事规则第六十条", half.Reason.Cites);

        Outcome enough = Resolution.Count(new Tally(210, 151, [new RowTally("", 150, 1, 0)], []), Halls.Congress(300, guangdong));
        Assert.True(Assert.IsType<Outcome.NotCarried>(enough).VoteEffective);
        Assert.IsType<Outcome.Carried>(Resolution.Count(new Tally(210, 151, [new RowTally("", 151, 0, 0)], []), Halls.Congress(300, guangdong)));
    }

    [Fact]
    public void A_procedural_question_is_measured_against_those_present()
    {
        Motion procedural = Resolution with { Rule = MotionRule.MajorityOfPresent };

        Assert.IsType<Outcome.Carried>(procedural.Count(Halls.Votes(50, ("", 26)), Halls.Congress(300)));
        Outcome outcome = procedural.Count(Halls.Votes(50, ("", 25)), Halls.Congress(300));
        Assert.IsType<Outcome.NotCarried>(outcome);
        Assert.Equal(50, outcome.Reason.Base);
    }

    [Fact]
    public void Persons_one_by_one_end_differently_and_a_merged_list_ends_as_one()
    {
        Appointment persons = new() { Title = "人事任免", Verb = "决定任命", Persons = [new("甲", "局长"), new("乙", null)] };
        Outcome.PersonByPerson each = Assert.IsType<Outcome.PersonByPerson>(persons.Count(Halls.Votes(55, ("甲", 31), ("乙", 30)), Halls.Committee(61)));
        Assert.Equal([PersonState.Passed, PersonState.NotPassed], each.Persons.Select(person => person.State));
        Assert.Equal("61÷2取整+1=31；31≥31，30<31", each.Reason.Arithmetic);
        Assert.Equal(["地方组织法第五十条", "地方组织法第五十一条"], each.Reason.Cites);
        Assert.Equal((2, false), (persons.PaperFor(RoundMode.Secret).RowCount, persons.PaperFor(RoundMode.Secret).CastsAtOnce));

        Appointment merged = persons with { Merged = true };
        Assert.IsType<Outcome.Carried>(merged.Count(Halls.Votes(55, ("", 40)), Halls.Committee(61)));
        Assert.True(merged.PaperFor(RoundMode.Secret).CastsAtOnce);
        Assert.Contains(Law.OL32.Chinese, (merged with { Verb = "接受辞职" }).Count(Halls.Votes(55, ("", 40)), Halls.Committee(61)).Reason.Cites);
    }

    [Fact]
    public void A_list_is_one_vote_or_name_by_name()
    {
        ListVote list = new() { Title = "专门委员会组成人员名单", Verb = "通过", Names = ["甲", "乙"] };

        Assert.IsType<Outcome.Carried>(list.Count(Halls.Votes(290, ("", 151)), Halls.Congress(300)));
        Assert.IsType<Outcome.PersonByPerson>((list with { OneByOne = true }).Count(Halls.Votes(290, ("甲", 151), ("乙", 150)), Halls.Congress(300)));
    }

    [Fact]
    public void Projects_are_ranked_and_a_tie_for_the_last_place_is_voted_again()
    {
        ProjectVote vote = new() { Title = "民生实事项目票决", Verb = "票决", Projects = ["一", "二", "三"], Seats = 2 };
        Outcome.RunoffRequired tie = Assert.IsType<Outcome.RunoffRequired>(
            vote.Count(Halls.Votes(290, ("一", 280), ("二", 210), ("三", 210)), Halls.Congress(300)));
        Outcome.Filled filled = Assert.IsType<Outcome.Filled>(vote.RunoffOf(tie).Count(Halls.Votes(290, ("二", 9), ("三", 8)), Halls.Congress(300)));
        Assert.Equal(PersonState.Elected, filled.Persons[0].State);

        Outcome.Shortfall shortfall = Assert.IsType<Outcome.Shortfall>((vote with { PickList = true }).Count(
            new Tally(290, 280, [new("一", 200, 0, 0), new("二", 150, 0, 0), new("三", 150, 0, 0)], []), Halls.Congress(300)));
        Assert.Equal(1, shortfall.Missing);
        Assert.True((vote with { PickList = true }).PaperFor(RoundMode.Secret).Groups[0].IsPickList);
        Assert.Equal(2, vote.PaperFor(RoundMode.Named).Groups[0].MaxFor);
    }

    [Fact]
    public void A_roll_call_is_measured_against_the_quorum_of_the_body()
    {
        RollCall call = new() { Title = "签到", Verb = "签到" };

        Assert.True(Assert.IsType<Outcome.RollCalled>(call.Count(new Tally(200, 200, [], []), Halls.Congress(300))).Quorate);
        Assert.False(Assert.IsType<Outcome.RollCalled>(call.Count(new Tally(199, 199, [], []), Halls.Congress(300))).Quorate);
        Assert.False(Assert.IsType<Outcome.RollCalled>(call.Count(new Tally(17, 17, [], []), Halls.Committee(34))).Quorate);
        Assert.Equal("300×2÷3=200；199<200", call.Count(new Tally(199, 199, [], []), Halls.Congress(300)).Reason.Arithmetic);
    }

    [Fact]
    public void Only_a_roll_call_is_taken_by_sign_in()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Resolution.PaperFor(RoundMode.SignIn));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RollCall { Title = "签到", Verb = "签到" }.PaperFor(RoundMode.Named));
    }

    [Fact]
    public void What_needs_paper_is_refused_on_keypads()
    {
        Assert.Equal(Law.OL28, MethodRule.KeypadRefusal(Halls.Election(1, "甲"), Halls.Plain));
        Assert.Null(MethodRule.KeypadRefusal(Halls.Election(1, "甲"), Halls.Plain with { Election = new ElectionParameters(ElectionMethod.KeypadAdopted, "选举办法第八条") }));
        Assert.Equal(Law.SL62, MethodRule.KeypadRefusal(Resolution with { Verb = "撤职" }, Halls.Plain));
        Assert.Equal(VotingMethod.PaperBallot, MethodRule.FallbackOf(ActNature.Dismissal));
        Assert.Equal(VotingMethod.ShowOfHands, MethodRule.FallbackOf(ActNature.Ordinary));
    }
}
