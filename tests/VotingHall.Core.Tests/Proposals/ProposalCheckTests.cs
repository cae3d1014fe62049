using VotingHall.Core.Tests.Questions;
using Xunit;

namespace VotingHall.Core.Tests.Proposals;

/// <summary>What comes before the vote: one table for each rule, what is broken apart from what is missing.</summary>
public sealed class ProposalCheckTests
{
    private static readonly DateOnly Day = new(2026, 1, 12);
    private static readonly Confirmation Confirmed = new("大会秘书处", Day, "按姓氏笔画");

    [Theory]
    [InlineData("province", Proposal.JointNomination, 29, "联名须有 30 人以上")]
    [InlineData("city", Proposal.JointNomination, 19, "联名须有 20 人以上")]
    [InlineData("county", Proposal.JointNomination, 9, "联名须有 10 人以上")]
    [InlineData("township", Proposal.JointNomination, 9, "联名须有 10 人以上")]
    [InlineData("province", Proposal.DeputyRecommendation, 9, "联名须有 10 人以上")]
    [InlineData("county", Proposal.Motion, 9, "联名须有 10 人以上")]
    [InlineData("township", Proposal.Motion, 4, "联名须有 5 人以上")]
    [InlineData("county", Proposal.CommitteeMotion, 2, "联名须有 3 人以上")]
    [InlineData("city", Proposal.CommitteeMotion, 4, "联名须有 5 人以上")]
    [InlineData("township", Proposal.CommitteeMotion, 9, "本级没有这种提案")]
    [InlineData("county", Proposal.Recall, 25, "联名须有 26 人以上")]
    [InlineData("township", Proposal.Recall, 51, "联名须有 52 人以上")]
    [InlineData("county", Proposal.ExtraordinarySession, 51, "联名须有 52 人以上")]
    public void Too_few_names_are_named_with_their_article(string level, Proposal kind, int names, string text)
    {
        ProposalProblem problem = Assert.Single(Broken(new Motion { Title = "议案", Verb = "通过" }, new() { Proposal = new(kind, names) }, level: level, countBase: 256));
        Assert.StartsWith(text, problem.Chinese, StringComparison.Ordinal);
        Assert.Empty(Broken(new Motion { Title = "议案", Verb = "通过" }, new() { Proposal = new(kind, 128) }, level: level == "township" && kind == Proposal.CommitteeMotion ? "county" : level, countBase: 256));
    }

