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
        if (tally.Papers is PaperCount papers)
            AddPapers(lines, tally, papers);
        else
            lines.Add(Total(question, tally));
        if (question.Places is not null)
        {
            int seats = question.Places ?? 0;
            long chosen = ChosenFinding.Chosen(tally), most = (long)tally.Participants * seats;
            string claim = $"{chosen} {(chosen <= most ? "≤" : ">")} {tally.Participants} × {seats} = {most}";
            lines.Add(new("所选合计 " + claim, "chosen in all " + claim, "每票所选不超过应选名额", "no ballot may choose more than the places", Warns: chosen > most));
        }
    }

    private static void AddPapers(List<ExplanationLine> lines, Tally tally, PaperCount papers)
    {
        bool issued = papers.IsElectionValid, counted = papers.Valid + papers.Invalid == papers.Collected;
        lines.Add(new(
            $"收回 {papers.Collected} {(issued ? "≤" : ">")} 发出 {papers.Issued}", $"collected {papers.Collected} {(issued ? "≤" : ">")} issued {papers.Issued}",
            issued ? "投票有效" : "投票无效", issued ? "the ballot is valid" : "the ballot is void", Warns: !issued));
        string sum = $"{papers.Valid} + {papers.Invalid} {(counted ? "=" : "≠")} {papers.Collected}";
        lines.Add(new("有效 + 无效 " + sum, "valid + invalid " + sum, "等于收回选票", "those collected", Warns: !counted));
        bool rows = tally.Rows.All(row => row.Marks + row.Void == papers.Valid);
        lines.Add(new($"每行合计 {papers.Valid}", $"each row {papers.Valid}", "赞成、反对、弃权与行无效之和等于有效票", "marks and void rows are the valid papers", Warns: !rows));
    }

    private static ExplanationLine Total(Question question, Tally tally)
    {
        SumFinding finding = SumFinding.Of(tally, question.IsPickList);
        bool wrong = finding.Check != SumCheck.Ok;
        string rest = $" + {tally.NotPressed} = {tally.SignedIn}";
        (string detail, string detailEnglish) = wrong
            ? ($"不符，差 {finding.Unaccounted}", $"does not hold, off by {finding.Unaccounted}")
            : (tally.Method == VotingMethod.ShowOfHands
                ? ("最后一项为未举手，合计等于开始时签到人数", "the last raised no hand; together those signed in at the opening")
                : ("最后一项为未按，合计等于开始时签到人数", "the last is not pressed; together those signed in at the opening"));
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
