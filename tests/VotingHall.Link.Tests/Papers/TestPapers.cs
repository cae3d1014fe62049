using System.Text;

namespace VotingHall.Link.Tests;

/// <summary>试验票样: small layouts that the tests vary.</summary>
internal static class TestPapers
{
    private static readonly string[] OptionTexts = ["赞成", "反对", "弃权", "另选", "其他"];

    public static PaperLayout Layout(int rows, int options, byte laneBits = 12, bool secret = true, int writeIns = 0, int? maxFor = null, int minFor = 0)
    {
        PaperGroupLayout group = new(
            [.. Enumerable.Range(1, rows).Select(row => $"候选人{row}")], OptionTexts[..options],
            options == 1 ? PaperGroupForm.None : (byte)Math.Min(3, options), (ushort)minFor, (ushort)(maxFor ?? rows + writeIns), (byte)writeIns);
        return new PaperLayout("关于试验的表决", false, secret, false, laneBits, [group]);
    }

    public static byte[] Bytes(PaperLayout layout) => PaperBytes.TryWrite(layout, Glyphs(layout), out byte[]? paper, out PaperRefusal refusal)
        ? paper
        : throw new InvalidOperationException(refusal.ToString());

    public static PaperForm Form(PaperLayout layout) => PaperParse.TryParse(Bytes(layout), out PaperForm? form, out PaperRefusal refusal)
        ? form
        : throw new InvalidOperationException(refusal.ToString());

    public static BallotShape Shape(int rows, int options, byte laneBits = 12) => BallotShape.Of(Form(Layout(rows, options, laneBits)));

    /// <summary>A blank glyph for every character; what they look like does not matter here.</summary>
    public static Dictionary<Rune, byte[]> Glyphs(PaperLayout layout) => layout.Groups
        .SelectMany(group => group.Rows.Concat(group.Options)).Append(layout.Title)
        .SelectMany(text => text.EnumerateRunes()).Distinct().ToDictionary(rune => rune, _ => new byte[32]);
}
