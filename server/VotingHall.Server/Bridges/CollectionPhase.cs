namespace VotingHall.Server.Bridges;

/// <summary>采集阶段 of a round on one line.</summary>
internal enum CollectionPhase
{
    Open = 1,
    Closing = 2,
    /// <summary>Nothing is accepted any more.</summary>
    Closed = 3,
    /// <summary>Final tags of a secret round are collected.</summary>
    Finals = 4,
    /// <summary>All that was wanted has come, or its limits are reached.</summary>
    Complete = 5,
}
