namespace VotingHall.Core;

/// <summary>项目票决: marks and number as the adopted measure says. Source: rules 11, 18.</summary>
internal static class ProjectCheck
{
    public static void Add(List<ProposalProblem> problems, ProjectVote projects, ProfileRules rules)
    {
        if (projects.Runoff)
            return;
        if (rules.Project.ToChoose is int number && number != projects.Seats)
            problems.Add(new(
                "seats", $"应选项目数为 {Arithmetic.Text(number)} 个{ProposalCheck.CiteOf(rules, "project.toChoose")}，现为 {Arithmetic.Text(projects.Seats)} 个",
                $"{Arithmetic.Text(number)} projects are to be chosen{ProposalCheck.CiteEnglishOf(rules, "project.toChoose")}, here {Arithmetic.Text(projects.Seats)}", Broken: true));
        bool pickList = rules.Project.Marks == ProjectMarks.PickList;
        if (rules.Cites.ContainsKey("project.marks") && projects.PickList != pickList)
            problems.Add(new(
                "pickList", $"项目票的填法与规则集不同{ProposalCheck.CiteOf(rules, "project.marks")}",
                $"the marks differ from the profile{ProposalCheck.CiteEnglishOf(rules, "project.marks")}", Broken: true));
    }
}
