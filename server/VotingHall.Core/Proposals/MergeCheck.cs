namespace VotingHall.Core;

/// <summary>合并表决的条件. Source: GD-SC50, CQ-APP22, BJ-APP19; rules 9.3.</summary>
internal static class MergeCheck
{
    private const string Parameter = "appointment.merge";

    public static void Add(List<ProposalProblem> problems, Appointment appointment, Preliminaries before, ProfileRules rules)
    {
        if (!appointment.Merged)
            return;
        string cite = ProposalCheck.CiteOf(rules, Parameter), citeEnglish = ProposalCheck.CiteEnglishOf(rules, Parameter);
        foreach (Nominee person in appointment.Persons.Where(person => person.Post is string post && rules.Appointment.IndividualPosts.Covers(post)))
            problems.Add(new(
                "merged", $"{person.Post}{person.Name}须逐人表决{ProposalCheck.CiteOf(rules, "appointment.individualPosts")}",
                $"{person.Name} ({person.Post}) is voted apart{ProposalCheck.CiteEnglishOf(rules, "appointment.individualPosts")}", Broken: true));
        switch (rules.Appointment.Merge)
        {
            case MergeRule.Never:
                problems.Add(new("merged", $"人事任免逐人表决，不合并{cite}", $"persons are voted one by one, not together{citeEnglish}", Broken: true));
                break;
            case MergeRule.ByOffice when appointment.Persons.Select(person => person.Post).Distinct().Count() > 1:
                problems.Add(new("merged", $"只有同一职务的人选可以合并表决{cite}", $"only persons for the same post may be voted together{citeEnglish}", Broken: true));
                break;
            case MergeRule.ByOffice:
                break;
            default:
                if (before.Merge is null)
                    problems.Add(new("before.merge", Missing(rules.Appointment.Merge) + cite, MissingEnglish(rules.Appointment.Merge) + citeEnglish, Broken: false));
                break;
        }
    }

    private static string Missing(MergeRule rule) => rule switch
    {
        MergeRule.Consent => "合并表决须经到会组成人员多数同意，请记明同意情况",
        MergeRule.ChairmensMeeting => "合并表决由主任会议决定，请记明决定",
        MergeRule.NoObjection => "没有异议的方可合并表决，请记明征求意见的情况",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static string MissingEnglish(MergeRule rule) => rule switch
    {
        MergeRule.Consent => "a merged vote needs the consent of most members present: note it",
        MergeRule.ChairmensMeeting => "a merged vote is decided by the chairmen's meeting: note the decision",
        MergeRule.NoObjection => "only what nobody objected to is merged: note that members were asked",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };
}
