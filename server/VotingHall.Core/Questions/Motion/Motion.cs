namespace VotingHall.Core;

/// <summary>
/// 议案、决议、决定: one text, carried or not. There is no tie: equal figures just fail. Source: OL25, OL51; rules 7.
/// </summary>
public sealed record Motion : Question
{
    public const string KindName = "motion";

    public override string Kind => KindName;

    /// <summary>What the votes are measured against.</summary>
    public MotionRule Rule { get; init; } = MotionRule.MajorityOfAll;

    /// <summary>修正案: number of the agenda item whose text it changes; voted before that. Source: NPCSC-R46, GD-R61, SH-R69.</summary>
    public string? Amends { get; init; }

    /// <summary>单独表决的条款: number of the agenda item it is part of; voted before that. Source: LL44, SH-R68.</summary>
    public string? ClauseOf { get; init; }

    public override BallotPaper PaperFor(RoundMode mode)
    {
        PaperParts.RefuseSignIn(mode);
        return PaperParts.SingleRow(Title);
    }

    public override Outcome Count(Tally tally, CountContext context) => MotionCount.Decide(this, tally, context);
}

/// <summary>议案通过规则. Stored as the rule identifier of rules 1.</summary>
public enum MotionRule
{
    /// <summary>全体过半数.</summary>
    MajorityOfAll = 1,
    /// <summary>全体三分之二以上 (constitutional amendments only).</summary>
    TwoThirdsOfAll = 2,
    /// <summary>到会过半数: only the procedural questions of rules 2.4.</summary>
    MajorityOfPresent = 3,
}
