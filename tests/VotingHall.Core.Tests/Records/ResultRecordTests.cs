using System.Text;
using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>One golden record of each kind, reviewed as a diff; and what a record must never say.</summary>
public sealed class ResultRecordTests
{
    internal static readonly RecordCircumstances Circumstances = new(
        "S1", true, new LogHead("votinghall/hall1", 42, Samples.Digest(20), null),
        new SoftwareVersions("0.1.0", "0.1.0", ["1.0.0"], Octets.Empty, Samples.Digest(21)), Samples.Digest(22),
        new TimeQuality("operator", new Instant(Samples.Start - 60_000), 500, "boot1", 1_000_000), Samples.Digest(23),
        new Dictionary<KeypadUid, string> { [Samples.Uid(1)] = "ABC234" }, ["0011223344556677"]);

    private static readonly Dictionary<string, Func<Driver>> Rounds = new()
    {
        ["roll-call"] = () => Driver.SignedIn(10),
        ["motion-named"] = () => Named("2", d => [d.Cast(1, 1, Choice.For), d.Cast(2, 1, Choice.For), d.Cast(3, 1, Choice.Against), d.Cast(4, 1, Choice.Abstain)]),
        ["motion-secret"] = () => Secret("3", 9, new StationRow(7, 1, 1, 0)),
        ["election-filled"] = () => Secret("4", 10, new StationRow(9, 1, 0, 0), new StationRow(8, 1, 0, 1), new StationRow(2, 7, 1, 0)),
        ["election-runoff"] = () => Secret("4", 11, new StationRow(8, 3, 0, 0), new StationRow(7, 3, 1, 0), new StationRow(7, 2, 2, 0)),
        ["election-shortfall"] = () => Secret("4", 10, new StationRow(9, 1, 0, 0), new StationRow(5, 4, 1, 0), new StationRow(6, 4, 0, 0)),
        ["election-write-in"] = () => Named("6", d => [.. Enumerable.Range(1, 8).Select(i => d.Cast(i, 1, false, [new MemberId(5)], Choice.Against, Choice.Abstain))]),
        ["projects-pick-list"] = () => Named("5", d => [.. Enumerable.Range(1, 9).Select(i => d.Cast(i, 1, Choice.For, i % 2 == 0 ? null : Choice.For, null))]),
        ["appointment"] = () => Named("7", d => [.. Enumerable.Range(1, 10).Select(i => d.Cast(i, 1, Choice.For, i > 6 ? Choice.Against : Choice.For))]),
        ["election-paper"] = () => PaperHall.ElectionIn(RoundPhase.Declared),
        ["motion-hands"] = HandsTests.Declared,
        ["evaluation"] = () => Named(
            "8", d => [.. Enumerable.Range(1, 9).Select(i => d.Cast(i, 1, i > 3 ? Choice.Grade1 : Choice.Grade2, i > 7 ? Choice.Abstain : Choice.Grade3))]),
        ["pre-selection"] = () => Secret("9", 10, new StationRow(9, 0, 0, 0), new StationRow(2, 0, 0, 0), new StationRow(5, 0, 0, 0)),
        ["void"] = Voided,
    };

    /// <summary>Items beside those of the sample's agenda.</summary>
    private static readonly AgendaItem[] MoreItems =
    [
        new("8", new Evaluation
        {
            Title = "部门工作满意度测评", Verb = "测评", Items = [new Nominee("教育局", null), new Nominee("水利局", null)], Scale = GradingScale.Satisfaction,
        }, RoundMode.Named, Octets.Empty),
        new("9", new PreSelection
        {
            Title = "副县长预选", Verb = "预选", Office = "副县长", OfficeKind = OfficeKind.Deputy, Nominees = ["林若水", "王𠮷", "何知白"], Seats = 1, FormalPlaces = 2,
        }, RoundMode.Secret, Octets.Empty),
    ];

