namespace VotingHall.Core;

/// <summary>民生实事项目票决. Source: rules 11, 18.</summary>
/// <param name="Marks">project.marks.</param>
/// <param name="ToChoose">project.toChoose: 应选项目数 that the adopted measure fixes; null = each item says it.</param>
/// <param name="Tie">project.tie: equal votes for the last place.</param>
/// <param name="Shortfall">project.shortfall: fewer projects with a majority than places.</param>
public sealed record ProjectParameters(
    ProjectMarks Marks = ProjectMarks.ThreeMarks,
    int? ToChoose = null,
    ProjectTie Tie = ProjectTie.Runoff,
    ProjectShortfall Shortfall = ProjectShortfall.Presidium);

/// <summary>项目票的填法. Stored by name.</summary>
public enum ProjectMarks
{
    /// <summary>每个项目赞成、反对、弃权.</summary>
    ThreeMarks = 1,
    /// <summary>只勾选所赞成的项目.</summary>
    PickList = 2,
}

/// <summary>末位票数相等. Stored by name.</summary>
public enum ProjectTie
{
    /// <summary>再次投票.</summary>
    Runoff = 1,
    /// <summary>由主席团决定.</summary>
    Presidium = 2,
}

/// <summary>过半数的项目不足. Stored by name.</summary>
public enum ProjectShortfall
{
    /// <summary>由主席团决定.</summary>
    Presidium = 1,
    /// <summary>就其余项目再次票决.</summary>
    VoteOnRest = 2,
    /// <summary>以已通过的项目为准.</summary>
    Accept = 3,
}
