namespace VotingHall.Core;

/// <summary>
/// 代理人选: 决定代理 an acting head of government, supervision commission, court or procuratorate, or 推选代理 an acting chair from the deputy chairs.
/// Majority of all members; keypad, paper where the profile names the post (浙江). Source: OL50(13), OL55; ZJ-APP24; rules 9.1.
/// </summary>
public sealed record ActingHead : PersonsQuestion
{
    public const string KindName = "actingHead";

    public override string Kind => KindName;

    /// <summary>推选代理主任: the article is another one.</summary>
    public bool IsChair => Verb == ActVerb.ActingChair;

    private protected override IReadOnlyList<Law> LawsFor(Body body) => [IsChair ? Law.OL55 : Law.OL50, Law.DecisionsOf(body)];

    private protected override string ThresholdParameter => "actingHead.threshold";
}

/// <summary>代理 JSON: {persons}; the verb says which of the two acts it is.</summary>
internal sealed class ActingHeadCodec : QuestionCodec
{
    public override string Kind => ActingHead.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question) =>
        [("persons", NomineeFields.Write(((ActingHead)question).Persons))];

    internal override Question Read(QuestionFields fields) => new ActingHead
    {
        Title = fields.Title,
        Verb = fields.Verb(ActVerb.ObjectionToActing),
        Persons = NomineeFields.Read(fields),
    };
}
