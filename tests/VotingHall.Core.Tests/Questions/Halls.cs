namespace VotingHall.Core.Tests.Questions;

/// <summary>会场条件 for tests: bodies with a base, and rules of a plain profile.</summary>
internal static class Halls
{
    public static ProfileRules Plain => ProfileRules.Default;

    public static CountContext Congress(int countBase, ProfileRules? rules = null) =>
        new(new CountBase(countBase, CountBasis.InOffice), Body.Congress, rules ?? Plain);

    public static CountContext Committee(int countBase) => new(new CountBase(countBase, CountBasis.InOffice), Body.StandingCommittee, Plain);

    /// <summary>Rows of (name, for), everybody else against, <paramref name="participants"/> voting of as many signed in.</summary>
    public static Tally Votes(int participants, params (string Name, int For)[] rows) =>
        new(participants, participants, [.. rows.Select(row => new RowTally(row.Name, row.For, participants - row.For, 0))], []);

    public static Election Election(int seats, params string[] candidates) => new()
    {
        Title = "选举常委会委员",
        Verb = "选举",
        Office = "常委会委员",
        OfficeKind = OfficeKind.CommitteeMember,
        Candidates = candidates,
        Seats = seats,
    };
}
