using System.Globalization;
using VotingHall.Core;

namespace VotingHall.Server.Board;

/// <summary>会场时间: moments as people in the hall read them, in the local time of the server's machine.</summary>
internal static class HallTime
{
    public static string Clock(Instant at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Date(Instant at)
    {
        DateTimeOffset local = Local(at);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Year}年{local.Month}月{local.Day}日");
    }

    private static DateTimeOffset Local(Instant at) => DateTimeOffset.FromUnixTimeMilliseconds(at.UnixMs).ToLocalTime();
}
