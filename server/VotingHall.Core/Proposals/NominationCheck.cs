namespace VotingHall.Core;

/// <summary>
/// 提名: names under a joint nomination, no nominator with more names than seats (a deputy over all nominations signed), two days at a change of term,
/// every candidate nominated by somebody. Source: OL26, OL27, EL30, EL32; rules 3.2, 5.1, 6.
/// </summary>
internal static class NominationCheck
{
    public static void Add(List<ProposalProblem> problems, Election election, Preliminaries before, Meeting meeting)
    {
        bool deputies = election.OfficeKind == OfficeKind.UpperDeputy;
        Law law = deputies ? Law.EL30 : Law.OL26;
        for (int i = 0; i < before.Nominations.Count; i++)
            One(problems, $"before.nominations[{Arithmetic.Text(i)}]", before.Nominations[i], election, law, meeting);
        PerDeputy(problems, election, before, law);
        if (before.Nominations.Count > 0)
            foreach (string candidate in election.Candidates.Where(name => !before.Nominations.Any(one => one.Candidates.Contains(name))))
                problems.Add(new("before.nominations", $"候选人{candidate}没有提名人", $"nobody nominated {candidate}", Broken: true));
        Time(problems, election, before, deputies, meeting.Rules);
    }

    private static void One(List<ProposalProblem> problems, string field, Nomination nomination, Election election, Law law, Meeting meeting)
    {
        bool deputies = election.OfficeKind == OfficeKind.UpperDeputy;
        if (nomination.By == Nominator.Organisation && !deputies)
            problems.Add(new(field + ".by", $"由主席团或者代表联合提名（{law.Chinese}）", $"the presidium or deputies jointly nominate ({law.English})", Broken: true));
        if (nomination.By == Nominator.Presidium && nomination.Candidates.Count > election.Seats)
            problems.Add(TooMany(field + ".candidates", "主席团", "the presidium", nomination.Candidates.Count, election.Seats, law));
        if (nomination.By != Nominator.Deputies || ProposalCheck.LevelOf(meeting) is not CongressLevel level)
            return;
        Proposal kind = deputies ? Proposal.DeputyRecommendation : Proposal.JointNomination;
        int needed = SupportersNeeded.For(kind, level, meeting.Base.Count)!.Value.Names;
        if (nomination.Nominators.Count < needed)
            problems.Add(new(
                field + ".nominators", $"代表联合提名须有 {Arithmetic.Text(needed)} 人以上（{law.Chinese}），现有 {Arithmetic.Text(nomination.Nominators.Count)} 人",
                $"{Arithmetic.Text(needed)} deputies nominate jointly ({law.English}), there are {Arithmetic.Text(nomination.Nominators.Count)}", Broken: true));
        foreach (MemberId stranger in nomination.Nominators.Where(id => meeting.Members.All(member => member.Id != id)))
            problems.Add(new(
                field + ".nominators", $"名册中没有代表号 {Arithmetic.Text(stranger.Value)}", $"no member has the number {Arithmetic.Text(stranger.Value)}", Broken: true));
    }

    private static void PerDeputy(List<ProposalProblem> problems, Election election, Preliminaries before, Law law)
    {
        IEnumerable<IGrouping<MemberId, string>> names = before.Nominations.Where(one => one.By == Nominator.Deputies)
            .SelectMany(one => one.Nominators.SelectMany(member => one.Candidates.Select(name => (Member: member, Name: name))))
            .Distinct().GroupBy(pair => pair.Member, pair => pair.Name);
        foreach (IGrouping<MemberId, string> deputy in names.Where(group => group.Count() > election.Seats).OrderBy(group => group.Key.Value))
            problems.Add(TooMany(
                "before.nominations", $"代表号 {Arithmetic.Text(deputy.Key.Value)} 的代表", $"deputy {Arithmetic.Text(deputy.Key.Value)}", deputy.Count(), election.Seats, law));
    }

    private static ProposalProblem TooMany(string field, string who, string whoEnglish, int count, int seats, Law law) => new(
        field, $"{who}提名 {Arithmetic.Text(count)} 人，超过应选名额 {Arithmetic.Text(seats)} 名（{law.Chinese}）",
        $"{whoEnglish} nominated {Arithmetic.Text(count)}, more than the {Arithmetic.Text(seats)} seats ({law.English})", Broken: true);

    /// <summary>Offices: at a change of term only; deputies to the higher congress: always, but for a by-election.</summary>
    private static void Time(List<ProposalProblem> problems, Election election, Preliminaries before, bool deputies, ProfileRules rules)
    {
        if (before.Period is not NominationPeriod period)
            return;
        Law law = deputies ? Law.EL32 : Law.OL27;
        int least = rules.Election.NominationDays;
        if (period.To < period.From)
            problems.Add(new("before.period", "止日早于起日", "the last day is before the first", Broken: true));
        else if (election.Type == VoteType.Election && period.Days < least)
            problems.Add(new(
                "before.period", $"提名、酝酿候选人的时间不得少于 {Arithmetic.Text(least)} 天（{law.Chinese}），现为 {Arithmetic.Text(period.Days)} 天",
                $"nomination and deliberation take {Arithmetic.Text(least)} days or more ({law.English}), here {Arithmetic.Text(period.Days)}", Broken: true));
    }
}
