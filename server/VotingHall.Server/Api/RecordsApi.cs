using Microsoft.AspNetCore.Http.HttpResults;
using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Api;

/// <summary>记录与报告单 of a round, byte for byte as filed.</summary>
internal static class RecordsApi
{
    private static readonly Audience[] Readers = [Audience.Secretariat, Audience.Scrutineer, Audience.Chair];

    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder rounds = api.MapGroup("/rounds/{no:int}").WithTags("records");
        rounds.MapGet("/record", (int no, bool? download, ApiHall hall) => Send(hall, no, hall.Records.Record, "application/json", download))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .For(Readers);
        rounds.MapGet("/proof", (int no, bool? download, ApiHall hall) => Send(hall, no, hall.Records.Proof, "application/json", download))
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .For(Readers);
        rounds.MapGet("/certificate", (int no, bool? download, ApiHall hall) => Send(hall, no, hall.Records.Certificate, "application/pdf", download))
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .For(Readers);
    }

    /// <summary>A file of a round that is signed; its name is made from the round's number and nothing else.</summary>
    private static Results<PhysicalFileHttpResult, NotFound<ApiProblem>> Send(
        ApiHall hall, int no, Func<RoundNo, string> pathOf, string contentType, bool? download)
    {
        RoundNo round = new(no);
        return hall.Now.Rounds.GetValueOrDefault(round)?.Signature is not null && pathOf(round) is { } path && File.Exists(path)
            ? TypedResults.PhysicalFile(Path.GetFullPath(path), contentType, download == true ? Path.GetFileName(path) : null)
            : TypedResults.NotFound(new ApiProblem("notFiled", "本轮的文件尚未归档，请稍候再取。", "This file of the round is not filed yet; try again in a moment."));
    }
}
