using VotingHall.Core;

namespace VotingHall.Signing;

/// <summary>记录时刻: the last time a record gives of its round; keys must be valid then and the certificate code prints it.</summary>
public static class RecordTime
{
    private static readonly string[] Fields = ["opened", "closed", "tallied", "announced"];

    /// <summary>False when the record gives no time or one that is not in the one form.</summary>
    public static bool TryLast(Json.Object payload, out Instant last)
    {
        last = default;
        bool any = false;
        if (payload.ObjectOf("times") is not Json.Object times)
            return false;
        foreach (string field in Fields)
        {
            if (times[field] is null)
                continue;
            if (!UtcTime.TryRead(times.TextOf(field), out Instant at))
                return false;
            if (!any || last.CompareTo(at) < 0)
                last = at;
            any = true;
        }
        return any;
    }
}
