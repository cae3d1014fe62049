using System.Text;
using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>名册表格读入: a table of members by itself, as a desk pastes it; every problem with line, column and what stands there.</summary>
public static class RosterReader
{
    /// <param name="csv">Text of the table. A byte-order mark at its beginning is passed over.</param>
    /// <param name="missingCharacters">Characters of a text that no font of the house can print.</param>
    public static RosterReading Read(string csv, Func<string, IReadOnlyList<string>>? missingCharacters)
    {
        PlanProblems problems = new("");
        IReadOnlyList<(Member Member, PlanPlace Place)> rows = new MembersReader(problems, missingCharacters).ReadTable(Encoding.UTF8.GetBytes(csv));
        return new RosterReading(
            [.. rows.Select(row => new RosterRow(row.Member, row.Place.Line))], problems.None ? [] : problems.Refuse<RosterReading>().Problems);
    }
}

/// <summary>读到的名册: rows as far as they could be read; good only without problems.</summary>
public sealed record RosterReading(IReadOnlyList<RosterRow> Rows, IReadOnlyList<PlanProblem> Problems);

/// <summary>名册的一行.</summary>
public sealed record RosterRow(Member Member, int Line);
