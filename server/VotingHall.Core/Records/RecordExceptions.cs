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
        if (round.Voided is Voiding voided)
            lines.Add(Json.Of(
                ("at", RecordTime.Write(voided.Step.At)), ("code", "void"), ("decidedBy", EnumNames.Write(voided.Step.By.Role)),
                ("note", VoidReasons.Sentence(voided))));
        return new Json.List(lines);
    }

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
