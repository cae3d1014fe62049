namespace VotingHall.Core;

/// <summary>
/// 法律动词: the legal act a vote performs. Electing, appointing, adopting and dismissing are four acts with four papers; a verb on the wrong
/// paper is refused. Source: rules 4.1, 9.1, glossary 6.
/// </summary>
public static class ActVerb
{
    /// <summary>选举类: only these bring write-ins and a ranking.</summary>
    public static IReadOnlyList<string> Elections { get; } = ["选举", ByElection, FurtherElection];

    /// <summary>补选: a vacancy within the term.</summary>
    public const string ByElection = "补选";

    /// <summary>另行选举: seats left open by a first ballot.</summary>
    public const string FurtherElection = "另行选举";

    /// <summary>预选.</summary>
    public const string PreSelection = "预选";

    /// <summary>推选代理: acting chair of the standing committee.</summary>
    public const string ActingChair = "推选代理";

    /// <summary>决定代理: acting heads of the other organs.</summary>
    public const string Acting = "决定代理";

    /// <summary>罢免.</summary>
    public const string Recall = "罢免";

    /// <summary>接受辞职.</summary>
    public static IReadOnlyList<string> Resignations { get; } = ["接受辞职", "决定接受辞职"];

    /// <summary>测评、评议.</summary>
    public static IReadOnlyList<string> Evaluations { get; } = ["测评", "评议"];

    /// <summary>再次投票.</summary>
    public const string Runoff = "再次投票";

    /// <summary>撤职: paper ballot only (SL62).</summary>
    public static IReadOnlyList<string> Dismissals { get; } = ["撤职", "撤销职务"];

    /// <summary>任免类 and the acceptance of resignations.</summary>
    public static IReadOnlyList<string> Appointments { get; } =
    [
        "决定任命", "任命", "决定任免", "任免", "决定免职", "免职", "免去", "接受辞职", "决定接受辞职",
        "决定代理", "推选代理", "批准任免", "批准任命", "批准免职", "补充任命", "通过",
    ];

    internal static string? ObjectionToElection(string verb) =>
        Elections.Contains(verb) ? null : "an election has one of " + string.Join("、", Elections);

    internal static string? ObjectionToRunoff(string verb) => verb == Runoff ? null : "a run-off is a " + Runoff;

    internal static string? ObjectionToPreSelection(string verb) => verb == PreSelection ? null : "a pre-selection is a " + PreSelection;

    internal static string? ObjectionToRecall(string verb) => verb == Recall ? null : "a recall is a " + Recall;

    internal static string? ObjectionToResignation(string verb) =>
        Resignations.Contains(verb) ? null : "a resignation has one of " + string.Join("、", Resignations);

    internal static string? ObjectionToDismissal(string verb) => Dismissals.Contains(verb) ? null : "a dismissal has one of " + string.Join("、", Dismissals);

    internal static string? ObjectionToActing(string verb) =>
        verb is Acting or ActingChair ? null : "an acting post has one of " + Acting + "、" + ActingChair;

    internal static string? ObjectionToEvaluation(string verb) =>
        Evaluations.Contains(verb) ? null : "an evaluation has one of " + string.Join("、", Evaluations);

    internal static string? ObjectionToAppointment(string verb) =>
        Dismissals.Contains(verb) ? DismissalRefused
        : Appointments.Contains(verb) ? null : "an appointment has one of " + string.Join("、", Appointments);

    internal static string? ObjectionToVote(string verb) =>
        Dismissals.Contains(verb) ? DismissalRefused
        : Elections.Contains(verb) || verb == Runoff ? "an election needs the kind election"
        : verb == PreSelection ? "a pre-selection needs the kind preSelection" : null;

    private static string DismissalRefused => "needs a secret paper ballot (" + Law.SL62.English + ")";
}
