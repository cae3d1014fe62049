using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Board;

/// <summary>技术员画面的取法: lines and keypads as they answer; nothing of any vote. Source: screens 4.9.</summary>
internal static class TechnicianViews
{
    private static readonly Words Nothing = new("", "");

    public static IReadOnlyList<BridgeLine> Bridges(HallState state, LinesPicture lines, IReadOnlyDictionary<KeypadUid, Member> members) =>
        [.. lines.Bridges.Select(bridge => new BridgeLine(
            bridge.Name, EnumNames.Write(bridge.State), [.. bridge.Lines.Select(line => Line(state, line, members))]))];

    public static IReadOnlyList<KeypadFault> Faults(HallState state, LinesPicture lines, IReadOnlyDictionary<KeypadUid, Member> members)
    {
        List<KeypadFault> faults = [];
        foreach (LinePicture line in lines.Bridges.SelectMany(bridge => bridge.Lines))
            for (int i = 0; i < line.Slots.Count; i++)
                if (StateOf(state, line.Slots[i]) is var found && found is KeypadState.Silent or KeypadState.Faulty)
                    faults.Add(Fault(state, line, i, found, members));
        return faults;
    }

    /// <summary>Admitted keypads bound to nobody.</summary>
    public static IReadOnlyList<SpareKeypad> Spares(HallState state, IReadOnlyDictionary<KeypadUid, Member> members) =>
        [.. state.Keypads.Values.Where(keypad => !members.ContainsKey(keypad.Uid))
            .Select(keypad => new SpareKeypad(keypad.Uid.ToString(), keypad.Line, keypad.Slot))];

    /// <summary>Whose keypad it is now.</summary>
    public static IReadOnlyDictionary<KeypadUid, Member> MembersByKeypad(HallState state)
    {
        Dictionary<KeypadUid, Member> byKeypad = [];
        foreach (Member member in state.Meeting?.Members ?? [])
            if (state.Bindings.TryGetValue(member.Id, out KeypadUid uid))
                byKeypad[uid] = member;
        return byKeypad;
    }

    private static BusLine Line(HallState state, LinePicture line, IReadOnlyDictionary<KeypadUid, Member> members)
    {
        int slots = Math.Max(line.Expected, line.Slots.Count == 0 ? 0 : line.Slots.Max(slot => slot.Slot));
        KeypadState[] states = new KeypadState[slots];
        string[] seats = new string[slots];
        int[] numbers = new int[slots];
        Array.Fill(seats, "");
        foreach (SlotPicture slot in line.Slots)
        {
            states[slot.Slot - 1] = StateOf(state, slot);
            if (members.TryGetValue(slot.Uid, out Member? member))
                (seats[slot.Slot - 1], numbers[slot.Slot - 1]) = (member.Seat.Value, member.Id.Value);
        }
        return new BusLine(
            line.Id, line.Up, line.Baud, line.Expected, states.Count(one => one is KeypadState.Answering or KeypadState.Repeating),
            SeatPacking.Pack(states), seats, line.SweepMs, line.Swept, line.Repeated, line.BadFrames)
        {
            Members = numbers,
        };
    }

    private static KeypadState StateOf(HallState state, SlotPicture slot) => slot.State switch
    {
        SlotState.Joining => KeypadState.Joining,
        SlotState.Silent => KeypadState.Silent,
        _ when state.Keypads.GetValueOrDefault(slot.Uid)?.Health == KeypadHealth.Faulty => KeypadState.Faulty,
        SlotState.Missing => KeypadState.Repeating,
        SlotState.Answering => KeypadState.Answering,
        _ => throw new InvalidOperationException("unknown state of a slot"),
    };

    private static KeypadFault Fault(HallState state, LinePicture line, int index, KeypadState found, IReadOnlyDictionary<KeypadUid, Member> members)
    {
        SlotPicture slot = line.Slots[index];
        KeypadState Neighbour(int at) => at >= 0 && at < line.Slots.Count ? StateOf(state, line.Slots[at]) : KeypadState.Unassigned;
        (KeypadState before, KeypadState after) = (Neighbour(index - 1), Neighbour(index + 1));
        (Words cause, Words next) = Judgement(line, found, before, after);
        return new KeypadFault(
            slot.Uid.ToString(), members.TryGetValue(slot.Uid, out Member? member) ? member.Seat.Value : "", line.Id, slot.Slot, found, cause, next,
            slot.LastAnswerMs, before, after);
    }

    /// <summary>Likely cause from what the neighbours do.</summary>
    private static (Words Cause, Words Next) Judgement(LinePicture line, KeypadState found, KeypadState before, KeypadState after)
    {
        if (!line.Up)
            return (new("整条线路没有应答", "the whole line does not answer"), new("查集线桥与线路接头", "look at the bridge and the plug of the line"));
        if (found == KeypadState.Faulty)
            return (new("表决器自报故障", "the keypad reports a fault"), new("用备用表决器接替", "replace it by a spare"));
        if (after == KeypadState.Silent)
            return (new("此处之后的线路可能断开", "the line may be cut behind this place"), new("查此席与前一席之间的电缆", "look at the cable between this seat and the one before"));
        return before is KeypadState.Answering or KeypadState.Repeating
            ? (new("接头松脱或表决器断电", "loose plug or keypad without power"), new("重插接头；不行则用备用表决器接替", "plug it in again, else replace it by a spare"))
            : (new("没有应答", "no answer"), Nothing);
    }
}
