namespace VotingHall.Simulator;

/// <summary>名册表格 beside meeting.json: the columns seat (席位) and keypadUid (表决器) of a CSV with a heading; the rest is the server's.</summary>
internal static class SeatTable
{
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static List<PlannedSeat> Read(string path)
    {
        List<PlannedSeat> seats = [];
        int seatAt = -1, keypadAt = -1;
        foreach (string line in File.ReadAllLines(path))
        {
            List<string> cells = Cells(line);
            if (seatAt < 0)
            {
                seatAt = cells.FindIndex(name => name.Trim('\uFEFF') is "seat" or "席位");
                keypadAt = cells.FindIndex(name => name.Trim('\uFEFF') is "keypadUid" or "表决器");
                if (seatAt < 0)
                    return seats;
            }
            else if (line.Length > 0)
            {
                seats.Add(new PlannedSeat(Cell(cells, seatAt), HallPlan.Uid(Cell(cells, keypadAt))));
            }
        }
        return seats;
    }

    private static string Cell(List<string> cells, int at) => at >= 0 && at < cells.Count ? cells[at] : "";

    /// <summary>RFC 4180 within one line: quoted cells, doubled quotation marks.</summary>
    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        System.Text.StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
                cell.Append(c);
        }
        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
