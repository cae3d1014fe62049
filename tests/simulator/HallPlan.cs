using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VotingHall.Simulator;

/// <summary>一条线路 of lines.json.</summary>
public sealed record PlannedLine(string Id, string Kind, string Address, int Baud, int Keypads);

/// <summary>一席: place and, if the meeting names one, the number of its keypad.</summary>
public sealed record PlannedSeat(string Seat, ulong? KeypadUid);

/// <summary>
/// 会场布置 from meeting.json and lines.json: which seats there are and which keypads hang where. The n-th member of the meeting sits at the n-th
/// keypad (lines in file order, positions in order), keypads beyond the members are spares. Only what wiring needs is read; the server judges
/// the files.
/// </summary>
public sealed record HallPlan(IReadOnlyList<PlannedLine> Lines, IReadOnlyList<PlannedSeat> Seats)
{
    /// <summary>Lines of one bridge share an address, in file order.</summary>
    public IReadOnlyList<IReadOnlyList<PlannedLine>> Bridges => [.. Lines.GroupBy(line => (line.Kind, line.Address)).Select(group => (IReadOnlyList<PlannedLine>)[.. group])];

    /// <summary>Null and the problems if a file cannot serve.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static HallPlan? Read(string meetingPath, string linesPath, ICollection<ScriptProblem> problems)
    {
        List<PlannedLine> lines = ReadLines(linesPath, problems);
        List<PlannedSeat> seats = ReadSeats(meetingPath, problems);
        if (problems.Count == 0 && lines.Sum(line => line.Keypads) < seats.Count)
            problems.Add(new ScriptProblem(linesPath, 0, "表决器少于席位", "fewer keypads than seats"));
        return problems.Count == 0 ? new HallPlan(lines, seats) : null;
    }

    private static List<PlannedLine> ReadLines(string path, ICollection<ScriptProblem> problems)
    {
        List<PlannedLine> lines = [];
        using JsonDocument? document = Document(path, problems);
        if (document is null)
            return lines;
        if (document.RootElement.ValueKind == JsonValueKind.Array)
            foreach (JsonElement item in document.RootElement.EnumerateArray())
                lines.Add(new PlannedLine(Text(item, "id"), Text(item, "kind"), Text(item, "address"), Number(item, "baud"), Number(item, "keypads")));
        bool good = lines.Count > 0 && lines.All(line => line.Id.Length > 0 && line.Baud is 115_200 or 250_000 or 500_000 or 1_000_000
            && line.Keypads is >= 1 and <= SimulatedHall.KeypadsOfLineMax && line.Kind is "tty" or "tcp" or "unix" or "inproc");
        if (!good || lines.GroupBy(line => (line.Kind, line.Address)).Any(group => group.Count() > SimulatedHall.LinesMax))
            problems.Add(new ScriptProblem(path, 0, "线路有误（id、kind、address、baud、keypads）", "lines are wrong (id, kind, address, baud, keypads)"));
        return lines;
    }

    private static List<PlannedSeat> ReadSeats(string path, ICollection<ScriptProblem> problems)
    {
        List<PlannedSeat> seats = [];
        using JsonDocument? document = Document(path, problems);
        if (document is null)
            return seats;
        if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("members", out JsonElement members))
        {
            if (members.ValueKind == JsonValueKind.Array)
                foreach (JsonElement member in members.EnumerateArray())
                    seats.Add(new PlannedSeat(Text(member, "seat"), Uid(Text(member, "keypadUid"))));
            else if (members.ValueKind == JsonValueKind.String)
                seats.AddRange(SeatTable.Read(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".", members.GetString() ?? "")));
        }
        if (seats.Count == 0 || seats.Any(seat => seat.Seat.Length == 0))
            problems.Add(new ScriptProblem(path, 0, "没有席位", "no seats"));
        return seats;
    }

    private static JsonDocument? Document(string path, ICollection<ScriptProblem> problems)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path, Encoding.UTF8));
        }
        catch (JsonException error)
        {
            problems.Add(new ScriptProblem(path, 0, $"不是有效的 JSON，第 {error.LineNumber + 1} 行", $"not valid JSON, line {error.LineNumber + 1}"));
            return null;
        }
    }

    internal static ulong? Uid(string text) =>
        ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong uid) ? uid : null;

    private static string Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    private static int Number(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : 0;
}
