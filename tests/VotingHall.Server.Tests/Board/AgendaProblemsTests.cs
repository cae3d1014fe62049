using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Board;
using VotingHall.Server.Tests.Api;
using Xunit;

namespace VotingHall.Server.Tests.Board;

/// <summary>The agenda counts what the item's own page lists, no more and no less.</summary>
public sealed class AgendaProblemsTests
{
    [Fact]
    public async Task The_agenda_says_as_many_problems_as_the_item()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        string[] one = ["甲"], two = ["甲", "乙"];
        await hall.Must(Audience.Secretariat, "/agenda/4", new { item = Election("4", one) });
        await hall.Must(Audience.Secretariat, "/agenda/5", new { item = Election("5", two) });
        // One candidate is too few; two have an order that nobody confirmed yet.
        Dictionary<string, int> expected = new() { ["1"] = 0, ["2"] = 0, ["3"] = 0, ["4"] = 1, ["5"] = 1 };
        Assert.Equal(expected, AgendaLines.Of(hall.Now).ToDictionary(line => line.No, line => line.Problems));
        foreach ((string no, int problems) in expected)
            Assert.Equal(problems, (await hall.Get(Audience.Secretariat, "/agenda/" + no)).Json.GetProperty("problems").GetArrayLength());

        // Without an adopted measure an election has one problem more.
        Meeting strict = hall.Now.Meeting! with { Rules = hall.Now.Meeting!.Rules with { Election = new ElectionParameters() } };
        Assert.Equal([0, 0, 0, 2, 2], AgendaLines.Of(hall.Now with { Meeting = strict }).Select(line => line.Problems));
    }

    private static object Election(string no, string[] candidates) => new
    {
        no,
        kind = "election",
        title = "选举副主任",
        verb = "选举",
        mode = "secret",
        office = "副主任",
        officeKind = "deputy",
        candidates,
        seats = 1,
    };
}
