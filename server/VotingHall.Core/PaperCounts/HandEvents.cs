namespace VotingHall.Core;

/// <summary>手工计票的事实: sums and who entered them; none of them names a member together with a mark.</summary>
public abstract partial record HallEvent
{
    public sealed record AttendanceMarked(Stamp Stamp, IReadOnlyList<MemberId> Members, bool Present) : HallEvent(Stamp);

    public sealed record PapersIssued(Stamp Stamp, RoundNo Round, int Papers, string Note) : HallEvent(Stamp);

    public sealed record PapersCollected(Stamp Stamp, RoundNo Round, int Papers) : HallEvent(Stamp);

    /// <summary>投票有效. Where more came back than were issued the round is voided instead.</summary>
    public sealed record BallotDeclaredValid(Stamp Stamp, RoundNo Round) : HallEvent(Stamp);

    public sealed record CountEntered(Stamp Stamp, RoundNo Round, HandCount Count) : HallEvent(Stamp);

    public sealed record UnaccountedDecided(Stamp Stamp, RoundNo Round, string Note) : HallEvent(Stamp);

    public sealed record RecountOrdered(Stamp Stamp, RoundNo Round) : HallEvent(Stamp);

    public sealed record NamesMerged(Stamp Stamp, RoundNo Round, string From, string Into) : HallEvent(Stamp);

    public sealed record SlipsEntered(Stamp Stamp, RoundNo Round, IReadOnlyList<WriteInTally> Names) : HallEvent(Stamp);

    public sealed record ManualVotesEntered(Stamp Stamp, RoundNo Round, ManualVotes Votes) : HallEvent(Stamp);
}
