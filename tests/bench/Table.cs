using System.Globalization;
using System.Text;

namespace VotingHall.Bench;

/// <summary>表: figures in aligned columns, readable as plain text and as Markdown.</summary>
internal sealed class Table(string title, params string[] columns)
{
    private readonly List<string[]> rows = [];
    private readonly List<string> notes = [];

    public void Row(params object[] cells) => rows.Add([.. cells.Select(Text)]);

    public void Note(string text) => notes.Add(text);

    public void Print(TextWriter to)
    {
        to.WriteLine($"\n## {title}\n");
        int[] widths = [.. columns.Select((column, i) => Math.Max(column.Length, rows.Count == 0 ? 0 : rows.Max(row => row[i].Length)))];
        to.WriteLine(Line(columns, widths));
        to.WriteLine("|" + string.Concat(widths.Select((width, i) => i == 0 ? new string('-', width + 2) + "|" : new string('-', width + 1) + ":|")));
        foreach (string[] row in rows)
            to.WriteLine(Line(row, widths));
        to.WriteLine();
        foreach (string note in notes)
            to.WriteLine(note);
        to.Flush();
    }

    private static string Line(string[] cells, int[] widths)
    {
        StringBuilder line = new("|");
        for (int i = 0; i < cells.Length; i++)
            line.Append(' ').Append(i == 0 ? cells[i].PadRight(widths[i]) : cells[i].PadLeft(widths[i])).Append(" |");
        return line.ToString();
    }

    private static string Text(object cell) => cell switch
    {
        double number => number.ToString(Math.Abs(number) < 10 ? "0.00" : Math.Abs(number) < 1000 ? "0.0" : "#,0", CultureInfo.InvariantCulture),
        int number => number.ToString("#,0", CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
