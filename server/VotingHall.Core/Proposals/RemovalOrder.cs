namespace VotingHall.Core;

/// <summary>先免后任: within an agenda, the holder of a post is removed before another is appointed to it. Source: SZ-APP19; rules 9.3.</summary>
internal static class RemovalOrder
{
    public static void Add(List<ProposalProblem> problems, AgendaItem item, Meeting meeting)
    {
        if (!meeting.Rules.Appointment.RemovalFirst || item.Question is not PersonsQuestion removal || !Removes(removal))
            return;
        foreach (AgendaItem earlier in meeting.Agenda.TakeWhile(other => other.No != item.No))
            if (earlier.Question is Appointment appointment && PersonsCheck.Appoints(appointment.Verb))
                foreach (Nominee holder in removal.Persons.Where(person => appointment.Persons.Any(
                    other => person.Post is not null && other.Post == person.Post && other.Name != person.Name)))
                    problems.Add(new(
                        "no", $"{holder.Post}：{removal.Verb}{holder.Name}应先于任命（议程 {earlier.No}）{ProposalCheck.CiteOf(meeting.Rules, "appointment.removalFirst")}",
                        $"{holder.Post}: the removal of {holder.Name} comes before the appointment (item {earlier.No}){ProposalCheck.CiteEnglishOf(meeting.Rules, "appointment.removalFirst")}",
                        Broken: true));
    }

    private static bool Removes(PersonsQuestion question) => question switch
    {
        Resignation or Dismissal or Recall => true,
        Appointment => question.Verb.Contains('免') && !question.Verb.Contains("任免", StringComparison.Ordinal),
        _ => false,
    };
}
