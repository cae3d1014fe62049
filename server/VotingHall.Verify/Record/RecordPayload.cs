using VotingHall.Core;
using VotingHall.Signing;
using LogHead = VotingHall.Signing.LogHead;

namespace VotingHall.Verify;

/// <summary>一行 of <c>tally.items</c>.</summary>
internal sealed record PayloadRow(int No, RowTally Tally, bool IsWrittenIn, string? Outcome)
{
    public string Name => Tally.Name;

    public int For => Tally.For;

    /// <summary>行无效.</summary>
    public int Void => Tally.Void;

    public int Marks => Tally.Marks;
}

/// <summary>票数 of the record.</summary>
internal sealed record PayloadTally(int Participants, int NotPressed, int Total, string SumCheck, IReadOnlyList<PayloadRow> Rows)
{
    /// <summary>选票清点 of a vote on paper, else null.</summary>
    public PaperCount? Papers { get; init; }

    public IEnumerable<PayloadRow> Listed => Rows.Where(row => !row.IsWrittenIn);
}

/// <summary>名单的一行 of <c>recordedList</c>.</summary>
internal sealed record PayloadNamed(string Seat, string NameId, IReadOnlyList<string> Choice, IReadOnlyList<string> WriteIns)
{
    /// <summary>未按: no ballot of this member.</summary>
    public bool NotPressed => Choice.All(choice => choice == "notPressed");
}

