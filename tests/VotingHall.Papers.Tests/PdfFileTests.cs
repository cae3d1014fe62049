using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace VotingHall.Papers.Tests;

/// <summary>PDF 文件: fonts embedded and ours alone, bytes the same everywhere, the record inside, nothing overwritten.</summary>
public sealed class PdfFileTests
{
    private static readonly string Worker = Path.Combine(AppContext.BaseDirectory, "votinghall-papers.dll");

    [Fact]
    public void Every_font_is_embedded_subset_and_one_of_ours()
    {
        using PaperRun run = new();
        string[] lines = PaperRun.Tool("pdffonts", run.Make(SampleRecords.Election(12, 8), "fonts").Path).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(lines);
        foreach (string line in lines)
        {
            Assert.Matches(@"yes\s+yes\s+yes\s+\d+\s+\d+$", line.TrimEnd());
            // With fallback left to Pango a Japanese face of the collection came in.
            Assert.Matches(@"^[A-Z]{6}\+(FandolFang|NotoSerifCJKsc|NotoSansCJKsc|BabelStoneHan)", line);
        }
    }

    [Fact]
    public void Bytes_do_not_depend_on_locale_home_or_system_fonts()
    {
        using PaperRun run = new();
        (string path, _) = run.Make(SampleRecords.Election(12, 8), "here");
        string expected = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        string[] locales = ["de_DE.UTF-8", "ja_JP.UTF-8", "C", "zh_TW.UTF-8"];
        foreach (string locale in locales)
        {
            string there = Path.Combine(run.Folder, locale + ".pdf");
            Dictionary<string, string> environment = new()
            {
                ["LANG"] = locale,
                ["LC_ALL"] = locale,
                ["HOME"] = "/nonexistent",
                ["FONTCONFIG_FILE"] = "/nonexistent/fonts.conf",
                ["PANGO_LANGUAGE"] = "ja",
                ["TZ"] = "America/New_York",
            };
            (int code, string output, string errors) = PaperRun.Run("dotnet", [Worker], environment, PaperRun.Request(SampleRecords.Election(12, 8), there).ToJsonString() + "\n");
            Assert.True(code == 0, errors);
            JsonNode answer = JsonNode.Parse(output)!;
            Assert.True(answer["ok"]!.GetValue<bool>(), output);
            Assert.Equal(expected, answer["sha256"]!.GetValue<string>());
            Assert.Equal(expected, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(there))));
        }
    }

    [Fact]
    public void Same_request_twice_gives_the_same_bytes()
    {
        using PaperRun run = new();
        Assert.Equal(File.ReadAllBytes(run.Make(SampleRecords.Named(60), "one").Path), File.ReadAllBytes(run.Make(SampleRecords.Named(60), "two").Path));
    }

    [Fact]
    public void Record_is_attached_byte_for_byte_and_dates_are_in_the_form_of_the_standard()
    {
        using PaperRun run = new();
        string pdf = run.Make(SampleRecords.Motion(), "attached").Path;
        Assert.Contains("record.json", PaperRun.Tool("pdfdetach", "-list", pdf), StringComparison.Ordinal);
        string saved = Path.Combine(run.Folder, "saved.json");
        PaperRun.Tool("pdfdetach", "-save", "1", "-o", saved, pdf);
        Assert.Equal(SampleRecords.Envelope(SampleRecords.Motion()), File.ReadAllBytes(saved));
        string structure = PaperRun.Tool("qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=none", pdf);
        Assert.Contains("\"/CreationDate\": \"u:D:20270115094300+08'00'\"", structure, StringComparison.Ordinal);
        Assert.Contains("\"/Lang\": \"u:zh-CN\"", structure, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", PaperRun.Tool("qpdf", "--check", pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Qr_is_drawn_not_pasted()
    {
        using PaperRun run = new();
        string images = PaperRun.Tool("pdfimages", "-list", run.Make(SampleRecords.Motion(), "vector").Path);
        Assert.Equal(2, images.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Existing_paper_is_never_overwritten()
    {
        using PaperRun run = new();
        string path = Path.Combine(run.Folder, "kept.pdf");
        File.WriteAllText(path, "kept");
        JsonObject answer = run.Ask(PaperRun.Request(SampleRecords.Motion(), path));
        Assert.Equal("outExists", answer["code"]!.GetValue<string>());
        Assert.Equal("kept", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(run.Folder));
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        using PaperRun run = new();
        string path = run.Make(SampleRecords.Motion(), "alone").Path;
        Assert.Equal([path], Directory.GetFileSystemEntries(run.Folder));
    }

    [Fact]
    public void Missing_folder_is_refused()
    {
        using PaperRun run = new();
        Assert.Equal("outFolderMissing", run.Refuse(SampleRecords.Motion(), request => request["out"] = "/nonexistent/folder/a.pdf"));
    }
}
