namespace VotingHall.Papers;

/// <summary>表决情况名单的页: seat, name and choice of everybody, in four columns that run down the page, as many pages as needed.</summary>
internal sealed class NamePages : IDisposable
{
    private const int ColumnCount = 4;
    private const double RowHeight = 19;
    private const double HeadHeight = 22;
    private const double HeadingTop = A4.Top + 32;
    private const double HeadingPitch = 18;
    private const double ColumnWidth = A4.Width / ColumnCount;
    private const double SeatWidth = 30;
    private const double ChoiceWidth = 27;
    private const double NameWidth = ColumnWidth - SeatWidth - ChoiceWidth;
    private const double NameSize = 12;
    private const double NameSizeMin = 8;
    private const double SeatSize = 10;

    private readonly NameList _list;
    private readonly SetText _heading;
    private readonly double _tableTop;
    private readonly int _rowsPerColumn;

    internal NamePages(NameList list, Typesetter typesetter)
    {
        _list = list;
        _heading = typesetter.Set(list.Heading, Face.FangSong, NameSize, A4.Width);
        _tableTop = HeadingTop + (_heading.LineCount * HeadingPitch) + 26;
        _rowsPerColumn = Math.Max(1, (int)((A4.Bottom - _tableTop - HeadHeight) / RowHeight));
        int perPage = _rowsPerColumn * ColumnCount;
        Count = Math.Max(1, (list.Entries.Count + perPage - 1) / perPage);
    }

    internal int Count { get; }

    internal void Draw(Page page, Typesetter typesetter, int number)
    {
        const string Title = "表决情况名单";
        page.Spread(typesetter, Title, Face.SongBold, 20, A4.Left + ((A4.Width - 150) / 2), 150, A4.Top - 4, 30);
        page.Text(_heading, A4.Left, A4.Width, HeadingTop, HeadingPitch, Align.Centre);
        page.Line(typesetter, _list.Totals, Face.FangSong, NameSize, A4.Left, A4.Width, _tableTop - 21, 18, Align.Left);
        if (number > 1)
            page.Line(typesetter, "（续）", Face.FangSong, NameSize, A4.Left, A4.Width, _tableTop - 21, 18, Align.Right);
        int first = (number - 1) * _rowsPerColumn * ColumnCount;
        int onPage = Math.Min(_list.Entries.Count - first, _rowsPerColumn * ColumnCount);
        // The last page is balanced: four columns of equal length instead of one long one.
        int rows = Math.Min(_rowsPerColumn, (onPage + ColumnCount - 1) / ColumnCount);
        DrawGrid(page, typesetter, rows);
        for (int i = 0; i < onPage; i++)
        {
            double x = A4.Left + (ColumnWidth * (i / rows));
            double y = _tableTop + HeadHeight + (RowHeight * (i % rows));
            NameEntry entry = _list.Entries[first + i];
            Fit(page, typesetter, entry.Seat, SeatSize, x, SeatWidth, y, Align.Centre);
            Fit(page, typesetter, entry.Name, NameSize, x + SeatWidth + 3, NameWidth - 6, y, Align.Left);
            Fit(page, typesetter, entry.Choice, SeatSize + 0.5, x + SeatWidth + NameWidth, ChoiceWidth, y, Align.Centre);
        }
    }

    public void Dispose() => _heading.Dispose();

    private void DrawGrid(Page page, Typesetter typesetter, int rows)
    {
        double bottom = _tableTop + HeadHeight + (RowHeight * rows);
        for (int row = 0; row < rows; row++)
        {
            double y = _tableTop + HeadHeight + (RowHeight * row);
            page.Rule(A4.Left, y, A4.Right, y);
        }
        for (int column = 0; column < ColumnCount; column++)
        {
            double x = A4.Left + (ColumnWidth * column);
            page.Line(typesetter, "席位", Face.Hei, SeatSize, x, SeatWidth, _tableTop, HeadHeight, Align.Centre);
            page.Line(typesetter, "姓名", Face.Hei, SeatSize, x + SeatWidth, NameWidth, _tableTop, HeadHeight, Align.Centre);
            page.Line(typesetter, "表决", Face.Hei, SeatSize, x + SeatWidth + NameWidth, ChoiceWidth, _tableTop, HeadHeight, Align.Centre);
            page.Rule(x + SeatWidth, _tableTop, x + SeatWidth, bottom);
            page.Rule(x + SeatWidth + NameWidth, _tableTop, x + SeatWidth + NameWidth, bottom);
            if (column > 0)
                page.Rule(x, _tableTop, x, bottom, Page.Thick);
        }
        page.Frame(A4.Left, _tableTop, A4.Width, bottom - _tableTop);
    }

    /// <summary>One line at the given size, smaller when it is too long, two lines when even the smallest is.</summary>
    private static void Fit(Page page, Typesetter typesetter, string words, double size, double x, double width, double top, Align align)
    {
        using SetText full = typesetter.Set(words, Face.FangSong, size);
        if (full.Width <= width)
        {
            page.Text(full, x, width, top, RowHeight, align);
            return;
        }
        double fitting = size * width / full.Width * 0.98;
        if (fitting >= NameSizeMin)
        {
            page.Line(typesetter, words, Face.FangSong, fitting, x, width, top, RowHeight, align);
            return;
        }
        double two = Math.Min(NameSizeMin, Math.Max(fitting * 1.85, 4));
        using SetText folded = typesetter.Set(words, Face.FangSong, two, width);
        double pitch = RowHeight / Math.Max(2, folded.LineCount);
        page.Text(folded, x, width, top + ((RowHeight - (pitch * folded.LineCount)) / 2), pitch, align);
    }
}
