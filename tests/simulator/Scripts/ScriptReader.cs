using System.Globalization;
using System.Text.Json;

namespace VotingHall.Simulator;

/// <summary>
/// 脚本读入: reads the steps of seats and faults from script.json and checks them against the seats and lines of the hall. Steps of other
/// people are the server's. Every problem of the file is reported, nothing half read.
/// </summary>
public sealed class ScriptReader(string path, IReadOnlyList<string> seats, IReadOnlyList<string> lines)
{
    private const int StepsMax = 2000;
    private const int DelayMsMax = 3_600_000;

    private readonly List<ScriptProblem> problems = [];
    private int step;

    /// <summary>Null = refused; see <see cref="Problems"/>.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public SimulatorScript? Read()
    {
        List<ScriptStep> steps = [];
        long seed = 0;
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("seed", out JsonElement given) && given.ValueKind == JsonValueKind.Number && given.TryGetInt64(out seed)
                && root.TryGetProperty("steps", out JsonElement list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= StepsMax)
                Steps(list, seed, steps);
            else
                Problem("须有 seed 和 steps", $"seed (a number) and steps (at most {StepsMax}) are expected");
        }
        catch (JsonException error)
        {
            Problem($"不是有效的 JSON，第 {error.LineNumber + 1} 行", $"not valid JSON, line {error.LineNumber + 1}");
        }
        return problems.Count == 0 ? new SimulatorScript(seed, steps) : null;
    }

    public IReadOnlyList<ScriptProblem> Problems => problems;

    private void Steps(JsonElement list, long seed, List<ScriptStep> steps)
    {
        foreach (JsonElement element in list.EnumerateArray())
        {
            step++;
            if (element.ValueKind != JsonValueKind.Object)
            {
                Problem("步骤须为对象", "a step is an object");
                continue;
            }
            string who = Text(element, "who");
            if (who is not ("seats" or "fault"))
                continue;
            StepAnchor? at = Anchor(Text(element, "at"));
            JsonElement args = element.TryGetProperty("args", out JsonElement given) ? given : default;
            StepArguments arguments = new(args, seats, lines, new Draw(unchecked((seed * 1_000_003) + step)), Problem);
            StepAction? action = who == "seats" ? arguments.OfSeats(Text(element, "do")) : arguments.OfFault(Text(element, "do"));
            if (at is not null && action is not null)
                steps.Add(new ScriptStep(at, action));
        }
    }

    /// <summary>"open:3+1500", "close:3+200", "start+500".</summary>
    private StepAnchor? Anchor(string text)
    {
        string[] parts = text.Split('+', 2);
        string[] names = parts[0].Split(':', 2);
        AnchorOccasion? occasion = names[0] switch { "start" => AnchorOccasion.Start, "open" => AnchorOccasion.Open, "close" => AnchorOccasion.Close, _ => null };
        uint round = 0;
        int delay = 0;
        bool good = occasion is not null && (occasion != AnchorOccasion.Start) == (names.Length == 2)
            && (names.Length == 1 || (uint.TryParse(names[1], NumberStyles.None, CultureInfo.InvariantCulture, out round) && round > 0))
            && (parts.Length == 1 || (int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out delay) && delay <= DelayMsMax));
        if (good)
            return new StepAnchor(occasion!.Value, round, delay);
        Problem($"时点有误：{text}（席位和故障可用 start、open:N、close:N）", $"wrong time: {text} (seats and faults know start, open:N, close:N)");
        return null;
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    private void Problem(string chinese, string english) => problems.Add(new ScriptProblem(path, step, chinese, english));
}
