using System.Numerics;
using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests.Recounts;

/// <summary>
/// 数字核对 (rules 4.4): every row is one vote of every person, so its marks must make the papers that count (paper) or the people
/// signed in (keypads). 未按 that nobody published is a gap, not an unknown; a published mark missing is an unknown.
/// </summary>
internal static class SumChecks
{
    private static readonly string[] Marks = ["for", "against", "abstain"];

    /// <summary>Adds sumCheck and unaccounted to an answer.</summary>
    public static JsonObject Add(Sheet sheet, JsonObject answer)
    {
        if (sheet.Rows.Count == 0)
            return answer;
        (string word, BigInteger? gap) = Of(sheet);
        answer["sumCheck"] = word;
        answer["unaccounted"] = gap is { } known ? (int)known : null;
        if (sheet.Paper)
            answer["identities"] = Identities(sheet);
        return answer;
    }

    /// <summary>The refusal to announce when there are more marks than people; null otherwise.</summary>
    public static JsonObject? Excess(Sheet sheet) => Of(sheet).Word == "excess"
        ? Add(sheet, new() { ["outcome"] = new JsonObject { ["announceable"] = false, ["reason"] = "marks_exceed_present" } })
        : null;

    /// <summary>Over the rows: one excess is an excess, else one unknown an unknown, else one gap a gap.</summary>
    public static (string Word, BigInteger? Gap) Of(Sheet sheet)
    {
        BigInteger? people = People(sheet);
        (string Word, BigInteger? Gap)[] rows =
            [.. sheet.Rows.Select(row => (row.WriteIn, Found: OfRow(row, people))).Where(each => !each.WriteIn || each.Found.Word == "excess").Select(each => each.Found)];
        BigInteger? collected = sheet.Figure("ballotsCollected") - sheet.Figure("present");
        if (sheet.Paper && collected > 0)
            rows = [.. rows, ("excess", -collected)];
        return Worst(rows);
    }

    /// <summary>The paper lines of rules 4.4, one by one; a figure missing anywhere in a line leaves it unknown.</summary>
    private static JsonObject Identities(Sheet sheet)
    {
        BigInteger? collected = sheet.Figure("ballotsCollected"), invalid = sheet.Figure("ballotsInvalid"), issued = sheet.Figure("ballotsIssued");
        BigInteger? valid = sheet.Figure("ballotsValid") ?? collected - invalid;
        Row[] listed = [.. sheet.Rows.Where(row => !row.WriteIn)], others = [.. sheet.Rows.Where(row => row.WriteIn)];
        JsonObject lines = new()
        {
            ["collectedIsValidAndInvalid"] = Line(sheet.Figure("ballotsValid") + invalid, collected, exactly: true),
            ["collectedWithinIssued"] = Line(collected, issued),
            ["issuedWithinPresent"] = Line(issued, sheet.Figure("present")),
            ["rowsMakeValid"] = Worst([.. listed.Select(row => OfRow(row, valid))]).Word,
        };
        if (sheet.Figure("seats") is { } seats)
        {
            lines["chosenWithinSeats"] = Line(Total(sheet.Rows, "for"), valid * seats);
            lines["writeInsWithinAgainst"] = Line(Total(others, "for"), Total(listed, "against"));
        }
        return lines;
    }

    private static BigInteger? Total(IReadOnlyList<Row> rows, string mark) => rows.Aggregate((BigInteger?)BigInteger.Zero, (sum, row) => sum + row.Figure(mark));

    private static string Line(BigInteger? left, BigInteger? right, bool exactly = false) => (left - right) switch
    {
        null => "unknown",
        { Sign: > 0 } => "excess",
        { Sign: < 0 } when exactly => "unaccounted",
        _ => "ok",
    };

    private static (string Word, BigInteger? Gap) Worst((string Word, BigInteger? Gap)[] rows)
    {
        foreach (string word in new[] { "excess", "unknown", "unaccounted", "ok" })
        {
            BigInteger?[] gaps = [.. rows.Where(row => row.Word == word).Select(row => row.Gap)];
            if (gaps.Length > 0)
                return (word, word == "excess" ? gaps.Min() : gaps.Max());
        }
        return ("ok", 0);
    }

    private static (string Word, BigInteger? Gap) OfRow(Row row, BigInteger? people)
    {
        bool grades = row.Grades().Count > 0;
        BigInteger?[] marks = grades
            ? [.. row.Grades().Select(grade => (BigInteger?)grade.Count), row.NoGrades(), row.Figure("invalid") ?? 0, row.Figure("notVoted") ?? 0]
            : [.. Marks.Select(row.Figure), row.Figure("notVoted") ?? 0, row.Figure("rowInvalid") ?? 0];
        BigInteger known = marks.Aggregate(BigInteger.Zero, (sum, mark) => sum + (mark ?? 0));
        bool all = marks.All(mark => mark is not null);
        return people is not { } there ? ("unknown", null)
            : known > there ? ("excess", there - known)
            : !all ? ("unknown", null)
            : known == there ? ("ok", 0)
            : ("unaccounted", there - known);
    }

    /// <summary>Those whose marks a row must hold: the valid papers where they are known, else those present.</summary>
    private static BigInteger? People(Sheet sheet) =>
        !sheet.Paper ? sheet.Figure("present")
        : sheet.Figure("ballotsCollected") - sheet.Figure("ballotsInvalid") ?? sheet.Figure("present") - (sheet.Figure("ballotsInvalid") ?? 0);
}
