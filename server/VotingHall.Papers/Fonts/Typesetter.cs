using System.Text;
using System.Text.RegularExpressions;

namespace VotingHall.Papers;

/// <summary>排字机: turns text into lines of a given width. One font map for each paper; its language and fonts come from the shelf alone.</summary>
internal sealed partial class Typesetter : IDisposable
{
    private readonly FontShelf _shelf;
    private readonly PangoObject _fontMap;
    private readonly PangoObject _context;

    internal Typesetter(FontShelf shelf, CairoFontOptions? fontOptions = null)
    {
        _shelf = shelf;
        _fontMap = Pango.FontMapNew(Pango.FontTypeFreeType);
        Pango.FontMapSetConfig(_fontMap, shelf.Config);
        _context = Pango.CreateContext(_fontMap);
        Pango.SetResolution(_context, 72);
        Pango.SetLanguage(_context, Pango.LanguageFromString("zh-cn"));
        Pango.SetRoundGlyphPositions(_context, 0);
        if (fontOptions is not null)
            Pango.SetFontOptions(_context, fontOptions);
    }

    /// <summary>Sets <paramref name="text"/> in lines of at most <paramref name="width"/> pt; 0 means one line, however long.</summary>
    internal SetText Set(string text, Face face, double size, double width = 0)
    {
        // A figure stays with its unit: "2 人" does not end one line and begin the next.
        text = SpaceBesideFigure().Replace(text, "\u00A0");
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        PangoObject layout = Pango.LayoutNew(_context);
        Pango.LayoutSetText(layout, utf8, utf8.Length);
        FontFile first = FontShelf.FirstOf(face);
        using PangoFont font = Pango.FontDescriptionNew();
        Pango.FontSetFamily(font, first.Family);
        Pango.FontSetWeight(font, first.Weight);
        Pango.FontSetAbsoluteSize(font, size * Pango.Scale);
        Pango.LayoutSetFont(layout, font);
        using PangoAttributes attributes = Pango.AttrListNew();
        Insert(attributes, Pango.AttrFallbackNew(0), 0, utf8.Length);
        foreach (FontRun run in _shelf.RunsOf(text, face))
            Insert(attributes, Pango.AttrFamilyNew(run.File.Family), run.Start, run.End);
        Pango.LayoutSetAttributes(layout, attributes);
        if (width > 0)
        {
            Pango.LayoutSetWrap(layout, Pango.WrapWordChar);
            Pango.LayoutSetWidth(layout, (int)(width * Pango.Scale));
        }
        if (Pango.UnknownGlyphs(layout) != 0)
            throw new InvalidOperationException("a text with unprintable characters reached the typesetter");
        return new SetText(layout, size);
    }

    public void Dispose()
    {
        _context.Dispose();
        _fontMap.Dispose();
    }

    [GeneratedRegex(@"(?<=[0-9]) (?=[\u4E00-\u9FFF])|(?<=[\u4E00-\u9FFF]) (?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBesideFigure();

    private static unsafe void Insert(PangoAttributes list, nint attribute, int start, int end)
    {
        ((Pango.Attribute*)attribute)->Start = (uint)start;
        ((Pango.Attribute*)attribute)->End = (uint)end;
        Pango.AttrListInsert(list, attribute);
    }
}

/// <summary>排好的文字: lines ready to be drawn; owns its layout. Lengths in pt.</summary>
internal sealed class SetText : IDisposable
{
    private readonly PangoObject _layout;

    internal SetText(PangoObject layout, double size)
    {
        _layout = layout;
        Size = size;
        LineCount = Pango.LineCount(layout);
        for (int i = 0; i < LineCount; i++)
            Width = Math.Max(Width, LineWidth(i));
    }

    internal double Size { get; }

    internal int LineCount { get; }

    /// <summary>Width of the longest line.</summary>
    internal double Width { get; }

    internal double LineWidth(int index)
    {
        Pango.LineExtents(Pango.Line(_layout, index), out _, out Pango.Box logical);
        return (double)logical.Width / Pango.Scale;
    }

    /// <summary>Draws one line with its baseline at <paramref name="baseline"/>.</summary>
    internal void Draw(CairoContext page, int line, double x, double baseline)
    {
        Cairo.MoveTo(page, x, baseline);
        Pango.ShowLine(page, Pango.Line(_layout, line));
    }

    public void Dispose() => _layout.Dispose();
}
