using Microsoft.AspNetCore.Http.HttpResults;
using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Plans;

namespace VotingHall.Server.Api;

/// <summary>会议文件: the text of a meeting.json checked as a whole, and loaded in place of the present meeting when nothing is wrong.</summary>
internal static class MeetingApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder meeting = api.MapGroup("/meeting").WithTags("meeting");
        meeting.MapPost("/check", Check).For(Audience.Secretariat);
        meeting.MapPost("/load", (MeetingOrder body, OrderDesk desk, ApiHall hall) =>
            {
                (Meeting? read, IReadOnlyList<ApiError> errors) = Read(body.Text, hall);
                return desk.GiveChecked(body, errors, stamp => hall.Conduct.LoadMeeting(stamp.By, read!, stamp.Key, stamp.Seen));
            })
            .For(Audience.Secretariat);
    }

    private static Ok<MeetingCheckAnswer> Check(MeetingText body, ApiHall hall)
    {
        (Meeting? read, IReadOnlyList<ApiError> errors) = Read(body.Text, hall);
        return TypedResults.Ok(new MeetingCheckAnswer(read?.Session.Name ?? "", read?.Members.Count ?? 0, read?.Agenda.Count ?? 0, errors));
    }

    private static (Meeting? Meeting, IReadOnlyList<ApiError> Errors) Read(string text, ApiHall hall) => hall.Meetings.ReadText(text) switch
    {
        PlanReading<MeetingPlan>.Read read => (read.Value.Meeting, OfThisHall(read.Value.Meeting, hall)),
        PlanReading<MeetingPlan>.Refused refused => (null, [.. refused.Problems.Select(problem => TextErrors.Of(problem))]),
        _ => throw new InvalidOperationException("unknown reading"),
    };

    /// <summary>Keys and signatures of this data folder were made for one hall, one session and one suite.</summary>
    private static List<ApiError> OfThisHall(Meeting read, ApiHall hall)
    {
        List<ApiError> errors = [.. Unknown(read, hall.Commissioned)];
        if (hall.Now.Meeting is not { } present)
            return errors;
        void Same(string field, string now, string was)
        {
            if (now != was)
                errors.Add(new ApiError(field, $"须与已载入的会议相同（{was}）；另开会议请使用新的数据目录", $"is to be that of the loaded meeting ({was}); use a new data folder for another meeting", Value: now));
        }
        Same("hall.id", read.Hall.Id, present.Hall.Id);
        Same("meeting.id", read.Session.Id, present.Session.Id);
        Same("suite", read.Suite, present.Suite);
        return errors;
    }

    private static IEnumerable<ApiError> Unknown(Meeting read, IReadOnlySet<KeypadUid> commissioned) => read.Members
        .Where(member => member.Keypad is { } uid && !commissioned.Contains(uid))
        .Select(member => new ApiError(
            "keypadUid", $"代表 {member.Id} 的表决器编号未登记，请核对编号，或先装定该表决器", $"the keypad of member {member.Id} is not commissioned; check its id or commission it first",
            Value: member.Keypad!.Value.ToString()));
}

/// <summary>待检查的会议文件.</summary>
public sealed record MeetingText(string Text, long? VersionSeen = null);

/// <summary>载入会议文件.</summary>
public sealed record MeetingOrder(long VersionSeen, string Text) : OrderBody(VersionSeen);

/// <summary>检查结果. Nothing was loaded.</summary>
public sealed record MeetingCheckAnswer(string SessionName, int Members, int Agenda, IReadOnlyList<ApiError> Errors);
