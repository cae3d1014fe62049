namespace VotingHall.Core;

/// <summary>
/// 对质询答复是否满意: only those who signed the inquiry decide, by more than half of them; 满意 or 不满意. Not satisfied: the organ answers again.
/// Source: SL53; GD-SC, BJ-SC30, SH-SC33; rules 3.1 (22).
/// </summary>
public sealed record InquiryAnswer : Question
{
    public const string KindName = "inquiryAnswer";

    /// <summary>满意、不满意 on the keys 赞成 and 反对.</summary>
    private static readonly IReadOnlyList<string> Answers = ["满意", "不满意"];

    public override string Kind => KindName;

    /// <summary>提出质询案的代表（组成人员）: the base, whether present or not.</summary>
    public required IReadOnlyList<MemberId> Signatories { get; init; }

    public override bool MayVote(MemberId member) => Signatories.Contains(member);

    public override BallotPaper PaperFor(RoundMode mode)
    {
        PaperParts.RefuseSignIn(mode);
        PaperGroup group = new([""], [Choice.For, Choice.Against], Unmarked: null, MinFor: 0, MaxFor: 1, WriteIns: 0) { Labels = Answers };
        return new BallotPaper(Title, CastsAtOnce: false, [group]);
    }

    public override Outcome Count(Tally tally, CountContext context)
    {
        RuleBase rule = RuleBase.MajorityOfSignatories(
            Signatories.Count, Sources.Of(context.Rules, [context.Body == Body.StandingCommittee ? Law.SL53 : Law.OL24], "inquiry.answer"));
        return RowCount.Impossible(tally, 1, rule) ?? RowCount.Decide(tally.Rows[0].For, rule);
    }
}

/// <summary>质询答复 JSON: {signatories: [member numbers]}.</summary>
internal sealed class InquiryAnswerCodec : QuestionCodec
{
    private const int SignatoriesMax = 1000;
    private const int MemberMax = 9999;

    public override string Kind => InquiryAnswer.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question) =>
        [("signatories", Json.ListOf(((InquiryAnswer)question).Signatories, member => member.Value))];

    internal override Question Read(QuestionFields fields) => new InquiryAnswer
    {
        Title = fields.Title,
        Verb = fields.Verb(ActVerb.ObjectionToVote),
        Signatories = [.. fields.Numbers("signatories", SignatoriesMax, 1, MemberMax).Select(number => new MemberId(number))],
    };
}
