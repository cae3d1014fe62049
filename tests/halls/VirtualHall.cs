using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Bridges;
using VotingHall.Server.Conduct;
using VotingHall.Server.Lines;
using VotingHall.Server.Loop;
using VotingHall.Server.Papers;
using VotingHall.Server.Plans;
using VotingHall.Server.Stations;
using VotingHall.Server.Stores;
using VotingHall.Signing;
using VotingHall.Simulator;

namespace VotingHall.Server.Tests.Halls;

/// <summary>
/// A whole hall in virtual time: the server's own loop, lines and station, the firmware core behind the bridge core, one seed for everything.
/// Only the clock and the randomness are made up.
/// </summary>
internal sealed class VirtualHall : ILinesHost, IDisposable
{
    private const long Epoch2027 = 1_800_000_000_000;

    private readonly Queue<Action> posted = new();
    private readonly RoundOrders orders;
    private readonly byte[] seed;
    private readonly string stationFolder = Directory.CreateTempSubdirectory("votinghall-station-").FullName;
    private readonly long tickEveryMs = 10;
    private ulong drawn;
    private long tickedAt;

    /// <param name="members">Keypads are wired in order, spread evenly over the lines.</param>
    public VirtualHall(int members, int lineCount, IReadOnlyList<AgendaItem> agenda, int baud = 250_000, int seed = 1, CountBase? countBase = null)
    {
        this.seed = Encoding.ASCII.GetBytes($"virtual hall {seed}");
        Simulator = new SimulatedHall([.. Enumerable.Repeat(baud, lineCount)], seed);
        Commissioning factory = new(seed);
        KeypadCommission[] keypads = [.. Enumerable.Range(0, members).Select(i => factory.Keypad(i))];
        int perLine = (members + lineCount - 1) / lineCount;
        for (int i = 0; i < members; i++)
            Simulator.AddKeypad(i / perLine, keypads[i]);

        Store = new MemoryJournalStore();
        JournalTree tree = new(RecordSuite.Intl);
        Loop = new HallLoop(HallState.Empty, new JournalWriter(Store, tree, RandomBytes), () => Wall);
        Conduct = new RoundConduct(Loop, new KeypadPaperPress(new DotGlyphs()), AsconSuite.Instance, () => Wall, RandomBytes);
        orders = new RoundOrders(Store, order => posted.Enqueue(() => Lines!.Order(order)));
        Loop.Watch(orders);

        Meeting meeting = Meetings.Of(keypads.Select(keypad => new KeypadUid(keypad.Uid)).ToList(), agenda, countBase);
        Give(new HallCommand.RaiseEpoch(1) { Issuer = Issuer.System, At = Wall });
        Give(new HallCommand.LoadMeeting(meeting) { Issuer = Meetings.Secretariat, At = Wall });
        Digest32 digest = KeyDerivation.Meeting(AsconSuite.Instance, RandomBytes(16), RandomBytes(16), RandomBytes(16), RandomBytes(16));
        Give(new HallCommand.BeginMeetingKeys(new Octets(digest.ToArray()), [new Octets(RandomBytes(16)), new Octets(RandomBytes(16))])
        {
            Issuer = Issuer.System,
            At = Wall,
        });
        Give(new HallCommand.ConfirmBase(meeting.Base) { Issuer = Meetings.Chair, At = Wall });
        Give(new HallCommand.OpenSitting(1) { Issuer = Meetings.Secretariat, At = Wall });

        (Station station, IReadOnlyDictionary<KeypadUid, byte[]> codes) = StationSetup.Open(
            AsconSuite.Instance, new FileStationRegister(stationFolder),
            keypads.ToDictionary(keypad => new KeypadUid(keypad.Uid), keypad => new SecretKey(keypad.Rb)), new SecretKey(factory.Gb), digest, participantsMin: 2);
        Station = new LocalStation(station, Loop, Store, () => Wall, order => posted.Enqueue(() => Lines!.Order(order)));
        LinesPlan plan = new([new BridgePlan(
            new LineAddress.InProcess("hall"),
            [.. Enumerable.Range(0, lineCount).Select(i => new LinePlan($"L{i + 1}", baud, Math.Min(perLine, members - (i * perLine))))])]);
        KeypadKeys keys = new(
            keypads.ToDictionary(keypad => new KeypadUid(keypad.Uid), keypad => new SecretKey(keypad.Ra)), new Dictionary<KeypadUid, uint>(), codes);
        Lines = new HallLines(AsconSuite.Instance, 1, digest, 1, 1, keys, plan, [], this, Station.FinalsIn);
        Lines.LinkUp(0);
    }

    public SimulatedHall Simulator { get; }

    public MemoryJournalStore Store { get; }

    public HallLoop Loop { get; }

    public HallLines Lines { get; }

