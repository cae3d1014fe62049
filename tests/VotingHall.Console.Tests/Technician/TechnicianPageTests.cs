using Microsoft.Playwright;
using VotingHall.Screens.Tests.Samples;
using Xunit;

namespace VotingHall.Screens.Tests.Technician;

/// <summary>The technician's page: who answers, whether anything was lost, and nothing of the vote.</summary>
public sealed class TechnicianPageTests(Browser browser) : PageTests(browser)
{
    [Fact]
    public async Task Shows_the_silent_keypad_and_says_what_is_lost()
    {
        IPage page = await Start(TechnicianSamples.Fault);

        await Assertions.Expect(page.Locator("[data-sum]")).ToContainTextAsync("299 正常");
        await Assertions.Expect(page.Locator("[data-seat] h2")).ToHaveTextAsync("7-12　表决器静默");
        await Assertions.Expect(page.Locator("[data-seat]")).ToContainTextAsync("接头松脱或表决器断电");
        await Assertions.Expect(page.Locator("[data-lost]")).ToHaveTextAsync("有 1 席 3 秒未收到");
        await Assertions.Expect(page.Locator("[data-line='5'] .seat.silent")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[data-line='5'] .seat.repeating")).ToHaveCountAsync(11);
        await Assertions.Expect(page.Locator("[data-line='5'] .line-figures")).ToContainTextAsync("重收 2.6 %");
        await Picture(page, "technician", "fault");

        Hall.Screens.Technician = TechnicianSamples.Well with { Head = SampleMeeting.Head with { Seq = 2 } };
        await Hall.Push(Audience.Technician, Stop);

        await Assertions.Expect(page.Locator("[data-lost]")).ToHaveTextAsync("没有丢失");
    }

    [Fact]
    public async Task Says_nothing_of_pressing_while_a_round_is_open_and_locks_replacing()
    {
        IPage page = await Start(TechnicianSamples.RoundOpen);
        await page.Locator("[data-line='5'] button.line-name").ClickAsync();

        await Assertions.Expect(page.Locator("[data-round-open]")).ToContainTextAsync("表决中不可更改");
        await Assertions.Expect(page.Locator("[data-bind]")).ToBeDisabledAsync();
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator("[data-ask]")).Not.ToBeVisibleAsync();
        // Nothing but the states of the bus may stand in the marking of a seat, in words, classes or attributes.
        string[] words = ["未按", "已按", "已表决", "not pressed", "赞成", "反对", "弃权", "voted"];
        string drawn = await page.Locator("main").InnerTextAsync() + await page.EvaluateAsync<string>("[...document.querySelectorAll('main *')].flatMap(one => [...one.attributes].map(a => a.value)).join(' ')");
        Assert.DoesNotContain(words, word => drawn.Contains(word, StringComparison.OrdinalIgnoreCase));
        string[] classes = await page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('.seat, .cell')].flatMap(one => [...one.classList]))]");
        Assert.Subset(new HashSet<string>(["seat", "cell", "chosen", "unassigned", "answering", "silent", "faulty", "repeating", "joining"]), classes.ToHashSet());
    }

    [Fact]
    public async Task Replaces_a_keypad_after_asking_in_words_and_once()
    {
        IPage page = await Start(TechnicianSamples.Fault);
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator("[data-ask] h2")).ToHaveTextAsync("7-12 席改用备用表决器？");
        await page.Locator("[data-ask] select").SelectOptionAsync("77AC19D2044B10F4");
        Assert.Empty(Hall.Orders);

        await page.Locator("[data-ask] [data-verb]").ClickAsync();

        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("7-12 席已改用备用表决器");
        SampleOrder order = Assert.Single(Hall.Orders);
        Assert.Equal("keypads/77AC19D2044B10F4/bind", order.Path);
        Assert.Equal(175, order.Body.GetProperty("member").GetInt32());
    }

    [Fact]
    public async Task Walks_along_the_wire_and_finds_seats_by_keyboard()
    {
        IPage page = await Start(TechnicianSamples.Fault);
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("[data-seat]")).ToContainTextAsync("5 线　槽 24");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator("[data-seat]")).ToContainTextAsync("5 线　槽 22");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("1-3");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-seat]")).ToContainTextAsync("1 线　槽 3");
        await Assertions.Expect(page.Locator("[data-seat] h2")).ToBeFocusedAsync();
        Assert.Equal("1-3", await page.Locator("[data-seat-search]").InputValueAsync());
    }

    [Fact]
    public async Task Opens_a_long_line_and_keeps_it_open_with_new_pictures()
    {
        IPage page = await Start(TechnicianSamples.Sixteen);
        await page.Locator("[data-line='3'] .strip").ClickAsync();
        await Assertions.Expect(page.Locator("[data-line='3'] .cell")).ToHaveCountAsync(250);
        await page.Locator("[data-line='3'] .cell").Nth(7).FocusAsync();

        TechnicianView later = TechnicianSamples.Sixteen;
        BridgeLine bridge = later.Bridges[0];
        Hall.Screens.Technician = later with
        {
            Head = later.Head with { Seq = 2 },
            Bridges = [bridge with { Lines = [.. bridge.Lines.Select(line => line with { SweepMs = 301, Swept = line.Swept + 250 })] }, later.Bridges[1]],
        };
        await Hall.Push(Audience.Technician, Stop);

        await Assertions.Expect(page.Locator("[data-line='3'] .line-figures")).ToContainTextAsync("301 ms");
        await Assertions.Expect(page.Locator("[data-line='3'] .cell").Nth(7)).ToBeFocusedAsync();
        await Picture(page, "technician", "sixteen");
    }

    [Fact]
    public async Task Has_the_order_of_the_hall_and_a_table_for_readers()
    {
        IPage page = await Start(TechnicianSamples.Fault);
        await page.Locator("[data-mode='hall']").ClickAsync();
        await Assertions.Expect(page.Locator("[data-hall] .hall-row")).ToHaveCountAsync(10);
        await Assertions.Expect(page.Locator("[data-hall] .seat.silent")).ToHaveCountAsync(1);
        await Picture(page, "technician", "hall");

        await page.Locator("[data-mode='table']").ClickAsync();
        await Assertions.Expect(page.Locator("[data-table] tbody tr")).ToHaveCountAsync(300);
        await Assertions.Expect(page.Locator("[data-table] tr:has-text('7-12')").First).ToContainTextAsync("静默");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-table] tbody tr")).ToHaveCountAsync(300);
    }

    [Fact]
    public async Task Says_that_there_are_no_lines()
    {
        IPage page = await Start(TechnicianSamples.Empty);

        await Assertions.Expect(page.Locator("[data-lines]")).ToHaveTextAsync("没有线路 · 接上桥接器后自动出现");
    }

    private async Task<IPage> Start(TechnicianView view)
    {
        Hall.Screens.Technician = view;
        Hall.Screens.Plan = TechnicianSamples.Plan;
        IPage page = await Open(Audience.Technician, 1280, 800);
        await Assertions.Expect(page.Locator("[data-link='up']")).ToBeVisibleAsync();
        return page;
    }
}
