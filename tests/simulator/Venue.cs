namespace VotingHall.Simulator;

/// <summary>一个表决器所在: bridge and number of the keypad there.</summary>
public readonly record struct KeypadPlace(int Bridge, int Keypad);

/// <summary>
/// 模拟大会场: all bridges of a plan with their commissioned keypads, and the way from a seat to its keypad. Every bridge is a
/// <see cref="SimulatedHall"/> with the same virtual time.
/// </summary>
public sealed class Venue : IDisposable
{
    private readonly Dictionary<string, KeypadPlace> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Bridge, int Line)> lines = new(StringComparer.Ordinal);

    public Venue(HallPlan plan, long seed, byte suite = 1)
    {
        Commissioning commissioning = new(seed, suite);
        Gb = commissioning.Gb;
        List<SimulatedHall> halls = [];
        List<KeypadCommission> keypads = [];
        IReadOnlyList<IReadOnlyList<PlannedLine>> bridges = plan.Bridges;
        for (int bridge = 0; bridge < bridges.Count; bridge++)
        {
            halls.Add(new SimulatedHall([.. bridges[bridge].Select(line => line.Baud)], unchecked((seed * 31) + bridge)));
            for (int line = 0; line < bridges[bridge].Count; line++)
                lines[bridges[bridge][line].Id] = (bridge, line);
        }
        foreach (PlannedLine line in plan.Lines)
        {
            (int bridge, int index) = lines[line.Id];
            for (int i = 0; i < line.Keypads; i++)
            {
                PlannedSeat? seat = keypads.Count < plan.Seats.Count ? plan.Seats[keypads.Count] : null;
                KeypadCommission commission = commissioning.Keypad(keypads.Count, seat?.KeypadUid);
                int keypad = halls[bridge].AddKeypad(index, commission);
                keypads.Add(commission);
                if (seat is not null)
                    places[seat.Seat] = new KeypadPlace(bridge, keypad);
            }
        }
        Bridges = halls;
        Keypads = keypads;
    }

    public IReadOnlyList<SimulatedHall> Bridges { get; }

    /// <summary>In the order of seats, spares last.</summary>
    public IReadOnlyList<KeypadCommission> Keypads { get; }

    public byte[] Gb { get; }

    /// <exception cref="KeyNotFoundException">No such seat.</exception>
    public KeypadPlace PlaceOf(string seat) => places[seat];

    /// <exception cref="KeyNotFoundException">No such line.</exception>
    public (SimulatedHall Hall, int Line) LineOf(string id) => (Bridges[lines[id].Bridge], lines[id].Line);

    public void Dispose()
    {
        foreach (SimulatedHall hall in Bridges)
            hall.Dispose();
    }
}
