using System.Globalization;
using VotingHall.Core;

namespace VotingHall.Signing;

/// <summary>世界时文本: RFC 3339 UTC with milliseconds, the only form of a time in policy and record; it sorts as text. Source: record.md 1.</summary>
public static class UtcTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The text Core writes.</summary>
    public static string Write(Instant instant) => RecordTime.Write(instant);

    public static bool TryRead(string? text, out Instant instant)
    {
        instant = default;
        if (!DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
            return false;
        instant = new Instant(time.ToUnixTimeMilliseconds());
        return instant.UnixMs >= 0 && Write(instant) == text;
    }
}
