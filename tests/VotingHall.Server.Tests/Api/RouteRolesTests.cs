using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using VotingHall.Core;
using VotingHall.Screens;
using Xunit;

namespace VotingHall.Server.Tests.Api;

/// <summary>Who may call what: every endpoint there is, not those somebody thought of.</summary>
public sealed partial class RouteRolesTests(RouteRolesTests.Running running) : IClassFixture<RouteRolesTests.Running>
{
    /// <summary>What nobody has to be signed in for.</summary>
    private static readonly string[] Open =
        ["GET /", "GET /sign-in", "POST /sign-in", "POST /sign-out", "GET /screen/{token}", "GET /assets/{**path}", "GET /language/{language}"];

    private static readonly Dictionary<string, string> Expected = new()
    {
        ["POST /api/base/confirm"] = "chair",
        ["POST /api/sittings/{no:int}/open"] = "chair secretariat",
        ["POST /api/sittings/close"] = "chair secretariat",
        ["POST /api/rounds"] = "chair secretariat",
        ["POST /api/rounds/{no:int}/runoff"] = "chair secretariat",
        ["POST /api/rounds/{no:int}/follow-up"] = "chair secretariat",
        ["POST /api/rounds/{no:int}/open"] = "chair",
        ["POST /api/rounds/{no:int}/extend"] = "chair",
        ["POST /api/rounds/{no:int}/close"] = "chair",
        ["POST /api/rounds/{no:int}/participants"] = "scrutineer",
        ["POST /api/rounds/{no:int}/confirm"] = "scrutineer",
        ["POST /api/rounds/{no:int}/recheck"] = "chair",
        ["POST /api/rounds/{no:int}/show"] = "chair",
        ["POST /api/rounds/{no:int}/declare"] = "chair",
        ["POST /api/rounds/{no:int}/void"] = "chair",
        ["POST /api/attendance"] = "secretariat",
        ["POST /api/rounds/{no:int}/issued"] = "scrutineer secretariat",
        ["POST /api/rounds/{no:int}/collected"] = "scrutineer secretariat",
        ["POST /api/rounds/{no:int}/validity"] = "chair",
        ["POST /api/rounds/{no:int}/count"] = "scrutineer secretariat",
        ["POST /api/rounds/{no:int}/count-table"] = "scrutineer secretariat",
        ["POST /api/rounds/{no:int}/unaccounted"] = "scrutineer",
        ["POST /api/rounds/{no:int}/recount"] = "chair",
        ["POST /api/rounds/{no:int}/merge"] = "scrutineer",
        ["POST /api/rounds/{no:int}/slips"] = "scrutineer secretariat",
        ["POST /api/rounds/{no:int}/manual-votes"] = "scrutineer secretariat",
        ["POST /api/rounds/{no:int}/manual-ballot"] = "scrutineer secretariat",
        ["POST /api/rounds/{no:int}/print"] = "secretariat",
        ["GET /api/rounds/{no:int}/record"] = "chair scrutineer secretariat",
        ["GET /api/rounds/{no:int}/proof"] = "chair scrutineer secretariat",
        ["GET /api/rounds/{no:int}/certificate"] = "chair scrutineer secretariat",
        ["GET /api/agenda/{no}"] = "chair secretariat",
        ["POST /api/agenda/{no}"] = "secretariat",
        ["POST /api/agenda/{no}/split"] = "secretariat",
        ["POST /api/agenda/{no}/remove"] = "secretariat",
        ["POST /api/meeting/check"] = "secretariat",
        ["POST /api/meeting/load"] = "secretariat",
        ["GET /api/roster"] = "secretariat technician",
        ["POST /api/roster/check"] = "secretariat",
        ["POST /api/roster/load"] = "secretariat",
        ["POST /api/keypads/{uid}/bind"] = "technician",
        ["POST /api/board/picture"] = "chair secretariat",
        ["POST /api/board/reminder"] = "chair",
    };

