using System.Collections.Immutable;

namespace VotingHall.Core;

/// <summary>会场状态: everything the hall knows; changed by Hall.Apply alone.</summary>
public sealed record HallState
{
    /// <summary>Idempotency keys remembered; older ones are forgotten.</summary>
    public const int KeysKept = 1000;

    public static HallState Empty { get; } = new();

    /// <summary>Leaf events applied.</summary>
    public long Version { get; init; }

    /// <summary>会议, null until one is loaded.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>计票基数 confirmed by the chair, null until then.</summary>
    public CountBase? Base { get; init; }

    /// <summary>Version at which base or sitting last changed.</summary>
    public long SittingVersion { get; init; }

    /// <summary>Version at which the agenda last changed.</summary>
    public long AgendaVersion { get; init; }

    public uint Epoch { get; init; }

    /// <summary>M, null until the meeting keys were begun.</summary>
    public Octets? MeetingDigest { get; init; }

    public IReadOnlyList<Octets> MeetingNonces { get; init; } = [];

    public ImmutableSortedDictionary<KeypadUid, Keypad> Keypads { get; init; } = ImmutableSortedDictionary<KeypadUid, Keypad>.Empty;

    /// <summary>席位绑定: member to keypad, as planned and as replaced since.</summary>
    public ImmutableSortedDictionary<MemberId, KeypadUid> Bindings { get; init; } = ImmutableSortedDictionary<MemberId, KeypadUid>.Empty;

    /// <summary>Number of the open sitting, 0 when none is open.</summary>
    public int SittingNo { get; init; }

    /// <summary>出席: members signed in to the open sitting.</summary>
    public ImmutableSortedSet<MemberId> Attendance { get; init; } = [];

    public ImmutableSortedDictionary<RoundNo, Round> Rounds { get; init; } = ImmutableSortedDictionary<RoundNo, Round>.Empty;

    public ImmutableQueue<string> KeyOrder { get; init; } = [];

    public ImmutableHashSet<string> Keys { get; init; } = [];

    /// <summary>Number the next prepared round gets.</summary>
    public RoundNo NextRound => new(Rounds.Count + 1);

    /// <summary>The round not yet declared or voided, or null. There is at most one.</summary>
    public Round? CurrentRound => Rounds.Count > 0 && !Rounds[new RoundNo(Rounds.Count)].IsFinished ? Rounds[new RoundNo(Rounds.Count)] : null;
}
