namespace VotingHall.Core;

/// <summary>
/// 接受辞职: the person asked for it, the body accepts by the majority of all. Office holders: congress, between sessions the committee; deputies:
/// the committee of the congress that elected them. A chief procurator needs approval from above. Source: OL32, EL55; rules 10.
/// </summary>
public sealed record Resignation : PersonsQuestion
{
    public const string KindName = "resignation";

    public override string Kind => KindName;

    /// <summary>What is resigned.</summary>
    public MandateKind Mandate { get; init; } = MandateKind.Office;

    /// <summary>检察长: takes effect after approval from above.</summary>
    public bool UpperApproval { get; init; }

    public override bool NeedsUpperApproval => UpperApproval;

    private protected override IReadOnlyList<Law> LawsFor(Body body) => Mandate == MandateKind.Deputy
        ? [Law.EL55, Law.DecisionsOf(body)]
        : UpperApproval ? [Law.OL32, Law.OL11, Law.DecisionsOf(body)] : [Law.OL32, Law.DecisionsOf(body)];

    private protected override string ThresholdParameter => "resignation.threshold";
}

/// <summary>接受辞职 JSON: {persons, mandate?, upperApproval?}; absent mandate = office.</summary>
internal sealed class ResignationCodec : QuestionCodec
{
    public override string Kind => Resignation.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question)
    {
        Resignation resignation = (Resignation)question;
        return
        [
            ("persons", NomineeFields.Write(resignation.Persons)),
            ("mandate", resignation.Mandate == MandateKind.Office ? null : EnumNames.Write(resignation.Mandate)),
            ("upperApproval", resignation.UpperApproval ? true : null),
        ];
    }

    internal override Question Read(QuestionFields fields)
    {
        Resignation resignation = new()
        {
            Title = fields.Title,
            Verb = fields.Verb(ActVerb.ObjectionToResignation),
            Persons = NomineeFields.Read(fields),
            Mandate = fields.Name("mandate", MandateKind.Office),
            UpperApproval = fields.Flag("upperApproval"),
        };
        UpperApprovalRule.Check(fields, resignation, resignation.Mandate);
        return resignation;
    }
}
