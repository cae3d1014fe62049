using System.Globalization;
using System.Text;
using CsvHelper;
using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>
/// 计票表格: a CSV with one figure group a line: 有效票,n · 无效票,原因,n · 姓名（项目）,赞成,反对,弃权[,行无效] in ballot order · 另选,姓名,票数.
/// A first line of headings and empty lines are passed over. Every error is told with its line.
/// </summary>
internal static class CountTable
{
    private const int LinesMax = 2000;

    private static readonly IReadOnlyList<(string Chinese, string English)> Reasons =
        [("超选", "overVote"), ("无法辨认", "illegible"), ("非规定选票", "notOfficial"), ("残缺", "torn"), ("其他", "other")];

    public static PlanReading<HandCount> Read(string csv, Round round, Func<string, IReadOnlyList<string>> missing)
    {
        PlanProblems problems = new("");
        Sheet sheet = new(round, problems);
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
        byte[] bytes = Encoding.UTF8.GetBytes(csv.TrimStart('\uFEFF'));
        using CsvReader reader = CsvReader.Create(bytes.AsMemory(), options);
        for (int count = 0; count < LinesMax && reader.Read(); count++)
            sheet.Line((int)reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        foreach (CsvMalformedRecord record in malformed)
            problems.Add((int)record.LineNumber, "引号不成对或引号后有多余文字", "a quotation mark has no partner, or text follows it");
        HandCount counted = sheet.Finish(missing);
        return problems.None ? new PlanReading<HandCount>.Read(counted) : problems.Refuse<HandCount>();
    }

    /// <summary>What the lines read so far say.</summary>
    private sealed class Sheet(Round round, PlanProblems problems)
    {
        private readonly string[] names = [.. round.Paper.Groups.SelectMany(group => group.Rows).Select(name => name.Length == 0 ? round.Question.Title : name)];
        private readonly List<RowTally> rows = [];
        private readonly List<(int Line, WriteInTally Name)> writeIns = [];
        private readonly int[] reasons = new int[Reasons.Count];
        private int? valid;
        private int last;

        public void Line(int line, string[] cells)
        {
            last = line;
            if (cells.All(cell => cell.Length == 0))
                return;
            switch (cells[0])
            {
                case "有效票" or "valid" when round.Method == VotingMethod.PaperBallot:
                    if (Width(line, cells, 2, 2))
                        valid = Figure(line, cells[1]);
                    break;
                case "无效票" or "invalid" when round.Method == VotingMethod.PaperBallot:
                    if (Width(line, cells, 3, 3))
                        Reason(line, cells);
                    break;
                case "另选" or "writeIn":
                    if (Width(line, cells, 3, 3))
                        writeIns.Add((line, new WriteInTally(cells[1], Figure(line, cells[2]))));
                    break;
                default:
                    Row(line, cells);
                    break;
            }
        }

        public HandCount Finish(Func<string, IReadOnlyList<string>> missing)
        {
            if (round.Method == VotingMethod.PaperBallot && valid is null)
                problems.Add(last, "缺少“有效票”一行", "the line of valid papers is missing");
            if (rows.Count < names.Length)
                problems.Add(last, $"应有 {names.Length} 行票数，实有 {rows.Count} 行", $"{names.Length} rows of figures expected, {rows.Count} found");
            foreach ((int line, WriteInTally name) in writeIns)
            {
                PlanText.RefuseStrange(name.Name, line, "另选 writeIn", problems);
                PlanText.RefuseUndrawable(name.Name, line, missing, problems);
            }
            return new HandCount(
                valid ?? 0, new InvalidPapers(reasons[0], reasons[1], reasons[2], reasons[3], reasons[4]), rows, [.. writeIns.Select(one => one.Name)]);
        }

        private void Row(int line, string[] cells)
        {
            // A line of headings has no figure in its second cell.
            if (rows.Count == 0 && cells.Length > 1 && !cells[1].Any(char.IsAsciiDigit))
                return;
            if (rows.Count >= names.Length)
            {
                problems.Add(line, $"票样只有 {names.Length} 行", $"the paper has {names.Length} rows only");
                return;
            }
            string expected = names[rows.Count];
            if (cells[0] != expected)
                problems.Add(line, $"应为 {expected}，表中为 {cells[0]}", $"{expected} is expected here, the table has {cells[0]}");
            rows.Add(Width(line, cells, 4, 5)
                ? new RowTally(expected, Figure(line, cells[1]), Figure(line, cells[2]), Figure(line, cells[3])) { Void = cells.Length > 4 ? Figure(line, cells[4]) : 0 }
                : new RowTally(expected, 0, 0, 0));
        }

        private void Reason(int line, string[] cells)
        {
            for (int i = 0; i < Reasons.Count; i++)
                if (cells[1] == Reasons[i].Chinese || cells[1] == Reasons[i].English)
                {
                    reasons[i] = Figure(line, cells[2]);
                    return;
                }
            string known = string.Join("、", Reasons.Select(reason => reason.Chinese));
            problems.Add(line, $"未知的无效原因：{cells[1]}（{known}）", $"unknown reason: {cells[1]} ({string.Join(", ", Reasons.Select(reason => reason.English))})");
        }

        private bool Width(int line, string[] cells, int least, int most)
        {
            if (cells.Length >= least && cells.Length <= most)
                return true;
            problems.Add(line, $"应有 {least}{(most > least ? " 或 " + most : "")} 列，实有 {cells.Length} 列", $"{least}{(most > least ? " or " + most : "")} columns expected, {cells.Length} found");
            return false;
        }

        private int Figure(int line, string text)
        {
            const int Most = 9999;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= Most)
                return number;
            problems.Add(line, $"不是票数：{text}", $"not a number of votes: {text}");
            return 0;
        }
    }
}
