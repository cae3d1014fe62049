using System.Runtime.InteropServices;
using System.Text;

namespace VotingHall.Papers;

/// <summary>
/// 表决器字模: 16x16 dots of one bit, row by row, two bytes a row, MSB left. Source: protocol 5.2. The character is drawn enlarged and
/// each dot takes its share of ink, so that thin strokes are not lost between dots as they are without smoothing.
/// </summary>
internal static class KeypadGlyphs
{
    internal const int Side = 16;
    private const int Enlarged = 8;
    private const int Canvas = Side * Enlarged;

    /// <summary>32 bytes for each character, in order; the caller has checked that every character has a glyph.</summary>
    internal static IReadOnlyList<byte[]> Of(FontShelf shelf, IReadOnlyList<Rune> characters)
    {
        using CairoFontOptions options = Cairo.FontOptionsCreate();
        Cairo.FontOptionsSetAntialias(options, Cairo.AntialiasGray);
        Cairo.FontOptionsSetHintStyle(options, Cairo.HintStyleNone);
        using Typesetter typesetter = new(shelf, options);
        return [.. characters.Select(character => Draw(typesetter, character.ToString()))];
    }

    private static byte[] Draw(Typesetter typesetter, string character)
    {
        using CairoSurface surface = Cairo.ImageSurfaceCreate(Cairo.FormatA8, Canvas, Canvas);
        using (CairoContext context = Cairo.Create(surface))
        using (SetText text = typesetter.Set(character, Face.Hei, Canvas))
            text.Draw(context, 0, (Canvas - text.LineWidth(0)) / 2, Canvas * 0.88);
        Cairo.SurfaceFlush(surface);
        int stride = Cairo.ImageStride(surface);
        byte[] pixels = new byte[stride * Canvas];
        Marshal.Copy(Cairo.ImageData(surface), pixels, 0, pixels.Length);
        return Reduce(pixels, stride);
    }

    private static byte[] Reduce(byte[] pixels, int stride)
    {
        // Just under half: a stroke of the regular weight is about 1.1 dots wide and must not vanish when it straddles two.
        const int Threshold = 255 * Enlarged * Enlarged * 42 / 100;
        byte[] glyph = new byte[Side * 2];
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                int ink = 0;
                for (int dy = 0; dy < Enlarged; dy++)
                    for (int dx = 0; dx < Enlarged; dx++)
                        ink += pixels[(((y * Enlarged) + dy) * stride) + (x * Enlarged) + dx];
                if (ink >= Threshold)
                    glyph[(y * 2) + (x / 8)] |= (byte)(0x80 >> (x % 8));
            }
        }
        return glyph;
    }
}