    public LocalStation Station { get; }

    public RoundConduct Conduct { get; }

    public List<LineNote> Notes { get; } = [];

    public long NowMs => Simulator.NowUs / 1_000;

    public Instant Wall => new(Epoch2027 + NowMs);

    public Round Current => Loop.Published.Rounds[new RoundNo(Loop.Published.Rounds.Count)];

    public byte[] RandomBytes(int count)
    {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count; at += 32)
        {
            byte[] block = new byte[seed.Length + 8];
            seed.CopyTo(block, 0);
            BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(seed.Length), drawn++);
            SHA256.HashData(block).AsSpan(0, Math.Min(32, count - at)).CopyTo(bytes.AsSpan(at));
        }
        return bytes;
    }

    public bool TrySubmit(HallCommand command) => Loop.TrySubmit(command, RefusalNote.For(command, Note));

    public bool WhenDurable(Action action) => Loop.TryMark(() => posted.Enqueue(action));

    public void Note(LineNote note) => Notes.Add(note);

    /// <summary>Runs until <paramref name="reached"/>, or fails after so much virtual time.</summary>
    public void RunUntil(Func<bool> reached, int limitMs, string what)
    {
        long limit = NowMs + limitMs;
        while (!reached())
        {
            if (NowMs >= limit)
                throw new HallStuck($"{what}: not reached in {limitMs} ms; {Situation()}");
            RunFor(1);
        }
    }

    public void RunFor(int ms)
    {
        byte[] buffer = new byte[4096];
        long end = Simulator.NowUs + (ms * 1_000L);
        while (true)
        {
            Simulator.RunUntil(end, stopOnLink: true);
            int read;
            while ((read = Simulator.ReadLink(buffer)) > 0)
                Lines.Received(0, buffer.AsSpan(0, read));
            if (NowMs >= tickedAt + tickEveryMs)
            {
                tickedAt = NowMs;
                Lines.Tick();
            }
            Settle();
            if (Simulator.NowUs >= end)
                return;
        }
    }

    /// <summary>A command that must be accepted.</summary>
    public void Give(HallCommand command)
    {
        LoopReply? reply = null;
        Loop.TrySubmit(command, answer => reply = answer);
        Settle();
        if (reply is not LoopReply.Accepted)
            throw new HallStuck($"{command.GetType().Name}: {reply}; {Situation()}");
    }

    /// <summary>An order of the conduct that must be accepted.</summary>
    public void Do(Task<LoopReply> order)
    {
        Settle();
        if (!order.IsCompletedSuccessfully)
            throw new HallStuck($"an order was not answered; {Situation()}");
        if (order.Result is LoopReply.Refused refused)
            throw new HallStuck(refused.Reason.English);
    }

    /// <summary>Presses and lets go one key of a keypad.</summary>
    public void Press(int keypad, KeypadKey key)
    {
        Simulator.Key(keypad, key, down: true);
        RunFor(60);
        Simulator.Key(keypad, key, down: false);
    }

    /// <summary>Presses one key at each of these keypads within a moment.</summary>
    public void PressAll(IEnumerable<(int Keypad, KeypadKey Key)> presses)
    {
        (int Keypad, KeypadKey Key)[] all = [.. presses];
        foreach ((int keypad, KeypadKey key) in all)
            Simulator.Key(keypad, key, down: true);
        RunFor(60);
        foreach ((int keypad, KeypadKey key) in all)
            Simulator.Key(keypad, key, down: false);
        RunFor(60);
    }

    public void Dispose()
    {
        Simulator.Dispose();
        Store.Dispose();
        Directory.Delete(stationFolder, recursive: true);
    }

    private string Situation() =>
        $"admitted {Lines.AdmittedCount}, rounds {Loop.Published.Rounds.Count}"
        + (Loop.Published.Rounds.Count > 0 ? $", phase {Current.Phase}, held {Current.Box.Count}" : "")
        + $", notes {string.Join("; ", Notes.TakeLast(5))}, station {Station.LastRefusal}";

    private void Settle()
    {
        bool more = true;
        while (more)
        {
            more = Loop.Turn();
            while (posted.TryDequeue(out Action? next))
            {
                next();
                more = true;
            }
        }
        byte[] outgoing = Lines?.TakeOutgoing(0) ?? [];
        if (outgoing.Length > 0)
            Simulator.WriteLink(outgoing);
    }

    /// <summary>Glyphs that only need to differ: what they look like is the papers worker's business.</summary>
    private sealed class DotGlyphs : IGlyphSource
    {
        public IReadOnlyDictionary<Rune, byte[]> Glyphs(IReadOnlyCollection<Rune> characters) =>
            characters.ToDictionary(rune => rune, rune => SHA256.HashData(BitConverter.GetBytes(rune.Value)));
    }
}
