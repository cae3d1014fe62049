using System.Text.Json;

namespace VotingHall.Simulator;

/// <summary>步骤参数: the args of one step as an action; problems go to the reader.</summary>
internal sealed class StepArguments(JsonElement args, IReadOnlyList<string> allSeats, IReadOnlyList<string> lines, Draw draw, Action<string, string> problem)
{
    private const int SpreadMsMax = 600_000;

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
        IReadOnlyList<SeatMarks>? ballots = BallotFiguresReader.Read(args, Number("maxFor", 0, BallotFiguresReader.RowsMax, BallotFiguresReader.RowsMax))?.Deal(seats, draw);
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

    private bool Has(string name) => args.ValueKind == JsonValueKind.Object && args.TryGetProperty(name, out _);
}
