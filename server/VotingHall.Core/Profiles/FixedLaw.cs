namespace VotingHall.Core;

/// <summary>
/// 法律固定的规则: what no profile can change, with the article. A profile may repeat it; another value is refused with these words.
/// Source: rules 18 (last paragraph), 3.1.
/// </summary>
/// <param name="Names">Parameter names under which somebody would try.</param>
/// <param name="Value">The only value such a parameter may have, or null when it cannot be written at all.</param>
/// <param name="Laws">Where it stands.</param>
/// <param name="Chinese">The rule as people say it.</param>
public sealed record FixedLaw(IReadOnlyList<string> Names, Json? Value, IReadOnlyList<Law> Laws, string Chinese, string English)
{
    public static IReadOnlyList<FixedLaw> All { get; } =
    [
        new(["motion.threshold", "list.threshold", "election.threshold", "appointment.threshold", "recall.threshold", "resignation.threshold",
                "dismissal.threshold", "project.threshold", "actingHead.threshold"],
            RuleId.MajorityOfAll, [Law.OL25, Law.OL51, Law.EL45],
            "以全体代表（常务委员会全体组成人员）的过半数通过或者当选，到会人数和有效票数都不是基数",
            "more than half of all deputies (of all members of the standing committee); neither those present nor the valid ballots are the base"),
        new(["quorum.congress"], RuleId.QuorumTwoThirds, [Law.OL14], "三分之二以上的代表出席，大会始得举行", "two thirds of the deputies must be present"),
        new(["quorum.committee"], RuleId.QuorumMajority, [Law.OL51],
            "常务委员会全体组成人员的过半数出席，始得举行会议", "more than half of all members of the standing committee must be present"),
        new(["election.secret"], true, [Law.OL28, Law.EL40], "选举采用无记名投票", "elections are by secret ballot"),
        new(["dismissal.method"], "paper", [Law.SL62], "撤职案用无记名投票的方式表决", "a dismissal is voted by secret ballot on paper"),
        new(["recall.deputies.method"], "paper", [Law.EL52], "罢免代表用无记名投票的方式表决", "the recall of deputies is voted by secret ballot on paper"),
        new(["ballot.marks", "motion.marks"], null, [Law.OL28, Law.DL23],
            "可以赞成，可以反对，也可以弃权，没有别的表决意见", "for, against or abstention; there is no other mark"),
        new(["ballot.collectedExceedsIssued"], "void", [Law.EL44], "收回的选票多于发出的选票，选举无效，重新投票",
            "more ballots collected than issued void the election"),
        new(["ballot.overVote"], "void", [Law.EL44], "所选人数多于应选人数的选票作废，等于或者少于应选人数的有效",
            "a ballot with more names than seats is void, with as many or fewer it is valid"),
        new(["writeIn.requiresAgainst"], true, [Law.DL17], "表示反对的，可以另选他人；弃权的不能另选", "only who votes against may name another person"),
        new(["motion.writeIn", "list.writeIn", "appointment.writeIn", "writeIn.votingPaper"], false, [Law.DL23],
            "表决票不能另选他人", "a voting paper has no write-in"),
        new(["proxy", "motion.proxy", "election.proxy"], false, [Law.OL28, Law.DL23],
            "代表和组成人员本人投票、表决，不能委托", "members vote themselves, there is no proxy"),
        new(["tie.first"], RuleId.Plurality, [Law.OL29, Law.EL45],
            "得票过半数且票数相等不能确定当选人的，就票数相等的候选人再次投票，得票多的当选",
            "those tied with a majority are voted on again and more votes win"),
        new(["rounding"], false, [Law.OL25, Law.OL51], "只用整数比较，不四舍五入，百分比不作为通过与否的依据",
            "whole numbers are compared, nothing is rounded, a percentage decides nothing"),
        new(["notPressed.counts"], false, [Law.DL23], "未按表决器不是表决意见，不计入任何一种", "a key not pressed is no mark"),
    ];

    /// <summary>The rule behind a parameter name, or null when the law leaves it open (or nobody knows it).</summary>
    public static FixedLaw? Of(string name) => All.FirstOrDefault(rule => rule.Names.Contains(name));

    /// <summary>Articles in one line.</summary>
    public string CiteChinese => string.Join("、", Laws.Select(law => law.Chinese));

    public string CiteEnglish => string.Join(", ", Laws.Select(law => law.English));
}
