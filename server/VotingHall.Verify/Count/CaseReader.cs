using System.Globalization;
using System.Text.Json;
using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>
/// 案例读取: one case of a file into figures. Total: any JSON gives a case or a text that says which field is wrong. Unknown fields are
/// ignored and <c>expected</c> is never looked at.
/// </summary>
internal sealed partial class CaseReader
{
    /// <summary>No hall and no congress is larger; sums of such figures never overflow.</summary>
    private const int FigureMax = 1_000_000;

    private string? _error;

    public static CountCase? Read(JsonElement json, string id, out string error)
    {
        CaseReader reader = new();
        CountCase? read = json.ValueKind == JsonValueKind.Object ? reader.Case(json, id) : null;
        error = read is null ? "a case is an object" : reader._error ?? "";
        return reader._error is null ? read : null;
    }

    /// <summary>The text of <c>id</c>, or null.</summary>
    public static string? IdOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String
            ? id.GetString() : null;

    private CountCase Case(JsonElement json, string id)
    {
        BallotParameters reading = Reading(json);
        (IReadOnlyList<PaperRow>? rows, IReadOnlyList<string> writtenIn, int? selected) = Marks(json);
        return new CountCase
        {
            Id = id,
            Rule = Text(json, "rule"),
            Kind = Text(json, "kind"),
            Title = Text(json, "title"),
            Office = Text(json, "office"),
            Proposal = Text(json, "proposal"),
            Body = Named(json, "body", Bodies) ?? Body.Congress,
            Level = Named(json, "level", Levels),
            Method = Named(json, "method", Methods),
            TotalMembers = Figure(json, "totalMembers", min: 1),
            TotalMembersMax = Figure(json, "totalMembersMax", min: 1),
            Present = Figure(json, "present"),
            BallotsIssued = Figure(json, "ballotsIssued"),
            BallotsCollected = Figure(json, "ballotsCollected"),
            BallotsValid = Figure(json, "ballotsValid"),
            BallotsInvalid = Figure(json, "ballotsInvalid"),
            Seats = Figure(json, "seats", min: 1),
            SatisfiedPercent = Figure(json, "satisfiedPercent"),
            PassPercent = Figure(json, "passPercent"),
            GradingBase = Named(json, "gradingBase", GradingBases) ?? GradingBase.Valid,
            Fraction = Share(json),
            Items = Items(json),
            Marks = rows,
            WrittenIn = writtenIn,
            SelectedCount = selected,
            Ballots = Ballots(json),
            Reading = reading,
            MarksByOffice = MarksByOffice(json),
        };
    }

    private static readonly (string, Body)[] Bodies =
        [("congress", Body.Congress), ("committee", Body.StandingCommittee), ("standingCommittee", Body.StandingCommittee),
         ("standing_committee", Body.StandingCommittee), ("presidium", Body.Presidium)];

    private static readonly (string, CongressLevel)[] Levels =
        [("province", CongressLevel.Province), ("prefecture", CongressLevel.Prefecture), ("county", CongressLevel.County), ("township", CongressLevel.Township)];

    private static readonly (string, GradingBase)[] GradingBases =
        [("all", GradingBase.All), ("present", GradingBase.Present), ("collected", GradingBase.Collected), ("valid", GradingBase.Valid)];

    private static readonly (string, VotingMethod)[] Methods =
        [("keypad", VotingMethod.Keypad), ("paper_ballot", VotingMethod.PaperBallot), ("show_of_hands", VotingMethod.ShowOfHands)];

    private List<CountItem> Items(JsonElement json)
    {
        if (!Has(json, "items", out JsonElement list))
            return [];
        List<CountItem> items = [];
        if (list.ValueKind != JsonValueKind.Array)
            Fail("items: a list is expected");
        else
            foreach (JsonElement item in list.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Object || Text(item, "name").Length == 0)
                    Fail("items: each is an object with a name");
                else
                    items.Add(Item(item));
            }
        if (items.Select(item => item.Name).Distinct(StringComparer.Ordinal).Count() != items.Count)
            Fail("items: a name stands twice");
        return items;
    }

    /// <summary>Chosen on a form, yet no step of a scale.</summary>
    private static readonly string[] NoGrades = ["弃权", "不了解"];

    private CountItem Item(JsonElement item)
    {
        bool writeIn = false;
        if (Has(item, "writeIn", out JsonElement flag))
        {
            writeIn = flag.ValueKind == JsonValueKind.True;
            if (flag.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                Fail("writeIn: true or false is expected");
        }
        (string Key, string Grade)[] plain =
            [("verySatisfied", "非常满意"), ("satisfied", "满意"), ("basicallySatisfied", "基本满意"), ("unsatisfied", "不满意")];
        List<(string, int)> grades = [];
        int? others = Figure(item, "dontKnow");
        foreach ((string key, string grade) in plain)
            if (Figure(item, key) is int count)
                grades.Add((grade, count));
        if (Has(item, "grades", out JsonElement named))
        {
            if (named.ValueKind != JsonValueKind.Object)
                Fail("grades: an object is expected");
            else
                foreach (JsonProperty grade in named.EnumerateObject())
                {
                    int count = Figure(named, grade.Name) ?? 0;
                    if (NoGrades.Contains(grade.Name))
                        others = (others ?? 0) + count;
                    else
                        grades.Add((grade.Name, count));
                }
        }
        return new CountItem(
            Text(item, "name"), Figure(item, "for"), Figure(item, "against"), Figure(item, "abstain"), Figure(item, "notVoted"),
            Figure(item, "rowInvalid"), Figure(item, "invalid"), writeIn, grades, others)
        {
            ScoreForms = Figure(item, "scoreForms"),
            ScoreSum = Figure(item, "scoreSum", max: FigureMax * ScoreSum.PointsMax),
        };
    }

    private Fraction? Share(JsonElement json)
    {
        string text = Text(json, "fraction");
        if (text.Length == 0)
            return null;
        string[] parts = text.Split('/');
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int numerator)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int denominator)
            && denominator is > 0 and <= FigureMax && numerator <= denominator)
            return new Fraction(numerator, denominator);
        Fail("fraction: \"1/5\" is expected");
        return null;
    }

    private static bool Has(JsonElement json, string key, out JsonElement value) =>
        json.TryGetProperty(key, out value) && value.ValueKind != JsonValueKind.Null;

    private string Text(JsonElement json, string key)
    {
        if (!Has(json, key, out JsonElement value))
            return "";
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString() ?? "";
        Fail(key + ": a text is expected");
        return "";
    }

    private T? Named<T>(JsonElement json, string key, (string Name, T Value)[] names)
        where T : struct
    {
        string text = Text(json, key);
        foreach ((string name, T value) in names)
            if (name == text)
                return value;
        return null;
    }

    private int? Figure(JsonElement json, string key, int min = 0, int max = FigureMax)
    {
        if (!Has(json, key, out JsonElement value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int figure) && figure >= min && figure <= max)
            return figure;
        Fail(key + ": a whole number from " + Arithmetic.Text(min) + " to " + Arithmetic.Text(max) + " is expected");
        return null;
    }

    private void Fail(string error) => _error ??= error;
}
