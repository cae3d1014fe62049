namespace VotingHall.Core;

/// <summary>
/// 人事任免: persons appointed, removed, or released at their own wish, one by one on one paper (逐人, the default) or merged into one vote
/// (合并表决: one count, one outcome for all names). No write-in. Source: OL50, OL51, OL32; rules 9.
/// </summary>
public sealed record Appointment : Question
{
    public const string KindName = "appointment";

    public override string Kind => KindName;

    /// <summary>人选, in ballot order.</summary>
    public required IReadOnlyList<Nominee> Persons { get; init; }

    /// <summary>合并表决.</summary>
    public bool Merged { get; init; }

    /// <summary>One row: a single person or a merged list; then one press casts and the outcome is carried or not.</summary>
    public bool IsSingleRow => Merged || Persons.Count == 1;

    public override BallotPaper PaperFor(RoundMode mode)
    {
        PaperParts.RefuseSignIn(mode);
        return IsSingleRow ? PaperParts.SingleRow(Title) : PaperParts.RowByRow(Title, [.. Persons.Select(person => person.Name)]);
    }

    public override Outcome Count(Tally tally, CountContext context)
    {
        IReadOnlyList<string> cites = Cites.Of(context.Rules, Laws(context.Body), "appointment.threshold");
        int countBase = context.Base.Count;
        if (RowCount.Impossible(tally, IsSingleRow ? 1 : Persons.Count, RuleId.MajorityOfAll, countBase) is Outcome.Invalid invalid)
            return invalid;
        return IsSingleRow
            ? RowCount.Decide(tally.Rows[0].For, RuleId.MajorityOfAll, Threshold.MoreThanHalf, countBase, cites)
            : RowCount.DecideEach(tally.Rows, RuleId.MajorityOfAll, Threshold.MoreThanHalf, countBase, cites);
    }

    /// <summary>接受辞职: the person asked for it, the body accepts. Source: OL32.</summary>
    internal static bool IsResignation(string verb) => verb.Contains("辞职", StringComparison.Ordinal);

    private Law[] Laws(Body body)
    {
        Law decisions = Law.DecisionsOf(body);
        if (IsResignation(Verb))
            return [Law.OL32, decisions];
        return body == Body.StandingCommittee ? [Law.OL50, decisions] : [decisions];
    }
}

/// <summary>人选: a person and the post, as printed on paper and record.</summary>
/// <param name="Name">Name on the row.</param>
/// <param name="Post">职务, or null when the title says it.</param>
public sealed record Nominee(string Name, string? Post);

/// <summary>任免 JSON: {persons: [{name, post?}], merged?}.</summary>
internal sealed class AppointmentCodec : QuestionCodec
{
    private const int MergedMax = 1000;

    public override string Kind => Appointment.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question)
    {
        Appointment appointment = (Appointment)question;
        return
        [
            ("persons", Json.ListOf(appointment.Persons, one => Json.Of(("name", one.Name), ("post", one.Post is null ? null : (Json)one.Post)))),
            ("merged", appointment.Merged ? true : null),
        ];
    }

    internal override Question Read(QuestionFields fields)
    {
        bool merged = fields.Flag("merged");
        return new Appointment
        {
            Title = fields.Title,
            Verb = fields.Verb(ActVerb.ObjectionToAppointment),
            Merged = merged,
            Persons = fields.Objects(
                "persons", merged ? MergedMax : QuestionFields.RowsMax,
                person => new Nominee(person.Text("name", 80), person.OptionalText("post", 80)), person => person.Name),
        };
    }
}
