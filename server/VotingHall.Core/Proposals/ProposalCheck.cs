namespace VotingHall.Core;

/// <summary>手续检查: everything at once; an empty list = nothing against it and nothing missing.</summary>
public static class ProposalCheck
{
    public static IReadOnlyList<ProposalProblem> Of(AgendaItem item, Meeting meeting)
    {
        List<ProposalProblem> problems = [];
        SupportersCheck.Add(problems, item, meeting);
        if (item.Question is Election election)
        {
            NominationCheck.Add(problems, election, item.Before, meeting);
            DifferenceCheck.Add(problems, election, item.Before, meeting.Rules);
            OrderCheck.Add(problems, election, item.Before);
        }
        if (item.Question is Appointment appointment)
        {
            MergeCheck.Add(problems, appointment, item.Before, meeting.Rules);
            ReproposalCheck.Add(problems, appointment, item.Before, meeting.Rules);
            PersonsCheck.Add(problems, appointment, item.Before, meeting);
        }
        if (item.Question is ProjectVote projects)
            ProjectCheck.Add(problems, projects, meeting.Rules);
        RemovalOrder.Add(problems, item, meeting);
        return problems;
    }

    /// <summary>层级 of a meeting; null = unknown.</summary>
    internal static CongressLevel? LevelOf(Meeting meeting) => meeting.Level switch
    {
        "province" => CongressLevel.Province,
        "city" => CongressLevel.Prefecture,
        "county" => CongressLevel.County,
        "township" => CongressLevel.Township,
        _ => null,
    };

    /// <summary>Behind a sentence: the article of the profile, where it quotes one.</summary>
    internal static string CiteOf(ProfileRules rules, string parameter) => rules.Cites.TryGetValue(parameter, out string? cite) ? $"（{cite}）" : "（规则集）";

    internal static string CiteEnglishOf(ProfileRules rules, string parameter) => rules.Cites.TryGetValue(parameter, out string? cite) ? $" ({cite})" : " (profile)";
}
