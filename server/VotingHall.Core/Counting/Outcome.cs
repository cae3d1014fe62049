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
    public sealed record Carried : Outcome
    {
        /// <summary>检察长: takes effect after approval from above. Source: OL11, OL32; rules 5.7.</summary>
        public bool PendingUpperApproval { get; init; }
    }

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

    /// <summary>预选: the formal candidates are found, no majority was needed. Source: OL27, EL32.</summary>
    public sealed record Preselected(IReadOnlyList<PersonOutcome> Persons) : Outcome;

    /// <summary>
    /// 预选票数相等: <see cref="Tied"/> contend for <see cref="PlacesLeft"/> places across the cut; the law is silent, the presidium decides.
    /// Source: rules 5.3.
    /// </summary>
    public sealed record CutTied(IReadOnlyList<PersonOutcome> Persons, IReadOnlyList<string> Tied, int PlacesLeft) : Outcome;

    /// <summary>测评结果: each item by itself. Source: rules 12.</summary>
    public sealed record Evaluated(IReadOnlyList<EvaluatedItem> Items) : Outcome;

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
    /// <summary>正式候选人.</summary>
    Formal = 7,
    /// <summary>未列为正式候选人.</summary>
    NotFormal = 8,
    /// <summary>通过，报请批准.</summary>
    PassedPendingUpperApproval = 9,
}

/// <summary>一项的测评结果.</summary>
/// <param name="Name">Person, organ, report or project.</param>
/// <param name="Grade">等次 reached, place in the scale from 0; null where only rates are published, points given, or nothing was counted.</param>
/// <param name="GradeName">Its name; empty without one.</param>
/// <param name="Base">What its rates are measured against.</param>
/// <param name="Mean">平均分, exact; null on scales of grades and where nobody gave points.</param>
public sealed record EvaluatedItem(string Name, int? Grade, string GradeName, int Base, Fraction? Mean = null);
