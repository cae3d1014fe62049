using System.Net;
using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Startup;
using Xunit;

namespace VotingHall.Server.Tests.Api;

/// <summary>A meeting run by HTTP alone, and what happens when two desks, or one desk twice, order the same.</summary>
public sealed class OrdersTests
{
    [Fact]
    public async Task A_named_round_runs_from_the_agenda_to_its_declaration()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.SignEverybodyIn();
        long before = hall.Version;
        long prepared = await hall.Must(Audience.Chair, "/rounds", new { item = "2" });
        Assert.True(prepared > before);
        await hall.OpenRound();
        Instant closesAt = hall.Now.CurrentRound!.Opening!.ClosesAt;
        await hall.Must(Audience.Chair, "/rounds/2/extend", new { seconds = 30 });
        Assert.Equal(closesAt.UnixMs + 30_000, hall.Now.CurrentRound!.Opening!.ClosesAt.UnixMs);
        await hall.Must(Audience.Chair, "/board/reminder");
        Assert.Equal(new RoundNo(2), hall.Board.Now.Reminded);
        foreach (KeypadUid uid in ApiTestHall.Uids.Take(4))
            await hall.Give(new HallCommand.CastNamed(hall.Last, uid, ApiTestHall.Press, [Choice.For], [], Sealed: false) { Issuer = Issuer.Bridge, At = HallHost.Now() });
        await hall.CloseRound();
        await hall.Must(Audience.Chair, "/rounds/2/show");
        await hall.Must(Audience.Scrutineer, "/rounds/2/confirm");
        await hall.Must(Audience.Chair, "/rounds/2/declare");
        Round round = hall.Now.Rounds[new RoundNo(2)];
        Assert.Equal(RoundPhase.Declared, round.Phase);
        Assert.Equal(4, round.Counted!.Tally.Rows[0].For);
        Assert.Equal(new Issuer(Role.Scrutineer, "scrutineer"), round.Confirmed!.By);
    }

    [Fact]
    public async Task A_void_round_keeps_its_reason_and_a_name_no_font_has_is_refused()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.SignEverybodyIn();
        await hall.Must(Audience.Secretariat, "/rounds", new { item = "2" });
        ApiReply strange = await hall.Order(Audience.Chair, "/rounds/2/void", new { reason = "paperWrong", note = "题目有误" + ApiTestHall.Unprintable });
        Assert.Equal(HttpStatusCode.BadRequest, strange.Status);
        Assert.Equal(["note"], strange.Fields);
        await hall.Must(Audience.Chair, "/rounds/2/void", new { reason = "paperWrong", note = "题目有误" });
        Assert.Equal(VoidReason.PaperWrong, hall.Now.Rounds[new RoundNo(2)].Voided!.Reason);
    }

    [Fact]
    public async Task A_desk_that_saw_an_older_picture_is_refused()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.SignEverybodyIn();
        long seen = hall.Version;
        await hall.Must(Audience.Secretariat, "/rounds", new { item = "2" });
        await hall.Give(new HallCommand.ReportPaper(hall.Last, 6, []) { Issuer = Issuer.System, At = HallHost.Now() });
        ApiReply stale = await hall.Order(Audience.Chair, "/rounds/2/open", seen: seen);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("staleVersion", stale.Code);
        Assert.Equal(hall.Version, stale.Json.GetProperty("version").GetInt64());
        Assert.Equal(RoundPhase.Prepared, hall.Now.CurrentRound!.Phase);
    }

    [Fact]
    public async Task The_same_key_twice_has_one_effect()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.SignEverybodyIn();
        long seen = hall.Version;
        ApiReply first = await hall.Order(Audience.Secretariat, "/rounds", new { item = "2" }, seen, "the-same-key");
        ApiReply second = await hall.Order(Audience.Secretariat, "/rounds", new { item = "2" }, seen, "the-same-key");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Equal(2, hall.Now.Rounds.Count);
        ApiReply other = await hall.Order(Audience.Secretariat, "/rounds", new { item = "2" }, seen, "another-key");
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
    }

    [Fact]
    public async Task A_key_belongs_to_its_account()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.Must(Audience.Chair, "/base/confirm");
        Assert.Equal(HttpStatusCode.OK, (await hall.Order(Audience.Secretariat, "/sittings/1/open", key: "one-key-two-desks")).Status);
        Assert.Equal(1, hall.Now.SittingNo);
        Assert.Equal(HttpStatusCode.OK, (await hall.Order(Audience.Chair, "/sittings/close", key: "one-key-two-desks")).Status);
        Assert.Equal(0, hall.Now.SittingNo);
    }

    [Fact]
    public async Task Of_two_desks_that_order_at_once_exactly_one_is_taken()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.SignEverybodyIn();
        await hall.Desk(Audience.Chair);
        for (int race = 0; race < 10; race++)
        {
            long seen = hall.Version;
            int rounds = hall.Now.Rounds.Count;
            ApiReply[] replies = await Task.WhenAll(
                hall.Order(Audience.Chair, "/rounds", new { item = "2" }, seen), hall.Order(Audience.Secretariat, "/rounds", new { item = "2" }, seen));
            Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
            Assert.Single(replies, reply => reply.Status == HttpStatusCode.Conflict);
            Assert.Equal(rounds + 1, hall.Now.Rounds.Count);
            await hall.Must(Audience.Chair, $"/rounds/{hall.Last}/void", new { reason = "chairDecision" });
        }
    }

    [Fact]
    public async Task A_wrong_participation_number_is_a_no_with_the_tries_left()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.SignEverybodyIn();
        await hall.Must(Audience.Secretariat, "/rounds", new { item = "3" });
        await hall.OpenRound();
        await hall.CloseRound();
        await hall.Give(new HallCommand.RecordTallyRequest(hall.Last, new Octets(new byte[32])) { Issuer = Issuer.System, At = HallHost.Now() });
        await hall.Give(new HallCommand.EnterStationCount(hall.Last, [default], 0, 0) { Issuer = Issuer.System, At = HallHost.Now() });
        ApiReply wrong = await hall.Order(Audience.Scrutineer, "/rounds/2/participants", new { typed = 5 });
        Assert.Equal(HttpStatusCode.Conflict, wrong.Status);
        Assert.Equal("participationWrong", wrong.Code);
        await hall.Must(Audience.Scrutineer, "/rounds/2/participants", new { typed = 0 });
        await hall.Must(Audience.Scrutineer, "/rounds/2/confirm");
        Assert.Equal(RoundPhase.Confirmed, hall.Now.CurrentRound!.Phase);
    }

    [Fact]
    public async Task A_mode_that_is_not_the_item_s_is_refused()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.SignEverybodyIn();
        ApiReply reply = await hall.Order(Audience.Secretariat, "/rounds", new { item = "2", mode = "signIn" });
        Assert.Equal("modeNotAllowed", reply.Code);
        reply = await hall.Order(Audience.Secretariat, "/rounds", new { item = "1", mode = "named" });
        Assert.Equal("modeNotAllowed", reply.Code);
    }

    [Fact]
    public async Task The_technician_binds_a_spare()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.Must(Audience.Technician, $"/keypads/{ApiTestHall.Uids[6]}/bind", new { member = 2 });
        Assert.Equal(ApiTestHall.Uids[6], hall.Now.Bindings[new MemberId(2)]);
        ApiReply taken = await hall.Order(Audience.Technician, $"/keypads/{ApiTestHall.Uids[6]}/bind", new { member = 3 });
        Assert.Equal("keypadTaken", taken.Code);
        ApiReply bad = await hall.Order(Audience.Technician, "/keypads/xyz/bind", new { member = 3 });
        Assert.Equal(["uid"], bad.Fields);
    }

    [Fact]
    public async Task The_big_screen_is_told_what_to_show()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.Must(Audience.Secretariat, "/board/picture", new { picture = "break", resumesAt = "10:30" });
        Assert.Equal("10:30", hall.Board.Now.ResumesAt);
        await hall.Must(Audience.Chair, "/board/picture", new { picture = "auto" });
        Assert.Equal("", hall.Board.Now.ResumesAt);
        ApiReply noRound = await hall.Order(Audience.Chair, "/board/reminder");
        Assert.Equal(HttpStatusCode.Conflict, noRound.Status);
        ApiReply bad = await hall.Order(Audience.Chair, "/board/picture", new { picture = "break", resumesAt = "<b>" });
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
    }

    [Fact]
    public async Task A_hall_that_has_stopped_says_that_the_order_is_not_confirmed()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.Desk(Audience.Chair);
        await hall.StopLoop();
        ApiReply reply = await hall.Order(Audience.Chair, "/base/confirm");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
        Assert.Equal("busy", reply.Code);
    }
}
