namespace VotingHall.Core;

/// <summary>
/// 测评、评议: persons, organs, reports or projects graded on a scale, or scored 0 to 100; each item by itself. Scale and grades stand in the question;
/// base, method and rates are the profile's, for no national article knows this vote. Source: rules 12.
/// </summary>
public sealed record Evaluation : Question
{
    public const string KindName = "evaluation";

    public override string Kind => KindName;

    public override VoteType Type => VoteType.Evaluation;

    /// <summary>测评对象, in ballot order.</summary>
    public required IReadOnlyList<Nominee> Items { get; init; }

    /// <summary>等次.</summary>
    public required GradingScale Scale { get; init; }

    /// <summary>Whether a form may leave an item without a grade.</summary>
    public NoGrade NoGrade { get; init; } = NoGrade.Abstain;

    /// <summary>所依据的票决: the earlier vote whose projects are appraised, as printed; null otherwise.</summary>
    public string? AppraisalOf { get; init; }

    /// <summary>Names of the grades, best first; none on a scale of points.</summary>
    public IReadOnlyList<string> Grades => GradeScale.Of(Scale)?.Grades ?? [];

    /// <summary>
    /// One row an item. A scale of points has no options: points are written on paper, keypads do not carry them.
    /// </summary>
    public override BallotPaper PaperFor(RoundMode mode)
    {
        PaperParts.RefuseSignIn(mode);
        IReadOnlyList<Choice> options = [.. Choices.Grades.Take(Grades.Count)];
        IReadOnlyList<string> labels = Grades;
        bool mayLeave = NoGrade != NoGrade.Never && Scale != GradingScale.Score;
        if (mayLeave)
        {
            options = [.. options, Choice.Abstain];
            labels = [.. labels, NoGrades.Chinese(NoGrade)];
        }
        PaperGroup group = new(
            [.. Items.Select(item => item.Name)], options, mayLeave ? Choice.Abstain : null, MinFor: 0, MaxFor: Items.Count, WriteIns: 0)
        { Labels = labels };
        return new BallotPaper(Title, CastsAtOnce: false, [group]);
    }

    public override Outcome Count(Tally tally, CountContext context) => EvaluationCount.Decide(this, tally, context);
}

/// <summary>不评等次. Stored by name. Source: rules 12.5.</summary>
public enum NoGrade
{
    /// <summary>每项都须评.</summary>
    Never = 1,
    /// <summary>弃权.</summary>
    Abstain = 2,
    /// <summary>不了解.</summary>
    Unfamiliar = 3,
}

/// <summary>不评等次的名称.</summary>
public static class NoGrades
{
    public static string Chinese(NoGrade noGrade) => noGrade switch
    {
        NoGrade.Never => "",
        NoGrade.Abstain => "弃权",
        NoGrade.Unfamiliar => "不了解",
        _ => throw new ArgumentOutOfRangeException(nameof(noGrade)),
    };

    public static string English(NoGrade noGrade) => noGrade switch
    {
        NoGrade.Never => "",
        NoGrade.Abstain => "abstained",
        NoGrade.Unfamiliar => "not familiar",
        _ => throw new ArgumentOutOfRangeException(nameof(noGrade)),
    };
}

/// <summary>测评 JSON: {items: [{name, post?}], scale, noGrade?, appraisalOf?}.</summary>
internal sealed class EvaluationCodec : QuestionCodec
{
    public override string Kind => Evaluation.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question)
    {
        Evaluation evaluation = (Evaluation)question;
        return
        [
            ("items", NomineeFields.Write(evaluation.Items)), ("scale", EnumNames.Write(evaluation.Scale)),
            ("noGrade", evaluation.NoGrade == NoGrade.Abstain ? null : EnumNames.Write(evaluation.NoGrade)),
            ("appraisalOf", evaluation.AppraisalOf),
        ];
    }

    internal override Question Read(QuestionFields fields) => new Evaluation
    {
        Title = fields.Title,
        Verb = fields.Verb(ActVerb.ObjectionToEvaluation),
        Items = NomineeFields.Read(fields, "items"),
        Scale = fields.RequiredName<GradingScale>("scale"),
        NoGrade = fields.Name("noGrade", NoGrade.Abstain),
        AppraisalOf = fields.OptionalText("appraisalOf", QuestionJson.TitleLengthMax),
    };
}
