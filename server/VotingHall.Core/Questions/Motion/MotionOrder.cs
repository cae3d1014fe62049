namespace VotingHall.Core;

/// <summary>
/// 修正案和单独表决条款的次序: they are voted before the whole, several in the order of the agenda, which the presiding body sets.
/// Source: NPCSC-R46, GD-R61, SH-R69, GD-SC49, LL44; rules 7.
/// </summary>
public static class MotionOrder
{
    /// <summary>What must be voted before <paramref name="item"/> and was not yet declared, in agenda order; empty when nothing stands before it.</summary>
    public static IReadOnlyList<AgendaItem> StillBefore(HallState state, Meeting meeting, AgendaItem item)
    {
        string? whole = WholeOf(item.Question);
        // Of the parts of one whole, those earlier on the agenda; before the whole, all of its parts. Amendments come before clauses by their place only.
        IEnumerable<AgendaItem> parts = whole is null
            ? meeting.Agenda.Where(other => WholeOf(other.Question) == item.No)
            : meeting.Agenda.TakeWhile(other => other.No != item.No).Where(other => WholeOf(other.Question) == whole);
        return [.. parts.Where(part => !IsDeclared(state, part.No))];
    }

    /// <summary>The whole was voted: nothing can change its text any more.</summary>
    public static bool IsTooLate(HallState state, AgendaItem item) => WholeOf(item.Question) is string whole && IsDeclared(state, whole);

    /// <summary>Amendments and clauses of an item that were declared, in agenda order, with their outcome.</summary>
    public static IReadOnlyList<Round> PartsOf(HallState state, AgendaItem whole) =>
        [.. state.Rounds.Values.Where(round => WholeOf(round.Question) == whole.No && round.Phase == RoundPhase.Declared)];

    /// <summary>What is wrong with the references of an agenda.</summary>
    internal static void Check(Meeting meeting, int index, List<MeetingError> errors)
    {
        AgendaItem item = meeting.Agenda[index];
        if (item.Question is not Motion motion || WholeOf(motion) is not string whole)
            return;
        string field = $"agenda[{index}].{(motion.Amends is null ? "clauseOf" : "amends")}";
        if (meeting.Item(whole) is not { Question: Motion } other)
            errors.Add(new(field, $"议程中没有可修正的第 {whole} 项议案", $"there is no motion {whole} on the agenda"));
        else if (other.No == item.No || WholeOf(other.Question) is not null)
            errors.Add(new(field, "须为整体付表决的议案", "it must name a motion that is voted as a whole"));
    }

    private static string? WholeOf(Question question) => question is Motion motion ? motion.Amends ?? motion.ClauseOf : null;

    private static bool IsDeclared(HallState state, string agendaNo) =>
        state.Rounds.Values.Any(round => round.Item.No == agendaNo && round.Phase == RoundPhase.Declared);
}
