using System.Net;
using System.Text.Json;
using VotingHall.Screens;
using Xunit;

namespace VotingHall.Server.Tests.Api;

/// <summary>The agenda in the form of meeting.json, there and back.</summary>
public sealed class AgendaApiTests
{
    private static readonly object Committee = new
    {
        no = "4",
        kind = "election",
        title = "选举常务委员会委员",
        verb = "选举",
        mode = "secret",
        office = "县人大常委会委员",
        officeKind = "committeeMember",
        candidates = new[] { "甲", "乙", "丙" },
        seats = 3,
    };

    [Fact]
    public async Task An_item_is_put_read_moved_and_removed()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.Must(Audience.Secretariat, "/agenda/4", new { item = Committee, place = 2 });
        Assert.Equal(["1", "4", "2", "3"], hall.Now.Meeting!.Agenda.Select(item => item.No));
        JsonElement read = (await hall.Get(Audience.Secretariat, "/agenda/4")).Json;
        Assert.Equal(JsonSerializer.SerializeToElement(Committee).EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal), read.GetProperty("item").EnumerateObject().Select(field => field.Name));
        Assert.Equal((false, 4, 6), (read.GetProperty("frozen").GetBoolean(), read.GetProperty("required").GetInt32(), read.GetProperty("base").GetInt32()));
        await hall.Must(Audience.Secretariat, "/agenda/4", new { item = read.GetProperty("item"), place = 4 });
        Assert.Equal(["1", "2", "3", "4"], hall.Now.Meeting!.Agenda.Select(item => item.No));
        await hall.Must(Audience.Secretariat, "/agenda/4/remove");
        ApiReply gone = await hall.Get(Audience.Secretariat, "/agenda/4");
        Assert.Equal((HttpStatusCode.NotFound, "itemUnknown"), (gone.Status, gone.Code));
    }

    [Fact]
    public async Task The_number_of_candidates_is_held_against_the_law()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.Must(Audience.Secretariat, "/agenda/4", new { item = new { no = "4", kind = "election", title = "选举副主任", verb = "选举", mode = "secret", office = "副主任", officeKind = "deputy", candidates = new[] { "甲" }, seats = 1 } });
        JsonElement problem = Assert.Single((await hall.Get(Audience.Secretariat, "/agenda/4")).Json.GetProperty("problems").EnumerateArray());
        Assert.Equal("candidates", problem.GetProperty("field").GetString());
        Assert.Contains("2 至 4 人", problem.GetProperty("zh").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_error_of_an_item_is_named_by_its_field()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        ApiReply reply = await hall.Order(Audience.Secretariat, "/agenda/4", new { item = new { no = "4", kind = "election", verb = "选举", mode = "secret", office = "委员", officeKind = "committeeMember", candidates = new[] { "甲", "甲" }, seats = 0, pace = 1 } });
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(["candidates[1]", "pace", "seats", "title"], reply.Fields.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_number_in_the_address_is_the_item_s()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        ApiReply reply = await hall.Order(Audience.Secretariat, "/agenda/5", new { item = Committee });
        Assert.Equal(["no"], reply.Fields);
        await hall.Must(Audience.Secretariat, "/agenda/4%2F1", new { item = new { no = "4/1", kind = "motion", title = "决议", verb = "通过", mode = "named" } });
        Assert.Equal(HttpStatusCode.OK, (await hall.Get(Audience.Chair, "/agenda/4%2F1")).Status);
    }

    [Fact]
    public async Task An_item_whose_round_is_under_way_is_frozen()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.SignEverybodyIn();
        await hall.Must(Audience.Secretariat, "/rounds", new { item = "2" });
        JsonElement read = (await hall.Get(Audience.Secretariat, "/agenda/2")).Json;
        Assert.True(read.GetProperty("frozen").GetBoolean());
        ApiReply put = await hall.Order(Audience.Secretariat, "/agenda/2", new { item = read.GetProperty("item") });
        Assert.Equal("roundNotFinished", put.Code);
    }
}
