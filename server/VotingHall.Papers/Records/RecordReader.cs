using System.Text.Json;

namespace VotingHall.Papers;

/// <summary>读记录: payload bytes to <see cref="RecordPayload"/>; total, and every problem is reported with its path.</summary>
internal static class RecordReader
{
    private static readonly string[] Kinds =
    [
        "rollCall", "motion", "list", "appointment", "election", "projectVote",
        "preSelection", "recall", "resignation", "dismissal", "actingHead", "procedural", "evaluation", "inquiryAnswer",
    ];
    private static readonly string[] States =
    [
        "passed", "notPassed", "filled", "runoffRequired", "shortfall", "personByPerson", "preselected", "cutTied", "evaluated", "quorate", "notQuorate", "invalid", "void",
    ];

    private static readonly string[] GradeOptions = ["grade1", "grade2", "grade3", "grade4", "grade5"];
    private static readonly string[] PaperReasons = ["overVote", "illegible", "notOfficial", "torn", "other"];

    internal static RecordPayload? Read(byte[] payload, List<string> problems)
    {
        if (JsonText.TryParse(payload) is not JsonElement root)
        {
            problems.Add("payload: not JSON");
            return null;
        }
        Fields fields = new(root, "record", problems);
        if (fields.Text("kind") != "votinghall.result")
            fields.Problem("kind", "not votinghall.result");
        if (fields.Number("v") != 1)
            fields.Problem("v", "not 1");
        Fields method = fields.Object("method");
        Fields? times = fields.OptionalObject("times");
        string mode = fields.Text("mode");
        if (mode is not ("recorded" or "secret"))
            fields.Problem("mode", "neither recorded nor secret");
        ItemLine item = Item(fields.Object("item"));
        RecordPayload record = new(
            fields.Text("suite"),
            fields.Object("hall").Text("name"),
            Meeting(fields.Object("meeting")),
            item,
            Round(fields.OptionalObject("round")),
            mode == "secret",
            fields.OptionalText("profile"),
            Rule(fields.OptionalObject("rule")),
            Roll(fields.Object("roll")),
            times?.OptionalTime("opened"),
            times?.OptionalTime("closed"),
            method.Text("how"),
            method.OptionalFlag("fallback"),
            method.OptionalTextOrNumber("fallbackOf"),
            method.Texts("enteredBy").Count > 0,
            fields.OptionalObject("tally") is Fields tally ? Tally(tally, item.Kind) : null,
            Outcome(fields.Object("outcome")),
            fields.OptionalObject("rule")?.OptionalObject("question") is Fields question ? Question(question) : QuestionLine.None,
            [.. fields.Objects("recordedList").Select(Named)],
            [.. fields.Objects("exceptions").Select(line => new ExceptionLine(line.Text("code"), line.OptionalNumber("count"), line.OptionalText("note")))],
            fields.OptionalObject("log") is Fields log ? new LogLine(log.Number("size"), log.Text("root")) : null,
            fields.OptionalObject("software")?.OptionalText("server"));
        Check(fields, record);
        return problems.Count == 0 ? record : null;
    }

    /// <summary>What must agree before a paper is made: a record that contradicts itself is not printed.</summary>
    private static void Check(Fields fields, RecordPayload record)
    {
        if (record.Secret && record.Named.Count > 0)
            fields.Problem("recordedList", "names in a secret round");
        if (record.Roll.Present > record.Roll.Due)
            fields.Problem("roll.present", "more than due");
        if (record.Item.Kind == "rollCall" || record.Void)
            return;
        if (record.Tally is not TallyLines tally || tally.Rows.Count == 0)
        {
            fields.Problem("tally", "missing");
            return;
        }
        if (record.Item.Kind is "motion" or "procedural" or "inquiryAnswer" && tally.Rows.Count != 1)
            fields.Problem("tally.items", "not exactly one row");
        if (record.IsEvaluation && record.Outcome.State == "evaluated" && record.Outcome.Items.Count != tally.Rows.Count)
            fields.Problem("outcome.items", "not one for each row");
        if (tally.SumCheck != "ok" || record.How != "keypad")
            return;
        if ((long)tally.Participants + tally.NotPressed != (tally.Total ?? record.Roll.Present))
            fields.Problem("tally", "participants and notPressed do not add up to those who could take part");
        foreach (TallyRow row in tally.Rows.Where(row => !row.WrittenIn && !AddsUp(record, row, tally.Participants)))
            fields.Problem($"tally.items[{row.No}]", "marks do not add up to participants");
    }

    /// <summary>A mark for everybody who took part; pick lists have none for what is not chosen.</summary>
    private static bool AddsUp(RecordPayload record, TallyRow row, int participants) =>
        record.Rule.IsPickList ? row.For <= participants
        : record.IsEvaluation ? record.Rule.Options.Aggregate((long)row.Void, (sum, option) => sum + row.Of(option)) == participants
        : row.AddsUpTo(participants);

    private static MeetingLine Meeting(Fields fields) =>
        new(fields.Text("name"), fields.Text("body"), fields.OptionalNumber("sittingNo"), fields.OptionalText("location"));

