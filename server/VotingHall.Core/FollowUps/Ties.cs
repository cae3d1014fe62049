namespace VotingHall.Core;

/// <summary>票数相等之后: the first tie is voted again by law; a second one as the profile says. Source: OL29, EL45; rules 5.5, 11, 18.</summary>
internal static class Ties
{
    public static IReadOnlyList<FollowUp> Of(Question question, Outcome.RunoffRequired tie, ProfileRules rules)
    {
        bool projects = question is ProjectVote;
        bool presidium = question switch
        {
            ProjectVote => rules.Project.Tie == ProjectTie.Presidium,
            RunoffElection => rules.Tie.Second == SecondTie.Presidium,
            _ => false,
        };
        if (presidium || question.RunoffFor(tie) is not Question again)
            return [Presidium(projects ? "得票相等的项目由主席团决定" : "再次投票后票数仍相等，由主席团提出办法")];
        Law law = question switch
        {
            Election { OfficeKind: OfficeKind.UpperDeputy } or RunoffElection { OfficeKind: OfficeKind.UpperDeputy } => Law.EL45,
            _ => Law.OL29,
        };
        string unit = projects ? "个项目" : "人";
        return
        [
            new(
                FollowUpKind.Runoff, $"就票数相等的{tie.Tied.Count}{unit}再次投票，应选{tie.SeatsLeft}{(projects ? "个" : "名")}，以得票多的当选",
                $"a run-off among the {tie.Tied.Count} with equal votes for {tie.SeatsLeft}; more votes wins", projects ? [] : [law]) { Question = again },
        ];
    }

    internal static FollowUp Presidium(string chinese) =>
        new(FollowUpKind.PresidiumDecides, chinese, "the presiding body decides what follows", []);
}
