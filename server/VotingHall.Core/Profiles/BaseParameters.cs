namespace VotingHall.Core;

/// <summary>基数. Source: rules 2.2, 18.</summary>
/// <param name="Basis">base.basis: the basis that the meeting must give for its base; null = the secretariat chooses and the chair confirms.</param>
public sealed record BaseParameters(CountBasis? Basis = null);

/// <summary>主席团. Source: rules 2.1, 18.</summary>
/// <param name="Quorum">presidium.quorum; national law is silent.</param>
public sealed record PresidiumParameters(PresidiumQuorum Quorum = PresidiumQuorum.TwoThirds);

/// <summary>主席团会议的法定人数. Stored by name. Source: GD-R11, SH-R13; CQ-TWP34 for the other.</summary>
public enum PresidiumQuorum
{
    /// <summary>三分之二以上.</summary>
    TwoThirds = 1,
    /// <summary>过半数.</summary>
    Majority = 2,
}
