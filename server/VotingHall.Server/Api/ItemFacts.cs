using VotingHall.Core;

namespace VotingHall.Server.Api;

/// <summary>事项的规则数: what stands beside an item in the editor: votes needed, and what it breaks.</summary>
internal static class ItemFacts
{
    /// <summary>Votes needed (roll call: members); null where the number depends on the vote itself or there is none.</summary>
    public static int? Required(Question question, Body body, int countBase) => question switch
    {
        RollCall => Quorum.For(body).Needed(countBase),
        Motion { Rule: MotionRule.MajorityOfPresent } or RunoffElection or ProjectVote { Runoff: true } => null,
        Motion { Rule: MotionRule.TwoThirdsOfAll } => Threshold.AtLeastTwoThirds.VotesNeeded(countBase),
        _ => Threshold.MoreThanHalf.VotesNeeded(countBase),
    };

    public static IReadOnlyList<ApiError> Problems(Question question, ProfileRules rules)
    {
        List<ApiError> problems = [];
        if (MethodRule.KeypadRefusal(question, rules) is { } law)
        {
            Refusal refusal = new Refusal.PaperBallotPrescribed(law);
            problems.Add(new ApiError("verb", refusal.Chinese, refusal.English));
        }
        if (question is Election election && NumberProblem(election) is { } number)
            problems.Add(number);
        return problems;
    }

    /// <summary>差额. Source: OL27, OL30, EL31; rules 5.2, 6.</summary>
    private static ApiError? NumberProblem(Election election)
    {
        // 另行选举 has no interval of its own.
        if (election.Verb == "另行选举")
            return null;
        (CandidateRule rule, Law law) = election switch
        {
            { Verb: "补选" } => (CandidateRule.ByElection, Law.OL30),
            { OfficeKind: OfficeKind.Chief or OfficeKind.ChiefProcurator } => (CandidateRule.Chief, Law.OL27),
            { OfficeKind: OfficeKind.Deputy } => (CandidateRule.DeputyHeads, Law.OL27),
            { OfficeKind: OfficeKind.CommitteeMember } => (CandidateRule.CommitteeMembers, Law.OL27),
            { OfficeKind: OfficeKind.UpperDeputy } => (CandidateRule.UpperDeputies, Law.EL31),
            _ => throw new InvalidOperationException("unknown office"),
        };
        CandidateNumbers allowed = CandidateNumbers.For(rule, election.Seats);
        int count = election.Candidates.Count;
        if (allowed.Allows(count) || allowed.IsEmpty)
            return null;
        string chinese = allowed.Max is { } max ? $"{allowed.Min} 至 {max} 人" : $"不少于 {allowed.Min} 人";
        string english = allowed.Max is { } most ? $"{allowed.Min} to {most}" : $"{allowed.Min} or more";
        return new ApiError(
            "candidates", $"应选 {election.Seats} 名，候选人须为{chinese}（{law.Chinese}），现有 {count} 人",
            $"{election.Seats} seats: {english} candidates are prescribed ({law.English}), there are {count}");
    }
}
