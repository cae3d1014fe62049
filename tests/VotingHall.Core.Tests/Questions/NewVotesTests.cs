using Xunit;

namespace VotingHall.Core.Tests.Questions;

/// <summary>Aim: pre-selection, procedural questions, answers to inquiries and lists count against their own base or none.</summary>
public sealed class NewVotesTests
{
    private static readonly PreSelection Nominated = new()
    {
        Title = "副县长预选",
        Verb = "预选",
        Office = "副县长",
        OfficeKind = OfficeKind.Deputy,
        Nominees = ["甲", "乙", "丙", "丁"],
        Seats = 2,
        FormalPlaces = 3,
    };

    private static Tally Picks(int took, params int[] votes) =>
        new(took, took, [.. votes.Select((votesFor, i) => new RowTally(Nominated.Nominees[i], votesFor, 0, 0))], []);

    [Fact]
    public void The_first_by_votes_become_candidates_without_any_majority()
    {
        Tally tally = Picks(280, 90, 20, 60, 10);
        Outcome.Preselected selected = Assert.IsType<Outcome.Preselected>(Nominated.Count(tally, Halls.Congress(300)));

        Assert.Equal([PersonState.Formal, PersonState.Formal, PersonState.Formal, PersonState.NotFormal], selected.Persons.Select(person => person.State));
        Assert.Null(selected.Reason.Required);
        Assert.Equal(
            "参加投票280人。预选结果，按得票多少为序，下列3人为副县长正式候选人：甲90票，丙60票，乙20票。",
            ResultAnnouncement.Of(Nominated, tally, selected, Body.Congress, Halls.Plain).TextOrNone!.Chinese);
    }

    [Fact]
    public void Equal_votes_across_the_cut_are_an_outcome_of_their_own_and_can_be_voted_again()
    {
        Outcome.CutTied tie = Assert.IsType<Outcome.CutTied>(Nominated.Count(Picks(280, 90, 20, 60, 20), Halls.Congress(300)));
        Assert.Equal(["乙", "丁"], tie.Tied);
        Assert.Equal(1, tie.PlacesLeft);

        PreSelection again = Nominated.RunoffOf(tie);
        Assert.Equal((VoteType.Runoff, 1), (again.Type, again.FormalPlaces));
        Assert.Equal(VoteType.PreSelection, Nominated.Type);
    }

    [Fact]
    public void Those_present_decide_only_where_the_profile_quotes_a_local_text()
    {
        Procedural question = new() { Title = "暂不交付表决", Verb = "决定", Matter = ProceduralMatter.Postponement };
        ProfileRules quoted = ProfileRules.Default with
        {
            Procedural = new ProceduralParameters(Postponement: ProceduralBase.Present),
            Cites = new Dictionary<string, string> { ["procedural.postponement"] = "某市议事规则第六十八条" },
        };
        Tally tally = Halls.Votes(200, ("", 101));
        Outcome present = question.Count(tally, Halls.Congress(300, quoted)), all = question.Count(tally, Halls.Congress(300));

        Assert.IsType<Outcome.Carried>(present);
        Assert.Equal((RuleId.MajorityOfPresent, BaseOf.Present, 200), (present.Reason.RuleId, present.Reason.BaseOf, present.Reason.Base));
        Assert.Equal(["某市议事规则第六十八条"], present.Reason.Cites);
        Assert.IsType<Outcome.NotCarried>(all);
        Assert.IsType<Outcome.NotCarried>(question.Count(tally, Halls.Congress(300, quoted with { Cites = new Dictionary<string, string>() })));
    }

    [Fact]
    public void Only_the_signatories_answer_an_inquiry_and_they_are_the_base()
    {
        InquiryAnswer question = new() { Title = "答复", Verb = "表决", Signatories = [.. Enumerable.Range(1, 10).Select(i => new MemberId(i))] };
        Tally five = new(8, 8, [new RowTally("", 5, 3, 0)], []), six = new(8, 8, [new RowTally("", 6, 2, 0)], []);

        Assert.IsType<Outcome.NotCarried>(question.Count(five, Halls.Committee(60)));
        Outcome outcome = question.Count(six, Halls.Committee(60));
        Assert.IsType<Outcome.Carried>(outcome);
        Assert.Equal((10, BaseOf.Signatories), (outcome.Reason.Base, outcome.Reason.BaseOf));
        Assert.True(question.MayVote(new MemberId(10)));
        Assert.False(question.MayVote(new MemberId(11)));
        Assert.Equal([Choice.For, Choice.Against], question.PaperFor(RoundMode.Named).Groups[0].Options);
        Assert.Equal("不满意", question.PaperFor(RoundMode.Named).Groups[0].LabelOf(1));
    }

    [Theory]
    [InlineData(ListPurpose.Presidium, "OL17")]
    [InlineData(ListPurpose.Tellers, "EL43")]
    [InlineData(ListPurpose.InquiryCommission, "OL36")]
    [InlineData(ListPurpose.SpecialCommittee, "OL34")]
    [InlineData(ListPurpose.Measures, "OL25")]
    public void A_list_rests_on_the_articles_of_its_purpose(ListPurpose purpose, string law)
    {
        ListVote list = new() { Title = "名单", Verb = "通过", Names = ["甲"], Purpose = purpose };
        Assert.Equal(law, list.Count(Halls.Votes(290, ("", 151)), Halls.Congress(300)).Reason.Laws[0].Code);
    }

    [Theory]
    [InlineData("选举", VoteType.Election)]
    [InlineData("补选", VoteType.ByElection)]
    [InlineData("另行选举", VoteType.FurtherElection)]
    public void The_verb_says_which_election_it_is(string verb, VoteType type) => Assert.Equal(type, (Halls.Election(1, "甲") with { Verb = verb }).Type);

    [Theory]
    [InlineData("选举", OfficeKind.UpperDeputy, 1, null, null)]
    [InlineData("另行选举", OfficeKind.UpperDeputy, 1, 2, 2)]
    [InlineData("另行选举", OfficeKind.UpperDeputy, 21, 26, 31)]
    [InlineData("另行选举", OfficeKind.Chief, 1, 1, 2)]
    [InlineData("另行选举", OfficeKind.Deputy, 2, 3, 5)]
    [InlineData("另行选举", OfficeKind.CommitteeMember, 1, null, null)]
    [InlineData("补选", OfficeKind.CommitteeMember, 3, 3, null)]
    public void Numbers_of_candidates_go_with_the_type(string verb, OfficeKind office, int seats, int? min, int? max)
    {
        CandidateNumbers numbers = CandidateNumbers.Of(Halls.Election(seats, "甲") with { Verb = verb, OfficeKind = office });
        Assert.Equal((min, max), (numbers.Min, numbers.Max));
    }
}
