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
        ("manual", tally.Manual == 0 ? null : tally.Manual),
        ("method", HandJson.WriteMethod(tally.Method)),
        ("papers", tally.Papers is PaperCount papers ? HandJson.WritePapers(papers) : null),
        ("participants", tally.Participants),
        ("rows", Json.ListOf(tally.Rows, WriteRow)),
        ("signedIn", tally.SignedIn),
        ("writeIns", WriteNames(tally.WriteIns)));

    public static Tally ReadTally(Fields f) => new(f.Int("signedIn"), f.Int("participants"), f.Objects("rows", ReadRow), ReadNames(f, "writeIns"))
    {
        Manual = f.IntOrNone("manual", 1) ?? 0,
        Method = HandJson.ReadMethod(f),
        Papers = f.ObjectOrNone("papers", HandJson.ReadPapers),
    };

    public static Json.Object WriteRow(RowTally row) => Json.Of(
        ("abstain", row.Abstain), ("against", row.Against), ("for", row.For),
        ("grades", row.Grades == default ? null : Json.ListOf(row.Grades.Take(Choices.OptionsMax), marks => marks)), ("name", row.Name),
        ("score", row.Score == default ? null : Json.Of(("forms", row.Score.Forms), ("points", row.Score.Points))),
        ("void", row.Void == 0 ? null : row.Void), ("writeIn", row.WriteIn));

    public static RowTally ReadRow(Fields row) => new(row.Text("name"), row.Int("for"), row.Int("against"), row.Int("abstain"), row.Int("writeIn"))
    {
        Grades = row.Has("grades") ? ReadGrades(row) : default,
        Score = row.Has("score") ? row.Object("score", score => new ScoreSum(score.Int("forms"), score.Int("points"))) : default,
        Void = row.IntOrNone("void", 1) ?? 0,
    };

    public static Json.List WriteNames(IReadOnlyList<WriteInTally> names) =>
        Json.ListOf(names, one => Json.Of(("for", one.For), ("name", one.Name)));

    public static IReadOnlyList<WriteInTally> ReadNames(Fields f, string key) =>
        f.Objects(key, one => new WriteInTally(one.Text("name"), one.Int("for")));

    private static GradeMarks ReadGrades(Fields row)
    {
        IReadOnlyList<int> marks = row.Ints("grades");
        return marks.Count == Choices.OptionsMax ? GradeMarks.Of(marks) : row.Wrong(default(GradeMarks));
    }
}
