using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using VotingHall.Screens.Tests.Samples;
using Xunit;

namespace VotingHall.Screens.Tests.Secretariat;

/// <summary>The secretariat's other views: import, attendance, results, printing.</summary>
public sealed class SecretariatPapersTests(Browser browser) : PageTests(browser)
{
    private const string Csv = "代表号,姓名,席位,表决器\r\n1,程启川,1-1,B888D3B6B6727038\r\n";

    [Fact]
    public async Task Offers_the_import_only_without_an_error()
    {
        IPage page = await Start("#roster", SecretariatSamples.Before);
        await Assertions.Expect(page.Locator("[data-roster-table] tbody tr")).ToHaveCountAsync(300);
        Hall.Answer = order => Results.Json(new
        {
            version = 2,
            rows = 300,
            added = 4,
            changed = 9,
            errors = new[]
            {
                new { line = 47, field = "seat", value = "7-12", zh = "席位重复，已分给第 46 行 周怀瑾", en = "seat given twice" },
                new { line = 203, field = "name", value = "李\ue0a3", zh = "第 2 字无法打印，请改用标准字", en = "cannot be printed" },
            },
            warnings = new[] { new { line = 88, field = "name", value = "张明", zh = "与第 12 行同名（须区分）", en = "same name as line 12" } },
            changes = new[] { new { line = 31, field = "seat", before = "3-1", after = "3-2" } },
        });
        await Choose(page, Csv);

        await Assertions.Expect(page.Locator("[data-count='errors']")).ToContainTextAsync("2");
        await Assertions.Expect(page.Locator("[data-finding]")).ToHaveTextAsync(["第 47 行　席位7-12席位重复，已分给第 46 行 周怀瑾", "第 203 行　姓名李□(U+E0A3)第 2 字无法打印，请改用标准字", "第 88 行　姓名张明与第 12 行同名（须区分）", "变更　请核对第 31 行　席位：3-1 → 3-2"]);
        await Assertions.Expect(page.Locator("[data-roster-import]")).ToContainTextAsync("尚未导入任何内容。有错误时整份不导入。");
        await Assertions.Expect(page.Locator("[data-load]")).ToHaveCountAsync(0);
        await Picture(page, "secretariat", "import-errors");
        Hall.Answer = order => Results.Json(new { version = 2, rows = 300, added = 4, changed = 9, errors = Array.Empty<object>(), warnings = Array.Empty<object>(), changes = Array.Empty<object>() });
        await page.GetByText("换一份文件").ClickAsync();
        await Choose(page, Csv);
        await page.Locator("[data-load]").ClickAsync();
        Assert.DoesNotContain(Hall.Orders, order => order.Path == "roster/load");
        await page.Locator("[data-ask] [data-verb]").ClickAsync();

        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("名册已导入");
        SampleOrder load = Assert.Single(Hall.Orders, order => order.Path == "roster/load");
        Assert.Equal(Csv, load.Body.GetProperty("csv").GetString());
    }

    [Fact]
    public async Task Reads_a_table_of_an_older_program_and_says_so()
    {
        IPage page = await Start("#roster", SecretariatSamples.Before);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Hall.Answer = order => Results.Json(new { version = 2, rows = 1, added = 0, changed = 0, errors = Array.Empty<object>(), warnings = Array.Empty<object>(), changes = Array.Empty<object>() });
        await page.Locator("[data-roster-file]").SetInputFilesAsync(new FilePayload { Name = "名册.csv", MimeType = "text/csv", Buffer = Encoding.GetEncoding("gb18030").GetBytes(Csv) });

        await Assertions.Expect(page.Locator("[data-roster-import]")).ToContainTextAsync("已按 GB18030 读取");
        Assert.Equal(Csv, Hall.Orders.Single().Body.GetProperty("csv").GetString());
    }

    [Fact]
    public async Task Shows_the_lines_of_a_meeting_file_that_are_wrong_and_loads_nothing_when_locked()
    {
        IPage page = await Start("#meeting", SecretariatSamples.Desk);
        Hall.Answer = order => Results.Json(new { version = 2, errors = new[] { new { line = 2, field = "level", value = "", zh = "level：缺少", en = "level: missing" } } });
        await page.Locator("[data-meeting-paste]").FillAsync("{\n  \"body\": \"congress\"\n}");
        await page.Locator("[data-meeting-check]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-meeting-import]")).ToContainTextAsync("\"body\": \"congress\"");

