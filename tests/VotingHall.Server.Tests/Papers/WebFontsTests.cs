using VotingHall.Server.Papers;
using Xunit;

namespace VotingHall.Server.Tests.Papers;

/// <summary>Fonts of the screens: one cut for one set of characters, found again by name, and a bounded number of them kept.</summary>
public sealed class WebFontsTests
{
    [Xunit.Fact]
    public void The_same_characters_in_any_order_are_cut_once_and_found_by_name()
    {
        using PapersWorker worker = new(PapersProgram.Dll);
        WebFonts fonts = new(worker);
        WebFontSet set = fonts.Of(WebFace.Serif700, "王𫢸反对\n王");
        WebFontFile file = Assert.Single(set.Files);
        Assert.Equal("反对王𫢸".EnumerateRunes().Order().Select(rune => rune.ToString()), file.Characters.EnumerateRunes().Select(rune => rune.ToString()));
        Assert.Equal("OTTO"u8, file.Bytes.AsSpan(0, 4));
        Assert.Empty(set.Missing);
        Assert.Same(set, fonts.Of(WebFace.Serif700, "𫢸对反王"));
        Assert.NotEqual(set.Name, fonts.Of(WebFace.Sans700, "𫢸对反王").Name);
        Assert.Same(file, fonts.Find(file.Name));
        foreach (string other in new[] { "", ".otf", "serif-700.otf", file.Name + "x", set.Name, set.Name + "-2.otf", "../" + file.Name })
            Assert.Null(fonts.Find(other));
    }

    [Xunit.Fact]
    public void Rare_characters_make_a_second_file_and_unknown_ones_are_told()
    {
        using PapersWorker worker = new(PapersProgram.Dll);
        WebFontSet set = new WebFonts(worker).Of(WebFace.Sans400, "王\U00031350\uE000");
        Assert.Equal(["王", "\U00031350"], set.Files.Select(file => file.Characters));
        Assert.Equal(["\uE000"], set.Missing);
        Assert.Empty(new WebFonts(worker).Of(WebFace.Sans400, "").Files);
    }

    [Xunit.Fact]
    public void The_set_longest_unused_is_forgotten_first()
    {
        using PapersWorker worker = new(PapersProgram.Dll);
        WebFonts fonts = new(worker);
        WebFontFile[] files = [.. Enumerable.Range(0, WebFonts.SetsKept).Select(i => fonts.Of(WebFace.Sans400, char.ConvertFromUtf32('一' + i)).Files[0])];
        Assert.NotNull(fonts.Find(files[0].Name));
        fonts.Of(WebFace.Sans400, "更多");
        Assert.Null(fonts.Find(files[1].Name));
        Assert.NotNull(fonts.Find(files[0].Name));
    }

    [Xunit.Fact]
    public void A_worker_that_cannot_is_a_fault() =>
        Assert.Throws<PapersFault>(() => new WebFonts(new PapersWorker("/nonexistent.dll")).Of(WebFace.Sans400, "王"));
}
