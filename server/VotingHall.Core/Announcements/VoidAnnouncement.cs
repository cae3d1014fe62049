namespace VotingHall.Core;

/// <summary>作废宣读词. Nothing of what had been pressed is said. Source: screens 6; rules 13.</summary>
public static class VoidAnnouncement
{
    /// <summary>Of a void round; anything else is a bug of the caller.</summary>
    public static Announcement Of(Round round) =>
        Of(round.Voided ?? throw new InvalidOperationException("the round is not void"), round.Question);

    public static Announcement Of(Voiding voiding, Question question)
    {
        (string act, string actEnglish) = question switch
        {
            RollCall => ("签到", "roll call"),
            Election or RunoffElection => ("投票", "ballot"),
            _ => ("表决", "vote"),
        };
        if (voiding.Reason == VoidReason.SystemFailure)
            return Failure(act, actEnglish, question);
        string why = voiding.Note.Trim().TrimEnd('。', '.', '；', '，');
        Speech speech = new();
        speech.Say(
            $"因{(why.Length > 0 ? why : VoidReasons.Chinese(voiding.Reason))}，本次{act}作废。",
            $"This {actEnglish} is void: {(why.Length > 0 ? why : VoidReasons.English(voiding.Reason))}.");
        // Without a quorum nothing is voted again for now.
        if (voiding.Reason != VoidReason.QuorumLost)
            speech.Say($"现在重新{act}。", $"We now take the {actEnglish} again.");
        return speech.Text;
    }

    /// <summary>What takes over is for the kind of act to say: ballot-type acts never fall back to hands.</summary>
    private static Announcement Failure(string act, string actEnglish, Question question)
    {
        if (question is RollCall)
            return new("表决系统发生故障，本次签到作废，改为人工清点人数。", "The voting system has failed: this roll call is void, those present are counted by hand.");
        return MethodRule.FallbackOf(MethodRule.NatureOf(question)) == VotingMethod.ShowOfHands
            ? new($"表决系统发生故障，本次{act}作废，改用举手方式表决。", $"The voting system has failed: this {actEnglish} is void, we vote by show of hands.")
            : new($"表决系统发生故障，本次{act}作废，改用纸质选票。", $"The voting system has failed: this {actEnglish} is void, we vote on paper.");
    }
}
