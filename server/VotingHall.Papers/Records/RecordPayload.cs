namespace VotingHall.Papers;

/// <summary>结果记录: the signed payload as the paper reads it; figures and words only, no rule is applied again. Source: record.md 1, 1.1.</summary>
internal sealed record RecordPayload(
    string Suite,
    string HallName,
    MeetingLine Meeting,
    ItemLine Item,
    RoundLine Round,
    bool Secret,
    string? SecrecyProfile,
    RuleLine Rule,
    RollLine Roll,
    DateTimeOffset? Opened,
    DateTimeOffset? Closed,
    string How,
    bool Fallback,
    bool EnteredByHand,
    TallyLines? Tally,
    OutcomeLine Outcome,
    IReadOnlyList<NamedChoice> Named,
    IReadOnlyList<ExceptionLine> Exceptions,
    LogLine? Log,
    string? SoftwareVersion)
{
    internal bool Rehearsal => Exceptions.Any(exception => exception.Code == "rehearsalKeys");

    internal bool Void => Outcome.State == "void" || Exceptions.Any(exception => exception.Code == "void");
}

/// <summary>会议.</summary>
internal sealed record MeetingLine(string Name, string Body, int? SittingNo, string? Location);

/// <summary>付表决的事项.</summary>
internal sealed record ItemLine(string? AgendaNo, string Title, string Kind, string Verb, string? VoteNo, string? Office);

/// <summary>轮次: which round of the item, and which earlier round it repeats or follows.</summary>
/// <param name="Type">投票的性质: election, byElection, runoff, furtherElection, revote, …; null in older records.</param>
internal sealed record RoundLine(int No, string? RepeatOf, string? FollowUpOf, string? Type);

/// <summary>规则.</summary>
internal sealed record RuleLine(
    string Id, string? Press, int? BaseCount, string? BaseBasis, int? Required, int? Seats, IReadOnlyList<string> Options, IReadOnlyList<string> Cites, string? ProfileDigest);

/// <summary>签到情况.</summary>
internal sealed record RollLine(int Due, int Present, int? Excused, int? Quorum)
{
    internal int Absent => Math.Max(0, Due - Present);
}

/// <summary>计票结果.</summary>
internal sealed record TallyLines(
    IReadOnlyList<TallyRow> Rows, int NotPressed, int Participants, string SumCheck, int? Issued, int? Collected, int? Valid, int? Invalid)
{
    /// <summary>无效票 by the code of its reason, only those that occurred.</summary>
    internal IReadOnlyList<(string Code, int Papers)> Reasons { get; init; } = [];
}

/// <summary>一行票数: one candidate, person, project or the motion itself. <paramref name="WrittenIn"/>: 另选 by name.</summary>
internal sealed record TallyRow(int No, string Name, int For, int Against, int Abstain, int WriteIn, bool WrittenIn, string Outcome)
{
    /// <summary>行无效: valid papers on which this row could not be read.</summary>
    internal int Void { get; init; }

    /// <summary>
    /// Whether the marks are those of <paramref name="ballots"/> papers. 另选 is against the listed candidate, so it is either
    /// counted beside 反对 or within it; both forms occur in records.
    /// </summary>
    internal bool AddsUpTo(int ballots) => (long)For + Against + Abstain + WriteIn == ballots || (long)For + Against + Abstain == ballots;
}

/// <summary>结论.</summary>
internal sealed record OutcomeLine(string State, string Arithmetic, string? FollowUp);

/// <summary>记名表决中一人的选择; <paramref name="Choices"/> has one entry per row of the paper.</summary>
internal sealed record NamedChoice(string Seat, string Name, IReadOnlyList<string> Choices);

/// <summary>异常情况.</summary>
internal sealed record ExceptionLine(string Code, int? Count, string? Note);

/// <summary>流水: size and root of the log head the record stands on.</summary>
internal sealed record LogLine(int Size, string Root);
