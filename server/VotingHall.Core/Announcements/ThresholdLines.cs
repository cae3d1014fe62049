namespace VotingHall.Core;

/// <summary>基数与通过线的说明: base, threshold, and each figure against it.</summary>
internal static class ThresholdLines
{
    public static void Add(List<ExplanationLine> lines, Round round, Counted counted, CountContext context)
    {
        Reason reason = counted.Outcome.Reason;
        if (counted.Outcome is Outcome.Evaluated evaluated)
        {
            EvaluationLines.Add(lines, (Evaluation)round.Question, counted.Tally, evaluated, context);
            return;
        }
        if (reason.Required is not int needed)
            return;
        lines.Add(Base(reason, context));
        (string chinese, string english) = Sum(reason);
        switch (counted.Outcome)
        {
            case Outcome.RollCalled:
                lines.Add(new(Compare(counted.Tally.Participants, needed), Compare(counted.Tally.Participants, needed), chinese, english));
                break;
            case Outcome.Carried or Outcome.NotCarried:
                int votes = counted.Tally.Rows[0].For;
                string what = round.Question is InquiryAnswer ? "满意 " : "赞成 ";
                lines.Add(new(what + Compare(votes, needed), "for " + Compare(votes, needed), chinese, english));
                if (counted.Outcome is Outcome.NotCarried { VoteEffective: false })
                    lines.Add(new(
                        "参加表决 " + Compare(counted.Tally.Participants, needed), "took part " + Compare(counted.Tally.Participants, needed),
                        "参加表决人数不足，表决无效", "too few took part, the vote has no effect"));
                break;
            case Outcome.PersonByPerson each:
                lines.Add(new(chinese, english));
                lines.AddRange(each.Persons.Select(person => new ExplanationLine(
                    $"{person.Name} {Compare(person.For, needed)}", $"{person.Name} {Compare(person.For, needed)}")));
                break;
            case Outcome.Filled or Outcome.RunoffRequired or Outcome.Shortfall:
                int[] reached = [.. OutcomeJson.PersonsOf(counted.Outcome).Select(person => person.For).Where(all => all >= needed).OrderDescending()];
                string figures = reached.Length > 0 ? "：" + string.Join("、", reached) : "";
                SeatWords words = SeatWords.Of(reason.Places!.Of);
                lines.Add(new(
                    words.ReachedChinese(reached.Length, needed) + figures,
                    words.ReachedEnglish(reached.Length, needed) + figures.Replace("：", ": ", StringComparison.Ordinal).Replace("、", ", ", StringComparison.Ordinal),
                    chinese, english));
                break;
            default:
                throw new InvalidOperationException("unknown outcome");
        }
    }

    /// <summary>"271 ≥ 151".</summary>
    internal static string Compare(int votes, int needed) => $"{votes} {(votes >= needed ? "≥" : "<")} {needed}";

    internal static ExplanationLine Base(Reason reason, CountContext context)
    {
        BodyWords words = BodyWords.Of(context.Body);
        if (reason.BaseOf == BaseOf.Signatories)
            return new($"基数 {reason.Base}：提出质询案的{words.Members}", $"base {reason.Base}: those who signed the inquiry");
        if (reason.BaseOf is BaseOf.Collected or BaseOf.Valid)
            return reason.BaseOf == BaseOf.Valid
                ? new($"基数 {reason.Base}：有效票", $"base {reason.Base}: valid forms")
                : new($"基数 {reason.Base}：收回的票", $"base {reason.Base}: forms collected");
        if (reason.BaseOf == BaseOf.Present)
            return new($"基数 {reason.Base}：出席会议的{words.Members}", $"base {reason.Base}: {words.MembersEnglish} present");
        (string basis, string basisEnglish) = context.Base.Basis switch
        {
            CountBasis.InOffice => ("实有人数", "in office"),
            CountBasis.Quota => ("名额", "quota"),
            CountBasis.Other => ("另有说明", "as stated apart"),
            _ => throw new InvalidOperationException("unknown basis"),
        };
        return new(
            $"基数 {reason.Base}：{words.AllMembers}（{basis}）", $"base {reason.Base}: {words.AllMembersEnglish} ({basisEnglish})",
            "主持人已确认", "confirmed by the chair");
    }

    /// <summary>"300 ÷ 2 + 1 = 151", in both languages.</summary>
    private static (string Chinese, string English) Sum(Reason reason)
    {
        Threshold threshold = reason.Threshold!.Value;
        string chinese = Arithmetic.ThresholdChinese(threshold, reason.Base);
        foreach (string sign in (ReadOnlySpan<string>)["÷", "×", "+", "="])
            chinese = chinese.Replace(sign, $" {sign} ", StringComparison.Ordinal);
        return (chinese, Arithmetic.ThresholdEnglish(threshold, reason.Base));
    }
}
