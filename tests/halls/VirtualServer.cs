using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Bridges;
using VotingHall.Server.Conduct;
using VotingHall.Server.Loop;
using VotingHall.Server.Papers;
using VotingHall.Server.Plans;
using VotingHall.Server.Startup;
using VotingHall.Server.Stations;
using VotingHall.Server.Stores;
using VotingHall.Signing;

namespace VotingHall.Server.Tests.Halls;

/// <summary>
/// One run of the server inside a <see cref="VirtualHall"/>, from reading the store to its end; a restart makes another over the same store and
/// station folder, and nothing else goes over.
/// </summary>
internal sealed class VirtualServer : ILinesHost
{
    private readonly VirtualHall hall;
    private readonly ConcurrentQueue<Action> posted = new();
    private readonly RoundOrders orders;

    public VirtualServer(VirtualHall hall, IJournalStore store)
    {
        this.hall = hall;
        Before = RestartPoint.Read(store, RecordSuite.Intl);
        Loop = new HallLoop(Before.State, new JournalWriter(new CrashingStore(store, hall.Step), Before.Tree, hall.RandomBytes), () => hall.Wall);
        Conduct = new RoundConduct(Loop, new KeypadPaperPress(new DotGlyphs()).Make, AsconSuite.Instance, () => hall.Wall, hall.RandomBytes);
        orders = new RoundOrders(store, Order);
        Loop.Watch(orders);
        Store = store;
    }

    public RestartPoint Before { get; }

    public IJournalStore Store { get; }

    public HallLoop Loop { get; }

    public RoundConduct Conduct { get; }

    /// <summary>Null until the server speaks to its lines.</summary>
    public HallLines? Lines { get; private set; }

    public LocalStation? Station { get; private set; }

    /// <summary>Called, on whatever thread, when something was posted to the lines.</summary>
    public Action? Posted { get; set; }

    public long NowMs => hall.NowMs;

    public Instant Wall => hall.Wall;

    /// <summary>The meeting as its secretariat and chair begin it, on a store that has none.</summary>
    public void BeginMeeting(Meeting meeting)
    {
        Digest32 digest = KeyDerivation.Meeting(AsconSuite.Instance, RandomBytes(16), RandomBytes(16), RandomBytes(16), RandomBytes(16));
        Octets[] nonces = [new(RandomBytes(16)), new(RandomBytes(16))];
        hall.Give(new HallCommand.LoadMeeting(meeting) { Issuer = Meetings.Secretariat, At = Wall });
        hall.Give(new HallCommand.BeginMeetingKeys(new Octets(digest.ToArray()), [.. nonces]) { Issuer = Issuer.System, At = Wall });
        hall.Give(new HallCommand.ConfirmBase(meeting.Base) { Issuer = Meetings.Chair, At = Wall });
        hall.Give(new HallCommand.OpenSitting(1) { Issuer = Meetings.Secretariat, At = Wall });
    }

    /// <summary>The same steps as the server's own start.</summary>
    public void StartLines(LinesPlan plan, CommissionedRoots roots, string stationFolder, int participantsMin)
    {
        HallWiring wiring = HallWiring.Make(
            Loop, Store, this, plan, roots, new FileStationRegister(stationFolder), () => Wall, Order, participantsMin);
        (Lines, Station) = (wiring.Lines, wiring.Station);
        orders.Resume(Loop.Published);
        Station.Resume();
        Lines.LinkUp(0);
    }

    public byte[] RandomBytes(int count) => hall.RandomBytes(count);

    public bool TrySubmit(HallCommand command) => Loop.TrySubmit(command, RefusalNote.For(command, Note));

    public bool WhenDurable(Action action) => Loop.TryMark(() => Post(action));

    public void Note(LineNote note) => hall.Notes.Add(note);

    /// <summary>Turns of the loop and work of the lines, until nothing waits.</summary>
    public void Settle()
    {
        bool more = true;
        while (more)
        {
            hall.Step();
            more = Loop.Turn();
            more |= RunPosted();
        }
        byte[] outgoing = Lines?.TakeOutgoing(0) ?? [];
        if (outgoing.Length > 0)
            hall.ToBridge(outgoing);
    }

    /// <summary>Does what the hall posted to the lines; true when there was something. A caller with the loop on another thread calls it alone.</summary>
    public bool RunPosted()
    {
        bool any = false;
        while (posted.TryDequeue(out Action? next))
        {
            hall.Step();
            next();
            any = true;
        }
        return any;
    }

    private void Order(LineOrder order) => Post(() => Lines!.Order(order));

    private void Post(Action action)
    {
        posted.Enqueue(action);
        Posted?.Invoke();
    }

    /// <summary>Glyphs that only need to differ: what they look like is the papers worker's business.</summary>
    private sealed class DotGlyphs : IGlyphSource
    {
        public IReadOnlyDictionary<Rune, byte[]> Glyphs(IReadOnlyCollection<Rune> characters) =>
            characters.ToDictionary(rune => rune, rune => SHA256.HashData(BitConverter.GetBytes(rune.Value)));
    }
}
