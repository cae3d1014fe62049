namespace VotingHall.Core;

/// <summary>记录的异常部分: everything out of the ordinary that a reader must know. Codes are stable.</summary>
internal static class RecordExceptions
{
    public static Json.List Of(Round round, RecordCircumstances circumstances)
    {
        List<Json> lines = [];
        if (circumstances.RehearsalKeys)
            lines.Add(Json.Of(("code", "rehearsalKeys")));
        Add(lines, "paperMissing", round.Opening is null ? 0 : round.PaperReport?.Missing.Count ?? 0, round.Opening?.Step);
        Add(lines, "resumed", round.Opening?.Resumed ?? 0, null);
        Add(lines, "keypadFault", round.Closed?.Faulty.Count ?? 0, round.Closed?.Step, FaultySeats(round));
        Add(lines, "unsealed", round.Closed?.UnsealedCount ?? 0, round.Closed?.Step);
        Add(lines, "unattested", round.Counted?.Unattested ?? 0, round.Counted?.Step);
        AddByHand(lines, round);
        if (round.Voided is Voiding voided)
            lines.Add(Json.Of(
                ("at", RecordTime.Write(voided.Step.At)), ("code", "void"), ("decidedBy", EnumNames.Write(voided.Step.By.Role)),
                ("note", VoidReasons.Sentence(voided))));
        return new Json.List(lines);
    }

    /// <summary>What people decided about papers, and votes that did not come from keypads. Source: rules 4.2.7, 4.4; design, settled questions 5.</summary>
    private static void AddByHand(List<Json> lines, Round round)
    {
        if (round.ByHand.Issued is { Note.Length: > 0 } issued)
            lines.Add(Decided("issuedAbovePresent", issued.Entered, $"发出选票多于实到人数：{issued.Note}"));
        if (round.ByHand.Unaccounted is EnteredNote missing)
            lines.Add(Decided("unaccounted", missing.Entered, $"票数之和少于应有之数，监票人决定：{missing.Note}"));
        foreach (NameMerge merge in round.ByHand.Merges)
            lines.Add(Decided("namesMerged", merge.Decided, $"另选他人“{merge.From}”与“{merge.Into}”认定为同一人"));
        if (round.Counted is { Tally.Manual: > 0 } counted)
            lines.Add(Json.Of(
                ("at", RecordTime.Write(counted.Step.At)), ("code", "manualVotes"), ("count", counted.Tally.Manual),
                ("note", $"{counted.Tally.Manual} 人不用表决器，票数由人工录入并计入合计")));
    }

    private static Json.Object Decided(string code, Step step, string note) => Json.Of(
        ("at", RecordTime.Write(step.At)), ("code", code), ("decidedBy", EnumNames.Write(step.By.Role)), ("note", note));

    /// <summary>Seats with a failed keypad, listed apart. Source: design, settled questions 5.</summary>
    private static string? FaultySeats(Round round) => round.Closed is { Faulty.Count: > 0 } closed
        ? string.Join("、", closed.Faulty.Select(uid => round.ElectorAt(uid)!.Seat.Value))
        : null;

    private static void Add(List<Json> lines, string code, int count, Step? step, string? note = null)
    {
        if (count > 0)
            lines.Add(Json.Of(
                ("at", step is null ? null : RecordTime.Write(step.At)), ("code", code), ("count", count), ("note", note is null ? null : note)));
    }
}
