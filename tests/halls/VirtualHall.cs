using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Bridges;
using VotingHall.Server.Conduct;
using VotingHall.Server.Lines;
using VotingHall.Server.Loop;
using VotingHall.Server.Plans;
using VotingHall.Server.Startup;
using VotingHall.Server.Stations;
using VotingHall.Server.Stores;
using VotingHall.Simulator;

namespace VotingHall.Server.Tests.Halls;

/// <summary>
/// A whole hall in virtual time: the server's own loop, lines and station, the firmware core behind the bridge core, one seed for everything.
/// Only the clock and the randomness are made up.
/// </summary>
internal sealed class VirtualHall : IDisposable
{
    private const long Epoch2027 = 1_800_000_000_000;
    private const int TickEveryMs = 10;

    private readonly byte[] seed;
    private readonly LinesPlan plan;
    private readonly CommissionedRoots roots;
    private readonly Func<IJournalStore, IJournalStore> reopen;
    private readonly string stationFolder = Directory.CreateTempSubdirectory("votinghall-station-").FullName;
    private ulong drawn;
    private bool linkCut;
    private long tickedAt;
    private long stepsToCrash = long.MaxValue;

    /// <param name="members">Keypads are wired in order, spread evenly over the lines.</param>
    /// <param name="store">The journal; in memory when none is given.</param>
    /// <param name="reopen">What a crash leaves of the store; for the one in memory it is known.</param>
    /// <param name="wired">What is wired at a seat instead of the keypad commissioned for it.</param>
    public VirtualHall(
        int members, int lineCount, IReadOnlyList<AgendaItem> agenda, int baud = 250_000, int seed = 1, CountBase? countBase = null,
        IJournalStore? store = null, Func<IJournalStore, IJournalStore>? reopen = null,
        Func<int, KeypadCommission, KeypadCommission>? wired = null, PressRule pressRule = PressRule.Last)
    {
        this.seed = Encoding.ASCII.GetBytes($"virtual hall {seed}");
        this.reopen = reopen ?? (former => ((MemoryJournalStore)former).Crash());
        Simulator = new SimulatedHall([.. Enumerable.Repeat(baud, lineCount)], seed);
        Commissioning factory = new(seed);
        KeypadCommission[] keypads = [.. Enumerable.Range(0, members).Select(i => factory.Keypad(i))];
        int perLine = (members + lineCount - 1) / lineCount;
        for (int i = 0; i < members; i++)
            Simulator.AddKeypad(i / perLine, wired?.Invoke(i, keypads[i]) ?? keypads[i]);
        plan = new([new BridgePlan(
            new LineAddress.InProcess("hall"),
            [.. Enumerable.Range(0, lineCount).Select(i => new LinePlan($"L{i + 1}", baud, Math.Min(perLine, members - (i * perLine))))])]);
        roots = new(
            keypads.ToDictionary(keypad => new KeypadUid(keypad.Uid), keypad => new SecretKey(keypad.Ra)),
            keypads.ToDictionary(keypad => new KeypadUid(keypad.Uid), keypad => new SecretKey(keypad.Rb)), new SecretKey(factory.Gb));

        Server = new VirtualServer(this, store ?? new MemoryJournalStore());
        foreach (HallCommand first in Server.Before.FirstCommands(Wall))
            Give(first);
        Server.BeginMeeting(Meetings.Of(keypads.Select(keypad => new KeypadUid(keypad.Uid)).ToList(), agenda, countBase, pressRule));
        Server.StartLines(plan, roots, stationFolder, ParticipantsMin);
    }

    /// <summary>Least number of masked ballots that are opened: small halls are tested too.</summary>
    private const int ParticipantsMin = 2;

    /// <summary>The run of the server that is on.</summary>
    public VirtualServer Server { get; private set; }

    public SimulatedHall Simulator { get; }

    public IJournalStore Store => Server.Store;

    public HallLoop Loop => Server.Loop;

    public HallLines Lines => Server.Lines!;

    public LocalStation Station => Server.Station!;

    public RoundConduct Conduct => Server.Conduct;

    public List<LineNote> Notes { get; } = [];

    /// <summary>What commissioning gave to the keypads of this hall.</summary>
    public CommissionedRoots Roots => roots;

    /// <summary>Told of the bytes from the bridge, before the server gets them.</summary>
    public Action<byte[]>? Heard { get; set; }

    /// <summary>Changes the bytes of the bridge link on their way, both ways; null = they arrive as sent.</summary>
    public Action<byte[]>? LinkDamage { get; set; }

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

