namespace VotingHall.Screens.Tests.Samples;

/// <summary>技术员样本: eight lines of the county hall with one silent keypad and one disturbed line; sixteen lines of 250; nothing at all.</summary>
public static class TechnicianSamples
{
    /// <summary>The silent keypad: seat 7-12 on line 5, slot 23.</summary>
    public const string SilentSeat = "7-12";

    private static readonly int[] Disturbed = [20, 21, 24, 25, 27, 28, 30, 31, 33, 35, 36];

    private static readonly KeypadFault Silent = new(
        "3A5107C2B6727038", SilentSeat, "5", 23, KeypadState.Silent, new Words("接头松脱或表决器断电", "a loose plug, or no power"),
        new Words("请到席位查看接头；两分钟内不好，用备用表决器接替。", "See to the plug at the seat; if it is not well in two minutes, use a spare."),
        SampleMeeting.NowMs - 238_000, KeypadState.Repeating, KeypadState.Answering);

    public static TechnicianView Well { get; } = new(
        SampleMeeting.Head, [new BridgeLine("10.18.5.21:5081", "leased", [.. Enumerable.Range(1, 8).Select(line => Line(line, fault: false))])], [], [], 300, 300,
        false, []);

    public static TechnicianView Fault { get; } = Well with
    {
        Bridges = [new BridgeLine("10.18.5.21:5081", "leased", [.. Enumerable.Range(1, 8).Select(line => Line(line, fault: line == 5))])],
        Faults = [Silent],
        Answering = 299,
        Notes =
        [
            new NoteLine(SampleMeeting.NowMs - 238_000, SilentSeat, new Words("3 秒没有应答", "no answer for 3 s")),
            new NoteLine(SampleMeeting.NowMs - 590_000, "5 线", new Words("校验错误增多，集中在槽 20 以后", "more bad frames, from slot 20 on")),
            new NoteLine(SampleMeeting.NowMs - 3_000_000, "", new Words("自检完成，300 席正常", "self-test done, 300 keypads answer")),
        ],
        Spares = [new SpareKeypad("77AC19D2044B10F3", "8", 37), new SpareKeypad("77AC19D2044B10F4", "8", 38)],
    };

    public static TechnicianView RoundOpen { get; } = Fault with { RoundOpen = true };

    public static TechnicianView Empty { get; } = Well with { Bridges = [], Keypads = 0, Answering = 0 };

    public static TechnicianView NoLink { get; } = Fault with
    {
        Bridges = [.. Fault.Bridges, new BridgeLine("10.18.5.22:5081", "noLink", [Line(9, fault: false) with { Up = false, Answering = 0 }])],
    };

    public static TechnicianView Sixteen { get; } = Well with
    {
        Bridges = [.. Enumerable.Range(0, 2).Select(bridge => new BridgeLine($"10.18.5.{21 + bridge}:5081", "leased",
            [.. Enumerable.Range(1 + 8 * bridge, 8).Select(line => Large(line))]))],
        Faults = [Silent with { Seat = "12-77", Line = "3", Slot = 120 }],
        Keypads = 4000,
        Answering = 3999,
    };

    public static SeatPlanView Plan { get; } = new(1,
        [.. Enumerable.Range(0, 10).Select(row => new SeatRow($"{row + 1}", [.. Enumerable.Range(1, 30).Select(seat => $"{row + 1}-{seat}")]))]);

    public static IReadOnlyList<(string Name, TechnicianView View, SeatPlanView Plan)> All { get; } =
        [("fault", Fault, Plan), ("round-open", RoundOpen, Plan), ("well", Well, Plan), ("sixteen", Sixteen, Plan), ("empty", Empty, Plan), ("no-link", NoLink, Plan)];

    /// <summary>38 slots, the last two lines 36 seats and two unassigned slots; seats are numbered along the lines, 30 a row.</summary>
    private static BusLine Line(int line, bool fault)
    {
        int seats = line > 6 ? 36 : 38, first = line > 6 ? 228 + (line - 7) * 36 : (line - 1) * 38;
        KeypadState[] states =
            [.. Enumerable.Range(0, 38).Select(at => at >= seats ? KeypadState.Unassigned : fault && Disturbed.Contains(at) ? KeypadState.Repeating : KeypadState.Answering)];
        string[] names = [.. Enumerable.Range(0, 38).Select(at => at >= seats ? "" : Seat(first + at))];
        if (fault)
        {
            states[22] = KeypadState.Silent;
            names[22] = SilentSeat;
        }
        return new BusLine(
            $"{line}", true, 250_000, seats, fault ? seats - 1 : seats, SeatPacking.Pack(states), names, fault ? 61 : 49, 38_000, fault ? 988 : 0, fault ? 990 : 0)
        {
            Members = [.. Enumerable.Range(0, 38).Select(at => at >= seats ? 0 : first + at + 1)],
        };
    }

    private static BusLine Large(int line)
    {
        KeypadState[] states = [.. Enumerable.Range(0, 250).Select(at => line == 3 && at == 119 ? KeypadState.Silent : at % 97 == 5 ? KeypadState.Repeating : KeypadState.Answering)];
        return new BusLine(
            $"{line}", true, 250_000, 250, line == 3 ? 249 : 250, SeatPacking.Pack(states), [.. Enumerable.Range(0, 250).Select(at => line == 3 && at == 119 ? "12-77" : $"{line * 4 + at / 62}-{at % 62 + 1}")],
            296, 250_000, 700, 12)
        {
            Members = [.. Enumerable.Range(1, 250).Select(at => (line - 1) * 250 + at)],
        };
    }

    /// <summary>Number from 0 to its seat; 7-12 stands on line 5 and is left out here.</summary>
    private static string Seat(int number) => number == 191 ? "11-1" : $"{number / 30 + 1}-{number % 30 + 1}";
}
