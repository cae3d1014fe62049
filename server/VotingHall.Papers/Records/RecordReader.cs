using System.Text.Json;

namespace VotingHall.Papers;

/// <summary>读记录: payload bytes to <see cref="RecordPayload"/>; total, and every problem is reported with its path.</summary>
internal static class RecordReader
{
    private static readonly string[] Kinds =
        ["rollCall", "motion", "list", "appointment", "election", "projectVote", "recall", "resignation", "dismissal", "actingHead", "procedural"];
    private static readonly string[] ReasonCodes = ["overVote", "illegible", "notOfficial", "torn", "other"];
    private static readonly string[] States =
        ["passed", "notPassed", "filled", "runoffRequired", "shortfall", "personByPerson", "quorate", "notQuorate", "invalid", "void"];

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
            method.Texts("enteredBy").Count > 0,
            fields.OptionalObject("tally") is Fields tally ? Tally(tally) : null,
            Outcome(fields.Object("outcome")),
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
        if (record.Item.Kind is "motion" or "list" or "procedural" && tally.Rows.Count != 1)
            fields.Problem("tally.items", "not exactly one row");
        if (tally.SumCheck != "ok" || record.How != "keypad")
            return;
        if ((long)tally.Participants + tally.NotPressed != record.Roll.Present)
            fields.Problem("tally", "participants and notPressed do not add up to roll.present");
        foreach (TallyRow row in tally.Rows.Where(row => !row.WrittenIn && !row.AddsUpTo(tally.Participants)))
            fields.Problem($"tally.items[{row.No}]", "marks do not add up to participants");
    }

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
        fields is null ? new RoundLine(1, null, null, null) : new RoundLine(fields.OptionalNumber("no") ?? 1, fields.OptionalTextOrNumber("repeatOf"), fields.OptionalTextOrNumber("followUpOf"), fields.OptionalText("type"));

    private static RuleLine Rule(Fields? fields)
    {
        if (fields is null)
            return new RuleLine("", null, null, null, null, null, [], [], null);
        Fields? countBase = fields.OptionalObject("base");
        return new RuleLine(
            fields.OptionalText("id") ?? "", fields.OptionalText("press"), countBase?.Number("count"), countBase?.OptionalText("basis"),
            fields.OptionalNumber("required"), fields.OptionalNumber("seats"), fields.Texts("options"), fields.Texts("cites"), fields.OptionalText("profileDigest"));
    }

    private static RollLine Roll(Fields fields) =>
        new(fields.Number("due"), fields.Number("present"), fields.OptionalNumber("excused"), fields.OptionalNumber("quorum"));

    private static TallyLines Tally(Fields fields) =>
        new([.. fields.Objects("items").Select(Row)], fields.Number("notPressed"), fields.Number("participants"), fields.Text("sumCheck"),
            fields.OptionalNumber("issued"), fields.OptionalNumber("collected"), fields.OptionalNumber("valid"), fields.OptionalNumber("invalid"))
        {
            Reasons = fields.OptionalObject("reasons") is Fields reasons
                ? [.. ReasonCodes.Select(code => (code, reasons.OptionalNumber(code) ?? 0)).Where(one => one.Item2 > 0)]
                : [],
        };

    private static TallyRow Row(Fields fields)
    {
        Fields counts = fields.Object("counts");
        return new TallyRow(
            fields.Number("no"), fields.Text("name"), counts.Number("for"), counts.OptionalNumber("against") ?? 0, counts.OptionalNumber("abstain") ?? 0,
            counts.OptionalNumber("writeIn") ?? 0, fields.OptionalFlag("writeIn"), fields.OptionalText("outcome") ?? "")
        {
            Void = counts.OptionalNumber("void") ?? 0,
        };
    }

    private static OutcomeLine Outcome(Fields fields)
    {
        string state = fields.Text("state");
        if (!States.Contains(state))
            fields.Problem("state", "unknown state");
        return new OutcomeLine(state, fields.OptionalText("arithmetic") ?? "", fields.OptionalText("followUp"));
    }

    private static NamedChoice Named(Fields fields) =>
        new(fields.OptionalTextOrNumber("seat") ?? "", fields.OptionalText("name") ?? fields.Text("nameId"), fields.Texts("choice"));
}
