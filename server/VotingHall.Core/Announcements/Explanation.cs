namespace VotingHall.Core;

/// <summary>
/// 结果说明: why the result is what it is, for the chair's desk: base, threshold, comparison, sums, article. Every line can be checked by
/// reckoning; all numbers come from tally and outcome. Source: screens 4.7, 4.12; rules 1, 13.
/// </summary>
/// <param name="Lines">In the order to be shown.</param>
/// <param name="FailedSeats">故障席位: electors' keypads silent or faulty at the close.</param>
/// <param name="MayChangeResult">可能影响结果，建议重新表决: what is missing to another result is no more than the failed seats (|For - T| ≤ f).</param>
public sealed record Explanation(IReadOnlyList<ExplanationLine> Lines, int FailedSeats, bool MayChangeResult)
{
    /// <summary>Of a counted round; anything else is a bug of the caller.</summary>
    public static Explanation Of(Round round)
    {
        Counted counted = round.Counted ?? throw new InvalidOperationException("a counted round is explained");
        Outcome outcome = counted.Outcome;
        CountContext context = round.Opening!.Context;
        List<ExplanationLine> lines = [];
        if (outcome is Outcome.Invalid)
            lines.Add(new(outcome.Reason.Arithmetic, outcome.Reason.ArithmeticEnglish, Warns: true));
        else
        {
            ThresholdLines.Add(lines, round, counted, context);
            SeatLines.Add(lines, round.Question, counted);
            SumLines.Add(lines, round.Question, counted.Tally, context.Base.Count);
        }
        if (outcome is not Outcome.Invalid)
            BaseLines.Add(lines, round.Question, counted.Tally, context);
        int failed = round.Closed?.Faulty.Count ?? 0;
        int? margin = ResultMargin.Of(round.Question, counted.Tally, outcome);
        bool mayChange = failed > 0 && margin <= failed;
        if (failed > 0)
            lines.Add(Failed(round, failed, margin, mayChange));
        if (outcome.Reason.Cites.Count > 0)
            lines.Add(new(
                "依据：" + string.Join("；", outcome.Reason.Cites),
                "By " + string.Join("; ", outcome.Reason.CitesEnglish)));
        return new Explanation(lines, failed, mayChange);
    }

    private static ExplanationLine Failed(Round round, int failed, int? margin, bool mayChange)
    {
        string seats = string.Join("、", round.Closed!.Faulty.Select(uid => round.ElectorAt(uid)!.Seat.Value));
        (string advice, string adviceEnglish) = mayChange
            ? ("可能影响结果，建议重新表决", "it may change the result, a new vote is advised")
            : ("不影响结果", "it does not change the result");
        string? distance = margin is int apart ? $"{apart} {(mayChange ? "≤" : ">")} {failed}" : null;
        return new ExplanationLine(
            $"关闭时 {failed} 席表决器故障（{seats}），{advice}",
            $"{failed} {(failed == 1 ? "keypad" : "keypads")} out of order at the close ({seats}): {adviceEnglish}",
            distance is null ? null : "与改变结果的距离 " + distance,
            distance is null ? null : "distance to another result " + distance,
            Warns: mayChange);
    }
}

/// <summary>说明的一行: a claim, and below it what it rests on.</summary>
/// <param name="Warns">To be marked, not ticked.</param>
public sealed record ExplanationLine(
    string Chinese, string English, string? ChineseDetail = null, string? EnglishDetail = null, bool Warns = false);
