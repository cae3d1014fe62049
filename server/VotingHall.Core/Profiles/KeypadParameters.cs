namespace VotingHall.Core;

/// <summary>表决器. Source: rules 13, 18.</summary>
/// <param name="PressRule">keypad.changePolicy.</param>
/// <param name="WindowSeconds">keypad.windowSeconds, 15 to 300; a rehearsal may go lower.</param>
public sealed record KeypadParameters(PressRule PressRule = PressRule.Last, int WindowSeconds = 60);

/// <summary>宣布. Source: rules 16, 18.</summary>
/// <param name="Order">announce.order: order in which persons are read.</param>
/// <param name="PublishVotes">announce.publishVotes: whose votes are read.</param>
/// <param name="NotVoted">announce.announceNotVoted: whether 未按 is read or only shown.</param>
public sealed record AnnounceParameters(
    AnnounceOrder Order = AnnounceOrder.BallotOrder,
    PublishVotes PublishVotes = PublishVotes.Candidates,
    AnnounceNotVoted NotVoted = AnnounceNotVoted.ScreenOnly);

/// <summary>宣读次序. Stored by name.</summary>
public enum AnnounceOrder
{
    /// <summary>票样次序（姓氏笔画）.</summary>
    BallotOrder = 1,
    /// <summary>得票多少.</summary>
    Votes = 2,
}

/// <summary>公布得票. Stored by name.</summary>
public enum PublishVotes
{
    /// <summary>当选人的得票数. Source: BJ-R35.</summary>
    Winners = 1,
    /// <summary>候选人的得票数. Source: NPC-R40, GD-R42, SH-R49, SD-R44.</summary>
    Candidates = 2,
    /// <summary>候选人的得票数，再宣布当选人. Source: HEN-R32.</summary>
    CandidatesThenWinners = 3,
}

/// <summary>未按表决器是否宣读. Stored by name.</summary>
public enum AnnounceNotVoted
{
    /// <summary>只在大屏显示.</summary>
    ScreenOnly = 1,
    /// <summary>一并宣读.</summary>
    Read = 2,
}
