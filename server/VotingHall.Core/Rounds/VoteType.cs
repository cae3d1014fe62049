namespace VotingHall.Core;

/// <summary>
/// 投票的性质: which of the different votes a round is. 另行选举 (places left open), 再次投票 (equal votes), 重新投票 (the vote before was void),
/// 补选 (a vacancy) and 预选 are five things and five types of record. Stored by name. Source: rules 5.6.
/// </summary>
public enum VoteType
{
    /// <summary>签到.</summary>
    RollCall = 1,
    /// <summary>表决.</summary>
    Vote = 2,
    /// <summary>预选.</summary>
    PreSelection = 3,
    /// <summary>选举.</summary>
    Election = 4,
    /// <summary>补选.</summary>
    ByElection = 5,
    /// <summary>再次投票.</summary>
    Runoff = 6,
    /// <summary>另行选举.</summary>
    FurtherElection = 7,
    /// <summary>重新投票.</summary>
    Revote = 8,
    /// <summary>票决.</summary>
    ProjectVote = 9,
    /// <summary>测评.</summary>
    Evaluation = 10,
}

/// <summary>投票的性质的名称.</summary>
public static class VoteTypes
{
    public static string Chinese(VoteType type) => type switch
    {
        VoteType.RollCall => "签到",
        VoteType.Vote => "表决",
        VoteType.PreSelection => "预选",
        VoteType.Election => "选举",
        VoteType.ByElection => "补选",
        VoteType.Runoff => "再次投票",
        VoteType.FurtherElection => "另行选举",
        VoteType.Revote => "重新投票",
        VoteType.ProjectVote => "票决",
        VoteType.Evaluation => "测评",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static string English(VoteType type) => type switch
    {
        VoteType.RollCall => "roll call",
        VoteType.Vote => "vote",
        VoteType.PreSelection => "pre-selection",
        VoteType.Election => "election",
        VoteType.ByElection => "by-election",
        VoteType.Runoff => "run-off",
        VoteType.FurtherElection => "further election",
        VoteType.Revote => "vote taken again after a void one",
        VoteType.ProjectVote => "project vote",
        VoteType.Evaluation => "evaluation",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>What a round on this question is; after a void round on the same it is a 重新投票, whatever it was before.</summary>
    public static VoteType Of(Question question, Round? repeated) =>
        repeated is { Phase: RoundPhase.Voided } && question is not RollCall ? VoteType.Revote : question.Type;
}
