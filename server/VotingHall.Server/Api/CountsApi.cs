using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Plans;
using OrderAnswer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<VotingHall.Server.Api.OrderTaken>,
    Microsoft.AspNetCore.Http.HttpResults.BadRequest<VotingHall.Server.Api.ApiProblem>,
    Microsoft.AspNetCore.Http.HttpResults.Conflict<VotingHall.Server.Api.ApiProblem>,
    VotingHall.Server.Api.HallBusy>;

namespace VotingHall.Server.Api;

/// <summary>
/// 手工计票: papers issued and collected, counts entered by two persons, what a person decides about them, and votes beside keypads. No answer holds
/// a figure somebody else entered. Source: rules 4.4, 13, 14.
/// </summary>
internal static class CountsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder rounds = api.MapGroup("/rounds/{no:int}").WithTags("counts");
        MapPapers(rounds);
        MapEntries(rounds);
        MapBesideKeypads(rounds);
        api.MapPost("/attendance", (AttendanceOrder body, OrderDesk desk, ApiHall hall) =>
                Give(desk, hall, body, (stamp, at) => new HallCommand.MarkAttendance([.. body.Members.Select(member => new MemberId(member))], body.Present)
                {
                    Issuer = stamp.By,
                    At = at,
                    IdempotencyKey = stamp.Key,
                    VersionSeen = stamp.Seen,
                }))
            .WithTags("counts")
            .For(Audience.Secretariat);
    }

    private static void MapPapers(RouteGroupBuilder rounds)
    {
        rounds.MapPost("/issued", (int no, IssuedOrder body, OrderDesk desk, ApiHall hall) =>
                desk.GiveChecked(body, TextErrors.Of("note", body.Note, hall.Missing), stamp => hall.Conduct.Give(at =>
                    new HallCommand.EnterIssued(new RoundNo(no), body.Papers, body.Note)
                    {
                        Issuer = stamp.By,
                        At = at,
                        IdempotencyKey = stamp.Key,
                        VersionSeen = stamp.Seen,
                    })))
            .For(Audience.Secretariat, Audience.Scrutineer);
        rounds.MapPost("/collected", (int no, PapersOrder body, OrderDesk desk, ApiHall hall) =>
                Give(desk, hall, body, (stamp, at) => new HallCommand.EnterCollected(new RoundNo(no), body.Papers)
                {
                    Issuer = stamp.By,
                    At = at,
                    IdempotencyKey = stamp.Key,
                    VersionSeen = stamp.Seen,
                }))
            .For(Audience.Secretariat, Audience.Scrutineer);
        rounds.MapPost("/validity", (int no, ValidityOrder body, OrderDesk desk, ApiHall hall) =>
                Give(desk, hall, body, (stamp, at) => new HallCommand.DeclareValidity(new RoundNo(no), body.Valid)
                {
                    Issuer = stamp.By,
                    At = at,
                    IdempotencyKey = stamp.Key,
                    VersionSeen = stamp.Seen,
                }))
            .For(Audience.Chair);
    }

    private static void MapEntries(RouteGroupBuilder rounds)
    {
        rounds.MapPost("/count", (int no, CountOrder body, OrderDesk desk, ApiHall hall) =>
                desk.GiveChecked(body, NameErrors(body.WriteIns, hall), stamp => Enter(hall, stamp, no, body.ToCount())))
            .For(Audience.Secretariat, Audience.Scrutineer);
        rounds.MapPost("/count-table", (int no, CountTableOrder body, OrderDesk desk, ApiHall hall) => EnterTable(no, body, desk, hall))
            .For(Audience.Secretariat, Audience.Scrutineer);
        rounds.MapPost("/unaccounted", (int no, NoteOrder body, OrderDesk desk, ApiHall hall) =>
                desk.GiveChecked(body, TextErrors.Of("note", body.Note, hall.Missing), stamp => hall.Conduct.Give(at =>
                    new HallCommand.DecideUnaccounted(new RoundNo(no), body.Note)
                    {
                        Issuer = stamp.By,
                        At = at,
                        IdempotencyKey = stamp.Key,
                        VersionSeen = stamp.Seen,
                    })))
            .For(Audience.Scrutineer);
        rounds.MapPost("/recount", (int no, OrderBody body, OrderDesk desk, ApiHall hall) =>
                Give(desk, hall, body, (stamp, at) => new HallCommand.OrderRecount(new RoundNo(no))
                {
                    Issuer = stamp.By,
                    At = at,
                    IdempotencyKey = stamp.Key,
                    VersionSeen = stamp.Seen,
                }))
            .For(Audience.Chair);
        rounds.MapPost("/merge", (int no, MergeOrder body, OrderDesk desk, ApiHall hall) =>
                desk.GiveChecked(body, TextErrors.Of("into", body.Into, hall.Missing), stamp => hall.Conduct.Give(at =>
                    new HallCommand.MergeNames(new RoundNo(no), body.From, body.Into)
                    {
                        Issuer = stamp.By,
                        At = at,
                        IdempotencyKey = stamp.Key,
                        VersionSeen = stamp.Seen,
                    })))
            .For(Audience.Scrutineer);
    }

    private static void MapBesideKeypads(RouteGroupBuilder rounds)
    {
        rounds.MapPost("/slips", (int no, SlipsOrder body, OrderDesk desk, ApiHall hall) =>
                desk.GiveChecked(body, NameErrors(body.Names, hall), stamp => hall.Conduct.Give(at =>
                    new HallCommand.EnterSlips(new RoundNo(no), [.. body.Names.Select(name => name.ToTally())])
                    {
                        Issuer = stamp.By,
                        At = at,
                        IdempotencyKey = stamp.Key,
                        VersionSeen = stamp.Seen,
                    })))
            .For(Audience.Secretariat, Audience.Scrutineer);
        rounds.MapPost("/manual-votes", (int no, ManualVotesOrder body, OrderDesk desk, ApiHall hall) =>
                Give(desk, hall, body, (stamp, at) => new HallCommand.EnterManualVotes(
                    new RoundNo(no), new ManualVotes(body.Participants, [.. body.Rows.Select(row => row.ToTally())]))
                {
                    Issuer = stamp.By,
                    At = at,
                    IdempotencyKey = stamp.Key,
                    VersionSeen = stamp.Seen,
                }))
            .For(Audience.Secretariat, Audience.Scrutineer);
        rounds.MapPost("/manual-ballot", (int no, ManualBallotOrder body, OrderDesk desk, ApiHall hall) =>
                Give(desk, hall, body, (stamp, at) => new HallCommand.EnterBallot(
                    new RoundNo(no), new MemberId(body.Member), [.. body.Marks], [.. body.WriteIns.Select(member => new MemberId(member))])
                {
                    Issuer = stamp.By,
                    At = at,
                    IdempotencyKey = stamp.Key,
                    VersionSeen = stamp.Seen,
                }))
            .For(Audience.Secretariat, Audience.Scrutineer);
    }

    private static Task<OrderAnswer> Give(OrderDesk desk, ApiHall hall, OrderBody body, Func<OrderStamp, Instant, HallCommand> command) =>
        desk.Give(body, stamp => hall.Conduct.Give(at => command(stamp, at)));

    private static Task<Loop.LoopReply> Enter(ApiHall hall, OrderStamp stamp, int no, HandCount count) => hall.Conduct.Give(at =>
        new HallCommand.EnterCount(new RoundNo(no), count) { Issuer = stamp.By, At = at, IdempotencyKey = stamp.Key, VersionSeen = stamp.Seen });

    private static Task<OrderAnswer> EnterTable(int no, CountTableOrder body, OrderDesk desk, ApiHall hall)
    {
        if (hall.Now.Rounds.GetValueOrDefault(new RoundNo(no)) is not { } round)
            return Task.FromResult<OrderAnswer>(desk.Refuse(new Refusal.RoundUnknown(new RoundNo(no))));
        PlanReading<HandCount> reading = CountTable.Read(body.Csv, round, hall.Missing);
        return reading switch
        {
            PlanReading<HandCount>.Read read => desk.Give(body, stamp => Enter(hall, stamp, no, read.Value)),
            PlanReading<HandCount>.Refused refused => desk.GiveChecked(
                body, [.. refused.Problems.Select(problem => TextErrors.Of(problem))], _ => throw new InvalidOperationException("a table with errors is not given")),
            _ => throw new InvalidOperationException("unknown reading"),
        };
    }

    private static IReadOnlyList<ApiError> NameErrors(IReadOnlyList<WrittenName> names, ApiHall hall) =>
        [.. names.SelectMany(name => TextErrors.Of("name", name.Name, hall.Missing))];
}
