using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Bridges;
using VotingHall.Server.Loop;
using VotingHall.Server.Plans;
using VotingHall.Server.Stations;
using VotingHall.Server.Stores;

namespace VotingHall.Server.Startup;

/// <summary>
/// 线路与监票程序的接线: makes station and lines for a hall whose epoch is raised and whose meeting keys are begun, and says where the round is.
/// A first start and a restart are the same steps; no clock, no thread and no socket in here.
/// </summary>
/// <param name="Station">Station of profile S1.</param>
/// <param name="Lines">Lines that have not spoken yet.</param>
public sealed record HallWiring(LocalStation Station, HallLines Lines)
{
    /// <summary>Generation that the keypads of a hall reach with their first meeting. Source: protocol 8.5.</summary>
    private const ushort FirstGeneration = 1;

    /// <summary>This node in the eyes of the bridges.</summary>
    private const ulong NodeId = 1;

    /// <param name="order">Hands an order to the lines' thread.</param>
    /// <exception cref="InvalidDataException">The station's files cannot be read.</exception>
    public static HallWiring Make(
        HallLoop loop, IJournalStore store, ILinesHost host, LinesPlan plan, CommissionedRoots roots, FileStationRegister register,
        Func<Instant> clock, Action<LineOrder> order, int participantsMin)
    {
        HallState state = loop.Published;
        ISuite suite = AsconSuite.Instance;
        Digest32 meeting = Digest32.Read(state.MeetingDigest!.Span);
        (Station logic, IReadOnlyDictionary<KeypadUid, byte[]> codes) = StationSetup.Open(
            suite, register, roots.Station, roots.StationGroup, meeting, participantsMin);
        LocalStation station = new(logic, loop, store, clock, order);
        KeypadKeys keys = new(roots.Server, state.Keypads.ToDictionary(keypad => keypad.Key, keypad => keypad.Value.Boot), codes);
        HallLines lines = new(suite, state.Epoch, meeting, FirstGeneration, NodeId, keys, plan, state.Keypads.Values, host, station.FinalsIn);
        return new HallWiring(station, lines);
    }
}

/// <summary>装定的根密钥: RA for the hall, RB and GB for the station. Source: protocol 3.</summary>
public sealed record CommissionedRoots(
    IReadOnlyDictionary<KeypadUid, SecretKey> Server, IReadOnlyDictionary<KeypadUid, SecretKey> Station, SecretKey StationGroup)
{
    public override string ToString() => "roots";
}
