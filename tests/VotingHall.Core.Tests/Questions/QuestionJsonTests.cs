using Xunit;

namespace VotingHall.Core.Tests.Questions;

/// <summary>Aim: every kind survives writing and reading byte for byte, and a wrong file is told everything at once.</summary>
public sealed class QuestionJsonTests
{
    public static TheoryData<Question> Samples =>
    [
        new RollCall { Title = "签到", Verb = "签到" },
        new Motion { Title = "决议", Verb = "通过" },
        new Motion { Title = "暂不交付表决", Verb = "决定", Rule = MotionRule.MajorityOfPresent },
        new ListVote { Title = "名单", Verb = "通过", Names = ["甲", "𠮷乙"], OneByOne = true },
        new Appointment { Title = "任免", Verb = "决定任免", Persons = [new("甲", "局长"), new("乙", null)], Merged = true },
        Halls.Election(2, "甲", "乙", "丙") with { BallotRule = BallotRule.ExactlySeats },
        new RunoffElection { Title = "再次投票", Verb = "再次投票", Office = "副县长", OfficeKind = OfficeKind.Deputy, Candidates = ["甲", "乙"], Seats = 1 },
        new ProjectVote { Title = "票决", Verb = "票决", Projects = ["一", "二"], Seats = 1, PickList = true, Runoff = true },
        new Motion { Title = "修正案", Verb = "通过", Amends = "3" },
        new Motion { Title = "第五条", Verb = "通过", ClauseOf = "3" },
        new ListVote { Title = "监票人名单", Verb = "通过", Names = ["甲"], Purpose = ListPurpose.Tellers },
        new PreSelection
        {
            Title = "副县长预选", Verb = "预选", Office = "副县长", OfficeKind = OfficeKind.Deputy, Nominees = ["甲", "乙", "丙"], Seats = 1, FormalPlaces = 2,
        },
        new Recall { Title = "罢免案", Verb = "罢免", Persons = [new("甲", "检察长")], Mandate = MandateKind.Office, UpperApproval = true },
        new Recall { Title = "罢免案", Verb = "罢免", Persons = [new("甲", null), new("乙", null)], Mandate = MandateKind.Deputy },
        new Resignation { Title = "辞职", Verb = "接受辞职", Persons = [new("甲", "代表")], Mandate = MandateKind.Deputy },
        new Dismissal { Title = "撤职案", Verb = "撤职", Persons = [new("甲", "副县长")] },
        new ActingHead { Title = "代理县长", Verb = "决定代理", Persons = [new("甲", "县长")] },
        new Procedural { Title = "暂不交付表决", Verb = "决定", Matter = ProceduralMatter.Postponement, About = "3" },
        new Evaluation { Title = "测评", Verb = "测评", Items = [new("甲局", null)], Scale = GradingScale.SatisfactionOfFour, NoGrade = NoGrade.Unfamiliar },
        new Evaluation { Title = "评议", Verb = "评议", Items = [new("甲", "局长")], Scale = GradingScale.Score, NoGrade = NoGrade.Never, AppraisalOf = "票决" },
        new InquiryAnswer { Title = "质询答复", Verb = "表决", Signatories = [new(3), new(12)] },
    ];

    [Theory]
    [MemberData(nameof(Samples), DisableDiscoveryEnumeration = true)]
    public void Every_kind_reads_what_it_wrote(Question question)
    {
        byte[] bytes = CanonicalJson.Write(QuestionJson.Write(question));
        Assert.True(CanonicalJson.TryRead(bytes, out Json json));

        Assert.True(QuestionJson.TryRead(json, out Question? read, out IReadOnlyList<string> errors), string.Join("; ", errors));
        Assert.Equal(question.GetType(), read.GetType());
        Assert.Equal(bytes, CanonicalJson.Write(QuestionJson.Write(read)));
    }

    [Fact]
    public void Every_kind_is_in_the_samples_and_in_the_registry()
    {
        string[] kinds = [.. Samples.Select(row => row.Data.Kind).Distinct()];

        Assert.Equal(QuestionKinds.All.Select(codec => codec.Kind).Order(StringComparer.Ordinal), kinds.Order(StringComparer.Ordinal));
        Assert.Equal(
            typeof(Question).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(Question)) && !type.IsAbstract), QuestionKinds.All.Count);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        Json json = Json.Of(
            ("kind", "election"), ("title", ""), ("verb", "任命"), ("candidates", Json.ListOf(["甲", "甲"], name => name)),
            ("seats", 0), ("colour", "red"));

        Assert.False(QuestionJson.TryRead(json, out Question? question, out IReadOnlyList<string> errors));
        Assert.Null(question);
        Assert.Equal(
            ["title", "verb", "office", "officeKind", "candidates[1]", "seats", "colour"], errors.Select(error => error[..error.IndexOf(':')]));
    }

    [Fact]
    public void Fields_of_the_agenda_item_are_allowed_when_named()
    {
        Json json = Json.Of(("kind", "motion"), ("title", "决议"), ("verb", "通过"), ("no", 3), ("mode", "secret"));

        Assert.True(QuestionJson.TryRead(json, out _, out _, "no", "mode"));
        Assert.False(QuestionJson.TryRead(json, out _, out IReadOnlyList<string> errors, "no"));
        Assert.Equal(["mode: unknown field"], errors);
    }

    [Theory]
    [InlineData("motion", "选举")]
    [InlineData("motion", "撤职")]
    [InlineData("appointment", "选举")]
    [InlineData("appointment", "撤销职务")]
    [InlineData("rollCall", "通过")]
    public void A_verb_on_the_wrong_paper_is_refused(string kind, string verb)
    {
        Json json = Json.Of(
            ("kind", kind), ("title", "题目"), ("verb", verb),
            ("persons", kind == "appointment" ? Json.ListOf(["甲"], name => Json.Of(("name", name))) : null));

        Assert.False(QuestionJson.TryRead(json, out _, out IReadOnlyList<string> errors));
        Assert.StartsWith("verb: ", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_question_is_refused()
    {
        Assert.False(QuestionJson.TryRead(3, out _, out IReadOnlyList<string> number));
        Assert.Single(number);
        Assert.False(QuestionJson.TryRead(Json.Of(("kind", "beauty")), out _, out IReadOnlyList<string> kind));
        Assert.StartsWith("kind: unknown", Assert.Single(kind), StringComparison.Ordinal);
        Assert.False(QuestionJson.TryRead(Json.Of(), out _, out _));
    }

    [Fact]
    public void Deputies_are_never_elected_under_the_exact_number_rule()
    {
        Election election = Halls.Election(2, "甲", "乙", "丙") with { OfficeKind = OfficeKind.UpperDeputy, BallotRule = BallotRule.ExactlySeats };

        Assert.False(QuestionJson.TryRead(QuestionJson.Write(election), out _, out IReadOnlyList<string> errors));
        Assert.StartsWith("ballotRule: ", Assert.Single(errors), StringComparison.Ordinal);
    }
}
