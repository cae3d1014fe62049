using System.Collections.Immutable;

namespace VotingHall.Core;

/// <summary>
/// 后续: what the law or the profile lets follow a finished round: a vote that can be prepared, or a step for people, said as text and never done by
/// itself. Source: OL27, OL29, EL45; rules 5.3–5.7, 6, 11, 12.6.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Chinese">As shown to the desks.</param>
/// <param name="English">The same in English.</param>
/// <param name="Laws">Articles it rests on.</param>
public sealed record FollowUp(FollowUpKind Kind, string Chinese, string English, IReadOnlyList<Law> Laws)
{
    /// <summary>The vote as offered; null for a step that is no vote.</summary>
    public Question? Question { get; init; }

    /// <summary>Whose names may stand on it, where that is open; null where the question says it.</summary>
    public FurtherCandidates? Candidates { get; init; }

    /// <summary>可以准备的投票.</summary>
    public bool IsVote => Question is not null;

    /// <summary>The question with the names people chose (none = as offered); null for what is no vote.</summary>
    public FollowUpQuestion? QuestionFor(ImmutableArray<string> names)
    {
        if (Question is not Question offered)
            return null;
        bool given = !names.IsDefaultOrEmpty;
        if (Candidates is not FurtherCandidates candidates)
            return given
                ? new FollowUpQuestion.Refused("这一种投票的名单已由上一轮确定", "the earlier round has settled the names of this vote")
                : new FollowUpQuestion.Ready(offered);
        return candidates.Choose((Election)offered, given ? names : []);
    }
}

/// <summary>后续投票的事项: settled, or why the names are not as prescribed.</summary>
public abstract record FollowUpQuestion
{
    private FollowUpQuestion() { }

    public sealed record Ready(Question Question) : FollowUpQuestion;

    public sealed record Refused(string Chinese, string English) : FollowUpQuestion;
}

/// <summary>后续的种类. Stored by name.</summary>
public enum FollowUpKind
{
    /// <summary>再次投票.</summary>
    Runoff = 1,
    /// <summary>另行选举.</summary>
    FurtherElection = 2,
    /// <summary>重新投票.</summary>
    Revote = 3,
    /// <summary>就其余项目再次票决.</summary>
    RemainingProjects = 4,
    /// <summary>预选后的正式选举.</summary>
    FormalElection = 5,
    /// <summary>项目年终测评.</summary>
    Appraisal = 6,
    /// <summary>由主席团（主任会议）决定.</summary>
    PresidiumDecides = 7,
    /// <summary>报请上级批准.</summary>
    UpperApproval = 8,
    /// <summary>会议暂不能举行.</summary>
    Adjourn = 9,
    /// <summary>规则集所定的后续, as text.</summary>
    Consequence = 10,
}