    [Fact]
    public void No_endpoint_is_open_but_those_of_the_short_list()
    {
        string[] open = [.. Unguarded(Endpoints)];
        Assert.Equal(Open.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }

    /// <summary>It can fail: an endpoint somebody forgot to guard is found.</summary>
    [Fact]
    public void An_unguarded_endpoint_is_found() => Assert.Equal(["? /api/forgotten"], Unguarded(
        [new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/api/forgotten"), 0, EndpointMetadataCollection.Empty, null)]));

    [Fact]
    public void Each_route_of_the_api_has_its_roles() => Assert.Equal(
        Expected.Select(route => $"{route.Key}: {route.Value}").Order(StringComparer.Ordinal),
        ApiRoutes().Select(route => $"{route.Name}: {string.Join(' ', route.Roles.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        using HttpClient browser = running.Hall.Browser();
        foreach ((string name, _) in ApiRoutes())
        {
            using HttpResponseMessage reply = await Call(browser, name);
            Assert.True(reply.StatusCode == HttpStatusCode.Unauthorized, $"{name}: {reply.StatusCode}");
            Assert.Contains("\"signedOut\"", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Audience.Chair)]
    [InlineData(Audience.Secretariat)]
    [InlineData(Audience.Scrutineer)]
    [InlineData(Audience.Technician)]
    [InlineData(Audience.Screen)]
    public async Task A_role_gets_its_own_routes_and_no_other(Audience role)
    {
        HttpClient desk = await running.Hall.Desk(role);
        foreach ((string name, IReadOnlyList<string> roles) in ApiRoutes())
        {
            using HttpResponseMessage reply = await Call(desk, name);
            bool let = reply.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
            Assert.True(let == roles.Contains(Audiences.Name(role)), $"{role} {name}: {reply.StatusCode}");
            Assert.True((int)reply.StatusCode < 500, $"{role} {name}: {reply.StatusCode}");
            if (!let)
                Assert.Contains("\"notAllowed\"", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Audience.Chair)]
    [InlineData(Audience.Secretariat)]
    [InlineData(Audience.Scrutineer)]
    [InlineData(Audience.Technician)]
    [InlineData(Audience.Screen)]
    public async Task A_role_sees_its_own_page_and_the_big_screen(Audience role)
    {
        HttpClient desk = await running.Hall.Desk(role);
        foreach (Audience page in Audiences.All)
        {
            using HttpResponseMessage reply = await desk.GetAsync(Audiences.Page(page), TestContext.Current.CancellationToken);
            Assert.Equal(page == role || page == Audience.Screen ? HttpStatusCode.OK : HttpStatusCode.Forbidden, reply.StatusCode);
        }
    }

    /// <summary>The doors of the API and the law inside say the same: nobody is let in to be refused by the hall for the role.</summary>
    [Fact]
    public void The_routes_let_in_whom_the_hall_lets()
    {
        RoundNo round = new(1);
        Issuer by = Issuer.System;
        Instant at = new(0);
        Dictionary<string, HallCommand> commands = new()
        {
            ["POST /api/base/confirm"] = new HallCommand.ConfirmBase(new CountBase(1, CountBasis.InOffice)) { Issuer = by, At = at },
            ["POST /api/sittings/{no:int}/open"] = new HallCommand.OpenSitting(1) { Issuer = by, At = at },
            ["POST /api/sittings/close"] = new HallCommand.CloseSitting { Issuer = by, At = at },
            ["POST /api/rounds"] = new HallCommand.PrepareRound("1", RoundMode.Named, Octets.Empty) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/runoff"] = new HallCommand.PrepareFollowUp(round, FollowUpKind.Runoff, [], Octets.Empty) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/follow-up"] = new HallCommand.PrepareFollowUp(round, FollowUpKind.Revote, [], Octets.Empty) { Issuer = by, At = at },
            ["POST /api/agenda/{no}/split"] = new HallCommand.SplitOut("1", "甲", "2", "任命甲") { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/open"] = new HallCommand.OpenRound(round, Octets.Empty) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/extend"] = new HallCommand.ExtendRound(round, 1) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/close"] = new HallCommand.CloseRound(round, Octets.Empty) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/participants"] = new HallCommand.EnterParticipants(round, 1) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/confirm"] = new HallCommand.ConfirmCount(round, null) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/recheck"] = new HallCommand.AllowRecheck(round) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/show"] = new HallCommand.ShowResult(round) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/declare"] = new HallCommand.DeclareRound(round) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/void"] = new HallCommand.VoidRound(round, VoidReason.ChairDecision, "") { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/print"] = new HallCommand.OrderPrint(round, 1, "p", 1) { Issuer = by, At = at },
            ["POST /api/agenda/{no}"] = new HallCommand.PutAgendaItem(ApiTestHall.Meeting.Agenda[0], 0) { Issuer = by, At = at },
            ["POST /api/agenda/{no}/remove"] = new HallCommand.RemoveAgendaItem("1") { Issuer = by, At = at },
            ["POST /api/meeting/load"] = new HallCommand.LoadMeeting(ApiTestHall.Meeting) { Issuer = by, At = at },
            ["POST /api/roster/load"] = new HallCommand.LoadMeeting(ApiTestHall.Meeting) { Issuer = by, At = at },
            ["POST /api/attendance"] = new HallCommand.MarkAttendance([], Present: true) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/issued"] = new HallCommand.EnterIssued(round, 1) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/collected"] = new HallCommand.EnterCollected(round, 1) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/validity"] = new HallCommand.DeclareValidity(round, true) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/count"] = new HallCommand.EnterCount(round, new HandCount(0, default, [], [])) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/count-table"] = new HallCommand.EnterCount(round, new HandCount(0, default, [], [])) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/unaccounted"] = new HallCommand.DecideUnaccounted(round, "") { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/recount"] = new HallCommand.OrderRecount(round) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/merge"] = new HallCommand.MergeNames(round, "", "") { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/slips"] = new HallCommand.EnterSlips(round, []) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/manual-votes"] = new HallCommand.EnterManualVotes(round, new ManualVotes(0, [])) { Issuer = by, At = at },
            ["POST /api/rounds/{no:int}/manual-ballot"] = new HallCommand.EnterBallot(round, new MemberId(1), [], []) { Issuer = by, At = at },
            ["POST /api/keypads/{uid}/bind"] = new HallCommand.BindKeypad(new MemberId(1), new KeypadUid(1)) { Issuer = by, At = at },
        };
        foreach ((string route, HallCommand command) in commands)
        {
            IEnumerable<string> people = Authority.RolesFor(command).Where(role => role is not (Role.System or Role.Bridge)).Select(role => EnumNames.Write(role));
            Assert.Equal(people.Order(StringComparer.Ordinal), Expected[route].Split(' '));
        }
        Assert.Empty(Expected.Keys.Where(route => route.StartsWith("POST", StringComparison.Ordinal)).Except(commands.Keys)
            .Except(["POST /api/meeting/check", "POST /api/roster/check", "POST /api/board/picture", "POST /api/board/reminder"]));
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_words()
    {
        ApiReply reply = await running.Hall.Get(Audience.Chair, "/nothing");
        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal("notFound", reply.Code);
    }

