using System.Net;
using VotingHall.Screens;
using Xunit;

namespace VotingHall.Server.Tests.Api;

/// <summary>What is wrong with a request is said with its field.</summary>
public sealed class BadRequestsTests(RouteRolesTests.Running running) : IClassFixture<RouteRolesTests.Running>
{
    [Theory]
    [InlineData("""{"versionSeen":1}""", "item")]
    [InlineData("""{"item":"2"}""", "versionSeen")]
    [InlineData("""{"versionSeen":1,"item":"2","seat":3}""", "seat")]
    [InlineData("""{"versionSeen":1,"versionSeen":2,"item":"2"}""", "versionSeen")]
    [InlineData("""{"versionSeen":"1","item":"2"}""", "versionSeen")]
    [InlineData("""{"versionSeen":1.5,"item":"2"}""", "versionSeen")]
    [InlineData("""{"versionSeen":1,"item":null}""", "item")]
    [InlineData("""{"versionSeen":1,"item":"2","mode":2}""", "mode")]
    [InlineData("""{"versionSeen":1,"item":"2","mode":"aloud"}""", "mode")]
    [InlineData("""{"versionSeen":1,"item":"\ud800"}""", "item")]
    public async Task The_field_that_is_wrong_is_named(string body, string field)
    {
        ApiReply reply = await ApiTestHall.Send(await running.Hall.Desk(Audience.Secretariat), "/rounds", body, "bad-request-1");
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("badRequest", reply.Code);
        Assert.Equal([field], reply.Fields);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    [InlineData("with a blank")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task An_order_has_a_key_of_its_own(string? key)
    {
        ApiReply reply = await ApiTestHall.Send(await running.Hall.Desk(Audience.Chair), "/base/confirm", """{"versionSeen":1}""", key);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(["Idempotency-Key"], reply.Fields);
    }

    [Fact]
    public async Task Other_forms_and_too_much_are_refused_in_words()
    {
        HttpClient desk = await running.Hall.Desk(Audience.Secretariat);
        ApiReply form = await ApiTestHall.Send(desk, "/roster/check", "csv=1", null, "application/x-www-form-urlencoded");
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "notJson"), (form.Status, form.Code));
        ApiReply large = await ApiTestHall.Send(desk, "/roster/check", $$"""{"csv":"{{new string('x', 5_000_000)}}"}""", null);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "tooLarge"), (large.Status, large.Code));
        ApiReply deep = await ApiTestHall.Send(desk, "/agenda/4", $$"""{"versionSeen":1,"item":{{new string('[', 500)}}{{new string(']', 500)}}}""", "deep-body-1");
        Assert.Equal(HttpStatusCode.BadRequest, deep.Status);
        ApiReply empty = await ApiTestHall.Send(desk, "/roster/check", "", null);
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
    }
}
