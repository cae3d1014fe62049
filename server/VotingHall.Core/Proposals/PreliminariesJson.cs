using System.Globalization;

namespace VotingHall.Core;

/// <summary>表决前手续的 JSON: the field <c>before</c> of an agenda item, in meeting files and in the journal.</summary>
public static class PreliminariesJson
{
    private const int ListMax = 1000;
    private const int TextMax = 120;
    private const string Day = "yyyy-MM-dd";

    public static Json.Object Write(Preliminaries before) => Json.Of(
        ("checks", List(before.Checks, one => Json.Of(("exam", Flag(one.Exam)), ("name", one.Name), ("statement", Flag(one.Statement))))),
        ("difference", before.Difference is int difference ? difference : null),
        ("history", List(before.History, one => Json.Of(("name", one.Name), ("on", Text(one.On)), ("passed", one.Passed), ("post", one.Post)))),
        ("merge", Confirmed(before.Merge)),
        ("nominations", List(before.Nominations, one => Json.Of(
            ("by", EnumNames.Write(one.By)), ("candidates", Json.ListOf(one.Candidates, name => name)),
            ("nominators", List(one.Nominators, member => (Json)member.Value))))),
        ("on", before.On is DateOnly on ? Text(on) : null),
        ("order", Confirmed(before.Order)),
        ("period", before.Period is NominationPeriod period ? Json.Of(("from", Text(period.From)), ("to", Text(period.To))) : null),
        ("proposal", before.Proposal is ProposalNames proposal ? Json.Of(("kind", EnumNames.Write(proposal.Kind)), ("names", proposal.Names)) : null));

    /// <summary>Reads what <see cref="Write"/> makes; every problem begins with the name of the field.</summary>
    public static Preliminaries Read(Json json, out IReadOnlyList<string> errors)
    {
        if (json is not Json.Object source)
        {
            errors = ["before: an object is expected"];
            return Preliminaries.None;
        }
        QuestionFields f = new(source, []);
        Preliminaries before = new()
        {
            On = f.Has("on") ? ReadDay(f, "on") : null,
            Proposal = f.Nested("proposal", p => new ProposalNames(p.Choice<Proposal>("kind"), p.Number("names", 1, ListMax))),
            Nominations = f.Has("nominations") ? f.Objects("nominations", ListMax, ReadNomination, _ => "") : [],
            Period = f.Nested("period", p => new NominationPeriod(ReadDay(p, "from"), ReadDay(p, "to"))),
            Difference = f.Has("difference") ? f.Number("difference", 0, ListMax) : null,
            Order = f.Nested("order", ReadConfirmation),
            Merge = f.Nested("merge", ReadConfirmation),
            History = f.Has("history")
                ? f.Objects("history", ListMax, one => new EarlierVote(one.Text("name", TextMax), one.Text("post", TextMax), ReadDay(one, "on"), one.RequiredFlag("passed")), _ => "")
                : [],
            Checks = f.Has("checks")
                ? f.Objects("checks", ListMax, one => new PersonChecks(one.Text("name", TextMax), OptionalFlag(one, "exam"), OptionalFlag(one, "statement")), one => one.Name)
                : [],
        };
        f.Finish();
        errors = [.. f.Errors.Select(error => "before." + error)];
        return before;
    }

    private static Nomination ReadNomination(QuestionFields f) => new(
        f.Choice<Nominator>("by"),
        f.Has("nominators") ? [.. f.WholeNumbers("nominators", ListMax, 1, 9999).Select(number => new MemberId(number))] : [],
        f.Names("candidates", QuestionFields.RowsMax));

    private static Confirmation ReadConfirmation(QuestionFields f) => new(f.Text("by", TextMax), ReadDay(f, "on"), f.OptionalText("note", TextMax));

    private static DateOnly ReadDay(QuestionFields f, string key)
    {
        string text = f.Text(key, Day.Length);
        if (DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return day;
        if (text.Length > 0)
            f.Problem(key, "a day as 2026-01-12 is expected");
        return default;
    }

    private static bool? OptionalFlag(QuestionFields f, string key) => f.Has(key) ? f.RequiredFlag(key) : null;

    private static string Text(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    private static Json? Flag(bool? value) => value is bool flag ? flag : null;

    private static Json.Object? Confirmed(Confirmation? one) =>
        one is null ? null : Json.Of(("by", one.By), ("note", one.Note), ("on", Text(one.On)));

    private static Json.List? List<T>(IReadOnlyList<T> items, Func<T, Json> map) => items.Count == 0 ? null : Json.ListOf(items, map);
}