    [Fact]
    public void Nobody_nominates_more_than_there_are_seats()
    {
        Election election = Halls.Election(1, "甲", "乙");
        Preliminaries before = new()
        {
            Order = Confirmed,
            Difference = 1,
            Nominations = [new(Nominator.Presidium, [], ["甲", "乙"]), new(Nominator.Deputies, Members(1, 10), ["甲"]), new(Nominator.Deputies, Members(10, 10), ["乙"])],
        };
        Assert.Equal(
            ["before.nominations[0].candidates", "before.nominations"],
            Broken(election, before).Select(problem => problem.Field));
        Assert.Contains("代表号 10 ", Broken(election, before)[1].Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_joint_nomination_needs_its_names_and_every_candidate_a_nominator()
    {
        Election election = Halls.Election(1, "甲", "乙");
        Preliminaries before = new() { Order = Confirmed, Difference = 1, Nominations = [new(Nominator.Deputies, [.. Members(1, 8), new MemberId(9999)], ["甲"])] };
        Assert.Equal(
            ["代表联合提名须有 10 人以上（地方组织法第二十六条），现有 9 人", "名册中没有代表号 9999", "候选人乙没有提名人"],
            Broken(election, before).Select(problem => problem.Chinese));
        Assert.Single(Broken(election, new() { Order = Confirmed, Difference = 1, Nominations = [new(Nominator.Organisation, [], ["甲", "乙"])] }));
    }

    [Theory]
    [InlineData("选举", 1, false)]
    [InlineData("选举", 2, true)]
    [InlineData("补选", 1, true)]
    public void Nomination_takes_two_days_at_a_change_of_term(string verb, int days, bool good)
    {
        Election election = Halls.Election(10, [.. Enumerable.Range(1, 11).Select(i => "候选人" + i)]) with { Verb = verb };
        Preliminaries before = new() { Order = Confirmed, Difference = 1, Period = new(Day, Day.AddDays(days - 1)) };
        Assert.Equal(good, Broken(election, before).Count == 0);
    }

    [Fact]
    public void A_profile_may_ask_for_more_days() =>
        Assert.Contains("3 天", Assert.Single(Broken(
            Halls.Election(10, [.. Enumerable.Range(1, 11).Select(i => "候选人" + i)]), new() { Order = Confirmed, Period = new(Day, Day.AddDays(1)) },
            ProfileRules.Default with { Election = new ElectionParameters(NominationDays: 3) })).Chinese, StringComparison.Ordinal);

    [Fact]
    public void An_empty_interval_is_said_and_no_number_invented()
    {
        ProposalProblem missing = Assert.Single(Missing(Halls.Election(1, "甲", "乙"), new() { Order = Confirmed }));
        Assert.Equal("before.difference", missing.Field);
        Assert.Contains("没有整数", missing.Chinese, StringComparison.Ordinal);
        Assert.Empty(Missing(Halls.Election(1, "甲", "乙"), new() { Order = Confirmed, Difference = 1 }));
        Election deputies = Halls.Election(1, "甲", "乙") with { OfficeKind = OfficeKind.UpperDeputy };
        Assert.Single(Missing(deputies, new() { Order = Confirmed }));
        Assert.Empty(Missing(deputies with { Verb = "另行选举" }, new() { Order = Confirmed }));
    }

    [Fact]
    public void The_adopted_difference_lies_in_the_interval_and_gives_the_number_of_candidates()
    {
        string[] names = [.. Enumerable.Range(1, 34).Select(i => "候选人" + i)];
        Election election = Halls.Election(30, names);
        Assert.Equal("before.difference", Assert.Single(Broken(election, new() { Order = Confirmed, Difference = 7 })).Field);
        Assert.Equal("candidates", Assert.Single(Missing(election, new() { Order = Confirmed, Difference = 3 })).Field);
        Assert.Empty(Missing(election, new() { Order = Confirmed, Difference = 4 }));
        ProfileRules rules = ProfileRules.Default with { Election = new ElectionParameters(CommitteeMemberDifference: 5) };
        Assert.Equal("candidates", Assert.Single(Missing(election, new() { Order = Confirmed }, rules)).Field);
    }

    [Fact]
    public void People_confirm_the_order_of_names() =>
        Assert.Equal("before.order", Assert.Single(Missing(Halls.Election(10, [.. Enumerable.Range(1, 11).Select(i => "候选人" + i)]), Preliminaries.None)).Field);

    [Theory]
    [InlineData(MergeRule.Never, false, "merged")]
    [InlineData(MergeRule.Never, true, "merged")]
    [InlineData(MergeRule.ByOffice, false, "merged")]
    [InlineData(MergeRule.Consent, false, "before.merge")]
    [InlineData(MergeRule.Consent, true, null)]
    [InlineData(MergeRule.ChairmensMeeting, false, "before.merge")]
    [InlineData(MergeRule.NoObjection, true, null)]
    public void A_merged_vote_needs_what_the_profile_asks_for(MergeRule rule, bool agreed, string? field)
    {
        Appointment merged = Appoint("任命", ("甲", "局长"), ("乙", "主任")) with { Merged = true };
        Preliminaries before = new() { Merge = agreed ? Confirmed : null };
        ProfileRules rules = NoChecks with { Appointment = new AppointmentParameters(rule) };
        Assert.Equal(field is null ? [] : [field], All(merged, before, rules).Select(problem => problem.Field));
    }

    [Fact]
    public void A_post_of_the_list_goes_apart()
    {
        ProfileRules rules = NoChecks with { Appointment = new AppointmentParameters(MergeRule.Consent, IndividualPosts: new NameList(["副县长"])) };
        Appointment merged = Appoint("任命", ("甲", "云溪县副县长"), ("乙", "局长")) with { Merged = true };
        Assert.Contains("甲须逐人表决", Assert.Single(Broken(merged, new() { Merge = Confirmed }, rules)).Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FailureBar.None, "ff", false)]
    [InlineData(FailureBar.Two, "ff", true)]
    [InlineData(FailureBar.Two, "fpf", true)]
    [InlineData(FailureBar.Two, "f", false)]
    [InlineData(FailureBar.TwoConsecutive, "fpf", false)]
    [InlineData(FailureBar.TwoConsecutive, "pff", true)]
    public void Two_failures_bar_a_name_as_the_profile_counts_them(FailureBar bar, string history, bool barred)
    {
        ProfileRules rules = NoChecks with { Appointment = new AppointmentParameters(Bar: bar) };
        Preliminaries before = new() { History = [.. history.Select((c, i) => new EarlierVote("甲", "局长", Day.AddMonths(i), c == 'p'))] };
        Assert.Equal(barred, Broken(Appoint("任命", ("甲", "局长")), before, rules).Count == 1);
        Assert.Empty(Broken(Appoint("任命", ("甲", "主任")), before, rules));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void A_second_proposal_waits_half_a_year(int months, bool good)
    {
        ProfileRules rules = NoChecks with { Appointment = new AppointmentParameters(Reproposal: Reproposal.SixMonths) };
        Preliminaries before = new() { On = Day.AddMonths(months), History = [new EarlierVote("甲", "局长", Day, Passed: false)] };
        Assert.Equal(good, Broken(Appoint("任命", ("甲", "局长")), before, rules).Count == 0);
        Assert.Equal("before.on", Assert.Single(Missing(Appoint("任命", ("甲", "局长")), before with { On = null }, rules)).Field);
    }

    [Fact]
    public void Who_failed_the_examination_is_not_put_to_the_vote()
    {
        Preliminaries before = new() { Checks = [new("甲", Exam: false, Statement: true), new("丙", true, true)] };
        Assert.Equal(["before.checks", "before.checks"], Broken(Appoint("任命", ("甲", "局长"), ("乙", "主任")), before).Select(problem => problem.Field));
        Assert.Equal(2, Missing(Appoint("任命", ("甲", "局长"), ("乙", "主任")), before).Count);
        Assert.Empty(Missing(Appoint("免职", ("甲", "局长")), Preliminaries.None));
    }

    [Fact]
    public void The_holder_is_removed_before_the_next_is_appointed()
    {
        AgendaItem appointment = Item("1", Appoint("任命", ("乙", "局长"))), removal = Item("2", Appoint("免职", ("甲", "局长")));
        Assert.Contains("应先于任命", Assert.Single(Check(removal, [appointment, removal], NoChecks)).Chinese, StringComparison.Ordinal);
        Assert.Empty(Check(removal, [removal, appointment], NoChecks));
        Assert.Empty(Check(removal, [appointment, removal], NoChecks with { Appointment = new AppointmentParameters(RemovalFirst: false) }));
    }

    [Fact]
    public void Preliminaries_come_back_from_the_journal()
    {
        Preliminaries before = new()
        {
            On = Day,
            Proposal = new(Proposal.JointNomination, 12),
            Nominations = [new(Nominator.Presidium, [], ["甲"]), new(Nominator.Deputies, Members(1, 3), ["乙"])],
            Period = new(Day, Day.AddDays(2)),
            Difference = 1,
            Order = Confirmed,
            Merge = new("主任会议", Day, null),
            History = [new("甲", "局长", Day, Passed: false)],
            Checks = [new("甲", true, null)],
        };
        Json stored = PreliminariesJson.Write(before);
        Preliminaries read = PreliminariesJson.Read(stored, out IReadOnlyList<string> errors);
        Assert.Empty(errors);
        Assert.Equal(CanonicalJson.Write(stored), CanonicalJson.Write(PreliminariesJson.Write(read)));
        Assert.True(Preliminaries.None.IsNone);
    }

    [Fact]
    public void Every_problem_of_the_preliminaries_is_named_at_once()
    {
        Assert.True(CanonicalJson.TryRead(
            """{"difference":-1,"order":{"by":"王芳","on":"12.1.2026"},"period":{"from":"2026-01-12"},"proposal":{"kind":"wish","names":0},"what":1}"""u8, out Json json));
        PreliminariesJson.Read(json, out IReadOnlyList<string> errors);
        Assert.Equal(
            ["before.difference", "before.order.on", "before.period.to", "before.proposal.kind", "before.proposal.names", "before.what"],
            errors.Select(error => error[..error.IndexOf(':', StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
    }

    private static ProfileRules NoChecks => ProfileRules.Default with { Checks = new CheckParameters(Exam: false, Statement: false) };

    private static Appointment Appoint(string verb, params (string Name, string Post)[] persons) => new()
    {
        Title = verb + "人员",
        Verb = verb,
        Persons = [.. persons.Select(person => new Nominee(person.Name, person.Post))],
    };

    private static MemberId[] Members(int from, int count) => [.. Enumerable.Range(from, count).Select(i => new MemberId(i))];

    private static AgendaItem Item(string no, Question question, Preliminaries? before = null) =>
        new(no, question, RoundMode.Secret, Octets.Empty) { Before = before ?? Preliminaries.None };

    private static List<ProposalProblem> Broken(Question question, Preliminaries before, ProfileRules? rules = null, string level = "county", int countBase = 60) =>
        [.. All(question, before, rules, level, countBase).Where(problem => problem.Broken)];

    private static List<ProposalProblem> Missing(Question question, Preliminaries before, ProfileRules? rules = null) =>
        [.. All(question, before, rules).Where(problem => !problem.Broken)];

    private static IReadOnlyList<ProposalProblem> All(
        Question question, Preliminaries before, ProfileRules? rules = null, string level = "county", int countBase = 60)
    {
        AgendaItem item = Item("1", question, before);
        return Check(item, [item], rules ?? ProfileRules.Default, level, countBase);
    }

    private static IReadOnlyList<ProposalProblem> Check(
        AgendaItem item, IReadOnlyList<AgendaItem> agenda, ProfileRules rules, string level = "county", int countBase = 60)
    {
        Meeting sample = Samples.Meeting(body: item.Question is Appointment ? Body.StandingCommittee : Body.Congress);
        return ProposalCheck.Of(item, sample with
        {
            Level = level,
            Rules = rules,
            Base = new CountBase(countBase, CountBasis.InOffice),
            Agenda = agenda,
            Members = [.. Enumerable.Range(1, 60).Select(i => new Member(new MemberId(i), "代表" + i, new SeatNo("1-" + i), null))],
        });
    }
}
