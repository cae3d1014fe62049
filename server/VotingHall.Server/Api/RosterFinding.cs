using VotingHall.Core;
using VotingHall.Server.Plans;

namespace VotingHall.Server.Api;

/// <summary>名册检查: a table of members held against the present meeting: every error, every warning, and what would change.</summary>
internal sealed record RosterFinding(IReadOnlyList<Member> Members, RosterCheckAnswer Answer)
{
    public static RosterFinding Of(string csv, Meeting meeting, ApiHall hall)
    {
        RosterReading reading = RosterReader.Read(csv, hall.Missing);
        List<ApiError> errors = [.. reading.Problems.Select(problem => TextErrors.Of(problem))];
        errors.AddRange(reading.Rows
            .Where(row => row.Member.Keypad is { } uid && !hall.Commissioned.Contains(uid))
            .Select(row => new ApiError(
                "keypadUid", "表决器编号未登记，请核对编号，或先装定该表决器", "the keypad is not commissioned; check its id or commission it first", row.Line,
                row.Member.Keypad!.Value.ToString())));
        Member[] members = [.. reading.Rows.Select(row => row.Member)];
        // Only what the rows themselves do not show: a base below the roster, an empty roster.
        if (errors.Count == 0)
            errors.AddRange(MeetingCheck.Validate(meeting with { Members = members }).Select(error => new ApiError(error.Where, error.Chinese, error.English)));
        Dictionary<MemberId, Member> present = meeting.Members.ToDictionary(member => member.Id);
        RosterChange[] changes = [.. reading.Rows.SelectMany(row => Changes(row, present.GetValueOrDefault(row.Member.Id)))];
        Member[] gone = [.. meeting.Members.Where(member => reading.Rows.All(row => row.Member.Id != member.Id))];
        return new RosterFinding(members, new RosterCheckAnswer(
            reading.Rows.Count,
            reading.Rows.Count(row => !present.ContainsKey(row.Member.Id)),
            changes.Select(change => change.Line).Distinct().Count(),
            gone.Length,
            [.. errors.OrderBy(error => error.Line)],
            [.. SameNames(reading.Rows)],
            [.. changes, .. gone.Select(member => new RosterChange(0, "member", $"{member.Id} {member.Name} {member.Seat}", ""))]));
    }

    private static IEnumerable<RosterChange> Changes(RosterRow row, Member? before)
    {
        if (before is null)
            yield break;
        Member after = row.Member;
        if (before.Name != after.Name)
            yield return new RosterChange(row.Line, "name", before.Name, after.Name);
        if (before.Seat != after.Seat)
            yield return new RosterChange(row.Line, "seat", before.Seat.Value, after.Seat.Value);
        if (before.Keypad != after.Keypad)
            yield return new RosterChange(row.Line, "keypadUid", before.Keypad?.ToString() ?? "", after.Keypad?.ToString() ?? "");
    }

    private static IEnumerable<ApiError> SameNames(IReadOnlyList<RosterRow> rows)
    {
        foreach (IGrouping<string, RosterRow> same in rows.GroupBy(row => row.Member.Name).Where(group => group.Key.Length > 0 && group.Count() > 1))
            foreach (RosterRow row in same)
            {
                string others = string.Join("、", same.Where(other => other != row).Select(other => other.Line));
                yield return new ApiError(
                    "name", $"与第 {others} 行同名，须区分（如加注性别或单位）", $"the same name stands in line {others}; tell them apart, for instance by their unit", row.Line, same.Key);
            }
    }
}

/// <summary>名册检查结果. Nothing was loaded.</summary>
/// <param name="Changed">Rows whose name, seat or keypad differs from the present roster.</param>
/// <param name="Removed">Members of the present roster the table does not have.</param>
public sealed record RosterCheckAnswer(
    int Rows, int Added, int Changed, int Removed, IReadOnlyList<ApiError> Errors, IReadOnlyList<ApiError> Warnings, IReadOnlyList<RosterChange> Changes);

/// <summary>一处变更. A member who is no longer in the table has line 0 and the field "member".</summary>
public sealed record RosterChange(int Line, string Field, string Before, string After);
