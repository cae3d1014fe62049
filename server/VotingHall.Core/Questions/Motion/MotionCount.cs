namespace VotingHall.Core;

/// <summary>议案计票. Source: OL25, OL51; GD-R60 for the participation rule; SH-R68 for procedural questions.</summary>
internal static class MotionCount
{
    public static Outcome Decide(Motion motion, Tally tally, CountContext context) => motion.Rule switch
    {
        MotionRule.MajorityOfAll when context.Rules.Motion.Participation == ParticipationRule.MajorityOfAll => WithParticipation(tally, context),
        MotionRule.MajorityOfAll => Simple(
            tally, RuleId.MajorityOfAll, Threshold.MoreThanHalf, context.Base.Count,
            Cites.Of(context.Rules, [Law.DecisionsOf(context.Body)], "motion.threshold")),
        MotionRule.TwoThirdsOfAll => Simple(
            tally, RuleId.TwoThirdsOfAll, Threshold.AtLeastTwoThirds, context.Base.Count, Cites.Of(context.Rules, [Law.Constitution64])),
        MotionRule.MajorityOfPresent => Simple(
            tally, RuleId.MajorityOfPresent, Threshold.MoreThanHalf, tally.SignedIn, Cites.Of(context.Rules, [], "motion.present")),
        _ => throw new InvalidOperationException("unknown rule of motions"),
    };

    private static Outcome Simple(Tally tally, string ruleId, Threshold threshold, int countBase, IReadOnlyList<string> cites) =>
        RowCount.Impossible(tally, 1, ruleId, countBase)
        ?? RowCount.Decide(tally.Rows[0].For, ruleId, threshold, countBase, cites);

    /// <summary>
    /// More than half of all must take part, or the vote has no effect; then the usual majority. Taking part = a key pressed.
    /// It never changes what passes, it only names why some votes fail.
    /// </summary>
    private static Outcome WithParticipation(Tally tally, CountContext context)
    {
        IReadOnlyList<string> cites = Cites.Of(context.Rules, [Law.DecisionsOf(context.Body)], "motion.participationRule");
        if (!context.Rules.Cites.ContainsKey("motion.participationRule"))
            cites = [.. cites, Law.GuangdongRules60.Chinese];
        Outcome outcome = Simple(tally, RuleId.MajorityOfAllWithParticipation, Threshold.MoreThanHalf, context.Base.Count, cites);
        int tookPart = tally.Rows[0].Marks;
        if (outcome is not Outcome.NotCarried notCarried || Threshold.MoreThanHalf.IsMetBy(tookPart, context.Base.Count))
            return outcome;
        string comparison = Arithmetic.Comparison(tookPart, Threshold.MoreThanHalf.VotesNeeded(context.Base.Count));
        return notCarried with
        {
            VoteEffective = false,
            Reason = notCarried.Reason with
            {
                Arithmetic = notCarried.Reason.Arithmetic + "；参加表决" + comparison + "，表决无效",
                ArithmeticEnglish = notCarried.Reason.ArithmeticEnglish + "; took part " + comparison + ", the vote has no effect",
            },
        };
    }
}
