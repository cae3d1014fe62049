using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>案例: one count to be checked, as read from a file. Figures a source does not give are null. Format: tests/cases/schema.json.</summary>
internal sealed record CountCase
{
    public required string Id { get; init; }
    public required string Rule { get; init; }
    public string Kind { get; init; } = "";
    public string Title { get; init; } = "";
    public string Office { get; init; } = "";
    public string Proposal { get; init; } = "";
    public Body Body { get; init; } = Body.Congress;
    public CongressLevel? Level { get; init; }
    public VotingMethod? Method { get; init; }
    public int? TotalMembers { get; init; }
    public int? TotalMembersMax { get; init; }
    public int? Present { get; init; }
    public int? BallotsIssued { get; init; }
    public int? BallotsCollected { get; init; }
    public int? BallotsValid { get; init; }
    public int? BallotsInvalid { get; init; }
    public int? Seats { get; init; }

    /// <summary>rate_threshold: 满意的比例线 and 通过的比例线 in percent, and what the rates are measured against.</summary>
    public int? SatisfiedPercent { get; init; }
    public int? PassPercent { get; init; }
    public GradingBase GradingBase { get; init; } = GradingBase.Valid;
    public Fraction? Fraction { get; init; }
    public IReadOnlyList<CountItem> Items { get; init; } = [];

    /// <summary>One filled paper, row by row, with <see cref="WrittenIn"/>; null when the case is not about one paper.</summary>
    public IReadOnlyList<PaperRow>? Marks { get; init; }
    public IReadOnlyList<string> WrittenIn { get; init; } = [];

    /// <summary>Every paper of the vote, alike ones together; empty when the figures are given instead.</summary>
    public IReadOnlyList<CountBallot> Ballots { get; init; } = [];

    /// <summary>reading: how the adopted measure reads a paper.</summary>
    public BallotParameters Reading { get; init; } = new();

    /// <summary>Only the number of names chosen on the paper is known.</summary>
    public int? SelectedCount { get; init; }
    public IReadOnlyList<OfficeMarks> MarksByOffice { get; init; } = [];
}

/// <summary>一项: the figures of one row.</summary>
internal sealed record CountItem(
    string Name, int? For, int? Against, int? Abstain, int? NotVoted, int? RowInvalid, int? Invalid, bool IsWriteIn,
    IReadOnlyList<(string Grade, int Count)> Grades, int? OtherMarks)
{
    /// <summary>评分: forms with points, and their points together.</summary>
    public int? ScoreForms { get; init; }
    public int? ScoreSum { get; init; }
}

/// <summary>一张票上某职务: seats and names chosen.</summary>
internal sealed record OfficeMarks(string Office, int Seats, int Selected);

/// <summary>案例结论: what <c>count</c> prints for one case; fields that do not apply are absent.</summary>
internal sealed record CaseAnswer
{
    /// <summary>Why the case cannot be decided; nothing else is then printed.</summary>
    public string? Error { get; init; }

    /// <summary>Field name and value in print order.</summary>
    public IReadOnlyList<(string Key, System.Text.Json.Nodes.JsonNode? Value)> Fields { get; init; } = [];

    public static CaseAnswer Undecided(string error) => new() { Error = error };
}
