using VotingHall.Core;

namespace VotingHall.Server.Api;

/// <summary>事项的规则数: what stands beside an item in the editor: votes needed. What it breaks: <see cref="Plans.ItemProblems"/>.</summary>
internal static class ItemFacts
{
    /// <summary>Votes needed (roll call: members); null where the number depends on the vote itself or there is none.</summary>
    public static int? Required(Question question, Meeting meeting, int countBase) => question switch
    {
        RollCall => Quorum.For(meeting.Body, meeting.Rules).Needed(countBase),
        Motion { Rule: MotionRule.MajorityOfPresent } or Procedural or Evaluation or PreSelection => null,
        { Type: VoteType.Runoff } => null,
        InquiryAnswer answer => Threshold.MoreThanHalf.VotesNeeded(answer.Signatories.Count),
        Motion { Rule: MotionRule.TwoThirdsOfAll } => Threshold.AtLeastTwoThirds.VotesNeeded(countBase),
        _ => Threshold.MoreThanHalf.VotesNeeded(countBase),
    };
}
