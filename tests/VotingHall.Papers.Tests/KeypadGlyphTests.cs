using System.Text.Json.Nodes;

namespace VotingHall.Papers.Tests;

/// <summary>表决器字模: 32 bytes a character in the form of the protocol, with ink enough to be read and no two alike.</summary>
public sealed class KeypadGlyphTests
{
    [Fact]
    public void Each_distinct_character_gets_its_32_bytes()
    {
        using PaperRun run = new();
        JsonObject answer = run.Ask(new JsonObject { ["do"] = "glyphs", ["characters"] = "赞成反对弃权赞" + SampleRecords.Rare });
        JsonObject glyphs = answer["glyphs"]!.AsObject();
        Assert.Equal(12, glyphs.Count);
        HashSet<string> seen = [];
        foreach (KeyValuePair<string, JsonNode?> glyph in glyphs)
        {
            byte[] bytes = Convert.FromBase64String(glyph.Value!.GetValue<string>());
            Assert.Equal(32, bytes.Length);
            Assert.InRange(bytes.Sum(b => int.PopCount(b)), 40, 160);
            Assert.True(seen.Add(Convert.ToHexString(bytes)), glyph.Key);
        }
    }

    /// <summary>一 is one stroke across, bits from the left: rows in order, MSB left.</summary>
    [Fact]
    public void Bits_run_from_the_left_and_rows_from_the_top()
    {
        using PaperRun run = new();
        JsonObject glyphs = run.Ask(new JsonObject { ["do"] = "glyphs", ["characters"] = "一卜" })["glyphs"]!.AsObject();
        byte[] one = Convert.FromBase64String(glyphs["一"]!.GetValue<string>());
        int[] inked = [.. Enumerable.Range(0, 16).Where(row => one[row * 2] != 0 || one[(row * 2) + 1] != 0)];
        Assert.InRange(inked.Length, 1, 2);
        Assert.InRange(inked[0], 6, 9);
        byte[] divine = Convert.FromBase64String(glyphs["卜"]!.GetValue<string>());
        // 卜 has its upright at the left of the middle and its dot at the right.
        Assert.True(int.PopCount(divine[2 * 2]) > 0);
        Assert.Equal(0, divine[(2 * 2) + 1]);
    }

    [Fact]
    public void Missing_character_is_listed()
    {
        using PaperRun run = new();
        JsonObject answer = run.Ask(new JsonObject { ["do"] = "glyphs", ["characters"] = "王\uE000" });
        Assert.Equal("glyphMissing", answer["code"]!.GetValue<string>());
        Assert.Equal("\uE000", answer["missing"]![0]!.GetValue<string>());
        Assert.Contains("U+E000", answer["zh"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
