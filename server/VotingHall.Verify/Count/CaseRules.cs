using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>案例规则: every rule identifier of rules 1 and the function that answers for it.</summary>
internal static class CaseRules
{
    private static readonly Dictionary<string, Func<CountCase, CaseAnswer>> ByName = new(StringComparer.Ordinal)
    {
        [RuleId.MajorityOfAll] = VoteAnswers.Answer,
        [RuleId.TwoThirdsOfAll] = VoteAnswers.Answer,
        [RuleId.MajorityOfAllWithParticipation] = VoteAnswers.Answer,
        [RuleId.MajorityOfPresent] = VoteAnswers.Answer,
        [RuleId.MajorityOfSignatories] = VoteAnswers.Answer,
        [RuleId.Plurality] = VoteAnswers.Answer,
        [RuleId.QuorumTwoThirds] = NumberAnswers.Quorum,
        [RuleId.QuorumMajority] = NumberAnswers.Quorum,
        [RuleId.BallotsCollectedAtMostIssued] = PaperAnswers.Validity,
        [RuleId.SelectedAtMostSeats] = PaperAnswers.OneBallot,
        [RuleId.SelectedExactlySeats] = PaperAnswers.OneBallot,
        [RuleId.TopN] = NumberAnswers.PreSelected,
        [RuleId.Chief] = NumberAnswers.Candidates,
        [RuleId.DeputyHeads] = NumberAnswers.Candidates,
        [RuleId.CommitteeMembers] = NumberAnswers.Candidates,
        [RuleId.ByElection] = NumberAnswers.Candidates,
        [RuleId.UpperDeputies] = NumberAnswers.Candidates,
        [RuleId.SupportersAtLeast] = NumberAnswers.Supporters,
        [RuleId.GradeCumulativeMajorityOfAll] = GradeAnswers.Grades,
        [RuleId.GradeCumulativeMajorityOfPresent] = GradeAnswers.Grades,
        [RuleId.GradeCumulativeMajorityOfCollected] = GradeAnswers.Grades,
        [RuleId.GradeCumulativeMajorityOfValid] = GradeAnswers.Grades,
        [RuleId.RateThreshold] = GradeAnswers.Grades,
        [RuleId.RatesOverAll] = GradeAnswers.Rates,
        [RuleId.RatesOverPresent] = GradeAnswers.Rates,
        [RuleId.RatesOverCollected] = GradeAnswers.Rates,
        [RuleId.RatesOverValid] = GradeAnswers.Rates,
        [RuleId.ScoreMean] = GradeAnswers.Means,
    };

    /// <summary>Every rule there is an answer for.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>Papers given one by one are summed first; the sums are then counted like published figures.</summary>
    public static CaseAnswer Answer(CountCase one)
    {
        if (one.Ballots.Count == 0)
            return Decide(one);
        if (CaseBallots.Summed(one) is not CountCase summed)
            return CaseAnswer.Undecided("ballots: seats and the listed names in items are needed");
        CaseAnswer answer = Decide(summed);
        return answer.Error is null ? answer with { Fields = [("tally", CaseBallots.Tally(summed)), .. answer.Fields] } : answer;
    }

    private static CaseAnswer Decide(CountCase one) =>
        ByName.TryGetValue(one.Rule, out Func<CountCase, CaseAnswer>? answer)
            ? answer(one)
            : CaseAnswer.Undecided(one.Rule.Length == 0 ? "rule: missing" : "rule: unknown: " + one.Rule);
}
