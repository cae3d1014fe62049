namespace VotingHall.Core;

/// <summary>法定人数: how many must be present before a body may vote. Source: OL14, OL51, rules 2.1.</summary>
public sealed record Quorum(string RuleId, Threshold Threshold, Law? Law)
{
    /// <summary>三分之二以上的代表出席.</summary>
    public static Quorum TwoThirds { get; } = new(VotingHall.Core.RuleId.QuorumTwoThirds, Threshold.AtLeastTwoThirds, Law.OL14);

    /// <summary>常委会全体组成人员过半数出席.</summary>
    public static Quorum Majority { get; } = new(VotingHall.Core.RuleId.QuorumMajority, Threshold.MoreThanHalf, Law.OL51);

    /// <summary>The presidium's own quorum is silent in national law; the profile chooses between the two local forms.</summary>
    public static Quorum For(Body body, ProfileRules rules) => body switch
    {
        Body.Congress => TwoThirds,
        Body.StandingCommittee => Majority,
        Body.Presidium => (rules.Presidium.Quorum == PresidiumQuorum.Majority ? Majority : TwoThirds) with { Law = null },
        _ => throw new ArgumentOutOfRangeException(nameof(body)),
    };

    public bool IsMetBy(int present, int countBase) => Threshold.IsMetBy(present, countBase);

    public int Needed(int countBase) => Threshold.VotesNeeded(countBase);

    /// <summary>The outcome of a roll call with its reason.</summary>
    public Outcome.RollCalled Call(int present, int countBase) => new(IsMetBy(present, countBase))
    {
        Reason = new Reason(
            RuleId, countBase, BaseOf.All, Threshold, Needed(countBase),
            [Comparison.Of("", ComparedFigure.Present, present, Needed(countBase))], null, Law is null ? [] : [Law], []),
    };
}