        Hall.Answer = order => Results.Json(new { version = 2, errors = Array.Empty<object>() });
        await page.GetByText("换一份文件").ClickAsync();
        await page.Locator("[data-meeting-check]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-load]")).ToBeDisabledAsync();
        await Assertions.Expect(page.Locator("[data-meeting-locked]")).ToContainTextAsync("不能再整份替换");
    }

    [Fact]
    public async Task Asks_for_the_number_of_a_second_printing_and_prints_once()
    {
        IPage page = await Start("#results/2", SecretariatSamples.Desk);
        await page.Locator("[data-print]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-ask] h2")).ToHaveTextAsync("第 3 次打印");
        await Assertions.Expect(page.Locator("[data-ask]")).ToContainTextAsync("第 2 次打印在");
        ILocator verb = page.Locator("[data-ask] [data-verb]");
        await Assertions.Expect(verb).ToBeDisabledAsync();
        await page.Locator("[data-ask] input[name='copy']").FillAsync("2");
        await Assertions.Expect(verb).ToBeDisabledAsync();
        await page.Locator("[data-ask] input[name='copy']").FillAsync("3");
        await page.Locator("[data-ask] select").SelectOptionAsync("秘书处-Pantum");
        await Picture(page, "secretariat", "reprint");
        await verb.DblClickAsync();

        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("第 3 次打印已送往 秘书处-Pantum");
        SampleOrder order = Assert.Single(Hall.Orders);
        Assert.Equal("rounds/2/print", order.Path);
        Assert.Equal((3, "秘书处-Pantum", 1), (order.Body.GetProperty("copy").GetInt32(), order.Body.GetProperty("printer").GetString(), order.Body.GetProperty("copies").GetInt32()));
    }

    [Fact]
    public async Task Prints_a_first_time_without_a_number_and_not_at_all_on_the_way_back()
    {
        IPage page = await Start("#results/4", SecretariatSamples.Elected);
        await page.Locator("[data-print]").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        Assert.Empty(Hall.Orders);
        await page.Locator("[data-print]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-ask] input[name='copy']")).ToHaveCountAsync(0);
        await page.Locator("[data-ask] [data-verb]").ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("第 1 次打印");
        Assert.Equal(1, Hall.Orders.Single().Body.GetProperty("copy").GetInt32());
    }

    [Fact]
    public async Task Says_what_to_do_for_every_print_and_marks_what_needs_a_person()
    {
        IPage page = await Start("#prints", SecretariatSamples.Desk);

        await Assertions.Expect(page.Locator("[data-print-state='outOfPaper']")).ToContainTextAsync("请加纸");
        await Assertions.Expect(page.Locator("[data-print-state='unknown']")).ToContainTextAsync("请先到打印机处看");
        await Assertions.Expect(page.Locator("[data-badge]")).ToHaveTextAsync("2 待处理");
        foreach (string state in new[] { "waiting", "checking", "sending", "printing", "outOfPaper", "stopped", "offline", "completed", "failed", "unknown" })
            Assert.True(Texts.Of("secretariat", ScreenLanguage.Chinese).ByKey.ContainsKey($"print.{state}.do"), state);
    }

    [Fact]
    public async Task Shows_figures_that_add_up_and_none_before_the_number_was_typed()
    {
        IPage page = await Start("#results/2", SecretariatSamples.Desk);
        await Assertions.Expect(page.Locator("[data-round]")).ToContainTextAsync("赞成 271 ＋ 反对 6 ＋ 弃权 5 ＋ 未按 4 ＝ 实到 286");
        await Assertions.Expect(page.Locator("[data-key='certificate']")).ToHaveAttributeAsync("href", "/api/rounds/2/certificate?download=1");

        Hall.Screens.Secretariat = SecretariatSamples.Voting with { Head = SampleMeeting.Head with { Seq = 2 } };
        await Hall.Push(Audience.Secretariat, Stop);
        await page.Locator("[href='#results/4']").ClickAsync();
        await Assertions.Expect(page.Locator("[data-round]")).ToContainTextAsync("这里没有任何数字");
        await Assertions.Expect(page.Locator("[data-round] .figure")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Lists_who_is_missing_and_searches_with_a_slash()
    {
        IPage page = await Start("#attendance", SecretariatSamples.Desk);
        await Assertions.Expect(page.Locator("[data-attendance-figures]")).ToContainTextAsync("实到 286 ＋ 缺席 14 ＝ 应到 300");
        await Assertions.Expect(page.Locator("[data-absent] li")).ToHaveCountAsync(14);
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(SecretariatSamples.Desk.Attendance.Absent[3].Seat);
        await Assertions.Expect(page.Locator("[data-absent] li").First).ToContainTextAsync(SecretariatSamples.Desk.Attendance.Absent[3].Name);
        Assert.True(await page.Locator("[data-absent] li").CountAsync() < 14);
    }

    [Theory]
    [InlineData(ScreenLanguage.Chinese)]
    [InlineData(ScreenLanguage.English)]
    public async Task No_view_scrolls_sideways_at_twice_the_size(ScreenLanguage language)
    {
        Hall.Document = SecretariatSamples.Document;
        Hall.Screens.Secretariat = SecretariatSamples.Elected;
        IPage page = await Open(Audience.Secretariat, 640, 400, language);
        foreach (string hash in new[] { "#agenda/6", "#agenda/4", "#roster", "#meeting", "#attendance", "#results/4", "#prints" })
        {
            await page.EvaluateAsync("hash => { location.hash = hash; }", hash);
            await Assertions.Expect(page.Locator($"section[data-view='{hash[1..].Split('/')[0]}']")).ToBeVisibleAsync();
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 640, hash);
        }
    }

    private async Task<IPage> Start(string hash, SecretariatView view)
    {
        Hall.Screens.Secretariat = view;
        Hall.Document = SecretariatSamples.Document;
        IPage page = await Open(Audience.Secretariat, 1280, 800, query: hash);
        await Assertions.Expect(page.Locator("[data-link='up']")).ToBeVisibleAsync();
        return page;
    }

    private static Task Choose(IPage page, string csv) => page.Locator("[data-roster-file]").SetInputFilesAsync(
        new FilePayload { Name = "代表名册.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
}
