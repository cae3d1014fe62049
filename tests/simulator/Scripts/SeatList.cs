using System.Globalization;

namespace VotingHall.Simulator;

/// <summary>席位列表 of a script: "1-1..1-20,2-3" or "all". Seats are named row-number as in meeting.json.</summary>
public static class SeatList
{
    private const int SeatsMax = 4000;

    /// <summary>Seats in the order of the text, each once; false and the reason if the text is wrong.</summary>
    public static bool TryParse(string text, IReadOnlyList<string> all, out IReadOnlyList<string> seats, out string problem)
    {
        List<string> found = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<string> known = new(all, StringComparer.Ordinal);
        seats = found;
        problem = "";
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            IEnumerable<string>? range = part == "all" ? all : Range(part);
            if (range is null)
            {
                problem = part;
                return false;
            }
            foreach (string seat in range)
            {
                if (!known.Contains(seat))
                {
                    problem = seat;
                    return false;
                }
                if (seen.Add(seat))
                    found.Add(seat);
            }
        }
        problem = found.Count == 0 ? text : "";
        return found.Count > 0;
    }

    private static List<string>? Range(string part)
    {
        string[] ends = part.Split("..");
        if (ends.Length == 1)
            return [part];
        if (ends.Length != 2 || !TrySeat(ends[0], out string row, out int from) || !TrySeat(ends[1], out string lastRow, out int to))
            return null;
        if (row != lastRow || to < from || to - from >= SeatsMax)
            return null;
        return [.. Enumerable.Range(from, to - from + 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"{row}-{number}"))];
    }

    private static bool TrySeat(string text, out string row, out int number)
    {
        int dash = text.LastIndexOf('-');
        row = dash > 0 ? text[..dash] : "";
        number = 0;
        return dash > 0 && int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
