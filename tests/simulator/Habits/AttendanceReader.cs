using System.Text.Json;

namespace VotingHall.Simulator;

/// <summary>
/// 出席安排读入: reads attendance.json and checks it against the seats of the hall: every figure of a habit must be possible for those present.
/// Every problem of the file is reported, nothing half read.
/// </summary>
public sealed class AttendanceReader(string path, IReadOnlyList<string> seats)
{
    private const int HabitsMax = 200;
    private const int TimesMax = 100;
    private const int TitleMax = 200;

    private static readonly string[] FileFields = ["seed", "meeting", "lines", "away", "habits"];
    private static readonly string[] HabitFields = ["paper", "times", "maxFor", .. BallotFiguresReader.Fields];
    private static readonly string[] PaperFields = ["mode", "rows", "options", "title"];

    private readonly List<ScriptProblem> problems = [];
    private int present;
    private int number;

    public IReadOnlyList<ScriptProblem> Problems => problems;

    /// <summary>Null = refused; see <see cref="Problems"/>.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public AttendancePlan? Read()
    {
        AttendancePlan? plan = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            plan = Plan(document.RootElement);
        }
        catch (JsonException error)
        {
            Problem($"不是有效的 JSON，第 {error.LineNumber + 1} 行", $"not valid JSON, line {error.LineNumber + 1}");
        }
        return problems.Count == 0 ? plan : null;
    }

    private AttendancePlan? Plan(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Problem("须为对象", "an object is expected");
            return null;
        }
        Known(root, FileFields);
        long seed = 0;
        if (!root.TryGetProperty("seed", out JsonElement given) || given.ValueKind != JsonValueKind.Number || !given.TryGetInt64(out seed))
            Problem("须有 seed（整数）", "seed is missing, a whole number");
        IReadOnlyList<string> away = [];
        if (root.TryGetProperty("away", out JsonElement list) && !SeatList.TryParse(TextOf(list), seats, out away, out string wrong))
            Problem($"席位有误：{wrong}", $"wrong seats: {wrong}");
        present = seats.Count - away.Count;
        List<Habit> habits = [];
        if (!root.TryGetProperty("habits", out JsonElement all) || all.ValueKind != JsonValueKind.Array || all.GetArrayLength() > HabitsMax)
            Problem($"须有 habits，至多 {HabitsMax} 条", $"habits is missing, a list of at most {HabitsMax}");
        else
            foreach (JsonElement one in all.EnumerateArray())
            {
                number++;
                if (HabitOf(one) is { } habit)
                    habits.Add(habit);
            }
        return new AttendancePlan(seed, away, habits);
    }

    private Habit? HabitOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Problem("须为对象", "an object is expected");
            return null;
        }
        Known(element, HabitFields);
        HabitPaper? paper = PaperOf(element);
        IReadOnlyList<int>? times = TimesOf(element);
        int forMax = Number(element, "maxFor", 0, BallotFiguresReader.RowsMax) ?? BallotFiguresReader.RowsMax;
        BallotFigures? figures = BallotFiguresReader.Read(element, forMax);
        if (figures is null)
            Problem("缺少 choices、mix、mixes 或 ballots，或有误", "choices, mix, mixes or ballots is missing or wrong");
        if (paper is null || times is null || figures is null)
            return null;
        // Dealt once to see whether the figures are possible at all.
        string[] some = [.. seats.Take(present)];
        if (figures.Deal(some, new Draw(1)) is not { } ballots)
            Problem($"数目与在场 {present} 席或 maxFor 不符", $"the figures do not fit {present} seats present, or maxFor");
        else if (ballots.Any(ballot => ballot.Marks.Count != paper.Rows || ballot.Marks.Any(mark => mark > paper.Options)))
            Problem("数目与票面的行数或选项不符", "the figures do not fit the rows or options of the paper");
        return new Habit(paper, times, figures);
    }

    private HabitPaper? PaperOf(JsonElement habit)
    {
        if (!habit.TryGetProperty("paper", out JsonElement paper) || paper.ValueKind != JsonValueKind.Object)
        {
            Problem("缺少 paper", "paper is missing, an object");
            return null;
        }
        Known(paper, PaperFields);
        PaperMode? mode = Text(paper, "mode") switch { "named" => PaperMode.Named, "secret" => PaperMode.Secret, _ => null };
        if (mode is null)
            Problem("paper.mode 须为 named 或 secret", "paper.mode is named or secret");
        int? rows = Number(paper, "rows", 1, BallotFiguresReader.RowsMax);
        int? options = Number(paper, "options", 1, BallotFiguresReader.OptionsMax);
        string title = Text(paper, "title");
        if (title.Length > TitleMax)
            Problem($"paper.title 至多 {TitleMax} 字", $"paper.title has at most {TitleMax} characters");
        if (rows is null || options is null)
            Problem("paper 须有 rows 和 options", "paper needs rows and options");
        return mode is { } known && rows is { } count && options is { } width ? new HabitPaper(known, count, width, title) : null;
    }

    /// <summary>A list of numbers, or "*": every time an earlier habit does not name.</summary>
    private List<int>? TimesOf(JsonElement habit)
    {
        if (habit.TryGetProperty("times", out JsonElement times))
        {
            if (times.ValueKind == JsonValueKind.String && times.GetString() == "*")
                return [];
            if (times.ValueKind == JsonValueKind.Array && times.GetArrayLength() > 0
                && times.EnumerateArray().All(time => time.ValueKind == JsonValueKind.Number && time.TryGetInt32(out int at) && at is >= 1 and <= TimesMax))
                return [.. times.EnumerateArray().Select(time => time.GetInt32())];
        }
        Problem("times 须为次数列表或 \"*\"", "times is a list of numbers from 1, or \"*\"");
        return null;
    }

    private int? Number(JsonElement element, string name, int least, int most)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int given) && given >= least && given <= most)
            return given;
        Problem($"{name} 须为 {least} 至 {most}", $"{name} is {least} to {most}");
        return null;
    }

    private void Known(JsonElement element, string[] fields)
    {
        foreach (JsonProperty property in element.EnumerateObject().Where(property => !fields.Contains(property.Name)))
            Problem($"未知字段：{property.Name}", $"unknown field: {property.Name}");
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? TextOf(value) : "";

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    private void Problem(string chinese, string english) => problems.Add(number == 0
        ? new ScriptProblem(path, 0, chinese, english)
        : new ScriptProblem(path, 0, $"习惯 {number}：{chinese}", $"habit {number}: {english}"));
}
