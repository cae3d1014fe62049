namespace VotingHall.Core;

/// <summary>
/// 法律动词: the legal act a vote performs. Electing, appointing, adopting and dismissing are four acts with four papers; a verb on the wrong
/// paper is refused. Source: rules 4.1, 9.1, glossary 6.
/// </summary>
public static class ActVerb
{
    /// <summary>选举类: only these bring write-ins and a ranking.</summary>
    public static IReadOnlyList<string> Elections { get; } = ["选举", "补选", "另行选举"];

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

    internal static string? ObjectionToAppointment(string verb) =>
        Dismissals.Contains(verb) ? DismissalRefused
        : Appointments.Contains(verb) ? null : "an appointment has one of " + string.Join("、", Appointments);

    internal static string? ObjectionToVote(string verb) =>
        Dismissals.Contains(verb) ? DismissalRefused
        : Elections.Contains(verb) || verb == Runoff ? "an election needs the kind election" : null;

    private static string DismissalRefused => "needs a secret paper ballot (" + Law.SL62.English + ")";
}
