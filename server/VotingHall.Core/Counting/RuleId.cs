namespace VotingHall.Core;

/// <summary>规则标识: the stable identifiers of rules 1, stored in records and used in the case files.</summary>
public static class RuleId
{
    public const string MajorityOfAll = "majority_of_all";
    public const string TwoThirdsOfAll = "two_thirds_of_all";
    public const string MajorityOfAllWithParticipation = "majority_of_all_with_participation";
    public const string MajorityOfPresent = "majority_of_present";
    public const string MajorityOfSignatories = "majority_of_signatories";
    public const string Plurality = "plurality";
    public const string QuorumTwoThirds = "quorum_two_thirds";
    public const string QuorumMajority = "quorum_majority";
    public const string BallotsCollectedAtMostIssued = "ballots_collected_le_issued";
    public const string SelectedAtMostSeats = "selected_le_seats";
    public const string SelectedExactlySeats = "selected_eq_seats";
    public const string TopN = "top_n";
    public const string CommitteeMembers = "committee_members";
    public const string DeputyHeads = "deputy_heads";
    public const string Chief = "chief";
    public const string ByElection = "by_election";
    public const string UpperDeputies = "upper_deputies";
    public const string SupportersAtLeast = "supporters_at_least";
    public const string GradeCumulativeMajorityOfAll = "grade_cumulative_majority_of_all";
    public const string GradeCumulativeMajorityOfPresent = "grade_cumulative_majority_of_present";
    public const string GradeCumulativeMajorityOfCollected = "grade_cumulative_majority_of_collected";
    public const string GradeCumulativeMajorityOfValid = "grade_cumulative_majority_of_valid";
    public const string RateThreshold = "rate_threshold";
    public const string ScoreMean = "score_mean";
    public const string RatesOverAll = "rates_over_all";
    public const string RatesOverPresent = "rates_over_present";
    public const string RatesOverCollected = "rates_over_collected";
    public const string RatesOverValid = "rates_over_valid";
}
