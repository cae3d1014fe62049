namespace VotingHall.Core;

/// <summary>
/// 人事任免: persons appointed, removed, or released at their own wish, one by one on one paper (逐人, the default) or merged into one vote
/// (合并表决: one count, one outcome for all names). No write-in. Source: OL50, OL51, OL32; rules 9.
/// </summary>
public sealed record Appointment : PersonsQuestion
{
    public const string KindName = "appointment";

    public override string Kind => KindName;

    /// <summary>合并表决.</summary>
    public bool Merged { get; init; }

    public override bool IsSingleRow => Merged || base.IsSingleRow;

    /// <summary>接受辞职: the person asked for it, the body accepts. Source: OL32.</summary>
    internal static bool IsResignation(string verb) => verb.Contains("辞职", StringComparison.Ordinal);

    /// <summary>
    /// 单独表决: takes an objected name out of a merged list. Null where the list is not merged, does not hold the name, or holds no other.
    /// Source: BJ-APP19, GD-SC50; rules 9.3.
    /// </summary>
    public (Appointment Others, Appointment Apart)? SplitOut(string name, string titleApart)
    {
        if (!Merged || Persons.Count < 2 || Persons.FirstOrDefault(one => one.Name == name) is not Nominee person)
            return null;
        Nominee[] rest = [.. Persons.Where(one => one.Name != name)];
        return (this with { Persons = rest, Merged = rest.Length > 1 }, this with { Title = titleApart, Persons = [person], Merged = false });
    }

    private protected override string ThresholdParameter => "appointment.threshold";

    private protected override IReadOnlyList<Law> LawsFor(Body body)
    {
        Law decisions = Law.DecisionsOf(body);
        if (IsResignation(Verb))
            return [Law.OL32, decisions];
        return body == Body.StandingCommittee ? [Law.OL50, decisions] : [decisions];
    }
}

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
            ("persons", NomineeFields.Write(appointment.Persons)),
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
            Persons = NomineeFields.Read(fields, countMax: merged ? MergedMax : QuestionFields.RowsMax),
        };
    }
}