    /// <summary>The server ends with a <see cref="ServerCrash"/> after so many more of its steps.</summary>
    public void CrashAfter(long steps) => stepsToCrash = steps;

    /// <summary>The bridge link breaks (both sides notice), or comes back.</summary>
    public void CutLink(bool cut)
    {
        linkCut = cut;
        if (cut)
        {
            Lines.LinkLost(0);
        }
        else
        {
            Simulator.ResetLink();
            Lines.LinkUp(0);
        }
    }

    /// <summary>Bytes of the server on their way to the bridge.</summary>
    public void ToBridge(byte[] bytes)
    {
        if (linkCut)
            return;
        LinkDamage?.Invoke(bytes);
        Simulator.WriteLink(bytes);
    }

    /// <summary>One step of the server: a turn, a flush, a piece of work of the lines.</summary>
    public void Step()
    {
        if (--stepsToCrash == 0)
            throw new ServerCrash();
    }

    /// <summary>
    /// The server ends now and another begins after <paramref name="downMs"/>: keypads and bridge run on, of the server only store and station folder
    /// are left.
    /// </summary>
    /// <param name="whileDown">What people do in the middle of it.</param>
    /// <param name="staleLink">The new server still reads what the bridge said to the old one, as behind a serial adapter.</param>
    public void Restart(int downMs, bool staleLink, Action? whileDown = null)
    {
        stepsToCrash = long.MaxValue;
        IJournalStore found = reopen(Server.Store);
        if (!staleLink)
            Simulator.ResetLink();
        Simulator.RunFor(downMs * 500L);
        whileDown?.Invoke();
        Simulator.RunFor(downMs * 500L);
        Server = new VirtualServer(this, found);
        foreach (HallCommand first in Server.Before.FirstCommands(Wall))
            Give(first);
        Server.StartLines(plan, roots, stationFolder, ParticipantsMin);
    }

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

    public void RunFor(int ms) => RunForUs(ms * 1_000L);

    public void RunForUs(long us)
    {
        byte[] buffer = new byte[4096];
        long end = Simulator.NowUs + us;
        while (true)
        {
            Simulator.RunUntil(Math.Min(end, (tickedAt + TickEveryMs) * 1_000), stopOnLink: true);
            int read;
            while ((read = Simulator.ReadLink(buffer)) > 0)
                Arrived(buffer[..read]);
            if (NowMs >= tickedAt + TickEveryMs)
            {
                tickedAt = NowMs;
                Lines.Tick();
            }
            Server.Settle();
            if (Simulator.NowUs >= end)
                return;
        }
    }

    /// <summary>A command that must be accepted.</summary>
    public void Give(HallCommand command)
    {
        LoopReply? reply = null;
        Loop.TrySubmit(command, answer => reply = answer);
        Server.Settle();
        if (reply is not LoopReply.Accepted)
            throw new HallStuck($"{command.GetType().Name}: {reply}; {Situation()}");
    }

    /// <summary>An order of the conduct that must be accepted.</summary>
    public void Do(Task<LoopReply> order)
    {
        Server.Settle();
        if (!order.IsCompletedSuccessfully)
            throw new HallStuck($"an order was not answered; {Situation()}");
        if (order.Result is LoopReply.Refused refused)
            throw new HallStuck(refused.Reason.English);
    }

    /// <summary>Where somebody chose another person: the number is typed, and two persons find no slip that counts.</summary>
    public void EnterSlips()
    {
        if (!Current.SlipsDue)
            return;
        RoundNo no = Current.No;
        Do(Conduct.EnterParticipants(Meetings.Scrutineer, no, Current.Counted!.Tally.Participants));
        foreach (Issuer by in new[] { Meetings.Secretariat, Meetings.Scrutineer })
            Do(Conduct.Give(at => new HallCommand.EnterSlips(no, []) { Issuer = by, At = at }));
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
        $"admitted {Server.Lines?.AdmittedCount}, rounds {Loop.Published.Rounds.Count}"
        + (Loop.Published.Rounds.Count > 0
            ? $", phase {Current.Phase}, held {Current.Box.Count}, station {Server.Station?.RefusalOf(Current.No)}"
            : "")
        + $", notes {string.Join("; ", Notes.TakeLast(5))}";

    private void Arrived(byte[] bytes)
    {
        if (linkCut)
            return;
        LinkDamage?.Invoke(bytes);
        Heard?.Invoke(bytes);
        Lines.Received(0, bytes);
    }
}
