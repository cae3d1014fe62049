using System.Globalization;
using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>
/// 规则集文件读入: {name, title, extends?, for? {bodies, levels}, parameters {name: {value, cite?, certainty, note?}}, cites? {place: cite},
/// fixed? [{rule, cite}]}. Every problem is reported; what the law fixes is refused with its article.
/// </summary>
internal sealed class ProfileFileReader(PlanProblems problems)
{
    private const int TextMax = 300;

    private static readonly IReadOnlyList<(string Name, ProfileCertainty Value)> Certainties =
        [("certain", ProfileCertainty.Certain), ("confirmLocally", ProfileCertainty.ConfirmLocally)];

    private static readonly IReadOnlyList<(string Name, Body Value)> Bodies =
        [("congress", Body.Congress), ("standingCommittee", Body.StandingCommittee), ("presidium", Body.Presidium)];

    private static readonly IReadOnlyList<(string Name, string Value)> Levels =
        [("province", "province"), ("city", "city"), ("county", "county"), ("township", "township")];

    /// <summary>Places of a count where the local norm may be quoted beside the law.</summary>
    public static IReadOnlyList<string> Cited { get; } =
        ["motion.threshold", "motion.present", "list.threshold", "appointment.threshold", "election.measure", "project.measure", "grading.measure"];

    public ProfileFile? Read(PlanNode.Object root)
    {
        PlanFields fields = new(root, problems);
        string name = fields.Text("name", 60);
        string title = fields.Text("title", 200);
        string? extends = fields.OptionalText("extends", 200);
        (IReadOnlyList<Body>? bodies, IReadOnlyList<string>? levels) = fields.Node("for") is null ? default : For(fields.Object("for"));
        Dictionary<string, ProfileEntry> entries = new(StringComparer.Ordinal);
        if (fields.Node("parameters") is PlanNode.Object parameters)
            foreach ((string key, PlanNode value) in parameters.Fields)
            {
                if (Entry(key, value) is { } entry)
                    entries[key] = entry;
            }
        else
            fields.Problem("parameters", "须为对象 {…}", "an object {…} is expected");
        Dictionary<string, NormCite> cites = fields.Node("cites") is null ? [] : LocalCites(fields.Object("cites"));
        List<FixedNote> notes = [];
        foreach (PlanFields note in fields.Node("fixed") is null ? [] : fields.Objects("fixed", 1, 100))
        {
            notes.Add(new FixedNote(note.Text("rule", TextMax), note.Text("cite", TextMax)));
            note.Finish();
        }
        fields.Finish();
        return new ProfileFile(name, title, extends, new PlanPlace(problems.File, fields.LineOf("extends")), bodies, levels, entries, cites, notes);
    }

    private static (IReadOnlyList<Body>?, IReadOnlyList<string>?) For(PlanFields? fields)
    {
        if (fields is null)
            return default;
        IReadOnlyList<Body> bodies = fields.Names("bodies", Bodies);
        IReadOnlyList<string> levels = fields.Names("levels", Levels);
        fields.Finish();
        return (bodies, levels);
    }

    private ProfileEntry? Entry(string name, PlanNode node)
    {
        ProfileParameter? parameter = ProfileParameter.Find(name);
        FixedLaw? law = parameter is null ? FixedLaw.Of(name) : null;
        if (parameter is null && law is null)
        {
            problems.Add(node.Line, name, $"未知参数：{name}", $"unknown parameter: {name}");
            return null;
        }
        if (node is not PlanNode.Object given)
        {
            problems.Add(node.Line, name, $"{name}：须为对象 {{value, cite, certainty}}", $"{name}: an object {{value, cite, certainty}} is expected");
            return null;
        }
        PlanFields fields = new(given, problems);
        Json? value = fields.Node("value")?.ToJson();
        NormCite? cite = fields.Node("cite") is null ? null : Cite(fields.Object("cite"));
        ProfileCertainty certainty = fields.Name("certainty", Certainties);
        string? note = fields.OptionalText("note", TextMax);
        fields.Finish();
        if (law is not null)
        {
            Fixed(name, law, value, fields.LineOf("value"));
            return null;
        }
        if (certainty == ProfileCertainty.Certain && fields.Node("certainty") is not null && cite is not { Date: not null })
            fields.Problem("certainty", $"{name} 标为 certain，须写明 cite 的 measure、date 和 article",
                $"{name} is said to be certain: cite gives measure, date and article");
        if (certainty == ProfileCertainty.ConfirmLocally && note is null)
            fields.Problem("certainty", $"{name} 标为 confirmLocally，须在 note 写明要核对什么", $"{name} is to be confirmed locally: note says what to look up");
        if (value is null)
            problems.Add(node.Line, name, $"{name}：缺少字段：value", $"{name}: missing field: value");
        else if (parameter!.Set(ProfileRules.Default, value) is null)
            problems.Add(fields.LineOf("value"), name, $"{name}（{parameter.Chinese}）：{parameter.Values.Chinese}", $"{name} ({parameter.English}): {parameter.Values.English}");
        else
            return new ProfileEntry(name, value, cite, certainty, note) { Place = new PlanPlace(problems.File, fields.LineOf("value")) };
        return null;
    }

    /// <summary>A profile may repeat the law, not change it.</summary>
    private void Fixed(string name, FixedLaw law, Json? value, int line)
    {
        if (law.Value is not null && value == law.Value)
            return;
        problems.Add(
            line, name, $"{name}：由法律规定，不得在规则集中设置。{law.CiteChinese}：{law.Chinese}",
            $"{name}: fixed by law, a profile cannot set it. {law.CiteEnglish}: {law.English}");
    }

    private static NormCite Cite(PlanFields? fields)
    {
        if (fields is null)
            return new NormCite("", null, "");
        NormCite cite = new(fields.Text("measure", 120), fields.OptionalText("date", 10), fields.Text("article", 120));
        if (cite.Date is { Length: > 0 } date && !IsDate(date))
            fields.Problem("date", "须为 2026、2026-01 或 2026-01-12 的形式", "2026, 2026-01 or 2026-01-12 is expected");
        fields.Finish();
        return cite;
    }

    private static bool IsDate(string date) => DateOnly.TryParseExact(
        date, ["yyyy", "yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static Dictionary<string, NormCite> LocalCites(PlanFields? local)
    {
        Dictionary<string, NormCite> cites = new(StringComparer.Ordinal);
        if (local is null)
            return cites;
        foreach (string name in Cited)
            if (local.Node(name) is not null)
                cites[name] = Cite(local.Object(name));
        local.Finish();
        return cites;
    }
}
