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
    string? FallbackOf,
    bool EnteredByHand,
    TallyLines? Tally,
    OutcomeLine Outcome,
    QuestionLine Question,
    IReadOnlyList<NamedChoice> Named,
    IReadOnlyList<ExceptionLine> Exceptions,
    LogLine? Log,
    string? SoftwareVersion)
{
    /// <summary>One row for the whole: a motion, one person, a merged list.</summary>
    internal bool IsSingle => Words.IsWhole(Item.Kind) && Tally?.Rows.Count == 1;

    internal bool IsEvaluation => Item.Kind == "evaluation";

    internal bool Rehearsal => Exceptions.Any(exception => exception.Code == "rehearsalKeys");

    internal bool Void => Outcome.State == "void" || Exceptions.Any(exception => exception.Code == "void");
}

/// <summary>会议.</summary>
internal sealed record MeetingLine(string Name, string Body, int? SittingNo, string? Location);

/// <summary>付表决的事项.</summary>
internal sealed record ItemLine(string? AgendaNo, string Title, string Kind, string Verb, string? VoteNo, string? Office);

/// <summary>轮次: which round of the item, and which earlier round it repeats or follows.</summary>
/// <param name="Type">投票的性质, e.g. byElection; empty in records that do not say it.</param>
internal sealed record RoundLine(int No, string? RepeatOf, string? FollowUpOf, string Type);

/// <summary>规则.</summary>
internal sealed record RuleLine(
    string Id, string? Press, int? BaseCount, string? BaseBasis, int? Required, int? Seats, IReadOnlyList<string> Options, IReadOnlyList<string> Cites, string? ProfileDigest)
{
    /// <summary>What the options are called where the usual words are not meant, in the order of <see cref="Options"/>.</summary>
    internal IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>含半数: the share is reached by exactly that share.</summary>
    internal bool Inclusive { get; init; }

    /// <summary>合格线 in percent, where grades are given by rates.</summary>
    internal int? PassPercent { get; init; }

    /// <summary>首等线 in percent.</summary>
    internal int? SatisfiedPercent { get; init; }

    /// <summary>候选名单勾选: no mark for what is not chosen.</summary>
    internal bool IsPickList => Options.Count == 1 && Options[0] == "for";

    internal string LabelOf(int option) => option < Labels.Count ? Labels[option] : Words.Choice(Options[option]);
}

/// <summary>票面上的人选、名单或对象: what the question says besides the rows.</summary>
/// <param name="Persons">人选 with posts, or the items of an evaluation.</param>
/// <param name="Names">Names of a list.</param>
/// <param name="AppraisalOf">所依票决.</param>
/// <param name="Scale">Scale of an evaluation, "score" for points.</param>
internal sealed record QuestionLine(IReadOnlyList<PersonLine> Persons, IReadOnlyList<string> Names, string? AppraisalOf, string Scale)
{
    internal static QuestionLine None { get; } = new([], [], null, "");
}

/// <summary>人选.</summary>
internal sealed record PersonLine(string Name, string? Post)
{
    /// <summary>Name and post as they stand in a list.</summary>
    internal string Whole => Post is null ? Name : $"{Name}（{Post}）";
}

/// <summary>签到情况.</summary>
internal sealed record RollLine(int Due, int Present, int? Excused, int? Quorum)
{
    internal int Absent => Math.Max(0, Due - Present);
}

/// <summary>计票结果.</summary>
internal sealed record TallyLines(
    IReadOnlyList<TallyRow> Rows, int NotPressed, int Participants, string SumCheck, int? Issued, int? Collected, int? Valid, int? Invalid)
{
    /// <summary>Those who could take part.</summary>
    internal int? Total { get; init; }

    /// <summary>无效票的原因, in the order they are printed.</summary>
    internal IReadOnlyList<(string Reason, int Papers)> Reasons { get; init; } = [];
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
    internal bool AddsUpTo(int ballots) => Void == 0 ? Whole(ballots) : Whole(ballots - Void);

    /// <summary>各等次票数, best first, five places.</summary>
    internal IReadOnlyList<int> Grades { get; init; } = [];

    /// <summary>评分份数.</summary>
    internal int? Forms { get; init; }

    /// <summary>总分.</summary>
    internal int? Points { get; init; }

    /// <summary>Marks of one option of the paper.</summary>
    internal int Of(string option) => option switch
    {
        "for" => For,
        "against" => Against,
        "abstain" => Abstain,
        "writeIn" => WriteIn,
        "grade1" => Grades[0],
        "grade2" => Grades[1],
        "grade3" => Grades[2],
        "grade4" => Grades[3],
        "grade5" => Grades[4],
        _ => 0,
    };

    private bool Whole(int ballots) => (long)For + Against + Abstain + WriteIn == ballots || (long)For + Against + Abstain == ballots;
}

/// <summary>结论.</summary>
internal sealed record OutcomeLine(string State, string Arithmetic, string? FollowUp)
{
    /// <summary>What its own base counts: signatories, those present; null where the record does not say.</summary>
    internal int? Base { get; init; }

    /// <summary>各项的等次 of an evaluation, in the order of the rows.</summary>
    internal IReadOnlyList<GradeLine> Items { get; init; } = [];

    /// <summary>All that may follow, in the words shown to the hall.</summary>
    internal IReadOnlyList<string> FollowUps { get; init; } = [];
}

/// <summary>一项的测评结果.</summary>
/// <param name="Base">What its rates are measured against; 0 = nobody.</param>
internal sealed record GradeLine(string Name, int Base, string? GradeName, int? MeanNumerator, int? MeanDenominator);

/// <summary>记名表决中一人的选择; <paramref name="Choices"/> has one entry per row of the paper.</summary>
internal sealed record NamedChoice(string Seat, string Name, IReadOnlyList<string> Choices);

/// <summary>异常情况.</summary>
internal sealed record ExceptionLine(string Code, int? Count, string? Note);

/// <summary>流水: size and root of the log head the record stands on.</summary>
internal sealed record LogLine(int Size, string Root);
