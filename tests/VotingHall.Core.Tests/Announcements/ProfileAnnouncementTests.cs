using VotingHall.Core.Tests.Questions;
using Xunit;

namespace VotingHall.Core.Tests.Announcements;

/// <summary>What the profile says about reading results is read so: order, whose votes, names written in, keys not pressed.</summary>
public sealed class ProfileAnnouncementTests
{
    private static readonly Election Election = Halls.Election(1, "甲", "乙", "丙");
    private static readonly Tally Votes = new(
        300, 300, [new RowTally("甲", 100, 200, 0), new RowTally("乙", 160, 140, 0), new RowTally("丙", 30, 270, 0)], [new WriteInTally("丁", 10)]);

    [Fact]
    public void Everybody_is_read_in_ballot_order_by_default() => Assert.Equal(["甲", "乙", "丙"], Read(ProfileRules.Default));

    [Fact]
    public void By_votes_where_the_profile_says_so() =>
        Assert.Equal(["乙", "甲", "丙"], Read(ProfileRules.Default with { Announce = new AnnounceParameters(AnnounceOrder.Votes) }));

    [Fact]
    public void Only_winners_where_the_profile_says_so() =>
        Assert.Equal(["乙"], Read(ProfileRules.Default with { Announce = new AnnounceParameters(PublishVotes: PublishVotes.Winners) }));

    [Fact]
    public void Winners_again_with_their_votes_after_the_candidates()
    {
        ProfileRules rules = ProfileRules.Default with { Announce = new AnnounceParameters(PublishVotes: PublishVotes.CandidatesThenWinners) };
        Assert.Equal(["甲", "乙", "丙"], Read(rules));
        Assert.Contains("当选的是：乙，160票。", Text(rules), StringComparison.Ordinal);
        Assert.DoesNotContain("当选的是", Text(ProfileRules.Default), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_written_in_stay_in_the_record_unless_the_profile_wants_them_read()
    {
        Assert.DoesNotContain("丁", Text(ProfileRules.Default), StringComparison.Ordinal);
        Assert.Contains("另选丁得赞成10票。", Text(ProfileRules.Default with { WriteIn = new WriteInParameters(Announced: true) }), StringComparison.Ordinal);
    }

    /// <summary>Whoever is tied is read even where only winners are: the hall must see why it votes again.</summary>
    [Fact]
    public void The_tied_are_read_where_only_winners_are()
    {
        Election two = Halls.Election(2, "甲", "乙", "丙", "丁");
        Tally tied = new(
            300, 300,
            [new RowTally("甲", 200, 100, 0), new RowTally("乙", 160, 140, 0), new RowTally("丙", 160, 140, 0), new RowTally("丁", 20, 280, 0)], []);
        Assert.Equal(["甲", "乙", "丙"], Read(ProfileRules.Default with { Announce = new AnnounceParameters(PublishVotes: PublishVotes.Winners) }, two, tied));
    }

    private static string[] Read(ProfileRules rules) => Read(rules, Election, Votes);

    private static string[] Read(ProfileRules rules, Election election, Tally votes) =>
        [.. Text(rules, election, votes).Split('\n').Where(line => line.Contains("反对", StringComparison.Ordinal)).Select(line => line[..1])];

    private static string Text(ProfileRules rules) => Text(rules, Election, Votes);

    private static string Text(ProfileRules rules, Election election, Tally votes) => AnnouncementTests.Read(
        ResultAnnouncement.Of(election, votes, election.Count(votes, Halls.Congress(300, rules)), Body.Congress, rules));
}
