using System.Diagnostics.CodeAnalysis;
using VotingHall.Core;

namespace VotingHall.Signing;

/// <summary>信任策略的 JSON: fields, their names and the conditions a policy must meet.</summary>
internal static class TrustPolicyJson
{
    private const string Kind = "votinghall.policy";
    private const int TextMax = 200;
    private const int KeyMax = 256;

    private static readonly string[] Modes = ["recorded", "secret"];

    public static Json Write(TrustPolicy policy) => Json.Of(
        ("kind", Kind),
        ("v", 1),
        ("suite", policy.Suite.Name),
        ("hall", policy.Hall),
        ("origin", policy.Origin),
        ("rehearsal", policy.IsRehearsal),
        ("keys", Json.ListOf(policy.Keys, WriteKey)),
        ("thresholds", Json.ListOf(policy.Thresholds, WriteThreshold)));

    public static bool TryRead(Json json, [NotNullWhen(true)] out TrustPolicy? policy)
    {
        policy = null;
        if (json is not Json.Object o || o.TextOf("kind") != Kind || o.NumberOf("v") != 1
            || !RecordSuite.TryParse(o.TextOf("suite"), out RecordSuite? suite)
            || o.TextOf("hall") is not string hall || o.TextOf("origin") is not string origin || o.FlagOf("rehearsal") is not bool rehearsal
            || o.ListOf("keys") is not { Count: <= KeyMax } keyItems || o.ListOf("thresholds") is not { Count: <= KeyMax } thresholdItems)
            return false;
        List<PolicyKey> keys = [];
        foreach (Json item in keyItems)
        {
            if (!TryKey(item, out PolicyKey? key))
                return false;
            keys.Add(key);
        }
        List<SignerThreshold> thresholds = [];
        foreach (Json item in thresholdItems)
        {
            if (!TryThreshold(item, out SignerThreshold? threshold))
                return false;
            thresholds.Add(threshold);
        }
        if (ProblemOf(suite, hall, origin, keys, thresholds) is not null)
            return false;
        policy = TrustPolicy.Create(suite, hall, origin, rehearsal, keys, thresholds);
        return true;
    }

    /// <summary>What keeps these parts from being a policy, or null.</summary>
    public static string? ProblemOf(
        RecordSuite suite, string hall, string origin, IReadOnlyList<PolicyKey> keys, IReadOnlyList<SignerThreshold> thresholds)
    {
        if (hall.Length is 0 or > TextMax || !CheckpointNote.IsOrigin(origin))
            return "hall or origin";
        for (int i = 1; i < keys.Count; i++)
            if (string.CompareOrdinal(keys[i - 1].Key.KeyId, keys[i].Key.KeyId) >= 0)
                return "keys not sorted or twice: " + keys[i].Key.KeyId;
        foreach (PolicyKey key in keys)
            if (key.Person.Length is 0 or > TextMax || key.From.CompareTo(key.To) > 0 || !suite.Algorithms.Contains(key.Key.Algorithm))
                return "key: " + key.Key.KeyId;
        // A person has one role and one key of each algorithm, or a threshold of distinct persons could be met by one.
        foreach (IGrouping<string, PolicyKey> person in keys.GroupBy(key => key.Person))
            if (person.Select(key => key.Role).Distinct().Count() > 1 || person.Count() != suite.Algorithms.Count
                || person.Select(key => key.Key.Algorithm).Distinct().Count() != person.Count())
                return "person: " + person.Key;
        for (int i = 0; i < thresholds.Count; i++)
        {
            SignerThreshold t = thresholds[i];
            if (!Modes.Contains(t.Mode) || t.Count is < 1 or > KeyMax)
                return "threshold";
            if (i > 0 && (string.CompareOrdinal(thresholds[i - 1].Mode, t.Mode) is int order && (order > 0 || (order == 0 && thresholds[i - 1].Role >= t.Role))))
                return "thresholds not sorted or twice";
        }
        // Every mode needs the system's signature; a secret round also the station's (record.md 4).
        foreach (string mode in Modes)
            if (!thresholds.Any(t => t.Mode == mode && t.Role == SignerRole.System))
                return "no system threshold for " + mode;
        return thresholds.Any(t => t.Mode == "secret" && t.Role == SignerRole.Station) ? null : "no station threshold for secret";
    }

    private static Json WriteKey(PolicyKey key) => Json.Of(
        ("keyid", key.Key.KeyId),
        ("algorithm", RecordSuite.NameOf(key.Key.Algorithm)),
        ("person", key.Person),
        ("role", NameOf(key.Role)),
        ("spki", Digest.Text(key.Key.Spki)),
        ("from", UtcTime.Write(key.From)),
        ("to", UtcTime.Write(key.To)));

    private static Json WriteThreshold(SignerThreshold threshold) => Json.Of(
        ("mode", threshold.Mode), ("role", NameOf(threshold.Role)), ("count", threshold.Count));

    private static bool TryKey(Json json, [NotNullWhen(true)] out PolicyKey? key)
    {
        key = null;
        if (json is not Json.Object o || o.TextOf("person") is not string person || !TryRole(o.TextOf("role"), out SignerRole role)
            || !StrictBase64.TryUrl(o.TextOf("spki"), VerifyingKey.SpkiSize, out byte[]? spki) || !VerifyingKey.TryRead(spki, out VerifyingKey? read)
            || !UtcTime.TryRead(o.TextOf("from"), out Instant from) || !UtcTime.TryRead(o.TextOf("to"), out Instant to))
            return false;
        // keyid and algorithm follow from the key itself; the comparison of the whole file with its re-encoding checks them.
        key = new PolicyKey(person, role, read, from, to);
        return true;
    }

    private static bool TryThreshold(Json json, [NotNullWhen(true)] out SignerThreshold? threshold)
    {
        threshold = null;
        if (json is not Json.Object o || o.TextOf("mode") is not string mode || !TryRole(o.TextOf("role"), out SignerRole role)
            || o.NumberOf("count") is not long count || count is < 1 or > KeyMax)
            return false;
        threshold = new SignerThreshold(mode, role, (int)count);
        return true;
    }

    internal static string NameOf(SignerRole role) => role switch
    {
        SignerRole.System => "system",
        SignerRole.Station => "station",
        SignerRole.ChiefScrutineer => "chiefScrutineer",
        SignerRole.Scrutineer => "scrutineer",
        SignerRole.Secretariat => "secretariat",
        _ => throw new InvalidOperationException("unknown role"),
    };

    private static bool TryRole(string? name, out SignerRole role)
    {
        foreach (SignerRole candidate in Enum.GetValues<SignerRole>())
            if (NameOf(candidate) == name)
            {
                role = candidate;
                return true;
            }
        role = default;
        return false;
    }
}
