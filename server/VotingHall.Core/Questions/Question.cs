namespace VotingHall.Core;

/// <summary>
/// 付表决的事项: one thing put to the vote. Closed list, one folder per kind beside this file; every kind says which paper
/// it needs and how its tally becomes an outcome. Adding a kind is adding a folder.
/// </summary>
public abstract record Question
{
    private protected Question() { }

    /// <summary>Stable name stored in journal and record, one of <see cref="QuestionKinds.All"/>.</summary>
    public abstract string Kind { get; }

    /// <summary>题目: full title as read out.</summary>
    public required string Title { get; init; }

    /// <summary>动词: the legal act (通过, 选举, 决定任命, 任免, 票决, 签到), printed on paper and record. Source: rules 9.1.</summary>
    public required string Verb { get; init; }

    /// <summary>The ballot paper for keypads in <paramref name="mode"/>.</summary>
    public abstract BallotPaper PaperFor(RoundMode mode);

    /// <summary>The paper by the method of voting. On paper and by hands another person is written in by name, so it is no mark of its own.</summary>
    public BallotPaper PaperFor(RoundMode mode, VotingMethod method) => PaperFor(method == VotingMethod.Keypad ? mode : RoundMode.Named);

    /// <summary>Counts: pure and repeatable; the same function serves the round, the record and <c>votinghall-verify count</c>.</summary>
    public abstract Outcome Count(Tally tally, CountContext context);

    /// <summary>投票的性质 of a first round on it. Source: rules 5.6.</summary>
    public virtual VoteType Type => VoteType.Vote;

    /// <summary>应选名额: how many can be chosen; null where nothing is filled.</summary>
    public virtual int? Places => null;

    /// <summary>职务名称 that is filled, or null.</summary>
    public virtual string? OfficeName => null;

    /// <summary>候选名单勾选: rows without a mark are simply not chosen.</summary>
    public virtual bool IsPickList => false;

    /// <summary>Whether this member may vote on it; nearly always everybody.</summary>
    public virtual bool MayVote(MemberId member) => true;

    /// <summary>The question of a 再次投票 after this one's tie, or null where a tie is not voted again. Source: OL29, EL45.</summary>
    public virtual Question? RunoffFor(Outcome.RunoffRequired tie) => null;
}

/// <summary>计票条件: everything a count depends on besides the tally.</summary>
/// <param name="Base">Frozen base.</param>
/// <param name="Body">Which body votes.</param>
/// <param name="Rules">Parameters of the rule profile that a lower norm may set.</param>
public sealed record CountContext(CountBase Base, Body Body, ProfileRules Rules)
{
    /// <summary>What else could have been taken as the base; decides nothing, see <see cref="BaseFinding"/>.</summary>
    public BaseFigures Figures { get; init; } = BaseFigures.None;
}

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
