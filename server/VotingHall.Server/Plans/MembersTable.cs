using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace VotingHall.Server.Plans;

/// <summary>名册表格: a CSV (RFC 4180, UTF-8) with the columns id, name, seat, keypadUid, or 代表号, 姓名, 席位, 表决器; any order.</summary>
internal static class MembersTable
{
    private const int RowsMax = 3000;

    private static readonly IReadOnlyList<(string Chinese, string English, bool Required)> Columns =
        [("代表号", "id", true), ("姓名", "name", true), ("席位", "seat", true), ("表决器", "keypadUid", false)];

    /// <summary>One row as text; <paramref name="Keypad"/> is empty when the column or the cell is.</summary>
    public sealed record Row(PlanPlace Place, string Id, string Name, string Seat, string Keypad);

    public static List<T> Read<T>(string path, int namedAt, PlanProblems problems, Func<Row, T> map)
    {
        return PlanFiles.Bytes(path, problems, namedAt) is { } bytes ? Read(bytes, path, problems, map) : [];
    }

    /// <summary>A table that is no file.</summary>
    public static List<T> Read<T>(byte[] bytes, PlanProblems problems, Func<Row, T> map) => Read(bytes, problems.File, problems, map);

    private static List<T> Read<T>(byte[] bytes, string path, PlanProblems problems, Func<Row, T> map)
    {
        List<T> rows = [];
        if (!Utf8.IsValid(bytes))
        {
            problems.Add(new PlanProblem(path, 0, "不是 UTF-8 编码，请另存为“CSV UTF-8”", "not UTF-8; save it as \"CSV UTF-8\""));
            return rows;
        }
        List<CsvMalformedRecord> malformed = [];
        CsvReaderOptions options = new()
        {
            HasHeader = false,
            Separator = ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = malformed.Add,
        };
        int mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        using CsvReader reader = CsvReader.Create(bytes.AsMemory(mark), options);
        if (!reader.Read())
            problems.Add(new PlanProblem(path, 1, "表格为空", "the table is empty"));
        else if (Heading(reader, path, problems) is { } at)
            ReadRows(reader, reader.FieldCount, at, path, problems, row => rows.Add(map(row)));
        foreach (CsvMalformedRecord record in malformed)
            problems.Add(new PlanProblem(path, (int)record.LineNumber, "引号不成对或引号后有多余文字", "a quotation mark has no partner, or text follows it"));
        return rows;
    }

    private static void ReadRows(CsvReader reader, int width, int[] at, string path, PlanProblems problems, Action<Row> add)
    {
        for (int count = 0; reader.Read(); count++)
        {
            PlanPlace place = new(path, (int)reader.LineNumber);
            if (count == RowsMax)
            {
                problems.Add(new PlanProblem(path, place.Line, $"最多 {RowsMax} 人", $"at most {RowsMax} members"));
                return;
            }
            if (reader.FieldCount != width)
                problems.Add(new PlanProblem(path, place.Line, $"应有 {width} 列，实有 {reader.FieldCount} 列", $"{width} columns expected, {reader.FieldCount} found"));
            else
                add(new Row(place, Cell(reader, at[0]), Cell(reader, at[1]), Cell(reader, at[2]), Cell(reader, at[3])));
        }
    }

    private static string Cell(CsvReader reader, int column) => column < 0 ? "" : reader.GetString(column);

    /// <summary>Where each column stands, -1 for the absent one that may be absent; null after problems.</summary>
    private static int[]? Heading(CsvReader reader, string path, PlanProblems problems)
    {
        List<string> names = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        int[] at = [.. Columns.Select(column => names.FindIndex(name => name == column.Chinese || name == column.English))];
        bool good = true;
        for (int i = 0; i < at.Length; i++)
        {
            if (at[i] >= 0 || !Columns[i].Required)
                continue;
            good = false;
            problems.Add(new PlanProblem(path, 1, $"缺少列：{Columns[i].Chinese}", $"missing column: {Columns[i].English}"));
        }
        foreach (string name in names.Where((_, i) => !at.Contains(i)))
        {
            good = false;
            problems.Add(new PlanProblem(path, 1, $"未知或重复的列：{name}", $"unknown or repeated column: {name}"));
        }
        return good ? at : null;
    }
}
