namespace VotingHall.Papers;

/// <summary>排好的行: height known, ready to be drawn at any place of the page.</summary>
internal abstract class SetRow(Density density) : IDisposable
{
    protected const double FigurePitch = 30;
    private const double FigureSize = 20;
    private const double VerdictSize = 22;
    private readonly List<SetText> _owned = [];

    protected Density Density => density;

    internal abstract double Height { get; }

    internal abstract void Draw(Page page, Typesetter typesetter, double top);

    internal static SetRow Of(TableRow row, Typesetter typesetter, Density density) => row switch
    {
        TableRow.Fact fact => new FactRow(fact, typesetter, density),
        TableRow.Figures figures => new FiguresRow(figures, density),
        TableRow.Verdict verdict => new VerdictRow(verdict, typesetter, density),
        TableRow.Head head => new CellsRow(head.Columns, [.. head.Columns.Select(column => column.Head)], Face.Hei, typesetter, density),
        TableRow.Cells cells => new CellsRow(cells.Columns, cells.Values, Face.FangSong, typesetter, density),
        _ => throw new InvalidOperationException("unknown table row"),
    };

    public void Dispose()
    {
        foreach (SetText text in _owned)
            text.Dispose();
    }

    protected SetText Own(SetText text)
    {
        _owned.Add(text);
        return text;
    }

    protected void DrawLabel(Page page, Typesetter typesetter, string label, double top, double height)
    {
        double size = A4.BodySize - 0.5;
        double width = 4 * size;
        double x = A4.Left + ((A4.LabelWidth - width) / 2);
        if (label.Length <= 4)
            page.Spread(typesetter, label, Face.Hei, size, x, width, top + ((height - Density.Pitch) / 2), Density.Pitch);
        else
            page.Line(typesetter, label, Face.Hei, size * 4 / Math.Min(label.Length, 6), A4.Left, A4.LabelWidth, top + ((height - Density.Pitch) / 2), Density.Pitch, Align.Centre);
        page.Rule(A4.Left + A4.LabelWidth, top, A4.Left + A4.LabelWidth, top + height);
    }

    private sealed class FactRow : SetRow
    {
        private readonly TableRow.Fact _row;
        private readonly SetText _text;

        internal FactRow(TableRow.Fact row, Typesetter typesetter, Density density)
            : base(density)
        {
            _row = row;
            _text = Own(typesetter.Set(row.Text, Face.FangSong, A4.BodySize, A4.Width - A4.LabelWidth - (2 * A4.CellPadding)));
        }

        internal override double Height => (_text.LineCount * Density.Pitch) + (2 * Density.Padding);

        internal override void Draw(Page page, Typesetter typesetter, double top)
        {
            DrawLabel(page, typesetter, _row.Label, top, Height);
            page.Text(_text, A4.Left + A4.LabelWidth + A4.CellPadding, 0, top + Density.Padding, Density.Pitch, Align.Left);
        }
    }

    private sealed class FiguresRow(TableRow.Figures row, Density density) : SetRow(density)
    {
        private double HeadHeight => Density.Pitch + (2 * Density.Padding);

        internal override double Height => HeadHeight + FigurePitch + (2 * Density.Padding);

        internal override void Draw(Page page, Typesetter typesetter, double top)
        {
            DrawLabel(page, typesetter, row.Label, top, Height);
            double left = A4.Left + A4.LabelWidth;
            page.Rule(left, top + HeadHeight, A4.Right, top + HeadHeight);
            // A wider last column: 未按表决器 has five characters where the others have two.
            double weights = row.Columns.Sum(column => Weight(column.Head));
            double x = left;
            foreach ((string head, string figure) in row.Columns)
            {
                double width = (A4.Right - left) * Weight(head) / weights;
                if (x > left)
                    page.Rule(x, top, x, top + Height);
                page.Line(typesetter, head, Face.FangSong, A4.BodySize, x, width, top + Density.Padding, Density.Pitch, Align.Centre);
                page.Line(typesetter, figure, Face.SongBold, FigureSize, x, width, top + HeadHeight + Density.Padding, FigurePitch, Align.Centre);
                x += width;
            }
        }

        private static double Weight(string head) => Math.Max(4, head.Length + 1.5);
    }

    private sealed class VerdictRow : SetRow
    {
        private const double WordsPitch = 32;
        private readonly TableRow.Verdict _row;
        private readonly SetText _words;
        private readonly SetText? _detail;

        internal VerdictRow(TableRow.Verdict row, Typesetter typesetter, Density density)
            : base(density)
        {
            _row = row;
            double width = A4.Width - A4.LabelWidth - (2 * A4.CellPadding);
            double size = row.Words.Length > 10 ? 16 : VerdictSize;
            _words = Own(typesetter.Set(row.Words, Face.SongBold, size, width));
            _detail = row.Detail is null ? null : Own(typesetter.Set(row.Detail, Face.FangSong, A4.BodySize, width));
        }

        internal override double Height =>
            (_words.LineCount * WordsPitch) + ((_detail?.LineCount ?? 0) * Density.Pitch) + 10;

        internal override void Draw(Page page, Typesetter typesetter, double top)
        {
            DrawLabel(page, typesetter, _row.Label, top, Height);
            double left = A4.Left + A4.LabelWidth;
            double wordsTop = top + (_detail is null ? 5 : 4);
            double spread = VerdictSize * (_row.Words.Length == 2 ? 3.8 : 4.8);
            if (_row.Words.Length <= 3)
                page.Spread(typesetter, _row.Words, Face.SongBold, VerdictSize, left + ((A4.Right - left - spread) / 2), spread, wordsTop, WordsPitch);
            else
                page.Text(_words, left, A4.Right - left, wordsTop, WordsPitch, Align.Centre);
            if (_detail is not null)
                page.Text(_detail, left + A4.CellPadding, A4.Right - left - (2 * A4.CellPadding), wordsTop + (_words.LineCount * WordsPitch), Density.Pitch,
                    _detail.LineCount == 1 ? Align.Centre : Align.Left);
        }
    }

    private sealed class CellsRow : SetRow
    {
        private const double NamePadding = 4;
        private readonly IReadOnlyList<Column> _columns;
        private readonly SetText[] _texts;

        internal CellsRow(IReadOnlyList<Column> columns, IReadOnlyList<string> values, Face face, Typesetter typesetter, Density density)
            : base(density)
        {
            _columns = face == Face.Hei ? [.. columns.Select(column => column with { Align = Align.Centre })] : columns;
            double size = face == Face.Hei ? A4.BodySize - 1.5 : A4.BodySize;
            _texts = [.. columns.Select((column, i) => Own(typesetter.Set(values[i], face, size, column.Width - (2 * NamePadding))))];
        }

        internal override double Height => (_texts.Max(text => text.LineCount) * Density.Pitch) + (2 * Density.Padding);

        internal override void Draw(Page page, Typesetter typesetter, double top)
        {
            double x = A4.Left;
            for (int i = 0; i < _columns.Count; i++)
            {
                Column column = _columns[i];
                if (i > 0)
                    page.Rule(x, top, x, top + Height);
                double textTop = top + ((Height - (_texts[i].LineCount * Density.Pitch)) / 2);
                page.Text(_texts[i], x + NamePadding, column.Width - (2 * NamePadding), textTop, Density.Pitch, column.Align);
                x += column.Width;
            }
        }
    }
}
