using System.Text.Json;

namespace VotingHall.Simulator;

/// <summary>步骤参数: the args of one step as an action; problems go to the reader.</summary>
internal sealed class StepArguments(JsonElement args, IReadOnlyList<string> allSeats, IReadOnlyList<string> lines, Draw draw, Action<string, string> problem)
{
    private const int OptionsMax = 5;
    private const int RowsMax = 128;
    private const int SpreadMsMax = 600_000;
    private static readonly string[] MixNames = ["for", "against", "abstain", "option4", "option5"];

    public StepAction? OfSeats(string action)
    {
        if (action is not ("press" or "change" or "sign-in" or "signIn" or "dead" or "sleep"))
        {
            problem($"未知动作：{action}", $"unknown action: {action}");
            return null;
        }
        if (Seats() is not { } seats)
            return null;
        return action switch
        {
            "dead" => new StepAction.Dead(seats),
            "sleep" => new StepAction.Sleep(seats),
            "sign-in" or "signIn" => new StepAction.Press([.. seats.Select(seat => new SeatMarks(seat, [1]))], Number("spreadMs", 0, SpreadMsMax, 0)),
            _ => Press(seats),
        };
    }

    public StepAction? OfFault(string action)
    {
        FrameFault? fault = action switch { "lose" => FrameFault.Lose, "double" => FrameFault.Double, "corrupt" => FrameFault.Corrupt, "truncate" => FrameFault.Truncate, _ => null };
        if (fault is not null)
        {
            if (Line() is not { } line)
                return null;
            return Has("ppm")
                ? new StepAction.Rate(line, fault.Value, Number("ppm", 0, 1_000_000, 0))
                : new StepAction.Frames(line, fault.Value, Number("frames", 1, 100_000, 1));
        }
        switch (action)
        {
            case "cut": return Line() is { } cut ? new StepAction.Cut(cut, true) : null;
            case "restore": return Line() is { } joined ? new StepAction.Cut(joined, false) : null;
            case "reboot": return Seats() is { } seats ? new StepAction.Reboot(seats) : null;
            case "killServer": return new StepAction.KillServer();
            default:
                problem($"未知故障：{action}", $"unknown fault: {action}");
                return null;
        }
    }

    private StepAction.Press? Press(IReadOnlyList<string> seats)
    {
        int spread = Number("spreadMs", 0, SpreadMsMax, 0);
        IReadOnlyList<SeatMarks>? ballots = null;
        if (Has("choices"))
            ballots = Marks(args.GetProperty("choices")) is { } marks ? [.. seats.Select(seat => new SeatMarks(seat, marks))] : null;
        else if (Has("ballots"))
            ballots = Groups(args.GetProperty("ballots")) is { } groups ? BallotShares.FromGroups(seats, groups, draw) : null;
        else if (Has("mix"))
            ballots = Mix(args.GetProperty("mix")) is { } mix ? BallotShares.FromRows(seats, [mix], 1, draw) : null;
        else if (Has("mixes"))
            ballots = Mixes(args.GetProperty("mixes")) is { } rows ? BallotShares.FromRows(seats, rows, Number("maxFor", 0, RowsMax, RowsMax), draw) : null;
        if (ballots is not null)
            return new StepAction.Press(ballots, spread);
        problem("缺少 choices、mix、mixes 或 ballots，或数目与席位不符", "choices, mix, mixes or ballots is missing, or its numbers do not fit the seats");
        return null;
    }

    private List<string>? Seats()
    {
        string text = Has("seats") && args.GetProperty("seats").ValueKind == JsonValueKind.String ? args.GetProperty("seats").GetString() ?? "" : "";
        if (SeatList.TryParse(text, allSeats, out IReadOnlyList<string> seats, out string wrong))
            return [.. seats];
        problem($"席位有误：{wrong}", $"wrong seats: {wrong}");
        return null;
    }

    private string? Line()
    {
        string line = Has("line") && args.GetProperty("line").ValueKind == JsonValueKind.String ? args.GetProperty("line").GetString() ?? "" : "";
        if (lines.Contains(line))
            return line;
        problem($"未知线路：{line}", $"unknown line: {line}");
        return null;
    }

    private int Number(string name, int least, int most, int otherwise)
    {
        if (!Has(name))
            return otherwise;
        JsonElement value = args.GetProperty(name);
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= most)
            return number;
        problem($"{name} 须为 {least} 至 {most}", $"{name} is {least} to {most}");
        return otherwise;
    }

    private static int[]? Marks(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > RowsMax)
            return null;
        List<int> marks = [];
        foreach (JsonElement item in list.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out int option) && option is >= 0 and <= OptionsMax)
                marks.Add(option);
        return marks.Count == list.GetArrayLength() ? [.. marks] : null;
    }

    private static List<(IReadOnlyList<int> Marks, int Count)>? Groups(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
            return null;
        List<(IReadOnlyList<int> Marks, int Count)> groups = [];
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("marks", out JsonElement given) || Marks(given) is not { } marks
                || !item.TryGetProperty("count", out JsonElement number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out int count) || count < 0)
                return null;
            groups.Add((marks, count));
        }
        return groups;
    }

    private static List<IReadOnlyList<int>>? Mixes(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > RowsMax)
            return null;
        List<IReadOnlyList<int>> rows = [];
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (Mix(item) is not { } row)
                return null;
            rows.Add(row);
        }
        return rows;
    }

    private static int[]? Mix(JsonElement mix)
    {
        if (mix.ValueKind != JsonValueKind.Object)
            return null;
        int[] counts = new int[OptionsMax];
        foreach (JsonProperty property in mix.EnumerateObject())
        {
            int option = Array.IndexOf(MixNames, property.Name);
            if (option < 0 || property.Value.ValueKind != JsonValueKind.Number || !property.Value.TryGetInt32(out int count) || count < 0 || count > SimulatedHall.KeypadsOfLineMax * SimulatedHall.LinesMax)
                return null;
            counts[option] = count;
        }
        return counts;
    }

    private bool Has(string name) => args.ValueKind == JsonValueKind.Object && args.TryGetProperty(name, out _);
}
