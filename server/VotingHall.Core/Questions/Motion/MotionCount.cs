namespace VotingHall.Core;

/// <summary>议案计票. Source: OL25, OL51; GD-R60 for the participation rule; SH-R68 for procedural questions.</summary>
internal static class MotionCount
{
    public static Outcome Decide(Motion motion, Tally tally, CountContext context) => motion.Rule switch
    {
        MotionRule.MajorityOfAll when context.Rules.Motion.Participation == ParticipationRule.MajorityOfAll => WithParticipation(motion, tally, context),
        MotionRule.MajorityOfAll => Simple(
            tally, RuleBase.MajorityOfAll(context, Sources.Of(context.Rules, Laws(motion, context.Body), "motion.threshold"))),
        MotionRule.TwoThirdsOfAll => Simple(tally, new RuleBase(
            RuleId.TwoThirdsOfAll, Threshold.AtLeastTwoThirds, context.Base.Count, BaseOf.All, Sources.Of(context.Rules, [Law.Constitution64]))),
        MotionRule.MajorityOfPresent => Simple(
            tally, RuleBase.MajorityOfPresent(tally.SignedIn, Sources.Of(context.Rules, [], "motion.present"))),
        _ => throw new InvalidOperationException("unknown rule of motions"),
    };

    private static Outcome Simple(Tally tally, RuleBase rule) => RowCount.Impossible(tally, 1, rule) ?? RowCount.Decide(tally.Rows[0].For, rule);

    /// <summary>
    /// More than half of all must take part, or the vote has no effect; then the usual majority. Taking part = a key pressed.
    /// It never changes what passes, it only names why some votes fail.
    /// </summary>
    private static Outcome WithParticipation(Motion motion, Tally tally, CountContext context)
    {
        const string parameter = "motion.participationRule";
        IReadOnlyList<Law> laws = Laws(motion, context.Body);
        if (!context.Rules.Cites.ContainsKey(parameter))
            laws = [.. laws, Law.GuangdongRules60];
        RuleBase rule = new(
            RuleId.MajorityOfAllWithParticipation, Threshold.MoreThanHalf, context.Base.Count, BaseOf.All, Sources.Of(context.Rules, laws, parameter));
        Outcome outcome = Simple(tally, rule);
        int tookPart = tally.Rows[0].Marks;
        if (outcome is not Outcome.NotCarried notCarried || Threshold.MoreThanHalf.IsMetBy(tookPart, context.Base.Count))
            return outcome;
        return notCarried with
        {
            VoteEffective = false,
            Reason = notCarried.Reason with
            {
                Comparisons = [.. notCarried.Reason.Comparisons, Comparison.Of("", ComparedFigure.TookPart, tookPart, rule.Needed!.Value)],
            },
        };
    }

    /// <summary>A clause voted apart rests on its own article in the case of laws and regulations.</summary>
    private static IReadOnlyList<Law> Laws(Motion motion, Body body) =>
        motion.ClauseOf is null ? [Law.DecisionsOf(body)] : [Law.LL44, Law.DecisionsOf(body)];
}
