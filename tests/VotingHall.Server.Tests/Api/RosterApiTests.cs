using System.Net;
using System.Text.Json;
using VotingHall.Core;
using VotingHall.Screens;
using Xunit;

namespace VotingHall.Server.Tests.Api;

/// <summary>A table of members: every error with its place, what would change, and nothing loaded while one error is left.</summary>
public sealed class RosterApiTests
{
    private const string Head = "代表号,姓名,席位,表决器\n";

    /// <summary>The present roster of the test hall as a table.</summary>
    private static string[] Rows => [.. ApiTestHall.Meeting.Members.Select(member => $"{member.Id.Value},{member.Name},{member.Seat},{member.Keypad}")];

    [Fact]
    public async Task A_good_table_shows_what_changes_and_is_loaded()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        string[] rows = Rows;
        rows[1] = rows[1].Replace("代表2", "欧阳建国", StringComparison.Ordinal);
        rows[5] = rows[5].Replace("6,代表6,1-6", "60,代表60,1-60", StringComparison.Ordinal);
        string csv = Head + string.Join('\n', rows);
        ApiReply check = await hall.Order(Audience.Secretariat, "/roster/check", new { csv });
        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Equal((6, 1, 1, 1), (Number(check, "rows"), Number(check, "added"), Number(check, "changed"), Number(check, "removed")));
        Assert.Equal(
            ["3 name 代表2 欧阳建国", "0 member 0006 代表6 1-6 "],
            check.Json.GetProperty("changes").EnumerateArray().Select(one => $"{one.GetProperty("line")} {Text(one, "field")} {Text(one, "before")} {Text(one, "after")}"));
        Assert.Equal("代表2", hall.Now.Meeting!.Members[1].Name);
        await hall.Must(Audience.Secretariat, "/roster/load", new { csv });
        Assert.Equal("欧阳建国", hall.Now.Meeting!.Members[1].Name);
        JsonElement member = (await hall.Get(Audience.Technician, "/roster")).Json.GetProperty("members")[1];
        Assert.Equal("欧阳建国", Text(member, "name"));
    }

    [Theory]
    [InlineData("2,代表2,1-1,0000000000000002", "seat", "1-1")]
    [InlineData("2,代表2,12-Jul,0000000000000002", "seat", "12-Jul")]
    [InlineData("2,代表2,7月12日,0000000000000002", "seat", "7月12日")]
    [InlineData("2,代表2,45120,0000000000000002", "seat", "45120")]
    [InlineData("2,陈𪚥,1-2,0000000000000002", "name", "陈𪚥")]
    [InlineData("2,陈\uE123,1-2,0000000000000002", "name", "陈\uE123")]
    [InlineData("2,代表2,1-2,00000000000000FF", "keypadUid", "00000000000000FF")]
    [InlineData("2,代表2,1-2,1.2E+15", "keypadUid", "1.2E+15")]
    [InlineData("2,代表2,1-2,0000000000000001", "keypadUid", "0000000000000001")]
    [InlineData("0,代表2,1-2,0000000000000002", "id", "0")]
    [InlineData("1,代表2,1-2,0000000000000002", "id", "0001")]
    public async Task An_error_has_its_line_column_and_value(string row, string field, string value)
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        string[] rows = Rows;
        rows[1] = row;
        string csv = Head + string.Join('\n', rows);
        JsonElement error = Assert.Single((await hall.Order(Audience.Secretariat, "/roster/check", new { csv })).Json.GetProperty("errors").EnumerateArray());
        Assert.Equal((3, field, value), (error.GetProperty("line").GetInt32(), Text(error, "field"), Text(error, "value")));
        Assert.NotEqual("", Text(error, "zh"));
        ApiReply load = await hall.Order(Audience.Secretariat, "/roster/load", new { csv });
        Assert.Equal((HttpStatusCode.BadRequest, "badRequest"), (load.Status, load.Code));
        Assert.Equal("代表2", hall.Now.Meeting!.Members[1].Name);
    }

    [Fact]
    public async Task The_same_name_twice_is_a_warning()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        ApiReply check = await hall.Order(Audience.Secretariat, "/roster/check", new { csv = Head + string.Join('\n', Rows).Replace("代表2", "代表3", StringComparison.Ordinal) });
        Assert.Empty(check.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal([3, 4], check.Json.GetProperty("warnings").EnumerateArray().Select(one => one.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task A_roster_above_the_base_is_refused_before_it_is_loaded()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        ApiReply check = await hall.Order(Audience.Secretariat, "/roster/check", new { csv = Head + string.Join('\n', Rows) + "\n7,代表7,1-7," });
        Assert.Equal(["base.count"], check.Fields);
    }

    [Fact]
    public async Task Once_there_is_a_round_the_roster_stands()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.SignEverybodyIn();
        ApiReply load = await hall.Order(Audience.Secretariat, "/roster/load", new { csv = Head + string.Join('\n', Rows) });
        Assert.Equal((HttpStatusCode.Conflict, "meetingInUse"), (load.Status, load.Code));
    }

    private static int Number(ApiReply reply, string field) => reply.Json.GetProperty(field).GetInt32();

    private static string Text(JsonElement json, string field) => json.GetProperty(field).GetString()!;
}