    private static ItemLine Item(Fields fields)
    {
        string kind = fields.Text("kind");
        if (!Kinds.Contains(kind))
            fields.Problem("kind", "unknown kind");
        return new ItemLine(fields.OptionalTextOrNumber("agendaNo"), fields.Text("title"), kind, fields.Text("verb"), fields.OptionalTextOrNumber("voteNo"), fields.OptionalText("office"));
    }

    private static RoundLine Round(Fields? fields) =>
        fields is null ? new RoundLine(1, null, null, "") : new RoundLine(fields.OptionalNumber("no") ?? 1, fields.OptionalTextOrNumber("repeatOf"), fields.OptionalTextOrNumber("followUpOf"), fields.OptionalText("type") ?? "");

    private static RuleLine Rule(Fields? fields)
    {
        if (fields is null)
            return new RuleLine("", null, null, null, null, null, [], [], null);
        Fields? countBase = fields.OptionalObject("base");
        return new RuleLine(
            fields.OptionalText("id") ?? "", fields.OptionalText("press"), countBase?.Number("count"), countBase?.OptionalText("basis"),
            fields.OptionalNumber("required"), fields.OptionalNumber("seats"), fields.Texts("options"), fields.Texts("cites"), fields.OptionalText("profileDigest"))
        {
            Labels = fields.Texts("labels"),
            Inclusive = fields.OptionalObject("threshold")?.OptionalFlag("inclusive") ?? false,
            PassPercent = fields.OptionalObject("profile")?.OptionalObject("grading")?.OptionalNumber("passPercent"),
            SatisfiedPercent = fields.OptionalObject("profile")?.OptionalObject("grading")?.OptionalNumber("satisfiedPercent"),
        };
    }

    private static RollLine Roll(Fields fields) =>
        new(fields.Number("due"), fields.Number("present"), fields.OptionalNumber("excused"), fields.OptionalNumber("quorum"));

    private static QuestionLine Question(Fields fields)
    {
        IReadOnlyList<Fields> persons = fields.Objects("persons");
        return new QuestionLine(
            [.. (persons.Count > 0 ? persons : fields.Objects("items")).Select(person => new PersonLine(person.Text("name"), person.OptionalText("post")))],
            fields.Texts("names"), fields.OptionalText("appraisalOf"), fields.OptionalText("scale") ?? "");
    }

    private static TallyLines Tally(Fields fields, string kind) =>
        new([.. fields.Objects("items").Select(row => Row(row, kind))], fields.Number("notPressed"), fields.Number("participants"), fields.Text("sumCheck"),
            fields.OptionalNumber("issued"), fields.OptionalNumber("collected"), fields.OptionalNumber("valid"), fields.OptionalNumber("invalid"))
        {
            Total = fields.OptionalNumber("total"),
            Reasons = fields.OptionalObject("reasons") is Fields reasons
                ? [.. PaperReasons.Select(reason => (reason, reasons.OptionalNumber(reason) ?? 0)).Where(one => one.Item2 > 0)] : [],
        };

    private static TallyRow Row(Fields fields, string kind)
    {
        Fields counts = fields.Object("counts");
        return new TallyRow(
            fields.Number("no"), fields.Text("name"), (kind == "evaluation" ? counts.OptionalNumber("for") ?? 0 : counts.Number("for")), counts.OptionalNumber("against") ?? 0, counts.OptionalNumber("abstain") ?? 0,
            counts.OptionalNumber("writeIn") ?? 0, fields.OptionalFlag("writeIn"), fields.OptionalText("outcome") ?? "")
        {
            Grades = [.. GradeOptions.Select(option => counts.OptionalNumber(option) ?? 0)],
            Void = counts.OptionalNumber("void") ?? 0,
            Forms = counts.OptionalNumber("forms"),
            Points = counts.OptionalNumber("points"),
        };
    }

    private static OutcomeLine Outcome(Fields fields)
    {
        string state = fields.Text("state");
        if (!States.Contains(state))
            fields.Problem("state", "unknown state");
        return new OutcomeLine(state, fields.OptionalText("arithmetic") ?? "", fields.OptionalText("followUp"))
        {
            Base = fields.OptionalObject("reason")?.OptionalNumber("base"),
            Items = [.. fields.Objects("items").Select(Graded)],
            FollowUps = [.. fields.Objects("followUps").Select(one => one.Text("text"))],
        };
    }

    private static GradeLine Graded(Fields fields)
    {
        Fields? mean = fields.OptionalObject("mean");
        int? denominator = mean?.Number("den");
        if (denominator == 0)
            fields.Problem("mean.den", "not positive");
        return new GradeLine(fields.Text("name"), fields.Number("base"), fields.OptionalText("gradeName"), mean?.Number("num"), denominator > 0 ? denominator : null);
    }

    private static NamedChoice Named(Fields fields) =>
        new(fields.OptionalTextOrNumber("seat") ?? "", fields.OptionalText("name") ?? fields.Text("nameId"), fields.Texts("choice"));
}
