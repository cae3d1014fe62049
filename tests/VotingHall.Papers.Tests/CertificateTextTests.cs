using System.Text.Json.Nodes;

namespace VotingHall.Papers.Tests;

/// <summary>报告单文字: what stands on the paper is what stands in the record, rare characters and sums included.</summary>
public sealed class CertificateTextTests
{
    private static string Text(JsonObject record)
    {
        using PaperRun run = new();
        return PaperRun.Text(run.Make(record, "paper").Path);
    }

    private static void Has(string text, params string[] parts)
    {
        foreach (string part in parts)
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Motion_shows_figures_sum_condition_and_verdict()
    {
        string text = Text(SampleRecords.Motion());
        Has(text, "云溪县第十八届人民代表大会第五次会议", "表决结果报告单", "云人会表〔2027〕3号", "第三次全体会议", "关于云溪县人民政府工作报告的决议（草案）",
            "无记名按表决器", "2027年1月15日9时41分50秒至9时42分51秒", "应到实有代表300人，实到286人，缺席14人，其中请假11人", "271+6+5+4=286，等于表决开始时签到人数", "故障1席",
            "300÷2+1=151", "地方组织法第二十五条", "通过", "总监票人", "大会执行主席", "第1份，共3份", "打印2027-01-1509:43");
        Assert.DoesNotContain("演练", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_S1_is_named_for_what_it_is() =>
        Has(Text(SampleRecords.Motion()), "票箱方案S1（监票程序与服务器同机）");

    [Fact]
    public void Election_lists_everybody_in_ballot_order_with_rare_characters()
    {
        string text = Text(SampleRecords.Election(12, 8));
        int at = 0;
        foreach (string name in SampleRecords.Candidates)
        {
            int found = text.IndexOf(name, at, StringComparison.Ordinal);
            Assert.True(found >= 0, name + " is missing or out of order");
            at = found;
        }
        foreach (System.Text.Rune rune in SampleRecords.Rare.EnumerateRunes())
            Has(text, rune.ToString());
        Has(text, "计票结果报告单", "应选8名，参加投票284人，未按表决器2人", "另选他人12票", "各行合计均为284；284+2=286", "选举有效", "未当选");
        Assert.DoesNotContain("落选", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_head_is_repeated_on_the_next_page()
    {
        string text = Text(SampleRecords.Election(20, 8));
        Assert.Equal(3, text.Split("序号").Length);
    }

    [Fact]
    public void Tie_names_those_who_are_voted_on_again() =>
        Has(Text(SampleRecords.Tie()), "票数相等，再次投票", "当选2名：林若水、王雨桐", "票数相等2人：陈知远、刘望舒");

    [Fact]
    public void Committee_has_its_own_base_and_signatures()
    {
        string text = Text(SampleRecords.Appointment());
        Has(text, "常委会全体组成人员31人的过半数", "会议主持人", "通过3人，未获通过1人", "未获通过：韩若云");
        Assert.DoesNotContain("大会执行主席", text, StringComparison.Ordinal);
        Assert.DoesNotContain("总监票人", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rehearsal_is_marked_twice_on_every_page()
    {
        JsonObject record = SampleRecords.Named(300);
        record["exceptions"] = new JsonArray(new JsonObject { ["code"] = "rehearsalKeys" });
        Assert.Equal((2 * 4) + 1, Text(record).Split(CertificateSheet.RehearsalWords.Replace(" ", "", StringComparison.Ordinal)).Length);
    }

    [Fact]
    public void Projects_are_chosen_not_elected()
    {
        string text = Text(SampleRecords.Projects());
        Has(text, "票决结果报告单", "应选10项，入选10项", "未入选", "滨河公园二期及沿线步道、照");
        Assert.DoesNotContain("当选", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Roll_call_adds_up() => Has(Text(SampleRecords.RollCall()), "签到结果报告单", "286+14=300", "符合法定人数", "地方组织法第十四条");

    [Fact]
    public void Void_round_shows_no_figures()
    {
        string text = Text(SampleRecords.Voided());
        Has(text, "本次表决作废", "议题文字有误", "后续：重新表决");
        Assert.DoesNotContain("赞成", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_round_lists_every_member_once()
    {
        JsonObject record = SampleRecords.Named(300);
        string text = Text(record);
        foreach (JsonNode? one in record["recordedList"]!.AsArray())
            Has(text, one!["seat"]!.GetValue<string>());
        Has(text, "表决情况名单", "共300人：赞成282，反对8，弃权6，未按4", "记名按表决器", "刘喆堃");
        // Once in the totals, the table head, the check and so on; the list itself adds one for each.
        Assert.True(text.Split("赞成").Length - 1 >= 282);
    }

    [Fact]
    public void Paper_election_shows_its_papers_and_every_name_written_in()
    {
        string text = Text(SampleRecords.PaperElection());
        Has(text, "无记名投票（纸质选票）", "票数由人工录入", "发出286张，收回284张，有效283张，无效1张", "甲𠮷1票；甲二2票", "甲三十3票", "当选，报请批准", "依法报请批准", "名额未满", "尚缺1名", "后续：另行选举");
        Assert.DoesNotContain("未按", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Runoff_says_which_round_it_follows_and_needs_no_majority() =>
        Has(Text(SampleRecords.Runoff()), "第2次投票，再次投票（承第1次，票数相等）", "得票多的当选，不须过半数", "当选1名：陈知远");

    [Fact]
    public void Named_list_with_several_rows_shows_the_marks_of_the_paper()
    {
        JsonObject record = SampleRecords.Tie();
        record["mode"] = "recorded";
        record.Remove("profile");
        record["recordedList"] = new JsonArray(
            new JsonObject { ["choice"] = new JsonArray("for", "for", "against", "abstain"), ["name"] = "王𠮷", ["seat"] = "1-01" },
            new JsonObject { ["choice"] = new JsonArray("for", "against", "notPressed", "writeIn"), ["name"] = "欧阳修远", ["seat"] = "1-02" });
        Has(Text(record), "共2人。按票面顺序：○赞成×反对△弃权", "○○×△", "○×－另");
    }

    [Fact]
    public void Reprint_says_so()
    {
        using PaperRun run = new();
        string path = Path.Combine(run.Folder, "again.pdf");
        JsonObject request = PaperRun.Request(SampleRecords.Motion(), path);
        request["printing"] = 2;
        Assert.True(run.Ask(request)["ok"]!.GetValue<bool>());
        Has(PaperRun.Text(path), "第2次打印");
    }

    [Fact]
    public void Sums_that_do_not_make_the_signed_in_are_said_aloud()
    {
        JsonObject record = SampleRecords.Motion();
        record["tally"]!["sumCheck"] = "excess";
        record["tally"]!["notPressed"] = 6;
        record["outcome"]!["state"] = "invalid";
        Has(Text(record), "271+6+5+6=288，多于表决开始时签到人数286，不得宣布", "表决无效");
    }
}
