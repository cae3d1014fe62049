namespace VotingHall.Core;

/// <summary>
/// 未获通过后再次提请: half a year, or barred for this term after two failures, in all or in succession. Source: ZJ-APP15, SZ-APP20, CQ-APP21; rules 9.4;
/// case C24.
/// </summary>
internal static class ReproposalCheck
{
    private const int Months = 6;
    private const int Failures = 2;

    public static void Add(List<ProposalProblem> problems, Appointment appointment, Preliminaries before, ProfileRules rules)
    {
        foreach (Nominee person in appointment.Persons)
        {
            EarlierVote[] earlier = [.. before.History
                .Where(vote => vote.Name == person.Name && (person.Post is null || vote.Post == person.Post)).OrderBy(vote => vote.On)];
            if (Barred(earlier, rules.Appointment.Bar))
                problems.Add(new(
                    "before.history",
                    $"{person.Name}已{(rules.Appointment.Bar == FailureBar.TwoConsecutive ? "连续" : "")}两次未获通过，本届内不再提请任命同一职务{ProposalCheck.CiteOf(rules, "appointment.barAfter")}",
                    $"{person.Name} failed twice{(rules.Appointment.Bar == FailureBar.TwoConsecutive ? " in succession" : "")}: barred for this post for this term"
                        + ProposalCheck.CiteEnglishOf(rules, "appointment.barAfter"), Broken: true));
            else if (rules.Appointment.Reproposal == Reproposal.SixMonths && earlier.LastOrDefault(vote => !vote.Passed) is EarlierVote failed)
                Wait(problems, person, failed, before.On, rules);
        }
    }

    private static bool Barred(EarlierVote[] earlier, FailureBar bar) => bar switch
    {
        FailureBar.None => false,
        FailureBar.Two => earlier.Count(vote => !vote.Passed) >= Failures,
        FailureBar.TwoConsecutive => earlier.Length >= Failures && earlier.Skip(earlier.Length - Failures).All(vote => !vote.Passed),
        _ => throw new ArgumentOutOfRangeException(nameof(bar)),
    };

    private static void Wait(List<ProposalProblem> problems, Nominee person, EarlierVote failed, DateOnly? on, ProfileRules rules)
    {
        if (on is not DateOnly day)
            problems.Add(new("before.on", $"{person.Name}曾未获通过，请写明本次提请的日期", $"{person.Name} failed before: give the day of this proposal", Broken: false));
        else if (day < failed.On.AddMonths(Months))
            problems.Add(new(
                "before.on", $"{person.Name}未获通过后须满半年方可再次提请{ProposalCheck.CiteOf(rules, "appointment.reproposal")}",
                $"{person.Name} may be proposed again after half a year{ProposalCheck.CiteEnglishOf(rules, "appointment.reproposal")}", Broken: true));
    }
}
