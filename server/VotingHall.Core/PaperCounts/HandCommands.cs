using System.Collections.Immutable;

namespace VotingHall.Core;

/// <summary>手工计票的指令. Source: rules 4, 13, 14.</summary>
public abstract partial record HallCommand
{
    /// <summary>登记出席: members present who sign in without a keypad (by hand, by video), or who have left. Source: rules 2.3.</summary>
    public sealed record MarkAttendance(ImmutableArray<MemberId> Members, bool Present) : HallCommand;

    /// <summary>录入发出选票. <paramref name="Note"/>: asked for where more are issued than members are present.</summary>
    public sealed record EnterIssued(RoundNo Round, int Papers, string Note = "") : HallCommand;

    /// <summary>录入收回选票, before the chair has declared whether the ballot is valid.</summary>
    public sealed record EnterCollected(RoundNo Round, int Papers) : HallCommand;

    /// <summary>宣布投票有效或者无效. What the chair says must be what the papers say. Source: EL44; rules 4.4.</summary>
    public sealed record DeclareValidity(RoundNo Round, bool Valid) : HallCommand;

    /// <summary>录入计票. The same person again corrects the own entry; two equal entries of two persons are the count.</summary>
    public sealed record EnterCount(RoundNo Round, HandCount Count) : HallCommand;

    /// <summary>对缺额的决定: the count stands although marks are missing; why, in words. Source: rules 4.4.</summary>
    public sealed record DecideUnaccounted(RoundNo Round, string Note) : HallCommand;

    /// <summary>重新计票: all entries are dropped.</summary>
    public sealed record OrderRecount(RoundNo Round) : HallCommand;

    /// <summary>合并另选他人. <paramref name="Into"/> may be a listed candidate. Source: rules 4.2.6, 4.2.7.</summary>
    public sealed record MergeNames(RoundNo Round, string From, string Into) : HallCommand;

    /// <summary>录入另选票 of a secret keypad election: names and votes on the slips; none = no slip counts. Source: design, settled questions 7.</summary>
    public sealed record EnterSlips(RoundNo Round, ImmutableArray<WriteInTally> Names) : HallCommand;

    /// <summary>录入不用表决器的代表的合计 in a secret round; 0 participants = none.</summary>
    public sealed record EnterManualVotes(RoundNo Round, ManualVotes Votes) : HallCommand;

    /// <summary>录入不用表决器的代表的表决 in a named round.</summary>
    public sealed record EnterBallot(
        RoundNo Round, MemberId Member, ImmutableArray<Choice?> Marks, ImmutableArray<MemberId> WriteIns) : HallCommand
    {
        public override string ToString() => "EnterBallot";
    }
}
