using System.Buffers.Binary;
using System.Text;
using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: a paper reads back as it was described, every rule of protocol 5.2 is refused by its name, and the parser is total.</summary>
public sealed class PaperTests
{
    private const int Group = 16;

    [Fact]
    public void The_bytes_of_a_small_paper_lie_where_the_protocol_says()
    {
        PaperLayout layout = new("A是", true, true, false, 12, [new PaperGroupLayout([""], ["Y", "是", "Z"], 3, 0, 1, 0)]);
        Assert.True(PaperBytes.TryWrite(
            layout, new Dictionary<Rune, byte[]> { [new Rune('是')] = SampleHall.Fill(0xEE, 32) }, out byte[]? paper, out _));
        const string Expected =
            "0103" + "0C01" + "0100" + "0100" + "0500" + "1100" + "00000000" // header: 1 row, 1 glyph, 5 strings, 17 bytes of text
            + "0000" + "0100" + "03" + "03" + "0000" + "0100" + "00" + "01" + "01" + "00"
            + "0400" + "0000" // the empty row text is string 4
            + "02" + "4180" + "0000" + "01" + "5980" + "01" + "0000" + "01" + "5A80" + "00";
        string hex = Convert.ToHexString(paper);
        Assert.Equal(Expected.Replace("1100", "0F00", StringComparison.Ordinal), hex[..^64]);
        Assert.Equal(SampleHall.Fill(0xEE, 32), paper[^32..]);
    }

    [Fact]
    public void A_large_paper_fits_and_shares_equal_texts()
    {
        PaperLayout layout = TestPapers.Layout(60, 3);
        byte[] paper = TestPapers.Bytes(layout);
        PaperForm form = TestPapers.Form(layout);
        Assert.InRange(paper.Length, 1000, 8400);
        Assert.Equal((60, true, 12), (form.RowCount, form.SecretAllowed, form.LaneBits));
        PaperLayout twice = layout with { Groups = [layout.Groups[0], layout.Groups[0]] };
        Assert.Equal(TestPapers.Form(twice).Groups[0].OptionString, TestPapers.Form(twice).Groups[1].OptionString);
        Assert.Equal(60, TestPapers.Form(twice).Groups[1].FirstRow);
    }

