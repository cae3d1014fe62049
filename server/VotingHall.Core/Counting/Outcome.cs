namespace VotingHall.Core;

/// <summary>
/// 表决结论: what a tally means under its rule, with the reason. Closed list; a tie or a shortfall is an outcome, not an error.
/// </summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>Why: base, threshold, comparison, article. Always present, printed on record and certificate.</summary>
    public required Reason Reason { get; init; }

    /// <summary>通过. Each row passed by itself (one row for a motion or a merged list).</summary>
    public sealed record Carried : Outcome;

    /// <summary>未获通过.</summary>
    public sealed record NotCarried : Outcome
    {
        /// <summary>False: too few took part, the vote itself has no effect (表决无效, only where the profile asks for participation; GD-R60).</summary>
        public bool VoteEffective { get; init; } = true;
    }

    /// <summary>逐人表决: persons voted one by one on one paper; <see cref="Persons"/> says for each whether carried.</summary>
    public sealed record PersonByPerson(IReadOnlyList<PersonOutcome> Persons) : Outcome;

    /// <summary>应选名额已满: as many as there are seats.</summary>
    public sealed record Filled(IReadOnlyList<PersonOutcome> Persons) : Outcome;

    /// <summary>票数相等，须再次投票: <see cref="Tied"/> contend for <see cref="SeatsLeft"/> seats. Source: OL29, EL45.</summary>
    public sealed record RunoffRequired(IReadOnlyList<PersonOutcome> Persons, IReadOnlyList<string> Tied, int SeatsLeft) : Outcome;

    /// <summary>当选人数少于应选名额. Source: OL29.</summary>
    public sealed record Shortfall(IReadOnlyList<PersonOutcome> Persons, int Missing) : Outcome;

    /// <summary>签到: quorum reached or not. Source: OL14, OL51.</summary>
    public sealed record RollCalled(bool Quorate) : Outcome;

    /// <summary>无效: nothing can be announced (excess of marks, more ballots than issued).</summary>
    public sealed record Invalid(string Why) : Outcome;
}

/// <summary>一人（一项）的结论. <paramref name="For"/> is the figure that was compared.</summary>
public sealed record PersonOutcome(string Name, int For, PersonState State, bool IsWriteIn = false);

/// <summary>个人结论. Stored by name. Source: rules 5.4.</summary>
public enum PersonState
{
    Elected = 1,
    NotElected = 2,
    TiedRunoff = 3,
    Passed = 4,
    NotPassed = 5,
    ElectedPendingUpperApproval = 6,
}

/// <summary>
/// 理由: structured explanation of an outcome, rendered in Chinese and English by whoever shows it.
/// </summary>
/// <param name="RuleId">Identifier of rules 1, e.g. "majority_of_all".</param>
/// <param name="Base">The base used, 0 when the rule needs none.</param>
/// <param name="Required">Votes needed, null when the rule has no threshold (plurality, top_n).</param>
/// <param name="Arithmetic">The sum as the hall reads it, e.g. "300÷2+1=151；271≥151".</param>
/// <param name="ArithmeticEnglish">The same in English.</param>
/// <param name="Cites">Articles, most specific last, e.g. "地方组织法第二十五条".</param>
public sealed record Reason(
    string RuleId, int Base, int? Required, string Arithmetic, string ArithmeticEnglish, IReadOnlyList<string> Cites);
