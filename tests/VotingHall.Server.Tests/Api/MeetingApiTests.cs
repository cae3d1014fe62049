using System.Net;
using System.Text.Json.Nodes;
using VotingHall.Screens;
using VotingHall.Server.Tests.Plans;
using Xunit;

namespace VotingHall.Server.Tests.Api;

/// <summary>The text of a meeting file, sent alone: no file of the server is read for it.</summary>
public sealed class MeetingApiTests
{
    private static JsonObject Text => JsonNode.Parse("""
        {
          "hall": { "id": "test-hall", "name": "会堂" },
          "meeting": { "id": "test-1", "body": "县人民代表大会", "term": 1, "sessionNo": 1, "name": "第一届第一次会议", "location": "会堂" },
          "body": "congress", "level": "county", "base": { "count": 6, "basis": "inOffice" }, "profile": "national-county", "suite": "intl",
          "sittings": [ { "no": 1, "name": "第一次全体会议" } ],
          "members": [ { "id": 1, "name": "甲", "seat": "1-1", "keypadUid": "0000000000000001" }, { "id": 2, "name": "乙", "seat": "1-2" } ],
          "agenda": [ { "no": "1", "kind": "rollCall", "title": "签到", "verb": "签到", "mode": "signIn" } ]
        }
        """)!.AsObject();

    [Fact]
    public async Task A_good_file_is_checked_and_loaded()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        string text = Text.ToJsonString();
        ApiReply check = await hall.Order(Audience.Secretariat, "/meeting/check", new { text });
        Assert.Empty(check.Fields);
        Assert.Equal(2, check.Json.GetProperty("members").GetInt32());
        Assert.Equal(6, hall.Now.Meeting!.Members.Count);
        await hall.Must(Audience.Secretariat, "/meeting/load", new { text });
        Assert.Equal(2, hall.Now.Meeting!.Members.Count);
    }

    [Fact]
    public async Task Errors_have_their_line()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        string text = Text.ToJsonString(new() { WriteIndented = true }).Replace("\"rollCall\"", "\"ballot\"", StringComparison.Ordinal);
        ApiReply check = await hall.Order(Audience.Secretariat, "/meeting/check", new { text });
        int line = text.Split('\n').ToList().FindIndex(row => row.Contains("ballot", StringComparison.Ordinal)) + 1;
        Assert.Contains(check.Json.GetProperty("errors").EnumerateArray(), error => error.GetProperty("line").GetInt32() == line && error.GetProperty("field").GetString() == "kind");
        Assert.Equal(HttpStatusCode.BadRequest, (await hall.Order(Audience.Secretariat, "/meeting/load", new { text })).Status);
    }

    [Theory]
    [InlineData("members", "/etc/passwd")]
    [InlineData("members", "members.csv")]
    [InlineData("profile", "/etc/hosts.json")]
    [InlineData("profile", "../profiles/national-county.json")]
    [InlineData("profile", "../../secret")]
    public async Task No_file_is_read_for_it(string field, string path)
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        JsonObject text = Text;
        text[field] = path;
        ApiReply check = await hall.Order(Audience.Secretariat, "/meeting/check", new { text = text.ToJsonString() });
        Assert.Equal([field], check.Fields);
        Assert.DoesNotContain("root:", check.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hall", "id", "other-hall", "hall.id")]
    [InlineData("meeting", "id", "other-1", "meeting.id")]
    public async Task The_keys_of_this_folder_are_for_one_hall_and_session(string part, string name, string value, string field)
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        JsonObject text = Text;
        text[part]![name] = value;
        Assert.Equal([field], (await hall.Order(Audience.Secretariat, "/meeting/load", new { text = text.ToJsonString() })).Fields);
    }

    [Fact]
    public async Task The_sample_meeting_has_no_error_but_that_it_is_another_hall_s()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        string text = await File.ReadAllTextAsync(Path.Combine(Samples.Scripts, "county-plenary.meeting.json"), TestContext.Current.CancellationToken);
        ApiReply check = await hall.Order(Audience.Secretariat, "/meeting/check", new { text });
        Assert.Equal(300, check.Json.GetProperty("members").GetInt32());
        Assert.Equal(["hall.id", "keypadUid", "meeting.id", "suite"], check.Fields.Distinct().Order(StringComparer.Ordinal));
    }
}
