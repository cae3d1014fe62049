using System.Numerics;
using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests.Recounts;

/// <summary>过半数 (rules 1, 2.4, 7): questions answered by 赞成 against a base; with seats the same rule is an election (rules 5.4).</summary>
internal static class Majorities
{
    /// <summary>Kinds whose law says 无记名投票 (OL28, EL40, SL62): paper, whatever the figures.</summary>
    private static readonly HashSet<string> PaperKinds = ["removal_from_office", "recall", "election", "deputy_election", "election_runoff", "by_election", "further_election", "pre_selection", "constitutional_amendment"];

    public static JsonObject OfAll(Sheet sheet)
    {
        if (sheet.Part("marksByOffice") is { } offices)
            return Papers.ByOffice(sheet, offices);
        return sheet.Figure("seats") is not null ? Elections.Majority(sheet) : Threshold(sheet, sheet.Bases, Recount.LeastMoreThanHalf);
    }

    /// <summary>SL53: those who signed an inquiry are all that count.</summary>
    public static JsonObject OfAllAlone(Sheet sheet) => Threshold(sheet, sheet.Bases, Recount.LeastMoreThanHalf);

    public static JsonObject TwoThirdsOfAll(Sheet sheet) => Threshold(sheet, sheet.Bases, n => Recount.Ceiling(2 * n, 3));

    public static JsonObject OfPresent(Sheet sheet) =>
        Threshold(sheet, () => [sheet.Need("present") is { Sign: > 0 } p ? p : throw new Undecided("present: nobody")], Recount.LeastMoreThanHalf);

    /// <summary>GD-R60: more than half must have pressed a key, then the usual majority.</summary>
    public static JsonObject OfAllWithParticipation(Sheet sheet) => Threshold(sheet, sheet.Bases, Recount.LeastMoreThanHalf, participation: true);

    /// <summary>The refusal of a method, or null; it comes before every figure (C25).</summary>
    public static JsonObject? Refused(Sheet sheet)
    {
        string? method = sheet.Word("method");
        bool refused = sheet.Word("kind") is { } kind && PaperKinds.Contains(kind)
            && (method == "show_of_hands" || (method == "keypad" && kind is "removal_from_office" or "recall"));
        return refused ? SumChecks.Add(sheet, new() { ["outcome"] = new JsonObject { ["methodAllowed"] = false, ["requiredMethod"] = "paper_ballot" } }) : null;
    }

    private static JsonObject Threshold(Sheet sheet, Func<IReadOnlyList<BigInteger>> of, Func<BigInteger, BigInteger> least, bool participation = false)
    {
        if (sheet.Rows.Count == 0 && sheet.Word("method") == "keypad")
            return new() { ["outcome"] = new JsonObject { ["partialResultDiscarded"] = true, ["fallback"] = sheet.Word("kind") is { } kind && PaperKinds.Contains(kind) ? "paper_ballot" : "show_of_hands", ["fallbackEnteredManually"] = true } };
        if (sheet.Rows.Count == 0)
            throw new Undecided("items: missing");
        if (sheet.Rows.Any(row => row.WriteIn))
            throw new Undecided("no other person can be named on a voting paper (rules 4.1)");
        if ((Refused(sheet) ?? Elections.Void(sheet) ?? SumChecks.Excess(sheet)) is { } stopped)
            return stopped;
        IReadOnlyList<BigInteger> bases = of();
        JsonNode[] outcomes = [.. bases.Select(n => Outcome(sheet, least(n), participation))];
        if (outcomes.Any(each => !JsonNode.DeepEquals(each, outcomes[0])))
            throw new Undecided("totalMembers: the outcome depends on it");
        return SumChecks.Add(sheet, new() { ["required"] = Required(bases, least), ["outcome"] = outcomes[0] });
    }

    public static JsonNode Required(IReadOnlyList<BigInteger> bases, Func<BigInteger, BigInteger> least) =>
        bases.Count == 1 ? (int)least(bases[0]) : new JsonArray([.. bases.Select(n => (JsonNode)(int)least(n))]);

    private static JsonNode Outcome(Sheet sheet, BigInteger required, bool participation)
    {
        if (sheet.Rows.Count == 1)
            return participation ? WithParticipation(sheet.Rows[0], required) : Word(sheet.Rows[0], required);
        JsonObject outcome = [];
        if (sheet.Word("kind") == "procedure")
            outcome["order"] = new JsonArray([.. InOrder(sheet.Rows).Select(row => (JsonNode)row.Name)]);
        foreach (Row row in sheet.Rows)
            outcome[row.Name] = participation ? WithParticipation(row, required) : Word(row, required);
        return outcome;
    }

    private static string Word(Row row, BigInteger required) => row.For >= required ? "passed" : "not_passed";

    private static JsonObject WithParticipation(Row row, BigInteger required)
    {
        bool passed = row.For >= required;
        BigInteger? pressed = row.For + row.Figure("against") + row.Figure("abstain");
        bool effective = passed || (pressed ?? throw new Undecided(row.Name + ": keys pressed unknown")) >= required;
        return new() { ["voteEffective"] = effective, ["outcome"] = passed ? "passed" : "not_passed" };
    }

    /// <summary>Amendments before the text, removal before appointment to the same post; otherwise as put.</summary>
    private static IEnumerable<Row> InOrder(IReadOnlyList<Row> rows)
    {
        IEnumerable<Row> First() => rows.Where(row => row.Name.Contains("修正案", StringComparison.Ordinal) || row.Name.StartsWith('免'));
        return First().Concat(rows.Except(First()));
    }
}
