namespace VotingHall.Core;

/// <summary>
/// 选举结果宣读词: votes, then who is elected. The profile says in which order, whose votes, and whether names written in are read; those elected or
/// tied are named always. Source: screens 6; rules 16.
/// </summary>
internal static class ElectionSpeech
{
    public static Announcement Of(Election election, Tally tally, Outcome outcome, BodyWords words, ProfileRules rules)
    {
        IReadOnlyList<PersonOutcome> persons = OutcomeJson.PersonsOf(outcome);
        Speech speech = new();
        if (tally.Papers is PaperCount papers)
        {
            Announcement before = HandAnnouncement.Papers(papers);
            speech.Say(before.Chinese + "本次选举有效。", before.English + " The election is valid.");
        }
        else
            speech.Say(
                $"实到{tally.SignedIn}人，参加投票{tally.Participants}人，本次选举有效。",
                $"{tally.SignedIn} present, {tally.Participants} voted: the election is valid.");
        foreach (int i in Reading(tally, persons, rules.Announce))
            Row(speech, tally.Rows[i], persons[i].For - tally.Rows[i].For);
        foreach (PersonOutcome person in persons.Where(person => person.IsWriteIn && (rules.WriteIn.Announced || person.State != PersonState.NotElected)))
            speech.Then($"另选{person.Name}得赞成{person.For}票。", $"{person.Name}, written in: for {person.For}.");
        string[] elected = Elected(persons);
        if (elected.Length > 0 && rules.Announce.PublishVotes == PublishVotes.CandidatesThenWinners)
            speech.Then(
                "当选的是：" + string.Join("，", Winners(persons).Select(person => $"{person.Name}，{person.For}票")) + "。",
                "Elected: " + string.Join("; ", Winners(persons).Select(person => $"{person.Name}, {person.For}")) + ".");
        if (elected.Length > 0)
            speech.Then(
                Procurator(election.OfficeKind)
                    ? $"{Names(elected)}当选为{election.Office}，依法报请批准。"
                    : $"{Names(elected)}得赞成票超过{words.AllMembers}的半数，当选为{election.Office}。",
                $"{NamesEnglish(elected)}: for by more than half of {words.AllMembersEnglish}, elected: {election.Office}{Pending(election.OfficeKind)}.");
        return Follow(speech, outcome, election.Seats, elected.Length, words).Text;
    }

    public static Announcement OfRunoff(RunoffElection runoff, Tally tally, Outcome outcome, BodyWords words)
    {
        IReadOnlyList<PersonOutcome> persons = OutcomeJson.PersonsOf(outcome);
        Speech speech = new Speech().Say(
            string.Join("，", persons.Select(person => $"{person.Name}得{person.For}票")) + "。",
            string.Join(", ", persons.Select(person => $"{person.Name}: {person.For}")) + ".");
        string[] elected = Elected(persons);
        if (elected.Length > 0)
            speech.Say(
                $"{Names(elected)}得票多，当选为{runoff.Office}{(Procurator(runoff.OfficeKind) ? "，依法报请批准" : "")}。",
                $"{NamesEnglish(elected)}: more votes, elected: {runoff.Office}{Pending(runoff.OfficeKind)}.");
        return outcome is Outcome.RunoffRequired tie
            ? speech.Say(
                $"{Names(tie.Tied)}票数相等，不能确定当选人。现在就票数相等的{tie.Tied.Count}人再次投票，以得票多的当选。",
                $"{NamesEnglish(tie.Tied)} have equal votes again. We vote again among these {tie.Tied.Count}; more votes wins.").Text
            : Follow(speech, outcome, runoff.Seats, elected.Length, words).Text;
    }

    /// <summary>The figures as screen and certificate show them: 另选 is a figure of its own where the ballot offers it.</summary>
    private static void Row(Speech speech, RowTally row, int writtenInAsWell) => speech.Then(
        $"{row.Name}得赞成{row.For}票，反对{row.Against}票，弃权{row.Abstain}票{(row.WriteIn > 0 ? $"，另选他人{row.WriteIn}票" : "")}"
            + $"{(writtenInAsWell > 0 ? $"；另有另选{writtenInAsWell}票，共得{row.For + writtenInAsWell}票" : "")}。",
        $"{row.Name}: for {row.For}, against {row.Against}, abstained {row.Abstain}{(row.WriteIn > 0 ? $", another person {row.WriteIn}" : "")}"
            + $"{(writtenInAsWell > 0 ? $"; written in as well {writtenInAsWell}, in all {row.For + writtenInAsWell}" : "")}.");

    private static Speech Follow(Speech speech, Outcome outcome, int seats, int elected, BodyWords words) => outcome switch
    {
        Outcome.RunoffRequired tie => speech.Then(
            $"{Names(tie.Tied)}得票均超过{words.AllMembers}的半数，票数相等，不能确定当选人。现在就票数相等的{tie.Tied.Count}人再次投票，以得票多的当选。",
            $"{NamesEnglish(tie.Tied)} all have more than half of {words.AllMembersEnglish} and equal votes. We vote again among these {tie.Tied.Count}; more votes wins."),
        Outcome.Shortfall when elected == 0 => speech.Then(
            $"候选人得票均未超过{words.AllMembers}的半数，本次无人当选。",
            $"No candidate has more than half of {words.AllMembersEnglish}: nobody is elected."),
        Outcome.Shortfall shortfall => speech.Then(
            $"应选{seats}名，当选{elected}名，尚缺{shortfall.Missing}名。是否在本次会议另行选举，由{words.Assembly}决定。",
            $"Places {seats}, elected {elected}, {shortfall.Missing} left open. Whether to hold a further election at this session is for {words.AssemblyEnglish} to decide."),
        _ => speech,
    };

    /// <summary>Rows to be read, in the order of reading; who is tied is read as well, the hall must see why it votes again.</summary>
    private static IEnumerable<int> Reading(Tally tally, IReadOnlyList<PersonOutcome> persons, AnnounceParameters announce)
    {
        IEnumerable<int> rows = Enumerable.Range(0, tally.Rows.Count)
            .Where(i => announce.PublishVotes != PublishVotes.Winners || persons[i].State != PersonState.NotElected);
        return announce.Order == AnnounceOrder.Votes ? rows.OrderByDescending(i => persons[i].For) : rows;
    }

    private static IEnumerable<PersonOutcome> Winners(IReadOnlyList<PersonOutcome> persons) =>
        persons.Where(person => person.State is PersonState.Elected or PersonState.ElectedPendingUpperApproval).OrderByDescending(person => person.For);

    private static string[] Elected(IReadOnlyList<PersonOutcome> persons) =>
        [.. persons.Where(person => person.State is PersonState.Elected or PersonState.ElectedPendingUpperApproval).Select(person => person.Name)];

    private static bool Procurator(OfficeKind office) => office == OfficeKind.ChiefProcurator;

    private static string Pending(OfficeKind office) => Procurator(office) ? ", approval pending" : "";

    private static string Names(IEnumerable<string> names) => string.Join("、", names);

    private static string NamesEnglish(IEnumerable<string> names) => string.Join(", ", names);
}
