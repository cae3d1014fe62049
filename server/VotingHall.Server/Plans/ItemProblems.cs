using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>
/// 事项尚缺: what bars a well-formed item from being voted by keypad, or breaks a rule of numbers, and what is still missing of its preliminaries. The one list behind the editor's lines and the
/// agenda's 尚缺【k】项. Source: OL27, OL28, OL30, EL31, SL62; rules 5.2, 6, 14.
/// </summary>
internal static class ItemProblems
{
    public static IReadOnlyList<ItemProblem> Of(AgendaItem item, Meeting meeting)
    {
        Question question = item.Question;
        List<ItemProblem> problems = [];
        if (MethodRule.Objection(question, item.Method, meeting.Rules) is { } refusal)
            problems.Add(new ItemProblem("method", refusal.Chinese, refusal.English));
        if (question is Election election && NumberProblem(election) is { } number)
            problems.Add(number);
        problems.AddRange(ProposalCheck.Of(item, meeting).Select(problem => new ItemProblem(problem.Field, problem.Chinese, problem.English)));
        return problems;
    }

    /// <summary>差额. Source: OL27, OL30, EL31; rules 5.2, 6.</summary>
    private static ItemProblem? NumberProblem(Election election)
    {
        CandidateNumbers allowed = CandidateNumbers.Of(election);
        Law law = CandidateNumbers.LawOf(election);
        int count = election.Candidates.Count;
        if (allowed.Allows(count) || allowed.IsEmpty)
            return null;
        string chinese = allowed.Max is { } max ? $"{allowed.Min} 至 {max} 人" : $"不少于 {allowed.Min} 人";
        string english = allowed.Max is { } most ? $"{allowed.Min} to {most}" : $"{allowed.Min} or more";
        return new ItemProblem(
            "candidates", $"应选 {election.Seats} 名，候选人须为{chinese}（{law.Chinese}），现有 {count} 人",
            $"{election.Seats} seats: {english} candidates are prescribed ({law.English}), there are {count}");
    }
}

/// <summary>尚缺的一项.</summary>
/// <param name="Field">Field of the item it is about, as in meeting.json.</param>
internal sealed record ItemProblem(string Field, string Chinese, string English);
