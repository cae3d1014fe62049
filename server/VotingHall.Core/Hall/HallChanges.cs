using System.Collections.Immutable;

namespace VotingHall.Core;

/// <summary>状态变化: what each event does to the state. Total over the closed list; an event that does not fit is a bug and throws.</summary>
internal static class HallChanges
{
    public static HallState Apply(HallState state, HallEvent e)
    {
        if (!e.IsLeaf)
            return Remember(state, e.Stamp.Key);
        HallState next = Remember(state, e.Stamp.Key) with { Version = state.Version + 1 };
        return e switch
        {
            HallEvent.MeetingLoaded x => Load(next, x.Meeting),
            HallEvent.AgendaItemPut x => next with { Meeting = AgendaSteps.With(next.Meeting!, x.Item, x.Place), AgendaVersion = next.Version },
            HallEvent.AgendaItemRemoved x => next with { Meeting = AgendaSteps.Without(next.Meeting!, x.AgendaNo), AgendaVersion = next.Version },
            HallEvent.BaseConfirmed x => next with { Base = x.Base, SittingVersion = next.Version },
            HallEvent.EpochRaised x => next with { Epoch = x.Epoch },
            HallEvent.MeetingKeysBegun x => next with { MeetingDigest = x.MeetingDigest, MeetingNonces = x.Nonces },
            HallEvent.KeypadRegistered x => next with { Keypads = next.Keypads.SetItem(x.Uid, new(x.Uid, x.Line, x.Slot, x.Boot, KeypadHealth.Present)) },
            HallEvent.KeypadReported x => next with { Keypads = next.Keypads.SetItem(x.Uid, next.Keypads[x.Uid] with { Health = x.Health }) },
            HallEvent.KeypadBound x => next with { Bindings = next.Bindings.SetItem(x.Member, x.Uid) },
            HallEvent.SittingOpened x => next with { SittingNo = x.SittingNo, Attendance = [], SittingVersion = next.Version },
            HallEvent.SittingClosed => next with { SittingNo = 0, Attendance = [], SittingVersion = next.Version },
            HallEvent.AttendanceMarked x => next with
            {
                Attendance = x.Present ? next.Attendance.Union(x.Members) : next.Attendance.Except(x.Members),
                SittingVersion = next.Version,
            },
            HallEvent.RoundPrepared x => RoundChanges.Prepare(next, x),
            HallEvent.RoundCounted x => RoundChanges.Count(next, x),
            _ => RoundChanges.Apply(next, e),
        };
    }

    public static HallState Restore(HallState state, IEnumerable<PrivatePart> parts)
    {
        foreach (IGrouping<RoundNo, PrivatePart> group in parts.GroupBy(part => part.Round))
        {
            Round round = state.Rounds[group.Key];
            BallotBox box = round.Box;
            foreach (PrivatePart part in group)
                box = (box, part) switch
                {
                    (BallotBox.Named named, PrivatePart.Named p) => new BallotBox.Named(named.Ballots.SetItem(p.Keypad, p.Holding)),
                    (BallotBox.Masked masked, PrivatePart.Masked p) => new BallotBox.Masked(masked.Ballots.SetItem(p.Keypad, p.Holding)),
                    _ => throw new InvalidOperationException("a private part of another mode than its round"),
                };
            state = state with { Rounds = state.Rounds.SetItem(round.No, round with { Box = box }) };
        }
        return state;
    }

    private static HallState Load(HallState state, Meeting meeting) => state with
    {
        Meeting = meeting,
        Base = null,
        Bindings = meeting.Members.Where(member => member.Keypad is not null)
            .ToImmutableSortedDictionary(member => member.Id, member => member.Keypad!.Value),
        SittingVersion = state.Version,
        AgendaVersion = state.Version,
    };

    private static HallState Remember(HallState state, string key)
    {
        if (key.Length == 0 || state.Keys.Contains(key))
            return state;
        ImmutableQueue<string> order = state.KeyOrder.Enqueue(key);
        ImmutableHashSet<string> keys = state.Keys.Add(key);
        if (keys.Count > HallState.KeysKept)
        {
            order = order.Dequeue(out string oldest);
            keys = keys.Remove(oldest);
        }
        return state with { KeyOrder = order, Keys = keys };
    }
}
