namespace VotingHall.Core;

/// <summary>
/// 候选人人数: the legal interval for a number of seats. The adopted 选举办法 picks one number inside it; an empty interval (few seats) has no legal
/// number and none is invented. Source: OL27, OL30, EL31, EL45; rules 5.2, 6.
/// </summary>
/// <param name="Min">Least number of candidates; null when the interval is empty.</param>
/// <param name="Max">Largest number; null when there is none or the interval is empty.</param>
/// <param name="IsEmpty">一个也没有: no whole number lies in the interval.</param>
public sealed record CandidateNumbers(int? Min, int? Max, bool IsEmpty)
{
    public static CandidateNumbers For(CandidateRule rule, int seats)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        return rule switch
        {
            CandidateRule.Chief => Between(seats, 2 * seats),
            CandidateRule.DeputyHeads => Between(seats + 1, seats + 3),
            CandidateRule.CommitteeMembers => Between(seats + CeilingOf(seats, 10), seats + seats / 5),
            CandidateRule.ByElection => new CandidateNumbers(seats, null, IsEmpty: false),
            // EL45 writes the two candidates for further elections; a first ballot for one seat has no interval of its own.
            CandidateRule.UpperDeputies when seats == 1 => Between(2, 2),
            CandidateRule.UpperDeputies => Between(seats + CeilingOf(seats, 5), seats + seats / 2),
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
    }

    /// <summary>The interval of an election of its type. Source: OL27, OL29, OL30, EL31, EL45, EL57; rules 5.2, 6.</summary>
    public static CandidateNumbers Of(Election election) => election.Type switch
    {
        VoteType.ByElection => For(CandidateRule.ByElection, election.Seats),
        VoteType.FurtherElection => ForFurther(election.OfficeKind, election.Seats),
        // EL31 gives one seat no interval; the two candidates of EL45 are for further elections.
        _ when election is { OfficeKind: OfficeKind.UpperDeputy, Seats: 1 } => new CandidateNumbers(null, null, IsEmpty: true),
        _ => For(RuleOf(election.OfficeKind), election.Seats),
    };

    /// <summary>另行选举: the difference is compulsory again; a chief post may have its one candidate again, one seat of deputies has two.</summary>
    public static CandidateNumbers ForFurther(OfficeKind office, int seats) => For(RuleOf(office), seats);

    public static CandidateRule RuleOf(OfficeKind office) => office switch
    {
        OfficeKind.Chief or OfficeKind.ChiefProcurator => CandidateRule.Chief,
        OfficeKind.Deputy => CandidateRule.DeputyHeads,
        OfficeKind.CommitteeMember => CandidateRule.CommitteeMembers,
        OfficeKind.UpperDeputy => CandidateRule.UpperDeputies,
        _ => throw new ArgumentOutOfRangeException(nameof(office)),
    };

    /// <summary>The article an election's number of candidates rests on.</summary>
    public static Law LawOf(Election election) => (election.Type, election.OfficeKind) switch
    {
        (VoteType.ByElection, OfficeKind.UpperDeputy) => Law.EL57,
        (VoteType.ByElection, _) => Law.OL30,
        (VoteType.FurtherElection, OfficeKind.UpperDeputy) => Law.EL45,
        (VoteType.FurtherElection, _) => Law.OL29,
        (_, OfficeKind.UpperDeputy) => Law.EL31,
        _ => Law.OL27,
    };

    public bool Allows(int candidates) => !IsEmpty && candidates >= Min && (Max is null || candidates <= Max);

    private static CandidateNumbers Between(int min, int max) =>
        min <= max ? new CandidateNumbers(min, max, IsEmpty: false) : new CandidateNumbers(null, null, IsEmpty: true);

    private static int CeilingOf(int seats, int parts) => (seats + parts - 1) / parts;
}

/// <summary>差额规则. Source: rules 5.2, 6.</summary>
public enum CandidateRule
{
    /// <summary>正职: two, or one when only one is nominated.</summary>
    Chief = 1,
    /// <summary>副职: one to three more.</summary>
    DeputyHeads = 2,
    /// <summary>委员: one tenth to one fifth more.</summary>
    CommitteeMembers = 3,
    /// <summary>补选: equal or more.</summary>
    ByElection = 4,
    /// <summary>上一级代表: one fifth to one half more.</summary>
    UpperDeputies = 5,
}
