using Xunit;

namespace VotingHall.Screens.Tests.Shared;

/// <summary>Every fixed text exists in both languages, every text a page asks for exists, and no script or page holds texts itself.</summary>
public sealed class TextsTests
{
    [Fact]
    public void Both_languages_have_the_same_keys_and_no_empty_text()
    {
        foreach (string set in Texts.Sets)
        {
            Texts chinese = Texts.Of(set, ScreenLanguage.Chinese), english = Texts.Of(set, ScreenLanguage.English);
            Assert.Equal(chinese.ByKey.Keys.Order(StringComparer.Ordinal), english.ByKey.Keys.Order(StringComparer.Ordinal));
            Assert.DoesNotContain(chinese.ByKey.Concat(english.ByKey), text => string.IsNullOrWhiteSpace(text.Value));
        }
    }

    [Fact]
    public void Both_languages_have_the_same_places()
    {
        foreach (string set in Texts.Sets)
            foreach ((string key, string text) in Texts.Of(set, ScreenLanguage.Chinese).ByKey)
                Assert.True(Places(text).SetEquals(Places(Texts.Of(set, ScreenLanguage.English)[key])), $"{set}: {key}");
    }

    [Fact]
    public void Every_text_asked_for_exists()
    {
        List<string> missing = [];
        foreach (string path in Repository.ConsoleFiles("*.js").Concat(Repository.ConsoleFiles("*.razor")))
        {
            IReadOnlyList<string> sets = SetsOf(path);
            foreach (string key in TextUse.Keys(File.ReadAllText(path)))
                missing.AddRange(sets.Where(set => !TextUse.Has(Texts.Of(set, ScreenLanguage.Chinese), key))
                    .Select(set => $"{Path.GetFileName(path)} asks for {key}, {set} has no such text"));
        }
        Assert.Empty(missing);
    }

    [Fact]
    public void No_script_and_no_page_holds_a_text()
    {
        foreach (string path in Repository.ConsoleFiles("*.js").Concat(Repository.ConsoleFiles("*.razor")))
            Assert.True(TextUse.TextsInCode(File.ReadAllText(path)) is [], $"{path}: {string.Join(" | ", TextUse.TextsInCode(File.ReadAllText(path)))}");
    }

    [Theory]
    [InlineData("a = text(\"x.y\");", "x.y")]
    [InlineData("a = text('x', { n: 1 })", "x")]
    [InlineData("text(`kind.${view.kind}`)", "kind.*")]
    [InlineData("texts[\"gone\"]", "gone")]
    [InlineData("<p>@Texts[\"rehearsal\"]</p>", "rehearsal")]
    public void Finds_what_is_asked_for(string source, string key) => Assert.Equal([key], TextUse.Keys(source));

    [Theory]
    [InlineData("const said = \"通过\";", true)]
    [InlineData("// 外框: title bar", false)]
    [InlineData("/* 色\n与字 */ const a = 1;", false)]
    [InlineData("<p>签到</p>", true)]
    [InlineData("@* 大屏 *@<p></p>", false)]
    [InlineData("open(\"https://host/表决\")", true)]
    public void Finds_texts_in_code(string source, bool found) => Assert.Equal(found, TextUse.TextsInCode(source).Count > 0);

    /// <summary>A page's own scripts and Razor files have its texts; what is shared by pages must do with what every page has.</summary>
    private static IReadOnlyList<string> SetsOf(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        if (path.EndsWith(".js", StringComparison.Ordinal))
            return Texts.Sets.FirstOrDefault(set => name == set || name.StartsWith(set + "-", StringComparison.Ordinal)) is { } own ? [own] : Texts.Sets;
        string folder = Path.GetDirectoryName(path)!;
        string[] beside = [.. Directory.EnumerateFiles(folder, "*.zh.json").Select(file => Path.GetFileName(file).Split('.')[0])];
        return beside is [] or ["shared"] ? [.. Texts.Sets.Where(set => set != "shared")] : beside;
    }

    private static HashSet<string> Places(string text) =>
        [.. text.Split('{').Skip(1).Where(part => part.Contains('}', StringComparison.Ordinal)).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)])];
}
