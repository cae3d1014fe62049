using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace VotingHall.Papers.Tests;

/// <summary>
/// Draws every form to tests/output/papers/*.png for the eye, and checks what an eye would see at once: page count, ink only inside
/// the margins.
/// </summary>
public sealed class PictureTests
{
    private static readonly Dictionary<string, (Func<JsonObject> Record, int Pages)> Forms = new()
    {
        ["roll-call"] = (SampleRecords.RollCall, 1),
        ["motion"] = (() => SampleRecords.Motion(), 1),
        ["motion-long-title"] = (LongTitle, 2),
        ["appointment-rehearsal"] = (SampleRecords.Appointment, 1),
        ["election-4"] = (() => SampleRecords.Election(4, 3), 1),
        ["election-12"] = (() => SampleRecords.Election(12, 8), 2),
        ["election-tie"] = (SampleRecords.Tie, 1),
        ["election-paper"] = (SampleRecords.PaperElection, 2),
        ["election-runoff"] = (SampleRecords.Runoff, 1),
        ["projects"] = (SampleRecords.Projects, 2),
        ["named-300"] = (() => SampleRecords.Named(300), 4),
        ["evaluation"] = (() => SampleKinds.Evaluation(4), 2),
        ["evaluation-40"] = (() => SampleKinds.Evaluation(40), 5),
        ["evaluation-rates"] = (() => SampleKinds.Evaluation(3, graded: false), 2),
        ["score"] = (SampleKinds.Score, 1),
        ["pre-selection"] = (() => SampleKinds.PreSelection(tied: false), 2),
        ["pre-selection-tie"] = (() => SampleKinds.PreSelection(tied: true), 2),
        ["recall-paper"] = (SampleKinds.Recall, 1),
        ["inquiry-answer"] = (SampleKinds.InquiryAnswer, 1),
        ["void"] = (SampleRecords.Voided, 1),
    };

    public static TheoryData<string> Names => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Form_has_the_expected_pages(string name)
    {
        using PaperRun run = new();
        (Func<JsonObject> record, int expected) = Forms[name];
        (string pdf, int pages) = run.Make(record(), name);
        string pictures = Path.Combine(Root(), "tests", "output", "papers");
        Directory.CreateDirectory(pictures);
        File.Copy(pdf, Path.Combine(pictures, name + ".pdf"), overwrite: true);
        PaperRun.Tool("pdftoppm", "-r", "110", "-png", pdf, Path.Combine(pictures, name));
        Assert.Equal(expected, pages);
        for (int page = 1; page <= pages; page++)
            AssertInsideMargins(pdf, page, Path.Combine(run.Folder, "page"));
        Assert.Contains($"第{pages}页共{pages}页", PaperRun.Text(pdf), StringComparison.Ordinal);
    }

    /// <summary>Nothing is cut: no ink left of 28 mm or right of 184 mm (GB/T 9704), give or take half a line.</summary>
    private static void AssertInsideMargins(string pdf, int page, string target)
    {
        string number = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
        PaperRun.Tool("pdftoppm", "-r", "72", "-gray", "-f", number, "-l", number, "-singlefile", pdf, target);
        byte[] picture = File.ReadAllBytes(target + ".pgm");
        string[] head = System.Text.Encoding.ASCII.GetString(picture, 0, 32).Split((char[])[' ', '\n'], 5);
        int width = int.Parse(head[1], System.Globalization.CultureInfo.InvariantCulture);
        int height = int.Parse(head[2], System.Globalization.CultureInfo.InvariantCulture);
        ReadOnlySpan<byte> grey = picture.AsSpan(picture.Length - (width * height));
        int first = width, last = 0;
        for (int i = 0; i < grey.Length; i++)
        {
            if (grey[i] > 128)
                continue;
            first = Math.Min(first, i % width);
            last = Math.Max(last, i % width);
        }
        Assert.InRange(first, (int)A4.Left - 2, width);
        Assert.InRange(last, 0, (int)A4.Right + 2);
    }

    private static JsonObject LongTitle()
    {
        JsonObject record = SampleRecords.Motion();
        record["item"]!["title"] = "关于批准云溪县二〇二六年国民经济和社会发展计划执行情况与二〇二七年国民经济和社会发展计划草案的报告及二〇二七年国民经济和社会发展计划的决议（草案修改二稿）";
        record["meeting"]!["name"] = "云溪土家族苗族自治县第十八届人民代表大会常务委员会扩大会议暨第五次会议第一阶段";
        record["round"] = new JsonObject { ["no"] = 2, ["repeatOf"] = 1 };
        record["exceptions"] = new JsonArray(
            new JsonObject { ["code"] = "keypadFault", ["count"] = 1 }, new JsonObject { ["code"] = "resumed", ["count"] = 1, ["note"] = "中断 6 秒。" });
        return record;
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
