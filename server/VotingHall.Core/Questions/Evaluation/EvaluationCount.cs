namespace VotingHall.Core;

/// <summary>
/// 测评计票: each item gets the grade its marks reach (累计过半数 or rate lines), or only its rates, or the mean of its points. Nothing is rounded:
/// rates are compared by cross-multiplication. Source: rules 12.2–12.5.
/// </summary>
internal static class EvaluationCount
{
    public static Outcome Decide(Evaluation evaluation, Tally tally, CountContext context)
    {
        GradingParameters rules = context.Rules.Grading;
        Sources sources = Sources.Of(context.Rules, [], "grading.measure", "grading.base", "grading.method", "grading.half");
        bool score = evaluation.Scale == GradingScale.Score;
        BaseOf baseOf = BaseOfForms(rules.Base);
        RuleBase rule = new(RuleOf(rules, score), ShareOf(rules, score), 0, baseOf, sources);
        if (RowCount.Impossible(tally, evaluation.Items.Count, rule) is Outcome.Invalid invalid)
            return invalid;
        List<Comparison> comparisons = [];
        EvaluatedItem[] items = [.. tally.Rows.Select(row => score
            ? new EvaluatedItem(row.Name, null, "", row.Score.Forms, row.Score.Mean)
            : Grade(evaluation, row, FormsCounted(rules.Base, tally, row, context), rules, comparisons))];
        // One base for all items is the ordinary case; where forms differ from item to item each item says its own.
        int common = items.Length > 0 && items.All(item => item.Base == items[0].Base) ? items[0].Base : 0;
        int? needed = rule.Share is Threshold share && common > 0 ? share.VotesNeeded(common) : null;
        return new Outcome.Evaluated(items)
        {
            Reason = new Reason(rule.RuleId, common, score ? BaseOf.Valid : baseOf, rule.Share, needed, comparisons, null, sources.Laws, sources.Clauses),
        };
    }

    /// <summary>全体, 出席, 收回 or 有效.</summary>
    private static int FormsCounted(GradingBase gradingBase, Tally tally, RowTally row, CountContext context) => gradingBase switch
    {
        GradingBase.All => context.Base.Count,
        GradingBase.Present => tally.SignedIn,
        // On paper those who took part are the valid forms; the void ones were collected as well.
        GradingBase.Collected => tally.Papers?.Collected ?? tally.Participants,
        GradingBase.Valid => row.Marks,
        _ => throw new InvalidOperationException("unknown base of evaluations"),
    };

    private static EvaluatedItem Grade(Evaluation evaluation, RowTally row, int countBase, GradingParameters rules, List<Comparison> comparisons)
    {
        // Nobody to measure against: no grade is made up.
        if (rules.Method == GradingMethod.Rates || countBase < 1)
            return new EvaluatedItem(row.Name, null, "", countBase);
        int last = evaluation.Grades.Count - 1, running = 0;
        for (int grade = 0; grade < last; grade++)
        {
            running = checked(running + row.Grades[grade]);
            if (Line(rules, grade, last) is not Threshold line)
                continue;
            comparisons.Add(Comparison.Of(
                row.Name, ComparedFigure.Grades, running, line.VotesNeeded(countBase), string.Join("+", evaluation.Grades.Take(grade + 1))));
            if (line.IsMetBy(running, countBase))
                return new EvaluatedItem(row.Name, grade, evaluation.Grades[grade], countBase);
        }
        return new EvaluatedItem(row.Name, last, evaluation.Grades[last], countBase);
    }

    /// <summary>What the grades down to <paramref name="grade"/> must reach together; null where the method has no line there.</summary>
    private static Threshold? Line(GradingParameters rules, int grade, int last) => rules.Method switch
    {
        GradingMethod.Cumulative => HalfOf(rules),
        GradingMethod.RateThreshold when grade == 0 => Rate(rules.SatisfiedPercent),
        GradingMethod.RateThreshold when grade == last - 1 => Rate(rules.PassPercent),
        _ => null,
    };

    private static Threshold Rate(int percent) => Threshold.AtLeast(new Fraction(percent, 100));

    private static Threshold HalfOf(GradingParameters rules) =>
        rules.Half == HalfRule.Inclusive ? Threshold.AtLeast(new Fraction(1, 2)) : Threshold.MoreThanHalf;

    private static Threshold? ShareOf(GradingParameters rules, bool score) => score ? null : rules.Method switch
    {
        GradingMethod.Cumulative => HalfOf(rules),
        GradingMethod.RateThreshold => Rate(rules.SatisfiedPercent),
        _ => null,
    };

    private static BaseOf BaseOfForms(GradingBase gradingBase) => gradingBase switch
    {
        GradingBase.All => BaseOf.All,
        GradingBase.Present => BaseOf.Present,
        GradingBase.Collected => BaseOf.Collected,
        GradingBase.Valid => BaseOf.Valid,
        _ => throw new InvalidOperationException("unknown base of evaluations"),
    };

    private static string RuleOf(GradingParameters rules, bool score) => (score, rules.Method, rules.Base) switch
    {
        (true, _, _) => RuleId.ScoreMean,
        (_, GradingMethod.RateThreshold, _) => RuleId.RateThreshold,
        (_, GradingMethod.Cumulative, GradingBase.All) => RuleId.GradeCumulativeMajorityOfAll,
        (_, GradingMethod.Cumulative, GradingBase.Present) => RuleId.GradeCumulativeMajorityOfPresent,
        (_, GradingMethod.Cumulative, GradingBase.Collected) => RuleId.GradeCumulativeMajorityOfCollected,
        (_, GradingMethod.Cumulative, GradingBase.Valid) => RuleId.GradeCumulativeMajorityOfValid,
        (_, GradingMethod.Rates, GradingBase.All) => RuleId.RatesOverAll,
        (_, GradingMethod.Rates, GradingBase.Present) => RuleId.RatesOverPresent,
        (_, GradingMethod.Rates, GradingBase.Collected) => RuleId.RatesOverCollected,
        (_, GradingMethod.Rates, GradingBase.Valid) => RuleId.RatesOverValid,
        _ => throw new InvalidOperationException("unknown method of evaluations"),
    };
}
