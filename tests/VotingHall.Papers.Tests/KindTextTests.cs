using System.Text.Json.Nodes;

namespace VotingHall.Papers.Tests;

/// <summary>各种类的报告单: title, figures and words of evaluations, pre-selections, recalls and votes that follow others.</summary>
public sealed class KindTextTests
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
    public void Evaluation_has_a_column_for_each_grade_and_rates_of_its_base()
    {
        string text = Text(SampleKinds.Evaluation(4));
        // 24 of 31 are 77.419...%, 27 of 31 87.096...%.
        Has(text, "测评结果报告单", "县教育局", "不了解", "77.42%", "87.10%", "常委会全体组成人员31人半数的为测评结果", "满意4项", "三个月内再次报告", "本县人大常委会满意度测评办法第九条");
        Assert.DoesNotContain("赞成", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluation_with_rates_only_gives_no_grade()
    {
        string text = Text(SampleKinds.Evaluation(3, graded: false));
        Has(text, "测评结束", "只公布比率，不评等次", "各项比率见上表");
        Assert.DoesNotContain("满意3项", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mean_of_points_is_shown_half_up_and_nobody_s_as_a_dash() =>
        // 2591 / 28 = 92.5357...
        Has(Text(SampleKinds.Score()), "测评结果报告单", "何知白（民事审判庭）28259192.54", "00—", "发出29张，收回28张，有效28张，无效0张，未交回1张");

    [Fact]
    public void Marks_of_an_evaluation_that_do_not_add_up_are_not_printed()
    {
        using PaperRun run = new();
        JsonObject record = SampleKinds.Evaluation(3);
        record["tally"]!["items"]![1]!["counts"]!["grade2"] = 0;
        Assert.Equal("recordUnreadable", run.Refuse(record));
        record = SampleKinds.Evaluation(3);
        record["outcome"]!["items"]!.AsArray().RemoveAt(2);
        Assert.Equal("recordUnreadable", run.Refuse(record));
    }

    [Fact]
    public void Pre_selection_makes_candidates_by_votes_alone()
    {
        string text = Text(SampleKinds.PreSelection(tied: false));
        Has(text, "计票结果报告单", "预选事项", "得票", "正式候选人4名", "取前4名，不须过半数", "预选有效", "列为正式候选人4名：林若水", "后续：以4名正式候选人选举，应选3名", "未列入");
        Assert.DoesNotContain("反对", text, StringComparison.Ordinal);
        Assert.DoesNotContain("当选", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tie_across_the_cut_names_the_equal_and_both_ways_out() =>
        Has(Text(SampleKinds.PreSelection(tied: true)), "票数相等，正式候选人未满", "票数相等2人：刘喆堃、赵䶮", "再次预选", "由主席团决定");

    [Fact]
    public void Recall_on_paper_names_the_person_the_failed_round_and_why_papers_are_invalid() => Has(
        Text(SampleKinds.Recall()), "表决结果报告单", "韩若云（副县长）", "第9次表决，重新表决（原第8次作废）", "表决器故障后改用（第8次作废）",
        "发出286张，收回284张，有效281张，无效3张（无法辨认1、残缺2），未交回2张", "140+120+21=281，等于有效票数", "未通过");

    [Fact]
    public void Inquiry_is_answered_by_those_who_asked()
    {
        string text = Text(SampleKinds.InquiryAnswer());
        Has(text, "提出质询案的5人的过半数", "2+2+0=4，等于出席的质询案提出者人数", "不满意");
        Assert.DoesNotContain("赞成", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("byElection", null, "第3次投票，补选")]
    [InlineData("runoff", 2, "第3次投票，再次投票（承第2次，票数相等）")]
    [InlineData("furtherElection", 2, "第3次投票，另行选举（承第2次，名额未满）")]
    [InlineData("election", 2, "第3次投票，正式选举（承第2次预选）")]
    public void Type_of_the_vote_and_the_round_before_are_said(string type, int? follows, string said)
    {
        JsonObject record = SampleRecords.Election(4, 3);
        record["round"] = new JsonObject { ["no"] = 3, ["type"] = type };
        if (follows is not null)
            record["round"]!["followUpOf"] = follows;
        Has(Text(record), said);
    }

    [Fact]
    public void Very_many_persons_fill_pages_and_are_not_refused()
    {
        string text = Text(SampleKinds.Resignations(120));
        Has(text, "甲某120", "各行票数见上表", "120人均获通过");
    }

    [Fact]
    public void Pick_list_of_projects_is_printed_without_marks_nobody_made()
    {
        JsonObject record = SampleRecords.Projects();
        record["rule"]!["options"] = new JsonArray("for");
        foreach (JsonNode? row in record["tally"]!["items"]!.AsArray())
            row!["counts"] = new JsonObject { ["for"] = row["counts"]!["for"]!.GetValue<int>() };
        string text = Text(record);
        Has(text, "得票", "各行得票均不多于参加人数");
        Assert.DoesNotContain("弃权", text, StringComparison.Ordinal);
    }
}
