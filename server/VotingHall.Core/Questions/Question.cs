namespace VotingHall.Core;

/// <summary>
/// 付表决的事项: one thing put to the vote. Closed list, one folder per kind beside this file; every kind says which paper
/// it needs and how its tally becomes an outcome. Adding a kind is adding a folder.
/// </summary>
public abstract record Question
{
    private protected Question() { }

    /// <summary>Stable name stored in journal and record: rollCall, motion, list, appointment, election, projectVote.</summary>
    public abstract string Kind { get; }

    /// <summary>题目: full title as read out.</summary>
    public required string Title { get; init; }

    /// <summary>动词: the legal act (通过, 选举, 决定任命, 任免, 票决, 签到), printed on paper and record. Source: rules 9.1.</summary>
    public required string Verb { get; init; }

    /// <summary>The ballot paper for keypads in <paramref name="mode"/>.</summary>
    public abstract BallotPaper PaperFor(RoundMode mode);

    /// <summary>Counts: pure and repeatable; the same function serves the round, the record and <c>votinghall-verify count</c>.</summary>
    public abstract Outcome Count(Tally tally, CountContext context);

    /// <summary>The question of a 再次投票 after this one's tie, or null where a tie is not voted again. Source: OL29, EL45.</summary>
    public virtual Question? RunoffFor(Outcome.RunoffRequired tie) => null;
}

/// <summary>计票条件: everything a count depends on besides the tally.</summary>
/// <param name="Base">Frozen base.</param>
/// <param name="Body">Which body votes.</param>
/// <param name="Rules">Parameters of the rule profile that a lower norm may set.</param>
public sealed record CountContext(CountBase Base, Body Body, ProfileRules Rules);

/// <summary>会议主体. Stored by name. Source: rules 2.1.</summary>
public enum Body
{
    /// <summary>人民代表大会.</summary>
    Congress = 1,
    /// <summary>常务委员会.</summary>
    StandingCommittee = 2,
    /// <summary>主席团.</summary>
    Presidium = 3,
}

/// <summary>
/// 规则集参数: what a local norm may change (rules 18), as the engine needs it. The JSON file with citations is read by the server.
/// </summary>
/// <param name="PressRule">keypad.changePolicy.</param>
/// <param name="WindowSeconds">keypad.windowSeconds, 15 to 300 (rehearsal scripts may go lower).</param>
/// <param name="ElectronicElectionAdopted">The adopted 选举办法 that allows election by keypad, quoted; null = elections on paper.</param>
/// <param name="MotionParticipationRule">motion.participationRule = majorityOfAll (GD-R60).</param>
/// <param name="Cites">Citations of the local norm by parameter name, added to reasons.</param>
public sealed record ProfileRules(
    PressRule PressRule,
    int WindowSeconds,
    string? ElectronicElectionAdopted,
    bool MotionParticipationRule,
    IReadOnlyDictionary<string, string> Cites);
