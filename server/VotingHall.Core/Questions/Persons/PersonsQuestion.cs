namespace VotingHall.Core;

/// <summary>
/// 人事事项: one or more persons decided by the majority of all, one by one on one paper or as one vote. Appointment, recall, resignation,
/// dismissal and acting posts differ in their acts, laws and methods, not in the paper. No write-in. Source: OL25, OL51; rules 4.1, 9, 10.
/// </summary>
public abstract record PersonsQuestion : Question
{
    private protected PersonsQuestion() { }

    /// <summary>人选, in ballot order.</summary>
    public required IReadOnlyList<Nominee> Persons { get; init; }

    /// <summary>One row: a single person or a merged list; then one press casts and the outcome is carried or not.</summary>
    public virtual bool IsSingleRow => Persons.Count == 1;

    /// <summary>检察长: what is decided takes effect after approval from above. Source: OL11, OL32; rules 5.7.</summary>
    public virtual bool NeedsUpperApproval => false;

    public override BallotPaper PaperFor(RoundMode mode)
    {
        PaperParts.RefuseSignIn(mode);
        return IsSingleRow ? PaperParts.SingleRow(Title) : PaperParts.RowByRow(Title, [.. Persons.Select(person => person.Name)]);
    }

    public override Outcome Count(Tally tally, CountContext context)
    {
        RuleBase rule = RuleBase.MajorityOfAll(context, Sources.Of(context.Rules, LawsFor(context.Body), ThresholdParameter));
        if (RowCount.Impossible(tally, IsSingleRow ? 1 : Persons.Count, rule) is Outcome.Invalid invalid)
            return invalid;
        return IsSingleRow ? RowCount.Decide(tally.Rows[0].For, rule, NeedsUpperApproval) : RowCount.DecideEach(tally.Rows, rule, NeedsUpperApproval);
    }

    /// <summary>Articles of the act, the general one last.</summary>
    private protected abstract IReadOnlyList<Law> LawsFor(Body body);

    /// <summary>Where the profile may quote the local norm.</summary>
    private protected abstract string ThresholdParameter { get; }
}

/// <summary>人选: a person and the post, as printed on paper and record.</summary>
/// <param name="Name">Name on the row.</param>
/// <param name="Post">职务, or null when the title says it.</param>
public sealed record Nominee(string Name, string? Post);

/// <summary>人选 JSON: {persons: [{name, post?}]}.</summary>
internal static class NomineeFields
{
    public const int NameMax = 80;

    public static Json.List Write(IReadOnlyList<Nominee> persons) =>
        Json.ListOf(persons, one => Json.Of(("name", one.Name), ("post", one.Post)));

    public static IReadOnlyList<Nominee> Read(QuestionFields fields, string key = "persons", int countMax = QuestionFields.RowsMax) => fields.Objects(
        key, countMax, person => new Nominee(person.Text("name", NameMax), person.OptionalText("post", NameMax)), person => person.Name);
}
