using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace VotingHall.Link;

/// <summary>
/// 票样成字节: lays a paper out for keypads. Printable ASCII is built in; every other character needs a glyph of 32 bytes (16x16, row by row,
/// two bytes a row, leftmost dot highest). The result always passes <see cref="PaperParse"/>. Source: protocol 5.2.
/// </summary>
public static class PaperBytes
{
    private const int CharactersMax = 255;

    /// <summary>写票样; false with the first rule the layout breaks.</summary>
    public static bool TryWrite(
        PaperLayout layout, IReadOnlyDictionary<Rune, byte[]> glyphs, [NotNullWhen(true)] out byte[]? paper, out PaperRefusal refusal)
    {
        paper = null;
        Texts texts = new();
        texts.Add(layout.Title);
        List<int> optionStrings = [.. layout.Groups.Select(group => texts.AddRun(group.Options))];
        List<int> rowStrings = [.. layout.Groups.SelectMany(group => group.Rows).Select(texts.AddShared)];
        refusal = RefuseLayout(layout, texts, optionStrings) ?? texts.RefuseGlyphs(glyphs) ?? 0;
        if (refusal != 0)
        {
            return false;
        }

        byte[] textBytes = texts.Write();
        int rows = rowStrings.Count;
        int size = PaperParse.HeaderSize + (PaperParse.GroupSize * layout.Groups.Count) + (PaperParse.RowSize * rows) + textBytes.Length
            + (PaperParse.GlyphSize * texts.Glyphs.Count);
        if (textBytes.Length > ushort.MaxValue || size > PaperParse.SizeMax)
        {
            refusal = PaperRefusal.TooLarge;
            return false;
        }

        ByteWriter writer = new(size);
        WriteHeader(ref writer, layout, texts, rows, textBytes.Length);
        WriteGroups(ref writer, layout, optionStrings);
        foreach (int text in rowStrings)
        {
            writer.U16((ushort)text);
            writer.Zeros(2);
        }

        writer.Put(textBytes);
        foreach (Rune glyph in texts.Glyphs)
        {
            writer.Exactly(PaperParse.GlyphSize, glyphs[glyph]);
        }

        byte[] written = writer.Done();
        paper = PaperParse.TryParse(written, out _, out refusal) ? written : null;
        return paper is not null;
    }

    private static PaperRefusal? RefuseLayout(PaperLayout layout, Texts texts, List<int> optionStrings)
    {
        int rows = layout.Groups.Sum(group => group.Rows.Count);
        return layout.Groups.Count is < 1 or > PaperParse.GroupsMax ? PaperRefusal.GroupCountWrong
            : rows is < 1 or > PaperParse.RowsMax ? PaperRefusal.RowCountWrong
            : layout.Groups.Any(group => group.Options.Count is < 1 or > 5) ? PaperRefusal.OptionsWrong
            : optionStrings.Any(first => first > byte.MaxValue) ? PaperRefusal.StringMissing
            : texts.LongestCharacters > CharactersMax ? PaperRefusal.TextWrong
            : texts.Glyphs.Count > PaperParse.GlyphsMax ? PaperRefusal.GlyphCountWrong
            : null;
    }

    private static void WriteHeader(ref ByteWriter writer, PaperLayout layout, Texts texts, int rows, int textLength)
    {
        writer.U8(1);
        writer.U8((byte)((layout.CastsAtOnce ? 1 : 0) | (layout.SecretAllowed ? 2 : 0) | (layout.Trial ? 4 : 0)));
        writer.U8(layout.LaneBits);
        writer.U8((byte)layout.Groups.Count);
        writer.U16((ushort)rows);
        writer.U16((ushort)texts.Glyphs.Count);
        writer.U16((ushort)texts.Count);
        writer.U16((ushort)textLength);
        writer.Zeros(4);
    }

    private static void WriteGroups(ref ByteWriter writer, PaperLayout layout, List<int> optionStrings)
    {
        int firstRow = 0;
        for (int g = 0; g < layout.Groups.Count; g++)
        {
            PaperGroupLayout group = layout.Groups[g];
            writer.U16((ushort)firstRow);
            writer.U16((ushort)group.Rows.Count);
            writer.U8((byte)group.Options.Count);
            writer.U8(group.Unmarked);
            writer.U16(group.MinFor);
            writer.U16(group.MaxFor);
            writer.U8(group.WriteIns);
            writer.U8((byte)optionStrings[g]);
            writer.U8(group.LimitMask);
            writer.U8(0);
            firstRow += group.Rows.Count;
        }
    }

    /// <summary>文字表: strings in order of their numbers, equal ones stored once, and the glyphs they use in order of first use.</summary>
    private sealed class Texts
    {
        private readonly List<string> _strings = [];
        private readonly Dictionary<Rune, int> _glyphNumbers = [];

        public List<Rune> Glyphs { get; } = [];

        public int Count => _strings.Count;

        public int LongestCharacters => _strings.Max(text => text.EnumerateRunes().Count());

        public int Add(string text)
        {
            foreach (Rune rune in text.EnumerateRunes())
            {
                if (!IsBuiltIn(rune) && _glyphNumbers.TryAdd(rune, Glyphs.Count))
                {
                    Glyphs.Add(rune);
                }
            }

            _strings.Add(text);
            return _strings.Count - 1;
        }

        public int AddShared(string text)
        {
            int at = _strings.IndexOf(text);
            return at >= 0 ? at : Add(text);
        }

        /// <summary>Options need successive numbers; an equal run is used again.</summary>
        public int AddRun(IReadOnlyList<string> run)
        {
            for (int first = 0; first + run.Count <= _strings.Count; first++)
            {
                if (run.SequenceEqual(_strings.GetRange(first, run.Count)))
                {
                    return first;
                }
            }

            int at = _strings.Count;
            foreach (string text in run)
            {
                Add(text);
            }

            return at;
        }

        public PaperRefusal? RefuseGlyphs(IReadOnlyDictionary<Rune, byte[]> glyphs) =>
            Glyphs.TrueForAll(rune => glyphs.TryGetValue(rune, out byte[]? dots) && dots.Length == PaperParse.GlyphSize)
                ? null
                : PaperRefusal.GlyphMissing;

        public byte[] Write()
        {
            ByteWriter writer = new(_strings.Sum(text => 1 + (2 * text.EnumerateRunes().Count())));
            foreach (string text in _strings)
            {
                writer.U8((byte)text.EnumerateRunes().Count());
                foreach (Rune rune in text.EnumerateRunes())
                {
                    writer.U16((ushort)(IsBuiltIn(rune) ? PaperParse.BuiltIn + rune.Value : _glyphNumbers[rune]));
                }
            }

            return writer.Done();
        }

        private static bool IsBuiltIn(Rune rune) => rune.Value is >= 0x20 and <= 0x7E;
    }
}
