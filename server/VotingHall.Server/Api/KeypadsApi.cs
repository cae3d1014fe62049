using System.Globalization;
using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Api;

/// <summary>表决器: a spare for a member.</summary>
internal static class KeypadsApi
{
    private const int UidDigits = 16;

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/keypads/{uid}/bind", (string uid, BindOrder body, OrderDesk desk, ApiHall hall) =>
        {
            bool good = uid.Length == UidDigits & ulong.TryParse(uid, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong value);
            IReadOnlyList<ApiError> errors = good
                ? []
                : [new ApiError("uid", "表决器编号须为 16 位十六进制数", "a keypad's id is 16 hexadecimal digits", Value: uid)];
            return desk.GiveChecked(body, errors, stamp => hall.Conduct.BindKeypad(stamp.By, new MemberId(body.Member), new KeypadUid(value), stamp.Key, stamp.Seen));
        })
        .WithTags("keypads")
        .For(Audience.Technician);
}

/// <summary>更换表决器.</summary>
/// <param name="Member">代表号.</param>
public sealed record BindOrder(long VersionSeen, int Member) : OrderBody(VersionSeen);
