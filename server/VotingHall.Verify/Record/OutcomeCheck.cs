using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>
/// 结论重算 (record.md 8, step 6): the outcome is counted again by Core from question, base, profile and figures of the record. A correctly signed
/// record with a wrong outcome is invalid.
/// </summary>
internal static class OutcomeCheck
{
    public static void Run(RecordPayload payload, List<Finding> findings)
    {
        if (payload.State == RecordPayload.Void)
        {
            Add(findings, FindingState.Absent, "本轮无效，没有结论", "void round without an outcome");
            return;
        }
        if (payload.Question is null || payload.Context is null || payload.Tally is null)
        {
            Add(findings, FindingState.Bad, "记录缺少重算所需的事项、规则或票数", "question, rules or figures are missing from the record");
            return;
        }
        if (KindOf(payload.Question) != payload.Kind || payload.Question.Title != payload.Title || !FitsMode(payload.Question, payload.RoundMode))
        {
            Add(findings, FindingState.Bad, "事项与规则不一致", "item and question differ");
            return;
        }
        string[] rows = [.. payload.Question.PaperFor(payload.RoundMode, payload.Method).Groups.SelectMany(group => group.Rows)];
        PayloadRow[] listed = [.. payload.Tally.Listed];
        if (payload.RoundMode != RoundMode.SignIn && !HasRows(rows, listed))
        {
            Add(findings, FindingState.Bad, "票数的各行与票样不一致", "rows of figures and of the paper differ");
            return;
        }
        if (Recount(payload, TallyOf(payload, payload.Tally)) is not Outcome outcome)
        {
            Add(findings, FindingState.Bad, "票数不可能出现，无法重算", "figures that no round can have: nothing to count again");
            return;
        }
        string? wrong = Wrong(payload, payload.Tally, outcome);
        if (wrong is null)
            Add(findings, FindingState.Good, "重算结论相同：" + outcome.Reason.Arithmetic, "counted again with the same outcome: " + outcome.Reason.ArithmeticEnglish);
        else
            Add(findings, FindingState.Bad, "重算结论不同：" + wrong, "counted again with another outcome: " + wrong);
    }

    /// <summary>Null for figures no round can have: Core treats them as a bug of its caller, here they come from a file.</summary>
    private static Outcome? Recount(RecordPayload payload, Tally tally)
    {
        try
        {
            return HandTally.Decide(payload.Question!, payload.Question!.PaperFor(payload.RoundMode, payload.Method), tally, payload.Context!);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>A roll call is taken by sign-in and nothing else is.</summary>
    public static bool FitsMode(Question question, RoundMode mode) => question is RollCall == (mode == RoundMode.SignIn);

    /// <summary>A run-off is printed as the election it belongs to.</summary>
    private static string KindOf(Question question) => question is RunoffElection ? Election.KindName : question.Kind;

    private static bool HasRows(string[] rows, PayloadRow[] listed) =>
        rows.Length == listed.Length && rows.Zip(listed).All(pair => pair.First.Length == 0 || pair.First == pair.Second.Name);

    public static Tally TallyOf(RecordPayload payload, PayloadTally tally) => new(
        tally.Total,
        tally.Participants,
        [.. tally.Listed.Select(row => row.Tally)],
        [.. tally.Rows.Where(row => row.IsWrittenIn).Select(row => new WriteInTally(row.Name, row.For))])
    {
        Method = payload.Method,
        Papers = tally.Papers,
    };

    private static string? Wrong(RecordPayload payload, PayloadTally tally, Outcome outcome)
    {
        string state = OutcomeJson.StateOf(outcome);
        if (payload.State != state)
            return $"{payload.State} ≠ {state} ({outcome.Reason.Arithmetic})";
        if (payload.Required != outcome.Reason.Required || payload.RuleId != outcome.Reason.RuleId)
            return $"rule {payload.RuleId} {payload.Required} ≠ {outcome.Reason.RuleId} {outcome.Reason.Required}";
        if (!Same(payload.Reason, ReasonJson.Write(outcome.Reason)))
            return $"reason ≠ {outcome.Reason.Arithmetic}";
        if (!Same(payload.Items, outcome is Outcome.Evaluated evaluated ? Json.ListOf(evaluated.Items, OutcomeJson.WriteItem) : null))
            return "items";
        // The words may be those of another version, the numbers in them may not differ.
        if (!NumbersOf(payload.Arithmetic).SequenceEqual(NumbersOf(outcome.Reason.Arithmetic)))
            return $"{payload.Arithmetic} ≠ {outcome.Reason.Arithmetic}";
        IReadOnlyList<PersonOutcome> persons = OutcomeJson.PersonsOf(outcome);
        foreach (PayloadRow row in tally.Rows)
        {
            PersonOutcome? person = persons.FirstOrDefault(p => p.Name == row.Name);
            string? expected = person is not null ? EnumNames.Write(person.State)
                : outcome is Outcome.Carried { PendingUpperApproval: true } ? EnumNames.Write(PersonState.PassedPendingUpperApproval)
                : persons.Count == 0 && outcome is Outcome.Carried or Outcome.NotCarried ? state
                : null;
            if (row.Outcome is not null && row.Outcome != expected)
                return $"{row.Name}: {row.Outcome} ≠ {expected}";
            if (row.Outcome is null && person is not null)
                return $"{row.Name}: – ≠ {expected}";
        }
        return null;
    }

    private static bool Same(Json? written, Json? counted) =>
        written is null || counted is null ? written is null && counted is null : CanonicalJson.Write(written).AsSpan().SequenceEqual(CanonicalJson.Write(counted));

    private static IEnumerable<string> NumbersOf(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool digit = i < text.Length && char.IsAsciiDigit(text[i]);
            if (digit && start < 0)
                start = i;
            if (!digit && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    private static void Add(List<Finding> findings, FindingState state, string chinese, string english) =>
        findings.Add(new Finding(CheckStep.Outcome, state, chinese, english));
}
