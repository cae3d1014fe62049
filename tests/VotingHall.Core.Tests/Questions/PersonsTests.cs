using Xunit;

namespace VotingHall.Core.Tests.Questions;

/// <summary>Aim: recall, resignation, dismissal and acting posts need the majority of all, rest on their own articles, and go only where the law lets them.</summary>
public sealed class PersonsTests
{
    private static readonly Nominee[] One = [new("何知白", "副县长")];

    public static TheoryData<PersonsQuestion, Body, string[]> Acts => new()
    {
        { new Recall { Title = "罢免案", Verb = "罢免", Persons = One, Mandate = MandateKind.Office }, Body.Congress, ["OL31", "OL25"] },
        { new Recall { Title = "罢免案", Verb = "罢免", Persons = One, Mandate = MandateKind.Deputy }, Body.Congress, ["EL53", "EL52"] },
        { new Resignation { Title = "辞职", Verb = "接受辞职", Persons = One }, Body.Congress, ["OL32", "OL25"] },
        { new Resignation { Title = "辞职", Verb = "接受辞职", Persons = One, Mandate = MandateKind.Deputy }, Body.StandingCommittee, ["EL55", "OL51"] },
        { new Dismissal { Title = "撤职案", Verb = "撤职", Persons = One }, Body.StandingCommittee, ["OL50", "SL62"] },
        { new ActingHead { Title = "代理县长", Verb = "决定代理", Persons = One }, Body.StandingCommittee, ["OL50", "OL51"] },
        { new ActingHead { Title = "代理主任", Verb = "推选代理", Persons = One }, Body.StandingCommittee, ["OL55", "OL51"] },
    };

    [Theory]
    [MemberData(nameof(Acts), DisableDiscoveryEnumeration = true)]
    public void Exactly_half_fails_and_one_more_carries_by_the_articles_of_the_act(PersonsQuestion question, Body body, string[] laws)
    {
        CountContext context = new(new CountBase(60, CountBasis.InOffice), body, ProfileRules.Default);
        Assert.IsType<Outcome.NotCarried>(question.Count(Halls.Votes(50, ("", 30)), context));
        Outcome carried = question.Count(Halls.Votes(50, ("", 31)), context);

        Assert.IsType<Outcome.Carried>(carried);
        Assert.Equal(laws, carried.Reason.Laws.Select(law => law.Code));
        Assert.Equal((60, BaseOf.All, 31), (carried.Reason.Base, carried.Reason.BaseOf, carried.Reason.Required));
        Assert.Equal([new Comparison("", ComparedFigure.For, 31, Relation.AtLeast, 31)], carried.Reason.Comparisons);
    }

    [Fact]
    public void A_chief_procurators_recall_and_resignation_wait_for_approval()
    {
        Recall recall = new() { Title = "罢免案", Verb = "罢免", Persons = [new("甲", "检察长")], Mandate = MandateKind.Office, UpperApproval = true };
        Assert.True(Assert.IsType<Outcome.Carried>(recall.Count(Halls.Votes(290, ("", 151)), Halls.Congress(300))).PendingUpperApproval);
        AnnouncementOffer offer = ResultAnnouncement.Of(
            recall, Halls.Votes(290, ("", 151)), recall.Count(Halls.Votes(290, ("", 151)), Halls.Congress(300)), Body.Congress, Halls.Plain);
        Assert.Equal("赞成151票，反对139票，弃权0票。罢免案通过。依法报请批准。", offer.TextOrNone!.Chinese);
    }

    [Fact]
    public void Keypads_are_refused_where_the_law_asks_for_a_paper_ballot()
    {
        ProfileRules rules = ProfileRules.Default;
        Assert.Equal(Law.SL62, MethodRule.KeypadRefusal(new Dismissal { Title = "撤职案", Verb = "撤职", Persons = One }, rules));
        Assert.Equal(Law.EL52, MethodRule.KeypadRefusal(new Recall { Title = "罢免案", Verb = "罢免", Persons = One, Mandate = MandateKind.Deputy }, rules));
        Recall office = new() { Title = "罢免案", Verb = "罢免", Persons = One, Mandate = MandateKind.Office };
        Assert.Null(MethodRule.KeypadRefusal(office, rules));
        Assert.True(MethodRule.IsSecretOnly(office));
        Assert.IsType<Refusal.HandsNotAllowed>(MethodRule.Objection(office, VotingMethod.ShowOfHands, rules));
    }

    [Fact]
    public void A_post_the_profile_names_needs_paper_also_when_it_is_an_acting_one()
    {
        ProfileRules zhejiang = ProfileRules.Default with { Appointment = new AppointmentParameters(PaperPosts: new NameList(["副县长"])) };
        Assert.NotNull(MethodRule.RefusedOnKeypads(new ActingHead { Title = "代理", Verb = "决定代理", Persons = One }, zhejiang));
        Assert.Null(MethodRule.RefusedOnKeypads(new ActingHead { Title = "代理", Verb = "决定代理", Persons = [new("甲", "主任")] }, zhejiang));
    }

    [Fact]
    public void An_objected_name_leaves_a_merged_list()
    {
        Appointment merged = new() { Title = "审判员", Verb = "任命", Persons = [new("甲", null), new("乙", null), new("丙", null)], Merged = true };
        (Appointment others, Appointment apart) = merged.SplitOut("乙", "任命乙")!.Value;

        Assert.Equal(["甲", "丙"], others.Persons.Select(person => person.Name));
        Assert.True(others.Merged);
        Assert.Equal(("任命乙", false), (apart.Title, apart.Merged));
        Assert.Null(merged.SplitOut("丁", "任命丁"));
        Assert.Null((merged with { Merged = false }).SplitOut("乙", "任命乙"));
        Assert.False((merged with { Persons = [new("甲", null), new("乙", null)] }).SplitOut("乙", "任命乙")!.Value.Others.Merged);
    }

    [Theory]
    [InlineData("recall", "撤职")]
    [InlineData("dismissal", "罢免")]
    [InlineData("resignation", "任命")]
    [InlineData("actingHead", "任命")]
    public void A_verb_of_another_act_is_refused(string kind, string verb)
    {
        Json json = Json.Of(
            ("kind", kind), ("title", "题目"), ("verb", verb), ("persons", Json.ListOf(["甲"], name => Json.Of(("name", name)))),
            ("mandate", kind == "recall" ? "office" : null));
        Assert.False(QuestionJson.TryRead(json, out _, out IReadOnlyList<string> errors));
        Assert.StartsWith("verb: ", Assert.Single(errors), StringComparison.Ordinal);
    }
}