/// <summary>
/// 记录载荷 as the verifier needs it. Read strictly: canonical bytes, and no field at the top or in the counted parts that is not known here.
/// Source: record.md 1, 1.1, 3.
/// </summary>
internal sealed record RecordPayload(
    RecordSuite Suite, string Hall, string Title, string Kind, string Mode, int Round, Instant At, int Due, int Present, string How,
    PayloadTally? Tally, string State, string Arithmetic, Json? Reason, Json? Items, string RuleId, int? Required, string Policy, LogHead Log, bool SaysRehearsal,
    Question? Question, CountContext? Context, IReadOnlyList<PayloadNamed> Named, Json.Object Root)
{
    public const string Recorded = "recorded";
    public const string Secret = "secret";
    public const string Void = "void";

    private const string RecordKind = "votinghall.result";

    public RoundMode RoundMode => Kind == RollCall.KindName ? RoundMode.SignIn : Mode == Secret ? RoundMode.Secret : RoundMode.Named;

    /// <summary>表决手段; a word not known here is found out when the payload is read.</summary>
    public VotingMethod Method => VotingMethods.Find(How) ?? VotingMethod.Keypad;

    /// <summary>签名要求的表决方式: only locked ballots need the station's signature besides the hall's.</summary>
    public string SignedAs => Method == VotingMethod.Keypad ? Mode : Recorded;

    /// <summary>Reads the payload; on null <paramref name="problems"/> names the fields, or is empty when the bytes are no canonical JSON.</summary>
    public static RecordPayload? Read(ReadOnlySpan<byte> bytes, List<string> problems)
    {
        if (!CanonicalJson.TryRead(bytes, out Json json) || json is not Json.Object root)
            return null;
        PayloadFields f = new PayloadFields(root, "", problems).Only(
            "kind", "v", "suite", "hall", "meeting", "item", "mode", "profile", "softwareIndependent", "rule", "method", "roll", "times", "tally",
            "outcome", "recordedList", "secrecy", "exceptions", "log", "software", "policy", "round");
        if (f.Text("kind") != RecordKind)
            problems.Add("kind");
        if (f.Number("v") != 1)
            problems.Add("v");
        if (!RecordSuite.TryParse(f.Text("suite"), out RecordSuite? suite))
            suite = f.Problem("suite", RecordSuite.Intl);
        string mode = f.Text("mode");
        if (mode is not (Recorded or Secret))
            problems.Add("mode");
        if (VotingMethods.Find(f.Object("method").Text("how")) is null)
            problems.Add("method.how");
        if (!RecordMoment.TryLast(root, out Instant at))
            problems.Add("times");
        f.Object("meeting").Text("id");
        PayloadFields item = f.Object("item"), roll = f.Object("roll"), outcome = f.Object("outcome"), rule = f.Object("rule");
        RecordPayload payload = new(
            suite, f.Object("hall").Text("id"), item.Text("title"), item.Text("kind"), mode, f.Object("round").Number("no"), at,
            roll.Number("due"), roll.Number("present"), f.Object("method").Text("how"),
            f.OptionalObject("tally") is PayloadFields tally ? ReadTally(tally) : null,
            outcome.Text("state"), outcome.OptionalText("arithmetic") ?? "", outcome.Raw("reason"), outcome.Raw("items"), rule.OptionalText("id") ?? "", rule.OptionalNumber("required"),
            f.Text("policy"), ReadLog(f.Object("log"), suite),
            f.Objects("exceptions").Any(line => line.OptionalText("code") == "rehearsalKeys"),
            ReadQuestion(rule), ReadContext(rule, f.Object("meeting")), [.. f.Objects("recordedList").Select(ReadNamed)], root);
        if (mode == Secret && root["recordedList"] is not null)
            problems.Add("recordedList");
        return problems.Count == 0 ? payload : null;
    }

    /// <summary>What a certificate code of this record must say.</summary>
    public CertQrContent? CodeContent(byte[] identity) => CertQrContent.TryOf(Root, identity, out CertQrContent? content) ? content : null;

    private static PayloadTally ReadTally(PayloadFields f)
    {
        f.Only("items", "notPressed", "participants", "total", "sumCheck", "issued", "collected", "valid", "invalid", "reasons");
        return new PayloadTally(
            f.Number("participants"), f.Number("notPressed"), f.Number("total"), f.Text("sumCheck"), [.. f.Objects("items").Select(ReadRow)])
        {
            Papers = f.OptionalNumber("issued") is null ? null : ReadPapers(f),
        };
    }

    private static PaperCount ReadPapers(PayloadFields f)
    {
        int invalid = f.Number("invalid");
        PayloadFields? reasons = f.OptionalObject("reasons")?.Only("overVote", "illegible", "notOfficial", "torn", "other");
        int Of(string reason) => reasons?.OptionalNumber(reason) ?? 0;

        InvalidPapers known = new(Of("overVote"), Of("illegible"), Of("notOfficial"), Of("torn"), Of("other"));
        if (known.Sum != invalid)
            f.Problem("reasons", 0);
        return new PaperCount(f.Number("issued"), f.Number("collected"), f.Number("valid"), invalid) { Reasons = known };
    }

    private static PayloadRow ReadRow(PayloadFields f)
    {
        f.Only("no", "name", "counts", "writeIn", "outcome");
        PayloadFields counts = f.Object("counts").Only([.. Enum.GetValues<Choice>().Select(EnumNames.Write), "forms", "points", "void"]);
        RowTally row = RowTally.From(f.OptionalText("name") ?? "", choice => counts.OptionalNumber(EnumNames.Write(choice)) ?? 0) with
        {
            Score = new ScoreSum(counts.OptionalNumber("forms") ?? 0, counts.OptionalNumber("points") ?? 0),
            Void = counts.OptionalNumber("void") ?? 0,
        };
        return new PayloadRow(f.Number("no"), row, f.OptionalFlag("writeIn"), f.OptionalText("outcome"));
    }

    private static LogHead ReadLog(PayloadFields f, RecordSuite suite)
    {
        List<byte[]> roots = [];
        foreach (string key in suite == RecordSuite.Dual ? ["root", "rootSm3"] : new[] { "root" })
        {
            if (Digest.TryText(f.Text(key), out byte[]? root))
                roots.Add(root);
            else
                f.Problem(key, 0);
        }
        f.Only("origin", "size", "root", "rootSm3");
        return new LogHead(f.Text("origin"), f.Number("size"), roots);
    }

    private static Question? ReadQuestion(PayloadFields rule)
    {
        if (rule.Raw("question") is not Json json)
            return null;
        return QuestionJson.TryRead(json, out Question? question, out _) ? question : rule.Problem<Question?>("question", null);
    }

    private static CountContext? ReadContext(PayloadFields rule, PayloadFields meeting)
    {
        if (rule.Raw("profile") is not Json json || rule.OptionalObject("base") is not PayloadFields countBase)
            return null;
        int count = countBase.Number("count");
        if (count == 0)
            countBase.Problem("count", 0);
        if (!EnumNames.TryRead(countBase.Text("basis"), out CountBasis basis))
            countBase.Problem("basis", 0);
        if (!EnumNames.TryRead(meeting.OptionalText("body"), out Body body))
            meeting.Problem("body", 0);
        if (!ProfileJson.TryRead(json, out ProfileRules rules))
            rule.Problem("profile", 0);
        return new CountContext(new CountBase(count, basis), body, rules);
    }

    private static PayloadNamed ReadNamed(PayloadFields f)
    {
        f.Only("seat", "name", "nameId", "choice", "writeIns", "receipt", "manual");
        return new PayloadNamed(f.Text("seat"), f.Text("nameId"), f.Texts("choice"), f.Texts("writeIns"));
    }
}
