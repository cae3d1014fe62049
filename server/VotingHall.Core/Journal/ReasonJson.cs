namespace VotingHall.Core;

/// <summary>理由的规范 JSON: figures and articles only; the words are rendered by whoever shows them. Journal and record write the same object.</summary>
public static class ReasonJson
{
    public static Json.Object Write(Reason reason) => Json.Of(
        ("base", reason.Base), ("baseOf", EnumNames.Write(reason.BaseOf)),
        ("clauses", reason.Clauses.Count == 0 ? null : Json.ListOf(reason.Clauses, clause => clause)),
        ("comparisons", Json.ListOf(reason.Comparisons, WriteComparison)),
        ("faults", reason.Faults.Count == 0 ? null : Json.ListOf(reason.Faults, fault => EnumNames.Write(fault))),
        ("laws", Json.ListOf(reason.Laws, law => law.Code)),
        ("places", reason.Places is PlacesFilled places ? WritePlaces(places) : null),
        ("required", reason.Required is int required ? required : null), ("ruleId", reason.RuleId),
        ("threshold", reason.Threshold is Threshold threshold ? WriteThreshold(threshold) : null));

    /// <summary>A share: {num, den, inclusive}.</summary>
    public static Json.Object WriteThreshold(Threshold threshold) => Json.Of(
        ("den", threshold.Share.Denominator), ("inclusive", threshold.Inclusive), ("num", threshold.Share.Numerator));

    internal static Reason Read(Fields f) => new(
        f.Text("ruleId"), f.Int("base"), f.Name<BaseOf>("baseOf"), f.Has("threshold") ? f.Object("threshold", ReadThreshold) : null,
        f.IntOrNone("required"), f.Objects("comparisons", ReadComparison), f.ObjectOrNone("places", ReadPlaces), ReadLaws(f),
        f.Has("clauses") ? f.Texts("clauses") : [])
    {
        Faults = f.Has("faults") ? ReadFaults(f) : [],
    };

    private static List<PaperFault> ReadFaults(Fields f)
    {
        List<PaperFault> faults = [];
        foreach (string name in f.Texts("faults"))
            faults.Add(EnumNames.TryRead(name, out PaperFault fault) ? fault : f.Wrong(fault));
        return faults;
    }

    private static Json.Object WriteComparison(Comparison one) => Json.Of(
        ("against", one.Against), ("figure", EnumNames.Write(one.Figure)), ("grades", one.Grades.Length == 0 ? null : one.Grades),
        ("name", one.Name.Length == 0 ? null : one.Name), ("relation", EnumNames.Write(one.Relation)), ("value", one.Value));

    private static Comparison ReadComparison(Fields f) => new(
        f.TextOrNone("name") ?? "", f.Name<ComparedFigure>("figure"), f.Int("value"), f.Name<Relation>("relation"), f.Int("against"),
        f.TextOrNone("grades") ?? "");

    private static Json.Object WritePlaces(PlacesFilled places) => Json.Of(
        ("filled", places.Filled), ("of", EnumNames.Write(places.Of)), ("places", places.Places), ("tied", places.Tied));

    private static PlacesFilled ReadPlaces(Fields f) => new(f.Name<Contenders>("of"), f.Int("places"), f.Int("filled"), f.Int("tied"));

    private static Threshold ReadThreshold(Fields f) => new(new Fraction(f.Int("num"), f.Int("den", 1)), f.Flag("inclusive"));

    private static List<Law> ReadLaws(Fields f)
    {
        List<Law> laws = [];
        foreach (string code in f.Texts("laws"))
            laws.Add(Law.Find(code) ?? f.Wrong(Law.OL25));
        return laws;
    }
}
