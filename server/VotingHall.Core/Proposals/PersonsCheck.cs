namespace VotingHall.Core;

/// <summary>
/// 任前事项: law examination and statement, where the profile requires them; who failed the examination is not put to the vote.
/// Source: CQ-APP16, ZJ-APP10, 13, SZ-APP15, 16; rules 9.2.
/// </summary>
internal static class PersonsCheck
{
    public static void Add(List<ProposalProblem> problems, Appointment appointment, Preliminaries before, Meeting meeting)
    {
        if (meeting.Body != Body.StandingCommittee || !Appoints(appointment.Verb))
            return;
        foreach (Nominee person in appointment.Persons)
        {
            PersonChecks? checks = before.Checks.FirstOrDefault(one => one.Name == person.Name);
            if (checks?.Exam == false)
                problems.Add(new(
                    "before.checks", $"{person.Name}任前法律知识考试不合格，不提请表决{ProposalCheck.CiteOf(meeting.Rules, "checks.exam")}",
                    $"{person.Name} failed the law examination and is not put to the vote{ProposalCheck.CiteEnglishOf(meeting.Rules, "checks.exam")}", Broken: true));
            if (meeting.Rules.Checks.Exam && checks?.Exam is null)
                problems.Add(Missing(person, "任前法律知识考试", "law examination"));
            if (meeting.Rules.Checks.Statement && checks?.Statement is not true)
                problems.Add(Missing(person, "任前表态发言（供职报告）", "statement before the vote"));
        }
        foreach (PersonChecks stranger in before.Checks.Where(one => appointment.Persons.All(person => person.Name != one.Name)))
            problems.Add(new("before.checks", $"{stranger.Name}不在人选之中", $"{stranger.Name} is not among the persons", Broken: true));
    }

    internal static bool Appoints(string verb) => verb.Contains("任命", StringComparison.Ordinal) || verb is "任免" or "决定任免" or "批准任免";

    private static ProposalProblem Missing(Nominee person, string what, string whatEnglish) => new(
        "before.checks", $"{person.Name}：还没有记明{what}", $"{person.Name}: no note on the {whatEnglish}", Broken: false);
}
