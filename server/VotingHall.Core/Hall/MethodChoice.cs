namespace VotingHall.Core;

/// <summary>
/// 表决手段的选择: the method of the agenda, or after a failure of the keypads the one the profile has for it: the failed round is void as a whole
/// and the same item goes on. Source: NPC-R60, NPCSC-R48; rules 13, 18.
/// </summary>
internal static class MethodChoice
{
    /// <summary>On paper a vote is 无记名, a show of hands is open; null: keypads do either.</summary>
    public static RoundMode? ModeOf(VotingMethod method) => method switch
    {
        VotingMethod.PaperBallot => RoundMode.Secret,
        VotingMethod.ShowOfHands => RoundMode.Named,
        _ => null,
    };

    /// <param name="planned">As the agenda (or the tied round) has it.</param>
    /// <param name="earlier">The last round of the same vote, or null.</param>
    public static Refusal? Problem(Question question, VotingMethod method, VotingMethod planned, Round? earlier, Meeting meeting)
    {
        if (!Enum.IsDefined(method))
            return new Refusal.MethodNotAgreed(VotingMethod.Keypad);
        if (method != planned && !(IsFailure(earlier) && MethodRule.FallbacksOf(question, meeting.Rules).Contains(method)))
            return new Refusal.MethodNotAgreed(method);
        return MethodRule.Objection(question, method, meeting.Rules);
    }

    /// <summary>The round on keypads another method takes over from, or null.</summary>
    public static RoundNo? FallbackOf(VotingMethod method, VotingMethod planned, Round? earlier) =>
        method == planned ? null : earlier?.FallbackOf ?? earlier?.No;

    /// <summary>The keypads failed in it, or it is itself such a round to be taken again.</summary>
    public static bool IsFailure(Round? earlier) => earlier is { Phase: RoundPhase.Voided }
        && (earlier.FallbackOf is not null || earlier is { Method: VotingMethod.Keypad, Voided.Reason: VoidReason.SystemFailure or VoidReason.StationRefused });
}
