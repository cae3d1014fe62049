using VotingHall.Core;

namespace VotingHall.Signing;

/// <summary>
/// 记录时刻: the last time a record gives of its round; keys must be valid then and the certificate code prints it. A round voided before it
/// opened has only the time of that exception.
/// </summary>
public static class RecordMoment
{
    private static readonly string[] Fields = ["opened", "closed", "tallied", "announced"];

    /// <summary>False when the record gives no time or one that is not in the one form.</summary>
    public static bool TryLast(Json.Object payload, out Instant last)
    {
        last = default;
        if (payload.ObjectOf("times") is not Json.Object times)
            return false;
        List<Json> texts = [];
        foreach (string field in Fields)
            if (times[field] is Json text)
                texts.Add(text);
        foreach (Json line in payload.ListOf("exceptions") ?? [])
            if ((line as Json.Object)?["at"] is Json text)
                texts.Add(text);
        foreach (Json text in texts)
        {
            if (!UtcTime.TryRead((text as Json.Text)?.Value, out Instant at))
                return false;
            if (last.CompareTo(at) < 0)
                last = at;
        }
        return texts.Count > 0;
    }
}
