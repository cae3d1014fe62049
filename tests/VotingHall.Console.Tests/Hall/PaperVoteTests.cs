using Microsoft.Playwright;
using Xunit;

namespace VotingHall.Screens.Tests.Hall;

/// <summary>
/// 纸质票与举手: one dismissal-like vote on paper and one show of hands from the desks, with the keyboard alone at the entry form. The second person sees
/// nothing of the first entry; what differs is marked at both desks.
/// </summary>
public sealed class PaperVoteTests(Browser browser) : HallTests(browser)
{
    [Fact]
    public async Task A_vote_on_paper_and_one_by_hands_are_counted_by_two_persons()
    {
        FailedRequestsExpected = true;
        IPage chair = await SignIn(Audience.Chair, 1920, 1080);
        IPage scrutineer = await SignIn(Audience.Scrutineer);
        IPage secretariat = await SignIn(Audience.Secretariat);
        IPage board = await SignIn(Audience.Screen, 1920, 1080);
        await Act(chair, "confirmBase");
        await Act(chair, "openSitting");
        await Act(chair, "nextItem");
        await Act(chair, "open");
        await Voted(chair, 33);
        await Act(chair, "close");
        await Act(scrutineer, "confirm");
        await Act(chair, "declare");

        await TakeBy(secretariat, "2", "paper");
        await Picture(secretariat, "paper-item");
        await secretariat.GotoAsync(Cable.Address + "secretariat#count");
        await Act(chair, "nextItem");
        await Says(chair, "使用纸质选票");
        await Picture(chair, "paper-prepared");
        await Act(chair, "open");
        await Says(board, "投票中");
        await Picture(board, "paper-casting");
        await Enter(secretariat, "papers.issued", "33");
        await Says(chair, "共发出选票33张");
        await Picture(chair, "paper-casting");
        await Act(chair, "close");
        await Enter(scrutineer, "papers.collected", "32");
        await Says(chair, "本次投票有效");
        await Act(chair, "declareValid");
        await Says(board, "计票中");
        await Picture(board, "paper-counting");

        int rows = await Rows(secretariat);
        await secretariat.FillAsync("[data-key=valid]", "31");
        await secretariat.FillAsync("[data-key=overVote]", "1");
        await Fill(secretariat, rows, 29);
        await Picture(secretariat, "paper-entry");
        await Submit(secretariat, "/count");
        await Says(secretariat, "已录入 1／2");
        // Nothing of the first entry reaches the second desk.
        string seen = await scrutineer.InnerTextAsync("[data-hand]");
        Assert.DoesNotContain("29", seen, StringComparison.Ordinal);
        await scrutineer.FillAsync("[data-key=valid]", "31");
        await scrutineer.FillAsync("[data-key=overVote]", "1");
        await Fill(scrutineer, rows, 28);
        await Submit(scrutineer, "/count");
        await Says(scrutineer, "两次录入不同");
        await scrutineer.WaitForSelectorAsync(".hand-rows .differs");
        await Picture(scrutineer, "paper-differ");
        await Says(chair, "两次录入不同");
        await scrutineer.FillAsync("[data-key='for.0']", "29");
        await scrutineer.FillAsync("[data-key='against.0']", "2");
        await Submit(scrutineer, "/count");
        await scrutineer.WaitForSelectorAsync("[data-act=confirm]");
        await Picture(scrutineer, "paper-compare");
        await Act(scrutineer, "confirm");
        await Says(chair, "共发出选票33张，收回32张，其中有效票31张、无效票1张");
        await Picture(chair, "paper-result");
        await Act(chair, "showResult");
        await Says(board, "发出选票");
        await Picture(board, "paper-result");
        await Act(chair, "declare");

        await TakeBy(secretariat, "3", "hands");
        await secretariat.GotoAsync(Cable.Address + "secretariat#count");
        await Act(chair, "nextItem");
        await Says(chair, "以举手方式表决");
        await Act(chair, "open");
        await Says(board, "举手表决");
        await Picture(board, "hands");
        await Act(chair, "close");
        foreach (IPage desk in new[] { secretariat, scrutineer })
        {
            await desk.WaitForSelectorAsync("[data-key='for.0']");
            // Enter alone goes through the form and gives it.
            await desk.FocusAsync("[data-key='for.0']");
            foreach (string figure in new[] { "30", "2", "1" })
            {
                await desk.Keyboard.TypeAsync(figure);
                await desk.Keyboard.PressAsync("Enter");
            }
            await desk.Keyboard.PressAsync("Enter");
            await Says(desk, "已录入");
        }
        await scrutineer.WaitForSelectorAsync("[data-act=confirm]");
        await Act(scrutineer, "confirm");
        await Act(chair, "declare");
        await Says(board, "通过");
        await Picture(chair, "hands-declared");
    }

    /// <summary>The secretariat names the method of an item.</summary>
    private async Task TakeBy(IPage secretariat, string item, string method)
    {
        await secretariat.GotoAsync(Cable.Address + "secretariat#agenda/" + item);
        await secretariat.ReloadAsync();
        await secretariat.WaitForSelectorAsync("[data-link=up]");
        await secretariat.SelectOptionAsync("select[data-field=method]", method);
        await secretariat.ClickAsync("[data-save]:enabled");
        await secretariat.WaitForFunctionAsync(
            "async ([no, method]) => (await (await fetch(`/api/agenda/${no}`)).json()).item.method === method", new[] { item, method });
    }

    private static async Task Enter(IPage desk, string field, string figure)
    {
        await desk.FillAsync($"[data-key='{field}']", figure);
        await desk.ClickAsync(".hand-acts button:enabled");
    }

    private static async Task<int> Rows(IPage desk)
    {
        await desk.WaitForSelectorAsync("[data-key='for.0']");
        return await desk.Locator(".hand-form .hand-rows tbody tr").CountAsync();
    }

    /// <summary>Thirty-one marks in every row, one of them against in the rows after the first.</summary>
    private static async Task Fill(IPage desk, int rows, int first)
    {
        for (int row = 0; row < rows; row++)
        {
            int votes = row == 0 ? first : 30;
            await desk.FillAsync($"[data-key='for.{row}']", votes.ToString("D", null));
            await desk.FillAsync($"[data-key='against.{row}']", (31 - votes).ToString("D", null));
            await desk.FillAsync($"[data-key='abstain.{row}']", "0");
        }
    }

    private static Task<IResponse> Submit(IPage desk, string path) => desk.RunAndWaitForResponseAsync(
        () => desk.ClickAsync(".hand-acts button:enabled"), reply => reply.Url.EndsWith(path, StringComparison.Ordinal));
}
