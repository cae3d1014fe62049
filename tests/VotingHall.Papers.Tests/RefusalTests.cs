using System.Text;
using System.Text.Json.Nodes;

namespace VotingHall.Papers.Tests;

/// <summary>不予打印: what must never reach paper is refused with a code and a sentence, and nothing throws.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("\uE000")]
    [InlineData("\U000F0000")]
    [InlineData("\U00033500")]
    [InlineData("\uFFFD")]
    public void Character_that_nobody_can_vouch_for_is_refused(string character)
    {
        using PaperRun run = new();
        JsonObject record = SampleRecords.Election(4, 3);
        record["tally"]!["items"]![1]!["name"] = "王" + character;
        Assert.Equal("glyphMissing", run.Refuse(record));
        JsonObject check = run.Ask(new JsonObject { ["do"] = "check", ["characters"] = "王" + character });
        Assert.Equal(character, Assert.Single(check["missing"]!.AsArray())!.GetValue<string>());
    }

    [Fact]
    public void Rare_characters_of_names_pass_the_check()
    {
        using PaperRun run = new();
        JsonObject check = run.Ask(new JsonObject { ["do"] = "check", ["characters"] = SampleRecords.Rare + "\U00031350·牛犇" });
        Assert.True(check["ok"]!.GetValue<bool>(), check.ToJsonString());
    }

    [Fact]
    public void Missing_library_names_its_package()
    {
        PaperWorker worker = new(FontShelf.Folders(null), [.. NativeLibraries.Needed, new NativeLibraryFile("libnowhere.so.9", "libnowhere9")]);
        string answer = worker.Answer("{\"do\":\"fonts\"}");
        Assert.Contains("libraryMissing", answer, StringComparison.Ordinal);
        Assert.Contains("apt-get install -y --no-install-recommends libnowhere9", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_fonts_name_how_to_install_them()
    {
        string answer = new PaperWorker(["/nonexistent"], NativeLibraries.Needed).Answer("{\"do\":\"fonts\"}");
        Assert.Contains("fontMissing", answer, StringComparison.Ordinal);
        Assert.Contains("server/install-fonts.sh", answer, StringComparison.Ordinal);
        Assert.Contains("fonts-babelstone-han", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Unprintable_text_is_a_bug_for_the_typesetter()
    {
        (FontShelf? shelf, _) = FontShelf.Open(FontShelf.Folders(null));
        using Typesetter typesetter = new(shelf!);
        Assert.Throws<InvalidOperationException>(() => typesetter.Set("\U00033500", Face.FangSong, 14).Dispose());
    }

    [Fact]
    public void Figures_that_contradict_each_other_are_not_printed()
    {
        using PaperRun run = new();
        JsonObject record = SampleRecords.Motion();
        record["tally"]!["items"]![0]!["counts"]!["for"] = 272;
        Assert.Equal("recordUnreadable", run.Refuse(record));
        record = SampleRecords.Motion();
        record["tally"]!["notPressed"] = 5;
        Assert.Equal("recordUnreadable", run.Refuse(record));
    }

    [Fact]
    public void Names_in_a_secret_round_are_not_printed()
    {
        using PaperRun run = new();
        JsonObject record = SampleRecords.Named(20);
        record["mode"] = "secret";
        Assert.Equal("recordUnreadable", run.Refuse(record));
    }

    [Fact]
    public void Digest_of_another_record_is_refused_and_suite_cn_needs_one()
    {
        using PaperRun run = new();
        Assert.Equal("digestWrong", run.Refuse(SampleRecords.Motion(), request => request["digest"] = new string('a', 64)));
        JsonObject cn = SampleRecords.Motion();
        cn["suite"] = "cn";
        Assert.Equal("digestWrong", run.Refuse(cn));
    }

    [Fact]
    public void Qr_that_would_be_unreadable_is_refused()
    {
        using PaperRun run = new();
        Assert.Equal("qrTooLong", run.Refuse(SampleRecords.Motion(), request => request["qr"] = new string('A', 500)));
        Assert.Equal("qrTooLong", run.Refuse(SampleRecords.Motion(), request => request["qr"] = new string('A', 9000)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"do\":\"dance\"}")]
    [InlineData("{\"do\":\"check\"}")]
    [InlineData("{\"do\":\"check\",\"characters\":\"\\ud800\"}")]
    [InlineData("{\"do\":\"fonts\",\"do\":\"fonts\"}")]
    [InlineData("{\"do\":\"fonts\",\"extra\":1}")]
    [InlineData("{\"do\":\"certificate\",\"envelope\":\"!\",\"printedAt\":\"yesterday\",\"out\":\"\",\"copy\":4,\"copies\":3}")]
    public void Bad_request_is_answered(string line)
    {
        using PaperRun run = new();
        Assert.Equal("badRequest", run.Ask(line)["code"]!.GetValue<string>());
    }

    [Fact]
    public void Every_problem_of_a_record_is_named_at_once()
    {
        using PaperRun run = new();
        JsonObject record = SampleRecords.Motion();
        record["item"]!["kind"] = "lottery";
        record["outcome"]!["state"] = "maybe";
        record.Remove("roll");
        JsonObject answer = run.Ask(PaperRun.Request(record, Path.Combine(run.Folder, "a.pdf")));
        string english = answer["en"]!.GetValue<string>();
        Assert.Contains("record.item.kind", english, StringComparison.Ordinal);
        Assert.Contains("record.outcome.state", english, StringComparison.Ordinal);
        Assert.Contains("record.roll", english, StringComparison.Ordinal);
    }

    /// <summary>Total: any damage to the payload gives problems or a record, never an exception.</summary>
    [Fact]
    public void Reader_survives_every_damage()
    {
        byte[] payload = Encoding.UTF8.GetBytes(SampleRecords.Election(4, 3).ToJsonString());
        for (int i = 0; i < payload.Length; i++)
        {
            foreach (byte other in "\"{}[]0x-,:\0"u8)
            {
                byte[] damaged = [.. payload];
                damaged[i] = other;
                List<string> problems = [];
                Assert.True(RecordReader.Read(damaged, problems) is not null || problems.Count > 0);
            }
            Assert.Null(RecordReader.Read(payload[..i], []));
        }
    }
}
