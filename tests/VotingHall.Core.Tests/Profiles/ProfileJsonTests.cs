using VotingHall.Core.Tests.Questions;
using Xunit;

namespace VotingHall.Core.Tests.Profiles;

/// <summary>Every parameter goes into journal and record and comes back, with every value it may have.</summary>
public sealed class ProfileJsonTests
{
    public static TheoryData<string, string> Settings()
    {
        TheoryData<string, string> all = [];
        foreach (ProfileParameter parameter in ProfileParameter.All)
            foreach (Json value in ValuesOf(parameter.Values))
                all.Add(parameter.Name, System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(value)));
        return all;
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_value_comes_back_from_the_journal(string name, string text)
    {
        Assert.True(CanonicalJson.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out Json value));
        ProfileParameter parameter = ProfileParameter.Find(name)!;
        ProfileRules rules = Assert.IsType<ProfileRules>(parameter.Set(ProfileRules.Default, value));
        Assert.True(CanonicalJson.TryRead(CanonicalJson.Write(ProfileJson.Write(rules)), out Json stored));
        Assert.True(ProfileJson.TryRead(stored, out ProfileRules read));
        Assert.Equal(CanonicalJson.Write(value), CanonicalJson.Write(parameter.Write(read)!));
        Assert.Equal(CanonicalJson.Write(ProfileJson.Write(rules)), CanonicalJson.Write(ProfileJson.Write(read)));
        Assert.All(
            ProfileParameter.All.Where(other => other.Name != name),
            other => Assert.Equal(Text(other.Write(ProfileRules.Default)), Text(other.Write(read))));
    }

    [Theory]
    [InlineData("ballot.blank", "\"void\"")]
    [InlineData("keypad.windowSeconds", "301")]
    [InlineData("keypad.windowSeconds", "\"60\"")]
    [InlineData("election.nominationDays", "1")]
    [InlineData("checks.exam", "1")]
    [InlineData("appointment.paperPosts", "[\"县长\",\"县长\"]")]
    [InlineData("appointment.paperPosts", "[\" 县长\"]")]
    [InlineData("election.electronicElectionAdopted", "\"\"")]
    [InlineData("ballot.colour", "\"red\"")]
    public void A_value_outside_its_list_is_not_read(string name, string text)
    {
        Assert.True(CanonicalJson.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out Json value));
        Assert.Null(ProfileParameter.Find(name)?.Set(ProfileRules.Default, value));
        Assert.False(ProfileJson.TryRead(Json.Of(("cites", Json.Of()), ("parameters", Json.Of((name, value)))), out _));
    }

    [Fact]
    public void What_a_record_does_not_say_has_its_default()
    {
        Assert.True(ProfileJson.TryRead(Json.Of(("cites", Json.Of(("ballot.blank", "某县选举办法第八条"))), ("parameters", Json.Of())), out ProfileRules rules));
        Assert.Equal("某县选举办法第八条", rules.Cites["ballot.blank"]);
        Assert.Equal(ProfileRules.Default with { Cites = rules.Cites }, rules);
    }

    [Fact]
    public void No_parameter_is_named_like_a_rule_of_law()
    {
        Assert.Equal(ProfileParameter.All.Count, ProfileParameter.All.Select(parameter => parameter.Name).Distinct().Count());
        Assert.All(ProfileParameter.All, parameter => Assert.Null(FixedLaw.Of(parameter.Name)));
        Assert.All(FixedLaw.All, rule => Assert.NotEmpty(rule.Laws));
    }

    /// <summary>A profile never moves the majority: whatever it says, 151 of 300 is the line.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public void No_value_moves_the_majority_of_all(string name, string text)
    {
        Assert.True(CanonicalJson.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out Json value));
        ProfileRules rules = ProfileParameter.Find(name)!.Set(ProfileRules.Default, value)!;
        Motion motion = new() { Title = "决议", Verb = "通过" };
        Assert.IsType<Outcome.NotCarried>(motion.Count(Halls.Votes(201, ("", 150)), Halls.Congress(300, rules)));
        Assert.IsType<Outcome.Carried>(motion.Count(Halls.Votes(201, ("", 151)), Halls.Congress(300, rules)));
        Outcome.Shortfall open = Assert.IsType<Outcome.Shortfall>(
            Halls.Election(2, "甲", "乙", "丙").Count(Halls.Votes(300, ("甲", 151), ("乙", 150), ("丙", 100)), Halls.Congress(300, rules)));
        Assert.Equal(1, open.Missing);
        Assert.Equal(200, Quorum.For(Body.Congress, rules).Needed(300));
        Assert.Equal(18, Quorum.For(Body.StandingCommittee, rules).Needed(35));
    }

    [Fact]
    public void The_presidium_meets_by_the_quorum_of_its_profile()
    {
        ProfileRules township = ProfileRules.Default with { Presidium = new PresidiumParameters(PresidiumQuorum.Majority) };
        Assert.Equal(6, Quorum.For(Body.Presidium, ProfileRules.Default).Needed(9));
        Assert.Equal(5, Quorum.For(Body.Presidium, township).Needed(9));
    }

    private static IEnumerable<Json> ValuesOf(ParameterValues values) => values switch
    {
        ParameterValues.OneOf one => one.Names.Select(name => (Json)new Json.Text(name)),
        ParameterValues.Number number => [number.Min, number.Max],
        ParameterValues.Flag => [true, false],
        ParameterValues.Quotation => [new Json.Text("选举办法第七条")],
        ParameterValues.Texts => [new Json.List([]), new Json.List([new Json.Text("县长"), new Json.Text("法院院长")])],
        _ => throw new InvalidOperationException("unknown form"),
    };

    private static string? Text(Json? json) => json is null ? null : System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(json));
}