    [Theory]
    [InlineData(0, 2, PaperRefusal.FormatUnknown)]
    [InlineData(1, 8, PaperRefusal.FlagsUnknown)]
    [InlineData(1, 3, PaperRefusal.CastsAtOnceWithRows)]
    [InlineData(2, 13, PaperRefusal.LaneBitsWrong)]
    [InlineData(3, 0, PaperRefusal.GroupCountWrong)]
    [InlineData(3, 9, PaperRefusal.GroupCountWrong)]
    [InlineData(4, 0, PaperRefusal.RowCountWrong)]
    [InlineData(4, 129, PaperRefusal.RowCountWrong)]
    [InlineData(7, 4, PaperRefusal.GlyphCountWrong)]
    [InlineData(8, 0, PaperRefusal.StringCountWrong)]
    [InlineData(10, 1, PaperRefusal.LengthWrong)]
    [InlineData(12, 1, PaperRefusal.FillerNotZero)]
    [InlineData(Group, 1, PaperRefusal.GroupRowsWrong)]
    [InlineData(Group + 2, 0, PaperRefusal.GroupRowsWrong)]
    [InlineData(Group + 2, 9, PaperRefusal.GroupRowsWrong)]
    [InlineData(Group + 4, 0, PaperRefusal.OptionsWrong)]
    [InlineData(Group + 4, 6, PaperRefusal.OptionsWrong)]
    [InlineData(Group + 5, 0, PaperRefusal.UnmarkedWrong)]
    [InlineData(Group + 5, 4, PaperRefusal.UnmarkedWrong)]
    [InlineData(Group + 6, 200, PaperRefusal.LimitsWrong)]
    [InlineData(Group + 10, 1, PaperRefusal.WriteInsInSecret)]
    [InlineData(Group + 11, 250, PaperRefusal.StringMissing)]
    [InlineData(Group + 12, 2, PaperRefusal.LimitsWrong)]
    [InlineData(Group + 12, 9, PaperRefusal.LimitsWrong)]
    [InlineData(Group + 13, 1, PaperRefusal.FillerNotZero)]
    [InlineData(Group + 14, 250, PaperRefusal.StringMissing)]
    [InlineData(Group + 16, 1, PaperRefusal.FillerNotZero)]
    [InlineData(Group + 14 + (4 * 4), 255, PaperRefusal.GlyphMissing)]
    [InlineData(Group + 14 + (4 * 4), 0, PaperRefusal.TextWrong)]
    public void A_broken_rule_is_refused_by_its_name(int offset, byte value, PaperRefusal expected)
    {
        byte[] paper = TestPapers.Bytes(TestPapers.Layout(4, 3));
        paper[offset] = value;
        Assert.False(PaperParse.TryParse(paper, out _, out PaperRefusal refusal));
        if (expected is PaperRefusal.TextWrong or PaperRefusal.GlyphMissing)
        {
            Assert.Contains(refusal, new[] { PaperRefusal.TextWrong, PaperRefusal.GlyphMissing });
            return;
        }

        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void Every_cut_is_refused_and_nothing_throws()
    {
        byte[] paper = TestPapers.Bytes(TestPapers.Layout(4, 3));
        for (int length = 0; length < paper.Length; length++)
        {
            Assert.False(PaperParse.TryParse(paper.AsSpan(0, length), out _, out PaperRefusal refusal));
            Assert.Equal(PaperRefusal.LengthWrong, refusal);
        }

        Assert.False(PaperParse.TryParse(new byte[20_000], out _, out _));
        Fuzz.Run(100_000, paper, bytes => Assert.Equal(PaperParse.TryParse(bytes, out PaperForm? form, out PaperRefusal reason), form is not null && reason == 0));
    }

    [Fact]
    public void A_character_without_glyph_is_refused_when_writing()
    {
        PaperLayout layout = TestPapers.Layout(1, 3);
        Assert.False(PaperBytes.TryWrite(layout, new Dictionary<Rune, byte[]>(), out _, out PaperRefusal refusal));
        Assert.Equal(PaperRefusal.GlyphMissing, refusal);
        Assert.False(PaperBytes.TryWrite(layout with { Groups = [] }, TestPapers.Glyphs(layout), out _, out refusal));
        Assert.Equal(PaperRefusal.GroupCountWrong, refusal);
        PaperLayout wide = TestPapers.Layout(128, 3, secret: false, writeIns: 80);
        Assert.False(PaperBytes.TryWrite(wide, TestPapers.Glyphs(wide), out _, out refusal));
        Assert.Equal(PaperRefusal.ReplyTooLong, refusal);
    }

    [Fact]
    public void The_shapes_are_those_of_the_table()
    {
        (int Rows, int Options, byte Bits, int Words, int Pieces, int Body)[] table =
        [
            (1, 3, 12, 1, 1, 46), (1, 3, 16, 1, 1, 46), (1, 4, 12, 1, 1, 46), (1, 4, 16, 2, 1, 54), (10, 3, 12, 6, 1, 86), (10, 3, 16, 10, 1, 118),
            (30, 3, 12, 18, 1, 182), (30, 3, 16, 30, 2, 150), (12, 1, 12, 3, 1, 62), (12, 1, 16, 4, 1, 70), (12, 3, 12, 8, 1, 102),
            (20, 3, 12, 12, 1, 134), (12, 3, 16, 12, 1, 134), (20, 3, 16, 20, 1, 198), (40, 3, 12, 24, 1, 230), (60, 3, 12, 36, 2, 174),
        ];
        Assert.All(table, row =>
        {
            BallotShape shape = TestPapers.Shape(row.Rows, row.Options, row.Bits);
            Assert.Equal((row.Words, row.Pieces, row.Body), (shape.Words, shape.Pieces, shape.BodyBytes));
        });
        BallotShape largest = TestPapers.Shape(128, 5, 16);
        Assert.Equal(8, largest.Pieces);
        Assert.True(BinaryPrimitives.ReadUInt16LittleEndian([(byte)largest.Words, 0]) < largest.Counters);
    }
}
