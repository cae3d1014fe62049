namespace VotingHall.Core;

/// <summary>基数、计票条件与票数的存储形式.</summary>
internal static class CountJson
{
    public static Json.Object WriteBase(CountBase countBase) =>
        Json.Of(("basis", EnumNames.Write(countBase.Basis)), ("count", countBase.Count));

    public static CountBase ReadBase(Fields f) => new(f.Int("count"), f.Name<CountBasis>("basis"));

    public static Json.Object WriteContext(CountContext context) => Json.Of(
        ("base", WriteBase(context.Base)), ("body", EnumNames.Write(context.Body)), ("rules", ProfileJson.Write(context.Rules)));

    public static CountContext ReadContext(Fields f) =>
        new(f.Object("base", ReadBase), f.Name<Body>("body"), f.Object("rules", ProfileJson.Read));

    public static Json.Object WriteTally(Tally tally) => Json.Of(
        ("participants", tally.Participants),
        ("rows", Json.ListOf(tally.Rows, row => Json.Of(
            ("abstain", row.Abstain), ("against", row.Against), ("for", row.For), ("name", row.Name), ("writeIn", row.WriteIn)))),
        ("signedIn", tally.SignedIn),
        ("writeIns", Json.ListOf(tally.WriteIns, one => Json.Of(("for", one.For), ("name", one.Name)))));

    public static Tally ReadTally(Fields f) => new(
        f.Int("signedIn"), f.Int("participants"),
        f.Objects("rows", row => new RowTally(row.Text("name"), row.Int("for"), row.Int("against"), row.Int("abstain"), row.Int("writeIn"))),
        f.Objects("writeIns", one => new WriteInTally(one.Text("name"), one.Int("for"))));
}

/// <summary>规则集参数的规范 JSON: journal and record write the same object (<c>rule.profile</c>).</summary>
public static class ProfileJson
{
    public static Json.Object Write(ProfileRules rules) => Json.Of(
        ("cites", new Json.Object([.. rules.Cites.OrderBy(cite => cite.Key, StringComparer.Ordinal)
            .Select(cite => new KeyValuePair<string, Json>(cite.Key, cite.Value))])),
        ("electronicElectionAdopted", rules.ElectronicElectionAdopted is string adopted ? adopted : null),
        ("motionParticipationRule", rules.MotionParticipationRule),
        ("pressRule", EnumNames.Write(rules.PressRule)),
        ("windowSeconds", rules.WindowSeconds));

    /// <summary>Reads what <see cref="Write"/> makes; false for anything else.</summary>
    public static bool TryRead(Json json, out ProfileRules rules)
    {
        Fields fields = new(json as Json.Object ?? Json.Of());
        rules = Read(fields);
        return json is Json.Object && fields.Good;
    }

    internal static ProfileRules Read(Fields f) => new(
        f.Name<PressRule>("pressRule"), f.Int("windowSeconds"), f.TextOrNone("electronicElectionAdopted"), f.Flag("motionParticipationRule"),
        ReadCites(f));

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
