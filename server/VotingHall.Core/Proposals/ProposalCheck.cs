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
            ChosenRule(problems, election, meeting.Rules);
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

    /// <summary>The item says itself how many may be chosen; where the profile quotes a rule, both must agree (EL44: deputies always at most).</summary>
    private static void ChosenRule(List<ProposalProblem> problems, Election election, ProfileRules rules)
    {
        if (rules.Cites.ContainsKey("ballot.rule") && election.OfficeKind != OfficeKind.UpperDeputy && election.BallotRule != rules.Ballot.Rule)
            problems.Add(new(
                "ballotRule", $"一票可选人数与规则集不同{CiteOf(rules, "ballot.rule")}", $"how many a ballot may choose differs from the profile{CiteEnglishOf(rules, "ballot.rule")}", Broken: true));
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
