namespace VotingHall.Core;

/// <summary>项目票决之后: too few projects, and the appraisal at the end of the year. Source: rules 11.</summary>
internal static class ProjectFollowUps
{
    public static IReadOnlyList<FollowUp> OfShortfall(ProjectVote vote, Outcome.Shortfall shortfall, ProfileRules rules)
    {
        List<FollowUp> offers = [];
        string[] rest = [.. shortfall.Persons.Where(one => one.State == PersonState.NotElected).Select(one => one.Name)];
        ProjectShortfall rule = rules.Project.Shortfall;
        if (rule == ProjectShortfall.Presidium)
            offers.Add(Ties.Presidium("由主席团决定就其余项目再次票决，或者以已通过的项目为准"));
        if (rule != ProjectShortfall.Accept && rest.Length > 0)
            offers.Add(new(
                FollowUpKind.RemainingProjects, $"就其余{rest.Length}个项目再次票决，应选{shortfall.Missing}个", $"a vote on the other {rest.Length} projects for {shortfall.Missing}", [Law.OL25])
            {
                Question = vote with { Title = FollowUpTitle.Of(vote.Title, "（其余项目再次票决）"), Projects = rest, Seats = shortfall.Missing, Runoff = false },
            });
        offers.AddRange(Appraisal(vote, shortfall.Persons));
        return offers;
    }

    public static IReadOnlyList<FollowUp> OfFilled(ProjectVote vote, Outcome.Filled filled) => Appraisal(vote, filled.Persons);

    /// <summary>年终测评: one row a chosen project, linked to the vote that chose it.</summary>
    private static FollowUp[] Appraisal(ProjectVote vote, IReadOnlyList<PersonOutcome> projects)
    {
        Nominee[] chosen = [.. projects.Where(one => one.State == PersonState.Elected).Select(one => new Nominee(one.Name, null))];
        return chosen.Length == 0 ? [] :
        [
            new(FollowUpKind.Appraisal, $"年终就{chosen.Length}个项目逐项测评", $"the {chosen.Length} projects are appraised one by one at the end of the year", [])
            {
                Question = new Evaluation
                {
                    Title = FollowUpTitle.Of(vote.Title, "（年终满意度测评）"),
                    Verb = ActVerb.Evaluations[0],
                    Items = chosen,
                    Scale = GradingScale.Satisfaction,
                    AppraisalOf = vote.Title,
                },
            },
        ];
    }
}

/// <summary>后续投票的题目: the title of the first vote with a mark, left as it is where the mark would not fit.</summary>
internal static class FollowUpTitle
{
    public static string Of(string title, string mark) =>
        title.EndsWith(mark, StringComparison.Ordinal) || title.Length + mark.Length > QuestionJson.TitleLengthMax ? title : title + mark;
}
