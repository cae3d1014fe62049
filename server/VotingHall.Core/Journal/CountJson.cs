namespace VotingHall.Core;

/// <summary>基数、计票条件与票数的存储形式.</summary>
internal static class CountJson
{
    public static Json.Object WriteBase(CountBase countBase) =>
        Json.Of(("basis", EnumNames.Write(countBase.Basis)), ("count", countBase.Count));

    public static CountBase ReadBase(Fields f) => new(f.Int("count"), f.Name<CountBasis>("basis"));

    public static Json.Object WriteContext(CountContext context) => Json.Of(
        ("base", WriteBase(context.Base)), ("body", EnumNames.Write(context.Body)),
        ("figures", context.Figures == BaseFigures.None ? null : context.Figures.ToJson()), ("rules", ProfileJson.Write(context.Rules)));

    public static CountContext ReadContext(Fields f) =>
        new(f.Object("base", ReadBase), f.Name<Body>("body"), f.Object("rules", ProfileJson.Read))
        {
            Figures = f.ObjectOrNone("figures", BaseFigures.Read) ?? BaseFigures.None,
        };

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
