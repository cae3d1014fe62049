namespace VotingHall.Core;

/// <summary>议案表决. Source: rules 7, 13, 18.</summary>
/// <param name="Participation">motion.participationRule.</param>
/// <param name="Method">motion.method: by what an ordinary item is voted where the agenda does not say.</param>
/// <param name="Fallback">motion.fallback: what takes over when the keypads fail.</param>
/// <param name="HandsEntry">motion.handsEntry: how often a show of hands is entered.</param>
/// <param name="AmendmentNames">motion.amendmentNames: names under a written amendment; null = not fixed by the profile.</param>
public sealed record MotionParameters(
    ParticipationRule Participation = ParticipationRule.Off,
    VotingMethod Method = VotingMethod.Keypad,
    MotionFallback Fallback = MotionFallback.Hands,
    CountEntry HandsEntry = CountEntry.Twice,
    int? AmendmentNames = null);

/// <summary>参加表决的最低人数. Stored by name.</summary>
public enum ParticipationRule
{
    /// <summary>不另设要求.</summary>
    Off = 1,
    /// <summary>参加表决的须超过全体的半数，表决才有效（广东）. Source: GD-R60.</summary>
    MajorityOfAll = 2,
}

/// <summary>表决器故障时. Ballot-type acts go to paper whatever stands here. Stored by name. Source: NPC-R60, NPCSC-R48, GD-R62; rules 13.</summary>
public enum MotionFallback
{
    /// <summary>举手.</summary>
    Hands = 1,
    /// <summary>纸质票.</summary>
    Paper = 2,
    /// <summary>由主席团（主任会议）决定用哪一种.</summary>
    PresidingBody = 3,
}

/// <summary>录入几次. Stored by name.</summary>
public enum CountEntry
{
    /// <summary>一人一次.</summary>
    Once = 1,
    /// <summary>两人各一次，互相核对.</summary>
    Twice = 2,
}

/// <summary>
/// 程序性问题: whether those present decide, which only a local text can say; otherwise all. Source: SH-R68, SH-SC19, GD-SC50, SH-SC36; rules 2.4.
/// </summary>
/// <param name="Postponement">procedural.postponement: 暂不交付表决.</param>
/// <param name="MergedVote">procedural.mergedVote: 合并表决.</param>
/// <param name="WordingLater">procedural.wordingLater: put to the vote now, wording settled later.</param>
public sealed record ProceduralParameters(
    ProceduralBase Postponement = ProceduralBase.All, ProceduralBase MergedVote = ProceduralBase.All, ProceduralBase WordingLater = ProceduralBase.All);

/// <summary>程序性问题的基数. Stored by name.</summary>
public enum ProceduralBase
{
    /// <summary>全体.</summary>
    All = 1,
    /// <summary>出席会议的.</summary>
    Present = 2,
}
