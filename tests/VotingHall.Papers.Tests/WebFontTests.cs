using System.Text;
using System.Text.Json.Nodes;

namespace VotingHall.Papers.Tests;

/// <summary>屏幕字体: exactly the characters asked, small, readable by others, rare characters from the second font.</summary>
public sealed class WebFontTests
{
    [Theory]
    [InlineData("serif", 700)]
    [InlineData("serif", 900)]
    [InlineData("sans", 400)]
    [InlineData("sans", 700)]
    public void Has_exactly_the_characters_asked(string family, int weight)
    {
        using PaperRun run = new();
        JsonObject answer = Cut(run, family, weight, "赞成反对弃权0123456789，王𫢸𣲘赞");
        JsonNode font = Assert.Single(answer["webfonts"]!.AsArray())!;
        Assert.Null(answer["missing"]);
        string wanted = string.Concat("赞成反对弃权0123456789，王𫢸𣲘".EnumerateRunes().Order());
        Assert.Equal(wanted, font["characters"]!.GetValue<string>());
        string path = Write(run, font);
        Assert.Equal(wanted, CharactersOf(path));
        string facts = PaperRun.Tool("fc-query", "-f", "%{fontformat} %{family}", path);
        Assert.StartsWith("CFF ", facts, StringComparison.Ordinal);
        Assert.Contains(family == "serif" ? "Noto Serif CJK SC" : "Noto Sans CJK SC", facts, StringComparison.Ordinal);
    }

    /// <summary>U+31350 begins Extension H, which only BabelStone Han has; U+E000 is nobody's.</summary>
    [Fact]
    public void Rare_characters_come_from_the_second_font_and_unknown_ones_are_listed()
    {
        using PaperRun run = new();
        JsonObject answer = Cut(run, "serif", 700, "王\U00031350\uE000");
        JsonArray fonts = answer["webfonts"]!.AsArray();
        Assert.Equal(["NotoSerifCJK-Bold.ttc", "BabelStoneHan.ttf"], fonts.Select(font => font!["from"]!.GetValue<string>()));
        Assert.Equal(["王", "\U00031350"], fonts.Select(font => font!["characters"]!.GetValue<string>()));
        Assert.Equal("\U00031350", CharactersOf(Write(run, fonts[1]!)));
        Assert.Equal("\uE000", Assert.Single(answer["missing"]!.AsArray())!.GetValue<string>());
    }

    /// <summary>What is left is outlines: some 240 bytes a character of the sans, 360 of the serif. Features for other ways of setting would double it.</summary>
    [Theory]
    [InlineData("serif", 700, 560_000)]
    [InlineData("sans", 700, 400_000)]
    public void A_meeting_s_characters_stay_small(string family, int weight, int most)
    {
        using PaperRun run = new();
        string characters = string.Concat(Enumerable.Range(0, 1_500).Select(i => (char)(0x4E00 + (i * 9))));
        JsonNode font = Assert.Single(Cut(run, family, weight, characters)["webfonts"]!.AsArray())!;
        int size = Convert.FromBase64String(font["font"]!.GetValue<string>()).Length;
        Assert.InRange(size, 50_000, most);
    }

    [Fact]
    public void The_same_characters_give_the_same_bytes()
    {
        using PaperRun run = new();
        string[] twice = [.. new[] { "反对赞成", "赞成反对对" }.Select(text => Cut(run, "serif", 700, text).ToJsonString())];
        Assert.Equal(twice[0], twice[1]);
    }

    [Fact]
    public void Nothing_asked_is_nothing_cut()
    {
        using PaperRun run = new();
        Assert.Empty(Cut(run, "sans", 400, "")["webfonts"]!.AsArray());
    }

    [Theory]
    [InlineData("serif", 400)]
    [InlineData("kai", 700)]
    public void Other_faces_are_refused(string family, int weight)
    {
        using PaperRun run = new();
        JsonObject answer = run.Ask(Request(family, weight, "王"));
        Assert.Equal("badRequest", answer["code"]!.GetValue<string>());
    }

    [Fact]
    public void A_missing_font_names_what_to_install()
    {
        PaperWorker worker = new(["/nonexistent"], []);
        JsonNode answer = JsonNode.Parse(worker.Answer(Request("sans", 700, "王").ToJsonString()))!;
        Assert.Equal("fontMissing", answer["code"]!.GetValue<string>());
        Assert.Contains("fonts-noto-cjk", answer["zh"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static JsonObject Request(string family, int weight, string characters) =>
        new() { ["do"] = "webfont", ["family"] = family, ["weight"] = weight, ["characters"] = characters };

    private static JsonObject Cut(PaperRun run, string family, int weight, string characters)
    {
        JsonObject answer = run.Ask(Request(family, weight, characters));
        Assert.True(answer["ok"]!.GetValue<bool>(), answer.ToJsonString());
        return answer;
    }

    private static string Write(PaperRun run, JsonNode font)
    {
        string path = Path.Combine(run.Folder, Guid.NewGuid().ToString("N") + ".otf");
        File.WriteAllBytes(path, Convert.FromBase64String(font["font"]!.GetValue<string>()));
        return path;
    }

    /// <summary>As fontconfig reads them: "20 30-39 4e00".</summary>
    private static string CharactersOf(string path)
    {
        StringBuilder all = new();
        foreach (string range in PaperRun.Tool("fc-query", "-f", "%{charset}", path).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] ends = range.Split('-');
            for (int value = Convert.ToInt32(ends[0], 16); value <= Convert.ToInt32(ends[^1], 16); value++)
                all.Append(char.ConvertFromUtf32(value));
        }
        return all.ToString();
    }
}
