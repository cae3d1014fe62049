using System.Net;
using VotingHall.Core;
using VotingHall.Screens;
using Xunit;

namespace VotingHall.Server.Tests.Api;

/// <summary>Votes on paper and by hands from the desks: everything goes by HTTP, two accounts count.</summary>
public sealed class CountsApiTests
{
    private const string Table = "姓名,赞成,反对,弃权\n有效票,5\n无效票,超选,1\n林若水,4,1,0\n王明,0,4,1\n另选,何知白,1\n";

    private static readonly object Election = new
    {
        no = "9",
        mode = "secret",
        method = "paper",
        kind = "election",
        title = "选举县长",
        verb = "选举",
        office = "县长",
        officeKind = "chief",
        candidates = new[] { "林若水", "王明" },
        seats = 2 - 1,
    };

    private static readonly object Hands = new { no = "8", mode = "named", method = "hands", kind = "motion", title = "会议议程", verb = "通过" };

    [Fact]
    public async Task A_whole_election_on_paper()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        string round = await Closed(hall);
        Assert.Equal("validityWrong", (await hall.Order(Audience.Chair, round + "/validity", new { valid = false })).Code);
        Assert.Equal("validityNotDeclared", (await hall.Order(Audience.Secretariat, round + "/count", Count(4))).Code);
        await hall.Must(Audience.Chair, round + "/validity", new { valid = true });
        await hall.Must(Audience.Secretariat, round + "/count", Count(4));
        Assert.Null(hall.Now.CurrentRound!.Counted);
        await hall.Must(Audience.Scrutineer, round + "/count-table", new { csv = Table });
        Round counted = hall.Now.CurrentRound!;
        Assert.Equal((RoundPhase.Counted, 5, 1), (counted.Phase, counted.Counted!.Tally.Papers!.Valid, counted.Counted.Tally.Papers.Reasons.OverVote));
        await hall.Must(Audience.Scrutineer, round + "/merge", new { from = "何知白", into = "王明" });
        await hall.Must(Audience.Scrutineer, round + "/confirm");
        await hall.Must(Audience.Chair, round + "/declare");
    }

    [Fact]
    public async Task A_table_tells_every_error_with_its_line()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        string round = await Closed(hall);
        await hall.Must(Audience.Chair, round + "/validity", new { valid = true });
        ApiReply reply = await hall.Order(Audience.Scrutineer, round + "/count-table", new { csv = "有效票,五\n无效票,涂改,1\n林若水,4,1\n李四,1,1,1\n周五,1,1,1\n" });
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal([1, 2, 3, 4, 5], reply.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("line").GetInt32()).Distinct());
        Assert.Empty(hall.Now.CurrentRound!.ByHand.Entries);
    }

    [Fact]
    public async Task Two_entries_that_differ_wait()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        string round = await Closed(hall);
        await hall.Must(Audience.Chair, round + "/validity", new { valid = true });
        await hall.Must(Audience.Secretariat, round + "/count", Count(3));
        await hall.Must(Audience.Scrutineer, round + "/count-table", new { csv = Table });
        Assert.Equal(RoundPhase.Closed, hall.Now.CurrentRound!.Phase);
        Assert.Equal("countsDiffer", (await hall.Order(Audience.Scrutineer, round + "/unaccounted", new { note = "无" })).Code);
        await hall.Must(Audience.Chair, round + "/recount");
        Assert.Empty(hall.Now.CurrentRound!.ByHand.Entries);
    }

    [Fact]
    public async Task A_show_of_hands_with_hands_missing()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.SignEverybodyIn();
        await hall.Must(Audience.Secretariat, "/agenda/8", new { item = Hands, place = 0 });
        await hall.Must(Audience.Chair, "/rounds", new { item = "8" });
        string round = $"/rounds/{hall.Last}";
        await hall.Must(Audience.Chair, round + "/open");
        Assert.Equal("notOnPaper", (await hall.Order(Audience.Secretariat, round + "/issued", new { papers = 6 })).Code);
        await hall.Must(Audience.Chair, round + "/close");
        object count = new { valid = 0, invalid = (object?)null, rows = new[] { Row(4, 1, 0) }, writeIns = Array.Empty<object>() };
        await hall.Must(Audience.Secretariat, round + "/count", count);
        await hall.Must(Audience.Scrutineer, round + "/count", count);
        Assert.Null(hall.Now.CurrentRound!.Counted);
        await hall.Must(Audience.Scrutineer, round + "/unaccounted", new { note = "一人未举手" });
        Assert.IsType<Outcome.Carried>(hall.Now.CurrentRound!.Counted!.Outcome);
    }

    [Fact]
    public async Task Hands_take_over_when_keypads_failed()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.SignEverybodyIn();
        await hall.Must(Audience.Chair, "/rounds", new { item = "3" });
        await hall.OpenRound();
        Assert.Equal("roundNotFinished", (await hall.Order(Audience.Chair, "/rounds", new { item = "3", method = "showOfHands" })).Code);
        await hall.Must(Audience.Chair, $"/rounds/{hall.Last}/void", new { reason = "systemFailure", note = "" });
        await hall.Must(Audience.Chair, "/rounds", new { item = "3", method = "showOfHands" });
        Assert.Equal((VotingMethod.ShowOfHands, new RoundNo(2)), (hall.Now.CurrentRound!.Method, hall.Now.CurrentRound.FallbackOf));
    }

    /// <summary>Six issued, six collected, voting ended.</summary>
    private static async Task<string> Closed(ApiTestHall hall)
    {
        await hall.SignEverybodyIn();
        await hall.Must(Audience.Secretariat, "/agenda/9", new { item = Election, place = 0 });
        await hall.Must(Audience.Chair, "/rounds", new { item = "9" });
        string round = $"/rounds/{hall.Last}";
        await hall.Must(Audience.Chair, round + "/open");
        Assert.Equal("issuedNotEntered", (await hall.Order(Audience.Chair, round + "/close")).Code);
        Assert.Equal("issuedAbovePresent", (await hall.Order(Audience.Secretariat, round + "/issued", new { papers = 7 })).Code);
        await hall.Must(Audience.Secretariat, round + "/issued", new { papers = 6 });
        await hall.Must(Audience.Chair, round + "/close");
        await hall.Must(Audience.Scrutineer, round + "/collected", new { papers = 6 });
        return round;
    }

    private static object Count(int first) => new
    {
        valid = 5,
        invalid = new { overVote = 1, illegible = 0, notOfficial = 0, torn = 0, other = 0 },
        rows = new[] { Row(first, 5 - first, 0), Row(0, 4, 1) },
        writeIns = new[] { new { name = "何知白", votes = 1 } },
    };

    private static Dictionary<string, int> Row(int votes, int against, int abstain) => new() { ["for"] = votes, ["against"] = against, ["abstain"] = abstain };
}
