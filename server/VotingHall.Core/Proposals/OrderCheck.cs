namespace VotingHall.Core;

/// <summary>名单次序: stroke order is proposed by software and confirmed by people; who and when stands with the item. Source: CQ-TWP23; rules 14.</summary>
internal static class OrderCheck
{
    public static void Add(List<ProposalProblem> problems, Election election, Preliminaries before)
    {
        if (election.Candidates.Count > 1 && before.Order is null)
            problems.Add(new(
                "before.order", "候选人名单的次序（姓氏笔画）还没有人确认", "nobody has confirmed the order of the names (surname strokes) yet", Broken: false));
    }
}
