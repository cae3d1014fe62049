namespace VotingHall.Core;

/// <summary>
/// 撤职案: the standing committee dismisses between sessions; 无记名投票 on paper only, majority of all members. A keypad is refused with SL62.
/// Source: OL50(17), SL60–62; rules 10.
/// </summary>
public sealed record Dismissal : PersonsQuestion
{
    public const string KindName = "dismissal";

    public override string Kind => KindName;

    private protected override IReadOnlyList<Law> LawsFor(Body body) => [Law.OL50, Law.SL62];

    private protected override string ThresholdParameter => "dismissal.threshold";
}

/// <summary>撤职 JSON: {persons}.</summary>
internal sealed class DismissalCodec : QuestionCodec
{
    public override string Kind => Dismissal.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question) =>
        [("persons", NomineeFields.Write(((Dismissal)question).Persons))];

    internal override Question Read(QuestionFields fields) => new Dismissal
    {
        Title = fields.Title,
        Verb = fields.Verb(ActVerb.ObjectionToDismissal),
        Persons = NomineeFields.Read(fields),
    };
}
