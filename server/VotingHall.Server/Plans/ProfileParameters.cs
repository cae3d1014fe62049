namespace VotingHall.Server.Plans;

/// <summary>
/// 规则集参数目录: the parameters that this release keeps at one value. They stand in the profile with their citation so that a reader sees what was
/// chosen; another value is refused rather than silently ignored. Source: rules 18.
/// </summary>
internal static class ProfileParameters
{
    private static readonly IReadOnlyDictionary<string, string> Only = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ballot.rule"] = "selected_le_seats",
        ["ballot.blank"] = "abstainAll",
        ["ballot.overVoteScope"] = "office",
        ["tie.second"] = "repeat",
        ["motion.method"] = "keypad",
        ["motion.fallback"] = "hands",
        ["announce.order"] = "ballotOrder",
        ["appointment.merge"] = "never",
        ["project.tie"] = "runoff",
    };

    public static IEnumerable<string> Listed => Only.Keys.Order(StringComparer.Ordinal);

    /// <summary>What no profile may touch.</summary>
    public static IReadOnlyList<string> Fixed { get; } =
        ["motion.threshold", "election.threshold", "appointment.threshold", "quorum.congress", "quorum.committee", "ballot.marks", "ballot.overVote", "tie.first"];

    /// <summary>Places of a count where the local norm may be quoted beside the law.</summary>
    public static IReadOnlyList<string> Cited { get; } =
        ["motion.threshold", "motion.present", "list.threshold", "appointment.threshold", "election.measure", "project.measure"];

    public static void Check(string name, PlanFields field)
    {
        string value = field.Text("value", 60);
        if (value.Length > 0 && value != Only[name])
            field.Problem("value", $"{name} 目前只支持 {Only[name]}", $"{name}: only {Only[name]} is supported");
    }
}
