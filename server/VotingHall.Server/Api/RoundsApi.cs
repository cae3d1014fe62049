using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Api;

/// <summary>轮次: from preparing to declaring. Who may what: design.md, settled question 13.</summary>
internal static class RoundsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder rounds = api.MapGroup("/rounds").WithTags("rounds");
        rounds.MapPost("", (PrepareOrder body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.Prepare(stamp.By, body.Item, body.Mode, stamp.Key, stamp.Seen, body.Method)))
            .For(Audience.Chair, Audience.Secretariat);
        rounds.MapPost("/{no:int}/runoff", (int no, RunoffOrder body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.PrepareRunoff(stamp.By, new RoundNo(no), stamp.Key, stamp.Seen, body.Method)))
            .For(Audience.Chair, Audience.Secretariat);
        rounds.MapPost("/{no:int}/follow-up", (int no, FollowUpOrder body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.PrepareFollowUp(stamp.By, new RoundNo(no), body.Kind, [.. body.Names ?? []], stamp.Key, stamp.Seen)))
            .For(Audience.Chair, Audience.Secretariat);
        rounds.MapPost("/{no:int}/open", (int no, OpenOrder body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.Open(stamp.By, new RoundNo(no), body.ReleaseMissing, stamp.Key, stamp.Seen)))
            .For(Audience.Chair);
        rounds.MapPost("/{no:int}/extend", (int no, ExtendOrder body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.Extend(stamp.By, new RoundNo(no), body.Seconds, stamp.Key, stamp.Seen)))
            .For(Audience.Chair);
        rounds.MapPost("/{no:int}/close", (int no, OrderBody body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.Close(stamp.By, new RoundNo(no), stamp.Key, stamp.Seen)))
            .For(Audience.Chair);
        rounds.MapPost("/{no:int}/participants", (int no, ParticipantsOrder body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.EnterParticipants(stamp.By, new RoundNo(no), body.Typed, stamp.Key, stamp.Seen)))
            .For(Audience.Scrutineer);
        rounds.MapPost("/{no:int}/confirm", (int no, OrderBody body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.Confirm(stamp.By, new RoundNo(no), null, stamp.Key, stamp.Seen)))
            .For(Audience.Scrutineer);
        rounds.MapPost("/{no:int}/recheck", (int no, OrderBody body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.AllowRecheck(stamp.By, new RoundNo(no), stamp.Key, stamp.Seen)))
            .For(Audience.Chair);
        rounds.MapPost("/{no:int}/show", (int no, OrderBody body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.ShowResult(stamp.By, new RoundNo(no), stamp.Key, stamp.Seen)))
            .For(Audience.Chair);
        rounds.MapPost("/{no:int}/declare", (int no, OrderBody body, OrderDesk desk, ApiHall hall) =>
                desk.Give(body, stamp => hall.Conduct.Declare(stamp.By, new RoundNo(no), stamp.Key, stamp.Seen)))
            .For(Audience.Chair);
        rounds.MapPost("/{no:int}/void", (int no, VoidOrder body, OrderDesk desk, ApiHall hall) =>
                desk.GiveChecked(body, TextErrors.Of("note", body.Note, hall.Missing), stamp =>
                    hall.Conduct.Void(stamp.By, new RoundNo(no), body.Reason, body.Note, stamp.Key, stamp.Seen)))
            .For(Audience.Chair);
    }
}

/// <summary>准备一项.</summary>
/// <param name="Item">Agenda number.</param>
/// <param name="Mode">Null: as the agenda has it.</param>
/// <param name="Method">Null: as the agenda has it; another one only after the keypads failed.</param>
public sealed record PrepareOrder(long VersionSeen, string Item, RoundMode? Mode = null, VotingMethod? Method = null) : OrderBody(VersionSeen);

/// <summary>准备再次投票.</summary>
/// <param name="Method">Null: as the tied round was taken.</param>
public sealed record RunoffOrder(long VersionSeen, VotingMethod? Method = null) : OrderBody(VersionSeen);

/// <summary>准备后续一轮 that the law offers after a finished round.</summary>
/// <param name="Names">Candidates where the offer leaves them open; null = as offered.</param>
public sealed record FollowUpOrder(long VersionSeen, FollowUpKind Kind, IReadOnlyList<string>? Names = null) : OrderBody(VersionSeen);

/// <summary>开始表决.</summary>
/// <param name="ReleaseMissing">Although some keypads do not hold the paper.</param>
public sealed record OpenOrder(long VersionSeen, bool ReleaseMissing = false) : OrderBody(VersionSeen);

/// <summary>延长.</summary>
public sealed record ExtendOrder(long VersionSeen, int Seconds) : OrderBody(VersionSeen);

/// <summary>参加表决人数, read from the big screen and typed by a scrutineer.</summary>
public sealed record ParticipantsOrder(long VersionSeen, int Typed) : OrderBody(VersionSeen);

/// <summary>作废.</summary>
/// <param name="Note">Printed with the reason; may be empty.</param>
public sealed record VoidOrder(long VersionSeen, VoidReason Reason, string Note = "") : OrderBody(VersionSeen);
