namespace VotingHall.Core;

/// <summary>
/// 罢免案: office holders by the congress, or deputies of the higher congress by the congress (between sessions the standing committee) that elected
/// them. Majority of all. Deputies: 无记名投票 on paper; office holders: secret. Source: OL31, EL51–53; rules 10.
/// </summary>
public sealed record Recall : PersonsQuestion
{
    public const string KindName = "recall";

    public override string Kind => KindName;

    /// <summary>Who is to be recalled.</summary>
    public required MandateKind Mandate { get; init; }

    /// <summary>检察长: takes effect after approval from above.</summary>
    public bool UpperApproval { get; init; }

    public override bool NeedsUpperApproval => UpperApproval;

    private protected override IReadOnlyList<Law> LawsFor(Body body) => Mandate == MandateKind.Deputy
        ? [Law.EL53, Law.EL52]
        : UpperApproval ? [Law.OL31, Law.OL11, Law.DecisionsOf(body)] : [Law.OL31, Law.DecisionsOf(body)];

    private protected override string ThresholdParameter => "recall.threshold";
}

/// <summary>职务或代表资格. Stored by name.</summary>
public enum MandateKind
{
    /// <summary>国家机关领导人员、常委会组成人员.</summary>
    Office = 1,
    /// <summary>人大代表.</summary>
    Deputy = 2,
}

/// <summary>罢免 JSON: {persons, mandate, upperApproval?}.</summary>
internal sealed class RecallCodec : QuestionCodec
{
    public override string Kind => Recall.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question)
    {
        Recall recall = (Recall)question;
        return
        [
            ("persons", NomineeFields.Write(recall.Persons)), ("mandate", EnumNames.Write(recall.Mandate)),
            ("upperApproval", recall.UpperApproval ? true : null),
        ];
    }

    internal override Question Read(QuestionFields fields)
    {
        Recall recall = new()
        {
            Title = fields.Title,
            Verb = fields.Verb(ActVerb.ObjectionToRecall),
            Persons = NomineeFields.Read(fields),
            Mandate = fields.RequiredName<MandateKind>("mandate"),
            UpperApproval = fields.Flag("upperApproval"),
        };
        UpperApprovalRule.Check(fields, recall, recall.Mandate);
        return recall;
    }
}

/// <summary>报请批准的限制: one chief procurator at a time, never a deputy.</summary>
internal static class UpperApprovalRule
{
    public static void Check(QuestionFields fields, PersonsQuestion question, MandateKind mandate)
    {
        if (question.NeedsUpperApproval && (question.Persons.Count > 1 || mandate == MandateKind.Deputy))
            fields.Problem("upperApproval", "only one chief procurator can need approval from above (" + Law.OL11.English + ")");
    }
}
