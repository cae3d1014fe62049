namespace VotingHall.Core;

/// <summary>表决结论的规范 JSON, and its name in the record (<c>outcome.state</c>).</summary>
public static class OutcomeJson
{
    /// <summary>Name of the outcome as records print it. Source: record.md 1.1.</summary>
    public static string StateOf(Outcome outcome) => outcome switch
    {
        Outcome.Carried => "passed",
        Outcome.NotCarried => "notPassed",
        Outcome.PersonByPerson => "personByPerson",
        Outcome.Filled => "filled",
        Outcome.RunoffRequired => "runoffRequired",
        Outcome.Shortfall => "shortfall",
        Outcome.RollCalled { Quorate: true } => "quorate",
        Outcome.RollCalled => "notQuorate",
        Outcome.Invalid => "invalid",
        _ => throw new InvalidOperationException("unknown outcome"),
    };

    /// <summary>Persons (items) an outcome speaks of one by one; empty where it speaks of the whole.</summary>
    public static IReadOnlyList<PersonOutcome> PersonsOf(Outcome outcome) => outcome switch
    {
        Outcome.PersonByPerson o => o.Persons,
        Outcome.Filled o => o.Persons,
        Outcome.RunoffRequired o => o.Persons,
        Outcome.Shortfall o => o.Persons,
        Outcome.Carried or Outcome.NotCarried or Outcome.RollCalled or Outcome.Invalid => [],
        _ => throw new InvalidOperationException("unknown outcome"),
    };

    public static Json.Object Write(Outcome outcome)
    {
        IReadOnlyList<PersonOutcome> persons = PersonsOf(outcome);
        return Json.Of(
            ("effective", outcome is Outcome.NotCarried { VoteEffective: false } ? false : null),
            ("missing", outcome is Outcome.Shortfall s ? s.Missing : null),
            ("persons", persons.Count == 0 ? null : Json.ListOf(persons, WritePerson)),
            ("reason", WriteReason(outcome.Reason)),
            ("seatsLeft", outcome is Outcome.RunoffRequired r ? r.SeatsLeft : null),
            ("state", StateOf(outcome)),
            ("tied", outcome is Outcome.RunoffRequired t ? Json.ListOf(t.Tied, name => name) : null),
            ("why", outcome is Outcome.Invalid i ? i.Why : null));
    }

    internal static Outcome Read(Fields f)
    {
        Reason reason = f.Object("reason", ReadReason);
        return f.Text("state") switch
        {
            "passed" => new Outcome.Carried { Reason = reason },
            "notPassed" => new Outcome.NotCarried { Reason = reason, VoteEffective = !f.Has("effective") || f.Flag("effective") },
            "personByPerson" => new Outcome.PersonByPerson(ReadPersons(f)) { Reason = reason },
            "filled" => new Outcome.Filled(ReadPersons(f)) { Reason = reason },
            "runoffRequired" => new Outcome.RunoffRequired(ReadPersons(f), f.Texts("tied"), f.Int("seatsLeft")) { Reason = reason },
            "shortfall" => new Outcome.Shortfall(ReadPersons(f), f.Int("missing")) { Reason = reason },
            "quorate" => new Outcome.RollCalled(true) { Reason = reason },
            "notQuorate" => new Outcome.RollCalled(false) { Reason = reason },
            "invalid" => new Outcome.Invalid(f.Text("why")) { Reason = reason },
            _ => f.Wrong<Outcome>(new Outcome.Invalid("") { Reason = reason }),
        };
    }

    private static Json.Object WritePerson(PersonOutcome person) => Json.Of(
        ("for", person.For), ("name", person.Name), ("state", EnumNames.Write(person.State)), ("writeIn", person.IsWriteIn));

    private static IReadOnlyList<PersonOutcome> ReadPersons(Fields f) => f.Has("persons")
        ? f.Objects("persons", one => new PersonOutcome(one.Text("name"), one.Int("for"), one.Name<PersonState>("state"), one.Flag("writeIn")))
        : [];

    private static Json.Object WriteReason(Reason reason) => Json.Of(
        ("arithmetic", reason.Arithmetic), ("arithmeticEnglish", reason.ArithmeticEnglish), ("base", reason.Base),
        ("cites", Json.ListOf(reason.Cites, cite => cite)), ("required", reason.Required is int required ? required : null), ("ruleId", reason.RuleId));

    private static Reason ReadReason(Fields f) => new(
        f.Text("ruleId"), f.Int("base"), f.IntOrNone("required"), f.Text("arithmetic"), f.Text("arithmeticEnglish"), f.Texts("cites"));
}
