namespace VotingHall.Core;

/// <summary>
/// 与另一结果的距离: by how many votes the nearest figure stands from its threshold, or across the last seat from its neighbour.
/// With no more than that many failed seats the result might have been another. Source: rules 13 (|for − T| ≤ faulty keypads).
/// </summary>
internal static class ResultMargin
{
    /// <summary>Null where nothing was decided.</summary>
    public static int? Of(Question question, Tally tally, Outcome outcome)
    {
        int? needed = outcome.Reason.Required;
        return outcome switch
        {
            Outcome.Invalid => null,
            Outcome.Evaluated => outcome.Reason.Comparisons.Select(one => (int?)Apart(one.Value, one.Against)).Min(),
            Outcome.RollCalled => Apart(tally.Participants, needed!.Value),
            Outcome.NotCarried { VoteEffective: false } => Math.Min(Apart(tally.Rows[0].For, needed!.Value), Apart(tally.Rows[0].Marks, needed.Value)),
            Outcome.Carried or Outcome.NotCarried => Apart(tally.Rows[0].For, needed!.Value),
            _ => OfPersons(OutcomeJson.PersonsOf(outcome), needed, question.Places is not null),
        };
    }

    internal static bool IsIn(PersonOutcome person) => person.State is PersonState.Elected or PersonState.ElectedPendingUpperApproval or PersonState.Formal;

    /// <summary>Fewest votes that took a seat.</summary>
    internal static int? LastIn(IReadOnlyList<PersonOutcome> persons) => persons.Where(IsIn).Select(person => (int?)person.For).Min();

    /// <summary>Most votes that could have taken a seat (the majority reached) and did not.</summary>
    internal static int? FirstOut(IReadOnlyList<PersonOutcome> persons, int? needed) =>
        persons.Where(person => !IsIn(person) && person.For >= (needed ?? 0)).Select(person => (int?)person.For).Max();

    private static int? OfPersons(IReadOnlyList<PersonOutcome> persons, int? needed, bool seats)
    {
        if (persons.Any(person => person.State == PersonState.TiedRunoff))
            return 0;
        int? nearest = needed is int votes ? persons.Select(person => (int?)Apart(person.For, votes)).Min() : null;
        if (!seats || LastIn(persons) is not int last || FirstOut(persons, needed) is not int first)
            return nearest;
        int across = last - first;
        return nearest is int known ? Math.Min(known, across) : across;
    }

    private static int Apart(int votes, int needed) => Math.Abs(votes - needed);
}
