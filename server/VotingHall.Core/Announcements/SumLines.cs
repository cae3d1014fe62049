namespace VotingHall.Core;

/// <summary>合计的说明: marks and 未按 make up those signed in; what was chosen fits the ballots. Source: rules 4.4, design 5.</summary>
internal static class SumLines
{
    public static void Add(List<ExplanationLine> lines, Question question, Tally tally, int due)
    {
        if (question is RollCall)
        {
            lines.Add(new($"{tally.Participants} + {due - tally.Participants} = {due}", $"{tally.Participants} + {due - tally.Participants} = {due}", "实到 + 缺席 = 应到", "present + absent = due"));
            return;
        }
        lines.Add(Total(question, tally));
        if (question.Places is not null)
        {
            int seats = question.Places ?? 0;
            long chosen = ChosenFinding.Chosen(tally), most = (long)tally.Participants * seats;
            string claim = $"{chosen} {(chosen <= most ? "≤" : ">")} {tally.Participants} × {seats} = {most}";
            lines.Add(new("所选合计 " + claim, "chosen in all " + claim, "每票所选不超过应选名额", "no ballot may choose more than the places", Warns: chosen > most));
        }
    }

    private static ExplanationLine Total(Question question, Tally tally)
    {
        SumFinding finding = SumFinding.Of(tally, question.IsPickList);
        bool wrong = finding.Check != SumCheck.Ok;
        string rest = $" + {tally.NotPressed} = {tally.SignedIn}";
        (string detail, string detailEnglish) = wrong
            ? ($"不符，差 {finding.Unaccounted}", $"does not hold, off by {finding.Unaccounted}")
            : ("最后一项为未按，合计等于开始时签到人数", "the last is not pressed; together those signed in at the opening");
        string figures = tally.Rows.Count == 1 && !question.IsPickList ? Marks(question, tally.Rows[0]) : tally.Participants.ToString("D", null);
        string subject = tally.Rows.Count == 1 ? "" : question.IsPickList ? "参加票决 " : "每行合计 ";
        string subjectEnglish = tally.Rows.Count == 1 ? "" : question.IsPickList ? "took part " : "each row ";
        return new(subject + figures + rest, subjectEnglish + figures + rest, detail, detailEnglish, wrong);
    }

    private static string Marks(Question question, RowTally row) => question switch
    {
        Evaluation { Scale: GradingScale.Score } => row.Score.Forms.ToString("D", null),
        Evaluation evaluation => string.Join(" + ", GradeWords.Marks(evaluation, row).Select(one => one.Marks)),
        InquiryAnswer => $"{row.For} + {row.Against}",
        _ => $"{row.For} + {row.Against} + {row.Abstain}{(row.WriteIn > 0 ? $" + {row.WriteIn}" : "")}",
    };
}
