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
        Outcome.Preselected => "preselected",
        Outcome.CutTied => "cutTied",
        Outcome.Evaluated => "evaluated",
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
        Outcome.Preselected o => o.Persons,
        Outcome.CutTied o => o.Persons,
        Outcome.Carried or Outcome.NotCarried or Outcome.RollCalled or Outcome.Invalid or Outcome.Evaluated => [],
        _ => throw new InvalidOperationException("unknown outcome"),
    };

    public static Json.Object Write(Outcome outcome)
    {
        IReadOnlyList<PersonOutcome> persons = PersonsOf(outcome);
        return Json.Of(
            ("effective", outcome is Outcome.NotCarried { VoteEffective: false } ? false : null),
            ("items", outcome is Outcome.Evaluated e ? Json.ListOf(e.Items, WriteItem) : null),
            ("missing", outcome is Outcome.Shortfall s ? s.Missing : null),
            ("persons", persons.Count == 0 ? null : Json.ListOf(persons, WritePerson)),
            ("pendingUpperApproval", outcome is Outcome.Carried { PendingUpperApproval: true } ? true : null),
            ("reason", ReasonJson.Write(outcome.Reason)),
            ("seatsLeft", outcome is Outcome.RunoffRequired r ? r.SeatsLeft : outcome is Outcome.CutTied cut ? cut.PlacesLeft : null),
            ("state", StateOf(outcome)),
            ("tied", outcome switch
            {
                Outcome.RunoffRequired t => Json.ListOf(t.Tied, name => name),
                Outcome.CutTied c => Json.ListOf(c.Tied, name => name),
                _ => null,
            }),
            ("why", outcome is Outcome.Invalid i ? i.Why : null));
    }

    internal static Outcome Read(Fields f)
    {
        Reason reason = f.Object("reason", ReasonJson.Read);
        return f.Text("state") switch
        {
            "passed" => new Outcome.Carried { Reason = reason, PendingUpperApproval = f.Has("pendingUpperApproval") && f.Flag("pendingUpperApproval") },
            "notPassed" => new Outcome.NotCarried { Reason = reason, VoteEffective = !f.Has("effective") || f.Flag("effective") },
            "personByPerson" => new Outcome.PersonByPerson(ReadPersons(f)) { Reason = reason },
            "filled" => new Outcome.Filled(ReadPersons(f)) { Reason = reason },
            "runoffRequired" => new Outcome.RunoffRequired(ReadPersons(f), f.Texts("tied"), f.Int("seatsLeft")) { Reason = reason },
            "shortfall" => new Outcome.Shortfall(ReadPersons(f), f.Int("missing")) { Reason = reason },
            "preselected" => new Outcome.Preselected(ReadPersons(f)) { Reason = reason },
            "cutTied" => new Outcome.CutTied(ReadPersons(f), f.Texts("tied"), f.Int("seatsLeft")) { Reason = reason },
            "evaluated" => new Outcome.Evaluated(f.Objects("items", ReadItem)) { Reason = reason },
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

    /// <summary>One item of an evaluation; journal and record write the same.</summary>
    public static Json.Object WriteItem(EvaluatedItem item) => Json.Of(
        ("base", item.Base), ("grade", item.Grade is int grade ? grade + 1 : null), ("gradeName", item.GradeName.Length == 0 ? null : item.GradeName),
        ("mean", item.Mean is Fraction mean ? Json.Of(("den", mean.Denominator), ("num", mean.Numerator)) : null), ("name", item.Name));

    private static EvaluatedItem ReadItem(Fields f) => new(
        f.Text("name"), f.IntOrNone("grade", 1) - 1, f.TextOrNone("gradeName") ?? "", f.Int("base"),
        f.Has("mean") ? f.Object("mean", mean => new Fraction(mean.Int("num"), mean.Int("den", 1))) : null);
}
