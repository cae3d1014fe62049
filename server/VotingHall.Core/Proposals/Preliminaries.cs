namespace VotingHall.Core;

/// <summary>
/// 表决前的手续: what the secretariat wrote down about an item before it is put to the vote: who proposed it, the names nominated, confirmed order,
/// earlier votes, checks. The engine compares it with law and profile; it decides nothing by itself. Source: rules 3.2, 5.1, 9.2–9.4, 14.
/// </summary>
public sealed record Preliminaries
{
    public static Preliminaries None { get; } = new();

    /// <summary>提请日期: the day the item is put to this body; needed where a profile counts months.</summary>
    public DateOnly? On { get; init; }

    /// <summary>提案 and the number of names under it.</summary>
    public ProposalNames? Proposal { get; init; }

    /// <summary>提名, each by one nominator; empty = not given.</summary>
    public IReadOnlyList<Nomination> Nominations { get; init; } = [];

    /// <summary>提名、酝酿的起止日, both included.</summary>
    public NominationPeriod? Period { get; init; }

    /// <summary>差额数 that the adopted measure fixes for this office; also where the legal interval is empty (C91).</summary>
    public int? Difference { get; init; }

    /// <summary>名单次序 as confirmed by people.</summary>
    public Confirmation? Order { get; init; }

    /// <summary>合并表决 as agreed.</summary>
    public Confirmation? Merge { get; init; }

    /// <summary>以前的表决 on the same persons for the same posts in this term, in order of time.</summary>
    public IReadOnlyList<EarlierVote> History { get; init; } = [];

    /// <summary>任前任后事项, person by person.</summary>
    public IReadOnlyList<PersonChecks> Checks { get; init; } = [];

    public bool IsNone => PreliminariesJson.Write(this).Fields.Count == 0;
}

/// <summary>提案. Source: rules 3.2.</summary>
/// <param name="Names">联名人数.</param>
public sealed record ProposalNames(Proposal Kind, int Names);

/// <summary>一次提名.</summary>
/// <param name="Nominators">代表号 of those who sign together; empty for a presidium, a party or an organisation.</param>
/// <param name="Candidates">Those nominated.</param>
public sealed record Nomination(Nominator By, IReadOnlyList<MemberId> Nominators, IReadOnlyList<string> Candidates);

/// <summary>提名人. Stored by name. Source: OL26, EL30.</summary>
public enum Nominator
{
    /// <summary>主席团.</summary>
    Presidium = 1,
    /// <summary>代表联合提名（联名推荐）.</summary>
    Deputies = 2,
    /// <summary>政党、人民团体 (deputies to the higher congress only).</summary>
    Organisation = 3,
}

/// <summary>提名期.</summary>
public sealed record NominationPeriod(DateOnly From, DateOnly To)
{
    /// <summary>Days, both included.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}

/// <summary>确认: a person said so on a day.</summary>
/// <param name="By">Who, e.g. "大会秘书处 王芳".</param>
/// <param name="Note">What was confirmed, e.g. "按姓氏笔画".</param>
public sealed record Confirmation(string By, DateOnly On, string? Note);

/// <summary>以前的一次表决.</summary>
public sealed record EarlierVote(string Name, string Post, DateOnly On, bool Passed);

/// <summary>一人的任前事项; null = not recorded.</summary>
public sealed record PersonChecks(string Name, bool? Exam, bool? Statement);
