using System.Globalization;
using System.Text.RegularExpressions;
using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>出处: file and line a member came from.</summary>
internal sealed record PlanPlace(string File, int Line);

/// <summary>名册读入: members as a list in meeting.json, or <c>"members": "members.csv"</c> for a table beside it.</summary>
internal sealed partial class MembersReader(PlanProblems problems, Func<string, IReadOnlyList<string>>? missingCharacters)
{
    private const int NameMax = 60;
    private const int SeatMax = 20;
    private const int UidDigits = 16;

    public IReadOnlyList<(Member Member, PlanPlace Place)> Read(string path, PlanFields fields)
    {
        List<(Member, PlanPlace)> members = fields.Node("members") is PlanNode.Text
            ? MembersTable.Read(PlanFiles.Beside(path, fields.Text("members", 400)), fields.LineOf("members"), problems, Row)
            : [.. fields.Objects("members", 1, MeetingCheck.MembersMax).Select(Listed)];
        Duplicates(members);
        return members;
    }

    private void Duplicates(List<(Member Member, PlanPlace Place)> members)
    {
        Duplicates(members, member => member.Id.Value == 0 ? null : member.Id.ToString(), "id", "代表号", "number");
        Duplicates(members, member => member.Seat.Value.Length == 0 ? null : member.Seat.Value, "seat", "席位", "seat");
        Duplicates(members, member => member.Keypad?.ToString(), "keypadUid", "表决器", "keypad");
    }

    /// <summary>The members of a table by itself.</summary>
    public IReadOnlyList<(Member Member, PlanPlace Place)> ReadTable(byte[] table)
    {
        List<(Member, PlanPlace)> members = MembersTable.Read(table, problems, Row);
        Duplicates(members);
        return members;
    }

    private (Member Member, PlanPlace Place) Listed(PlanFields fields)
    {
        int id = fields.Number("id", 1, 9999);
        string name = fields.Text("name", NameMax);
        string seat = fields.Text("seat", SeatMax);
        string? uid = fields.OptionalText("keypadUid", UidDigits);
        PlanPlace place = new(problems.File, fields.LineOf("name"));
        KeypadUid? keypad = Keypad(uid, new PlanPlace(problems.File, fields.LineOf("keypadUid")));
        Drawable(name, place);
        fields.Finish();
        return (new Member(new MemberId(id), name, new SeatNo(seat), keypad), place);
    }

    private (Member Member, PlanPlace Place) Row(MembersTable.Row row)
    {
        PlanPlace place = row.Place;
        bool idGood = int.TryParse(row.Id, NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id is >= 1 and <= 9999;
        if (!idGood)
            Add(place, "id", row.Id, $"代表号须为 1 至 9999：{row.Id}", $"a member's number is 1 to 9999: {row.Id}");
        Plain(row.Name, "姓名", "name", NameMax, place);
        Plain(row.Seat, "席位", "seat", SeatMax, place);
        if (ADate().IsMatch(row.Seat))
            Add(place, "seat", row.Seat, $"席位“{row.Seat}”不是文本，已被表格软件改成日期；请把该列设为文本后重新填写", $"the seat \"{row.Seat}\" is no text: the spreadsheet made a date of it; set the column to text and enter it again");
        Drawable(row.Name, place);
        return (new Member(new MemberId(idGood ? id : 0), row.Name, new SeatNo(row.Seat), Keypad(row.Keypad.Length == 0 ? null : row.Keypad, place)), place);
    }

    private void Plain(string text, string chinese, string english, int max, PlanPlace place)
    {
        if (text.Length == 0 || text.Length > max)
            Add(place, english, text, $"{chinese}须为 1 至 {max} 个字符", $"the {english} has 1 to {max} characters");
        PlanProblems strange = new(place.File);
        PlanText.RefuseStrange(text, place.Line, chinese, strange);
        if (!strange.None)
            foreach (PlanProblem problem in strange.Refuse<Member>().Problems)
                problems.Add(problem with { Field = english, Value = text });
    }

    private void Drawable(string name, PlanPlace place)
    {
        foreach (string character in missingCharacters?.Invoke(name) ?? [])
            Add(place, "name", name, $"“{name}”中的“{character}”没有字形，无法印制", $"no font has the character \"{character}\" of \"{name}\"; it cannot be printed");
    }

    private KeypadUid? Keypad(string? text, PlanPlace place)
    {
        if (text is null)
            return null;
        if (text.Length == UidDigits && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong uid) && uid != 0)
            return new KeypadUid(uid);
        if (text.Length > 0)
            Add(place, "keypadUid", text, $"表决器编号须为 16 位十六进制数，且不为 0：{text}", $"a keypad's id is 16 hexadecimal digits, not all 0: {text}");
        return null;
    }

    private void Duplicates(List<(Member Member, PlanPlace Place)> members, Func<Member, string?> key, string field, string chinese, string english)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        foreach ((Member member, PlanPlace place) in members)
        {
            if (key(member) is not { } value)
                continue;
            if (!first.TryAdd(value, place.Line))
                Add(place, field, value, $"{chinese} {value} 与第 {first[value]} 行重复", $"the {english} {value} stands in line {first[value]} already");
        }
    }

    private void Add(PlanPlace place, string field, string value, string chinese, string english) =>
        problems.Add(new PlanProblem(place.File, place.Line, chinese, english) { Field = field, Value = value });

    /// <summary>What spreadsheets make of "7-12": a date, or the number of its day.</summary>
    [GeneratedRegex("^([12]\\d{3}[-/年]\\d{1,2}([-/月]\\d{1,2}日?)?|\\d{1,2}月\\d{1,2}日|\\d{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\\d{1,2}|4\\d{4})$")]
    private static partial Regex ADate();
}
