namespace VotingHall.Core;

/// <summary>
/// 规则集参数的规范 JSON: {cites, parameters}; journal and record write the same object (<c>rule.profile</c>). Every parameter stands there with its
/// value, so that a count can be repeated without the profile's file; one that is absent says nothing or came later and has its default.
/// </summary>
public static class ProfileJson
{
    public static Json.Object Write(ProfileRules rules) => Json.Of(
        ("cites", new Json.Object([.. rules.Cites.OrderBy(cite => cite.Key, StringComparer.Ordinal)
            .Select(cite => new KeyValuePair<string, Json>(cite.Key, cite.Value))])),
        ("parameters", Json.Of([.. ProfileParameter.All.Select(parameter => (parameter.Name, parameter.Write(rules)))])));

    /// <summary>Reads what <see cref="Write"/> makes; false for anything else.</summary>
    public static bool TryRead(Json json, out ProfileRules rules)
    {
        Fields fields = new(json as Json.Object ?? Json.Of());
        rules = Read(fields);
        return json is Json.Object && fields.Good;
    }

    internal static ProfileRules Read(Fields f)
    {
        ProfileRules rules = ProfileRules.Default with { Cites = ReadCites(f) };
        if (f.Json("parameters") is not Json.Object parameters)
            return f.Wrong(rules);
        foreach ((string name, Json value) in parameters.Fields)
            rules = ProfileParameter.Find(name)?.Set(rules, value) ?? f.Wrong(rules);
        return rules;
    }

    private static SortedDictionary<string, string> ReadCites(Fields f)
    {
        SortedDictionary<string, string> cites = new(StringComparer.Ordinal);
        if (f.Json("cites") is not Json.Object source)
            return f.Wrong(cites);
        foreach ((string key, Json value) in source.Fields)
            cites[key] = value is Json.Text text ? text.Value : f.Wrong("");
        return cites;
    }
}
