namespace VotingHall.Papers;

/// <summary>对齐.</summary>
internal enum Align
{
    Left = 1,
    Centre = 2,
    Right = 3,
}

/// <summary>一页: drawing of lines and set text. Black on white only: it must survive a fax and a seal.</summary>
internal sealed class Page(CairoContext context)
{
    internal const double Thin = 0.5;
    internal const double Thick = 1.2;

    internal CairoContext Context => context;

    internal void Rule(double x1, double y1, double x2, double y2, double width = Thin)
    {
        Cairo.SetLineWidth(context, width);
        Cairo.MoveTo(context, x1, y1);
        Cairo.LineTo(context, x2, y2);
        Cairo.Stroke(context);
    }

    internal void Frame(double x, double y, double width, double height, double line = Thick)
    {
        Cairo.SetLineWidth(context, line);
        Cairo.Rectangle(context, x, y, width, height);
        Cairo.Stroke(context);
    }

    /// <summary>Draws the lines at a fixed pitch: faces differ in height, and mixed names must not push lines apart.</summary>
    internal void Text(SetText text, double x, double width, double top, double pitch, Align align)
    {
        for (int i = 0; i < text.LineCount; i++)
        {
            double slack = width - text.LineWidth(i);
            double shift = align switch { Align.Centre => slack / 2, Align.Right => slack, _ => 0 };
            text.Draw(context, i, x + shift, top + (pitch * i) + Baseline(pitch, text.Size));
        }
    }

    /// <summary>Draws one line of text made for this place alone.</summary>
    internal void Line(Typesetter typesetter, string words, Face face, double size, double x, double width, double top, double pitch, Align align)
    {
        using SetText text = typesetter.Set(words, face, size);
        Text(text, x, width, top, pitch, align);
    }

    /// <summary>撑满: spreads the characters over <paramref name="width"/> so that labels of two to four characters end alike.</summary>
    internal void Spread(Typesetter typesetter, string words, Face face, double size, double x, double width, double top, double pitch)
    {
        System.Text.Rune[] runes = [.. words.EnumerateRunes()];
        double step = runes.Length > 1 ? (width - size) / (runes.Length - 1) : 0;
        double start = runes.Length > 1 ? x : x + ((width - size) / 2);
        for (int i = 0; i < runes.Length; i++)
            Line(typesetter, runes[i].ToString(), face, size, start + (step * i), size, top, pitch, Align.Centre);
    }

    /// <summary>Where the baseline lies in a line box: the em box of a Chinese face (0.88 above, 0.12 below) is centred.</summary>
    private static double Baseline(double pitch, double size) => (pitch / 2) + (0.38 * size);
}