    private IEnumerable<Endpoint> Endpoints => running.Hall.Web.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    private IEnumerable<(string Name, IReadOnlyList<string> Roles)> ApiRoutes() => Endpoints
        .Where(endpoint => NameOf(endpoint).Contains(" /api/", StringComparison.Ordinal) && !NameOf(endpoint).EndsWith("openapi.json", StringComparison.Ordinal))
        .Select(endpoint => (NameOf(endpoint), (IReadOnlyList<string>)[.. endpoint.Metadata.OfType<AuthorizationPolicy>()
            .SelectMany(policy => policy.Requirements).OfType<RolesAuthorizationRequirement>().SelectMany(requirement => requirement.AllowedRoles)]));

    private static IEnumerable<string> Unguarded(IEnumerable<Endpoint> endpoints) => endpoints
        .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || (endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null))
        .Select(NameOf);

    private static string NameOf(Endpoint endpoint) =>
        string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["?"]) + " " + (((RouteEndpoint)endpoint).RoutePattern.RawText is { Length: > 1 } text ? text.TrimEnd('/') : "/");

    private static async Task<HttpResponseMessage> Call(HttpClient desk, string route)
    {
        string[] parts = Place().Replace(route, "9").Split(' ');
        using HttpRequestMessage request = new(new HttpMethod(parts[0]), parts[1]);
        if (parts[0] == "POST")
        {
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            request.Headers.Add("Idempotency-Key", "role-test-0001");
        }
        return await desk.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();

    public sealed class Running : IAsyncLifetime
    {
        internal ApiTestHall Hall { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Hall = await ApiTestHall.Start();

        public ValueTask DisposeAsync() => Hall.DisposeAsync();
    }
}
