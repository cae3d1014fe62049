using VotingHall.Core;
using VotingHall.Server.Plans;
using VotingHall.Server.Startup;
using Xunit;

namespace VotingHall.Server.Tests.Plans;

/// <summary>The delivered profiles, inheritance, and one refusal of each kind.</summary>
public sealed class ProfileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("profiles").FullName;

    public static TheoryData<string> Delivered() => [.. Directory.GetFiles(Samples.Profiles, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Delivered))]
    public void A_delivered_profile_is_good_and_named_like_its_file(string name)
    {
        ProfilePlan plan = Samples.Value(ProfileReader.Read(Path.Combine(Samples.Profiles, name + ".json")));
        Assert.Equal(name, plan.Name);
        Assert.Equal(32, plan.Digest.Length);
        Assert.All(plan.Entries, entry => Assert.True(entry.Certainty == ProfileCertainty.Certain ? entry.Cite?.Date is not null : entry.Note is not null));
        Assert.True(ProfileJson.TryRead(ProfileJson.Write(plan.Rules), out ProfileRules read));
        Assert.Equal(CanonicalJson.Write(ProfileJson.Write(plan.Rules)), CanonicalJson.Write(ProfileJson.Write(read)));
        Assert.Equal(0, ProfileReport.Of(Path.Combine(Samples.Profiles, name + ".json"), out string report));
        Assert.Contains(plan.Title, report, StringComparison.Ordinal);
    }

    [Fact]
    public void Guangdong_asks_for_participation_and_merges_by_consent()
    {
        ProfileRules congress = Rules("guangdong-congress"), committee = Rules("guangdong-committee");
        Assert.Equal(ParticipationRule.MajorityOfAll, congress.Motion.Participation);
        Assert.Equal("广东省人民代表大会议事规则（2022年）第六十条", congress.Cites["motion.participationRule"]);
        Assert.Equal((MergeRule.Consent, ProceduralBase.Present), (committee.Appointment.Merge, committee.Procedural.MergedVote));
    }

    [Fact]
    public void The_others_differ_where_their_texts_do()
    {
        Assert.Equal(ProceduralBase.Present, Rules("shanghai-congress").Procedural.Postponement);
        Assert.Equal(ProceduralBase.Present, Rules("shanghai-committee").Procedural.Postponement);
        Assert.Equal(PublishVotes.Winners, Rules("beijing-congress").Announce.PublishVotes);
        Assert.Equal(MergeRule.NoObjection, Rules("beijing-committee").Appointment.Merge);
        Assert.Equal(FailureBar.Two, Rules("zhejiang-committee").Appointment.Bar);
        Assert.True(Rules("zhejiang-committee").Appointment.PaperPosts.Covers("省人大常委会代理主任"));
        Assert.Equal(FailureBar.TwoConsecutive, Rules("chongqing-committee").Appointment.Bar);
        Assert.Equal(PresidiumQuorum.Majority, Rules("chongqing-township-congress").Presidium.Quorum);
        Assert.Equal((PresidiumQuorum.TwoThirds, ParticipationRule.Off), (Rules("national-county-congress").Presidium.Quorum, Rules("national-county-congress").Motion.Participation));
    }

    [Fact]
    public void Later_files_win_and_the_digest_is_over_what_they_say_together()
    {
        File.WriteAllText(Path.Combine(folder, "own-base.json"), File.ReadAllText(Path.Combine(Samples.Profiles, "national-county.json")).Replace("\"national-county\"", "\"own-base\"", StringComparison.Ordinal));
        string path = Own("""{ "name": "own", "title": "某县", "extends": "own-base", "parameters": { "keypad.windowSeconds": { "value": 90, "certainty": "confirmLocally", "note": "本次会议表决办法" } } }""");
        ProfilePlan plan = Samples.Value(ProfileReader.Read(path, Samples.Profiles));
        Assert.Equal((90, ElectionMethod.KeypadAdopted), (plan.Rules.Keypad.WindowSeconds, plan.Rules.Election.Method));
        string under = Path.Combine(folder, "own-base.json");
        File.WriteAllText(under, File.ReadAllText(under).Replace("\"value\": \"last\"", "\"value\": \"first\"", StringComparison.Ordinal));
        ProfilePlan changed = Samples.Value(ProfileReader.Read(path, Samples.Profiles));
        Assert.NotEqual(plan.Digest, changed.Digest);
        File.WriteAllText(under, File.ReadAllText(under) + "\n\n");
        Assert.Equal(changed.Digest, Samples.Value(ProfileReader.Read(path, Samples.Profiles)).Digest);
    }

    [Fact]
    public void A_profile_that_extends_itself_or_nobody_is_refused()
    {
        Assert.Contains("已在继承之中", Assert.Single(Problems(Own("""{ "name": "own", "title": "某县", "extends": "own", "parameters": {} }"""))).Chinese, StringComparison.Ordinal);
        Assert.NotEmpty(Problems(Own("""{ "name": "own", "title": "某县", "extends": "nobody", "parameters": {} }""")));
    }

    public static TheoryData<string, string, string> FixedByLaw()
    {
        TheoryData<string, string, string> all = [];
        foreach (FixedLaw law in FixedLaw.All)
            foreach (string name in law.Names)
                all.Add(name, law.CiteChinese, law.CiteEnglish);
        return all;
    }

    [Theory]
    [MemberData(nameof(FixedByLaw))]
    public void What_the_law_fixes_is_refused_with_its_article(string name, string chinese, string english)
    {
        PlanProblem problem = Assert.Single(Problems(Parameter(name, "\"anything\"")));
        Assert.Equal(3, problem.Line);
        Assert.Contains(chinese, problem.Chinese, StringComparison.Ordinal);
        Assert.Contains(english, problem.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("motion.threshold", "\"majority_of_all\"")]
    [InlineData("writeIn.requiresAgainst", "true")]
    [InlineData("dismissal.method", "\"paper\"")]
    public void A_profile_may_repeat_the_law(string name, string value) => Assert.Empty(Problems(Parameter(name, value)));

    [Theory]
    [InlineData("election.method", "\"hands\"", "须为以下之一：paper、paperMachine、keypadAdopted")]
    [InlineData("election.method", "\"keypadAdopted\"", "electronicElectionAdopted")]
    [InlineData("election.electronicElectionAdopted", "\"选举办法第七条\"", "须为 keypadAdopted")]
    [InlineData("election.nominationDays", "1", "须为 2 至 60 的整数")]
    [InlineData("election.difference.deputy", "4", "须为 1 至 3 的整数")]
    [InlineData("keypad.windowSeconds", "600", "1 至 300")]
    [InlineData("presidium.quorum", "\"half\"", "须为以下之一：twoThirds、majority")]
    [InlineData("appointment.paperPosts", "[\"县长\", \"县长\"]", "互不相同")]
    [InlineData("checks.exam", "\"yes\"", "true 或 false")]
    [InlineData("ballot.colour", "\"red\"", "未知参数")]
    public void A_wrong_value_is_named(string name, string value, string chinese)
    {
        PlanProblem problem = Assert.Single(Problems(Parameter(name, value)));
        Assert.Equal(3, problem.Line);
        Assert.Contains(chinese, problem.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_is_named_at_once_with_its_line()
    {
        string path = Own("""
            { "name": "own", "title": "某县", "for": { "bodies": ["congress"], "levels": ["village"] },
              "parameters": {
                "quorum.congress": { "value": "majority", "certainty": "certain" },
                "ballot.blank": { "value": "maybe", "certainty": "certain", "cite": { "measure": "选举办法", "date": "2026-01-12", "article": "第八条" } },
                "ballot.doubleMark": { "value": "rowInvalid", "certainty": "certain" },
                "tie.second": { "value": "repeat", "certainty": "confirmLocally" },
                "keypad.changePolicy": { "value": "last", "certainty": "certain", "cite": { "measure": "表决办法", "date": "12.1.2026", "article": "第六条" } } },
              "colour": "red" }
            """);
        Assert.Equal([1, 3, 4, 5, 6, 7, 8], Problems(path).Select(problem => problem.Line).Distinct());
        Assert.Equal(2, ProfileReport.Of(path, out string report));
        Assert.Contains("own.json:3: ", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_of_another_body_or_level_is_refused_by_the_meeting()
    {
        string meeting = File.ReadAllText(Path.Combine(Samples.Scripts, "committee-sitting.meeting.json"))
            .Replace("\"profile\": \"national-county\"", "\"profile\": \"guangdong-congress\"", StringComparison.Ordinal);
        string[] texts = [.. Samples.Problems(new MeetingReader(Samples.Profiles).ReadText(meeting)).Select(problem => problem.Chinese)];
        Assert.Contains(texts, text => text.Contains("不适用于会议主体 standingCommittee", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("不适用于层级 county", StringComparison.Ordinal));
    }

    [Fact]
    public void Preliminaries_are_read_with_lines_and_every_broken_rule_is_named()
    {
        string file = Path.Combine(Samples.Scripts, "county-plenary.meeting.json");
        string before = """before": { "order": { "by": "大会主席团", "on": "2026-01-13", "note": "按主席团确定的次序" } }""";
        string good = File.ReadAllText(file);
        Assert.Contains(before, good, StringComparison.Ordinal);
        string bad = good.Replace(before, """before": { "order": { "by": "大会主席团", "on": "13.1.2026" }, "proposal": { "kind": "wish", "names": 3 } }""", StringComparison.Ordinal);
        Assert.Equal(2, Samples.Problems(new MeetingReader(Samples.Profiles).ReadText(bad)).Count(problem => problem.Line > 300));
        string broken = good.Replace(before, """before": { "proposal": { "kind": "jointNomination", "names": 3 }, "nominations": [{ "by": "presidium", "candidates": ["王喆", "洪波", "李堃", "李春杰"] }] }""", StringComparison.Ordinal);
        string[] texts = [.. Samples.Problems(new MeetingReader(Samples.Profiles).ReadText(broken)).Select(problem => problem.Chinese)];
        Assert.Contains(texts, text => text.Contains("联名须有 10 人以上", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("主席团提名 4 人，超过应选名额 3 名", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"quota\": 310, \"inOffice\": 300, \"suspended\": 3", null)]
    [InlineData("\"inOffice\": 296", "应等于实有 296")]
    [InlineData("\"quota\": 290, \"inOffice\": 300", "多于名额 290")]
    [InlineData("\"suspended\": 301", "多于实有人数")]
    public void The_figures_of_the_base_must_fit_it(string figures, string? chinese)
    {
        string good = File.ReadAllText(Path.Combine(Samples.Scripts, "county-plenary.meeting.json"));
        string text = good.Replace("\"basis\": \"inOffice\"", "\"basis\": \"inOffice\", " + figures, StringComparison.Ordinal);
        Assert.NotEqual(good, text);
        if (chinese is null)
            Assert.Equal(new BaseFigures(310, 300, 3), Samples.Value(new MeetingReader(Samples.Profiles).ReadText(text)).Meeting.Figures);
        else
            Assert.Contains(Samples.Problems(new MeetingReader(Samples.Profiles).ReadText(text)), problem => problem.Chinese.Contains(chinese, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static ProfileRules Rules(string name) => Samples.Value(ProfileReader.Read(Path.Combine(Samples.Profiles, name + ".json"))).Rules;

    private static IReadOnlyList<PlanProblem> Problems(string path) =>
        ProfileReader.Read(path, Samples.Profiles) is PlanReading<ProfilePlan>.Refused refused ? refused.Problems : [];

    private string Parameter(string name, string value) => Own($$"""
        { "name": "own", "title": "某县",
          "parameters": {
            "{{name}}": { "value": {{value}}, "certainty": "confirmLocally", "note": "本次会议" } } }
        """);

    private string Own(string text)
    {
        string path = Path.Combine(folder, "own.json");
        File.WriteAllText(path, text);
        return path;
    }
}
