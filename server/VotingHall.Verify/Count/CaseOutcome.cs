using System.Text.Json.Nodes;
using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>案例结论: builds the question of a case, lets Core count it, and names the outcome as the case files do.</summary>
internal static class CaseOutcome
{
    public static JsonNode Of(CountCase one, int countBase)
    {
        CountContext context = new(new CountBase(countBase, CountBasis.Other), one.Body, CaseQuestion.RulesFor(one));
        if (one.Seats is int seats)
            return Seated(QuestionOf(one, seats).Count(TallyOf(one, [.. one.Items.Where(item => !item.IsWriteIn)]), context));
        if (one.Items is [CountItem single])
            return Vote(one, single, context);
        return Votes(one, context);
    }

    private static JsonNode Vote(CountCase one, CountItem item, CountContext context)
    {
        Outcome outcome = CaseQuestion.Of(one, item, context.Base.Count).Count(TallyOf(one, [item]), context);
        bool carried = outcome switch
        {
            Outcome.Carried => true,
            Outcome.NotCarried => false,
            _ => throw new InvalidOperationException("one row is carried or not"),
        };
        JsonNode verdict = carried ? "passed" : "not_passed";
        return one.Rule == RuleId.MajorityOfAllWithParticipation
            ? new JsonObject { ["voteEffective"] = outcome is not Outcome.NotCarried { VoteEffective: false }, ["outcome"] = verdict }
            : verdict;
    }

    /// <summary>Several votes: each its own; where the order is the point (procedure), amendments and removals come first.</summary>
    private static JsonObject Votes(CountCase one, CountContext context)
    {
        IReadOnlyList<CountItem> ordered = one.Kind == "procedure" ? VoteOrder.Sort(one.Items, item => item.Name) : one.Items;
        JsonObject outcome = [];
        if (one.Kind == "procedure")
            outcome["order"] = NumberAnswers.Names(ordered.Select(item => item.Name));
        foreach (CountItem item in ordered)
            outcome[item.Name] = Vote(one, item, context);
        return outcome;
    }

    private static Question QuestionOf(CountCase one, int seats)
    {
        string[] names = [.. one.Items.Where(item => !item.IsWriteIn).Select(item => item.Name)];
        if (one.Kind == "livelihood_projects")
            return new ProjectVote { Title = one.Title, Verb = "票决", Projects = names, Seats = seats, Runoff = one.Rule == RuleId.Plurality };
        OfficeKind office = one.Office switch
        {
            "procurator" or "chief_procurator" => OfficeKind.ChiefProcurator,
            "chief" => OfficeKind.Chief,
            "committee_member" => OfficeKind.CommitteeMember,
            _ => one.Kind == "deputy_election" ? OfficeKind.UpperDeputy : OfficeKind.Deputy,
        };
        return one.Rule == RuleId.Plurality
            ? new RunoffElection { Title = one.Title, Verb = ActVerb.Runoff, Office = one.Office, OfficeKind = office, Candidates = names, Seats = seats }
            : new Election { Title = one.Title, Verb = "选举", Office = one.Office, OfficeKind = office, Candidates = names, Seats = seats };
    }

    /// <summary>
    /// The published rows as a tally. Participants are the fullest row: the sums against the attendance were checked before. Where the attendance is
    /// the base it is known and no row exceeds it.
    /// </summary>
    private static Tally TallyOf(CountCase one, IReadOnlyList<CountItem> listed)
    {
        RowTally[] rows = [.. listed.Select(item => new RowTally(item.Name, item.For!.Value, item.Against ?? 0, item.Abstain ?? 0))];
        WriteInTally[] writeIns =
            [.. one.Items.Where(item => item.IsWriteIn).Select(item => new WriteInTally(item.Name, item.For!.Value)).OrderBy(person => person.Name, StringComparer.Ordinal)];
        int participants = rows.Length == 0 ? 0 : rows.Max(row => row.Marks);
        return new Tally(Math.Max(one.Present ?? 0, participants), participants, rows, writeIns);
    }

    private static JsonObject Seated(Outcome outcome)
    {
        (IReadOnlyList<PersonOutcome> persons, Outcome.RunoffRequired? tie, int missing) = outcome switch
        {
            Outcome.Filled filled => (filled.Persons, null, 0),
            Outcome.RunoffRequired runoff => (runoff.Persons, runoff, 0),
            Outcome.Shortfall shortfall => (shortfall.Persons, (Outcome.RunoffRequired?)null, shortfall.Missing),
            _ => throw new InvalidOperationException("seats are filled, tied or left open"),
        };
        bool pending = persons.Any(person => person.State == PersonState.ElectedPendingUpperApproval);
        JsonArray elected = Names(persons, pending ? PersonState.ElectedPendingUpperApproval : PersonState.Elected);
        JsonArray notElected = Names(persons, PersonState.NotElected);
        JsonObject json = [];
        if (elected.Count > 0 || tie is null)
            json["elected"] = elected;
        if (notElected.Count > 0)
            json["notElected"] = notElected;
        if (tie is not null)
            json["runoff"] = new JsonObject { ["candidates"] = NumberAnswers.Names(tie.Tied), ["seats"] = tie.SeatsLeft };
        if (missing > 0)
            json["shortfall"] = missing;
        if (pending)
            json["status"] = "elected_pending_upper_approval";
        return json;
    }

    private static JsonArray Names(IReadOnlyList<PersonOutcome> persons, PersonState state) =>
        NumberAnswers.Names(persons.Where(person => person.State == state).Select(person => person.Name));
}