    public static TheoryData<string> Kinds() => [.. Rounds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_has_its_golden_record(string kind)
    {
        Driver driver = Rounds[kind]();
        byte[] payload = ResultRecord.PayloadBytes(driver.State, driver.Last, Circumstances);
        Assert.True(CanonicalJson.TryRead(payload, out _));
        Assert.Equal(payload, ResultRecord.PayloadBytes(driver.Replayed(), driver.Last, Circumstances));
        Repository.AssertGolden(Pretty(payload), "tests", "VotingHall.Core.Tests", "Records", "golden", kind + ".json");
    }

    /// <summary>What a verifier does: read question, profile and figures from the record alone and count again.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_outcome_can_be_recomputed_from_the_record_alone(string kind)
    {
        Driver driver = Rounds[kind]();
        Json.Object record = ResultRecord.Payload(driver.State, driver.Last, Circumstances);
        if (record.ObjectOf("tally") is not Json.Object figures)
        {
            Assert.Equal("void", kind);
            return;
        }
        Json.Object rule = record.ObjectOf("rule")!;
        Assert.True(QuestionJson.TryRead(rule["question"]!, out Question? question, out _));
        Assert.True(ProfileJson.TryRead(rule["profile"]!, out ProfileRules profile));
        Assert.True(EnumNames.TryRead(record.ObjectOf("meeting")!.TextOf("body"), out Body body));
        Assert.True(EnumNames.TryRead(rule.ObjectOf("base")!.TextOf("basis"), out CountBasis basis));
        Tally tally = new((int)figures.NumberOf("total")!, (int)figures.NumberOf("participants")!, Rows(figures, false), WriteIns(figures));
        if (record.ObjectOf("method")!.TextOf("how") != "keypad")
            return;
        Outcome outcome = question.Count(tally, new CountContext(new CountBase((int)rule.ObjectOf("base")!.NumberOf("count")!, basis), body, profile));
        Assert.Equal(OutcomeJson.StateOf(outcome), record.ObjectOf("outcome")!.TextOf("state"));
        Assert.Equal(outcome.Reason.Arithmetic, record.ObjectOf("outcome")!.TextOf("arithmetic"));
        Assert.Equal(outcome.Reason.RuleId, rule.TextOf("id"));
    }

    [Fact]
    public void A_secret_record_names_nobody()
    {
        Driver driver = Rounds["motion-secret"]();
        string record = Encoding.UTF8.GetString(ResultRecord.PayloadBytes(driver.State, driver.Last, Circumstances));
        Assert.DoesNotContain("代表乙", record, StringComparison.Ordinal);
        Assert.DoesNotContain("recordedList", record, StringComparison.Ordinal);
        Assert.DoesNotContain("\"seat\"", record, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_record_of_an_unfinished_round()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("2", RoundMode.Named);
        Assert.Throws<InvalidOperationException>(() => ResultRecord.Payload(driver.State, driver.Last, Circumstances));
    }

    private static RowTally[] Rows(Json.Object figures, bool writtenIn) => [.. figures.ListOf("items")!.Cast<Json.Object>()
        .Where(item => (item.FlagOf("writeIn") ?? false) == writtenIn)
        .Select(item => (Name: item.TextOf("name")!, Counts: item.ObjectOf("counts")!))
        .Select(item => RowTally.From(item.Name, choice => (int)(item.Counts.NumberOf(EnumNames.Write(choice)) ?? 0)))];

    private static WriteInTally[] WriteIns(Json.Object figures) => [.. Rows(figures, true).Select(row => new WriteInTally(row.Name, row.For))];

    private static void Put(Driver driver, string no)
    {
        foreach (AgendaItem item in MoreItems.Where(item => item.No == no))
            driver.Must(at => new HallCommand.PutAgendaItem(item, 0) { Issuer = Issuer.System, At = at });
    }

    private static Driver Named(string item, Func<Driver, IReadOnlyList<Func<Instant, HallCommand>>> presses)
    {
        Driver driver = Driver.SignedIn(10);
        Put(driver, item);
        driver.Prepare(item, RoundMode.Named);
        driver.Open();
        foreach (Func<Instant, HallCommand> press in presses(driver))
            driver.Must(press);
        driver.Must(at => new HallCommand.ReportKeypad(Samples.Uid(10), KeypadHealth.Silent) { Issuer = Issuer.Bridge, At = at });
        driver.Finish(Samples.Uid(1));
        driver.Confirm(null);
        driver.Declare();
        return driver;
    }

    private static Driver Secret(string item, int participants, params StationRow[] rows)
    {
        Driver driver = Driver.SignedIn(Math.Max(10, participants));
        Put(driver, item);
        driver.Prepare(item, RoundMode.Secret);
        driver.Open();
        for (int i = 1; i <= participants; i++)
            driver.Must(driver.Mask(i, 1, (byte)i));
        driver.Finish();
        driver.RequestTally();
        driver.Must(driver.StationCount(participants, rows));
        if (rows.Any(row => row.WriteIn > 0))
            driver.EnterSlips(participants);
        driver.Confirm(participants);
        driver.Declare();
        return driver;
    }

    private static Driver Voided()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("3", RoundMode.Secret);
        driver.Open();
        driver.Must(driver.Mask(1, 1, 1));
        driver.Must(driver.Void());
        return driver;
    }

    /// <summary>Golden files are read by people: one field a line.</summary>
    private static string Pretty(byte[] payload)
    {
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(payload);
        return System.Text.Json.JsonSerializer.Serialize(document, Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static readonly System.Text.Json.JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
