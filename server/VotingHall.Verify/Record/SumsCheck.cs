using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>
/// 票数的核对 (record.md 8, step 6): 赞成 + 反对 + 弃权 + 另选 + 未按 = signed in when the round opened, in every row. A pick list has no mark for
/// "not chosen", so there the marks only may not exceed. Figures entered by hand may fall short, never exceed. Source: design.md (sums), rules 4.4.
/// </summary>
internal static class SumsCheck
{
    public static void Run(RecordPayload payload, List<Finding> findings)
    {
        if (payload.Tally is null)
        {
            findings.Add(payload.State == RecordPayload.Void
                ? new Finding(CheckStep.Sums, FindingState.Absent, "本轮无效，没有票数", "void round without figures")
                : new Finding(CheckStep.Sums, FindingState.Bad, "记录没有票数", "the record has no figures"));
            return;
        }
        string? wrong = Wrong(payload, payload.Tally);
        findings.Add(wrong is null
            ? new Finding(CheckStep.Sums, FindingState.Good,
                $"各项之和与签到人数 {payload.Present} 相符", $"every sum agrees with the {payload.Present} signed in")
            : new Finding(CheckStep.Sums, FindingState.Bad, "票数不符：" + wrong, "sums do not agree: " + wrong));
    }

    private static string? Wrong(RecordPayload payload, PayloadTally tally)
    {
        if (payload.Present > payload.Due)
            return $"{payload.Present} > {payload.Due}";
        bool byHand = payload.How != "keypad";
        int present = payload.RoundMode == RoundMode.SignIn ? tally.Participants : tally.Total;
        if (tally.Participants + tally.NotPressed != tally.Total || present != payload.Present)
            return $"{tally.Participants} + {tally.NotPressed} ≠ {payload.Present}";
        if (byHand && HandSums(payload, tally) is string differs)
            return differs;
        if (!byHand && payload.State != "invalid" && tally.SumCheck != "ok")
            return "sumCheck";
        bool[] picks = PickRows(payload);
        PayloadRow[] listed = [.. tally.Listed];
        for (int i = 0; i < listed.Length; i++)
        {
            bool mayFallShort = byHand || (i < picks.Length && picks[i]) || payload.State == "invalid";
            if (payload.State != "invalid" && listed[i].Marks > tally.Participants)
                return $"{listed[i].No} {listed[i].Name}: {listed[i].Marks} > {tally.Participants}";
            if (!mayFallShort && listed[i].Marks != tally.Participants)
                return $"{listed[i].No} {listed[i].Name}: {listed[i].Marks} + {tally.NotPressed} ≠ {payload.Present}";
        }
        PayloadRow? written = tally.Rows.FirstOrDefault(row => row.IsWrittenIn && row.For > tally.Participants);
        return written is null ? null : $"{written.Name}: {written.For} > {tally.Participants}";
    }

    /// <summary>Papers and hands: whether the record says of its own figures what they say.</summary>
    private static string? HandSums(RecordPayload payload, PayloadTally tally)
    {
        if ((payload.Method == VotingMethod.PaperBallot) != (tally.Papers is not null))
            return "issued, collected";
        if (tally.Papers is { } papers && papers.Valid != tally.Participants)
            return $"{papers.Valid} ≠ {tally.Participants}";
        if (payload.Question is not Question question || !OutcomeCheck.FitsMode(question, payload.RoundMode))
            return "question";
        BallotPaper paper = question.PaperFor(payload.RoundMode, payload.Method);
        if (paper.RowCount != tally.Listed.Count())
            return "rows";
        string found = EnumNames.Write(HandFinding.Of(paper, OutcomeCheck.TallyOf(payload, tally)).Sum.Check);
        return found == tally.SumCheck ? null : $"sumCheck {tally.SumCheck} ≠ {found}";
    }

    /// <summary>Which rows of the paper are picked from a list.</summary>
    private static bool[] PickRows(RecordPayload payload) => payload.Question is Question question && OutcomeCheck.FitsMode(question, payload.RoundMode)
        ? [.. question.PaperFor(payload.RoundMode, payload.Method).Groups.SelectMany(group => group.Rows.Select(_ => group.IsPickList))]
        : [];
}
