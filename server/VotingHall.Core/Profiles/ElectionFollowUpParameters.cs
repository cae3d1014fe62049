namespace VotingHall.Core;

/// <summary>票数相等. The first tie is voted again by law (OL29, EL45); the law is silent on the second. Source: rules 5.5, 18.</summary>
/// <param name="Second">tie.second.</param>
public sealed record TieParameters(SecondTie Second = SecondTie.Repeat);

/// <summary>再次投票又相等. Stored by name.</summary>
public enum SecondTie
{
    /// <summary>再投一次.</summary>
    Repeat = 1,
    /// <summary>由主席团提出办法.</summary>
    Presidium = 2,
}

/// <summary>不足名额. Deputies to the higher congress: first-ballot order only (EL45). Source: OL29; rules 5.6, 18.</summary>
/// <param name="Candidates">shortfall.candidates.</param>
public sealed record ShortfallParameters(ShortfallCandidates Candidates = ShortfallCandidates.Ask);

/// <summary>另行选举的候选人. Stored by name.</summary>
public enum ShortfallCandidates
{
    /// <summary>由大会决定.</summary>
    Ask = 1,
    /// <summary>按第一次投票得票多少的顺序.</summary>
    FirstBallotOrder = 2,
    /// <summary>另行提名.</summary>
    NewNomination = 3,
}
