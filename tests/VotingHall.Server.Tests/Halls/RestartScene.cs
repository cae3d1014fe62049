using System.Globalization;
using VotingHall.Core;
using VotingHall.Server.Stores;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Halls;

/// <summary>
/// One round in which members press at random moments and the server crashes between any two of its steps; what the lamps promised is noted at the
/// crash and compared with what the next run finds and counts.
/// </summary>
internal sealed class RestartScene : IDisposable
{
    private static readonly IReadOnlyList<AgendaItem> Agenda =
        [Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Named), Meetings.MotionItem("3", RoundMode.Secret)];

    private readonly Random random;
    private readonly Dictionary<int, KeypadKey> pressed = [];
    private readonly SortedDictionary<(int AtMs, int Keypad), KeypadKey> due = [];
    private Dictionary<int, KeypadKey> promised = [];
    private int? touched;

    public RestartScene(int seed, RoundMode mode, int members = 24, int lines = 2, IJournalStore? store = null,
        Func<IJournalStore, IJournalStore>? reopen = null)
    {
        random = new Random(seed);
        Mode = mode;
        Hall = new VirtualHall(members, lines, Agenda, seed: seed, store: store, reopen: reopen);
        VirtualHallTests.Gather(Hall);
        VirtualHallTests.RollCall(Hall, members);
        VirtualHallTests.Open(Hall, mode == RoundMode.Named ? "2" : "3");
        No = Hall.Current.No;
        for (int keypad = 0; keypad < members; keypad++)
        {
            // One in ten does not press; one in five changes his mind.
            if (random.Next(10) == 0)
                continue;
            int at = random.Next(1_200);
            due[(at, keypad)] = Key();
            if (random.Next(5) == 0)
                due[(at + 200 + random.Next(800), keypad)] = Key();
        }
    }

    public VirtualHall Hall { get; }

    public RoundMode Mode { get; }

    public RoundNo No { get; }

    public Random Random => random;

    public bool Crashed { get; private set; }

    /// <summary>Virtual time from the start of the last run to the last lamp.</summary>
    public long LampsAfterMs { get; private set; }

    /// <summary>Members press as planned; a crash on the way is followed by a restart, and they go on pressing meanwhile and after.</summary>
    public void Press()
    {
        int now = 0;
        while (due.Count > 0)
        {
            (int at, int keypad) = due.First().Key;
            KeypadKey key = due[(at, keypad)];
            due.Remove((at, keypad));
            Run(at - now);
            now = Math.Max(now, at);
            Touch(keypad, key);
        }
    }

    /// <summary>Runs on; a crash is followed by a restart.</summary>
    public void Run(int ms)
    {
        if (ms <= 0)
            return;
        try
        {
            Hall.RunFor(ms);
        }
        catch (ServerCrash)
        {
            Restart();
        }
    }

    /// <summary>Does <paramref name="step"/>; a crash in it is followed by a restart. True if it crashed.</summary>
    public bool Try(Action step)
    {
        try
        {
            step();
            return false;
        }
        catch (ServerCrash)
        {
            Restart();
            return true;
        }
    }

    /// <summary>Notes what the lamps promise, restarts, and checks that the new run found all of it.</summary>
    public void Restart(int? downMs = null)
    {
        Crashed = true;
        Round before = Hall.Loop.Published.Rounds[No];
        promised = Steady();
        // Under a finger the lamp may still speak of the press before.
        if (touched is { } keypad)
            promised.Remove(keypad);
        int most = due.Count > 0 ? 3 : 0;
        Hall.Restart(downMs ?? random.Next(20, 4_000), staleLink: random.Next(2) == 0, whileDown: () =>
        {
            foreach (((int, int Keypad) when, KeypadKey key) in due.Take(most).ToList())
            {
                due.Remove(when);
                TouchAlone(when.Keypad, key);
            }
        });
        long began = Hall.NowMs;
        Round found = Hall.Server.Before.State.Rounds[No];
        Assert.True(found.Phase >= before.Phase, "the journal is not behind what was told");
        CheckPromised(found);
        if (found.Phase == RoundPhase.Open)
        {
            Assert.Equal(found.Opening!.Resumed + 1, Hall.Current.Opening!.Resumed);
            long left = found.Opening.ClosesAt.UnixMs - Hall.Server.Before.StoppedAt!.Value.UnixMs;
            Assert.Equal(Hall.Wall.UnixMs + Math.Max(left, 15_000), Hall.Current.Opening.ClosesAt.UnixMs);
        }
        if (before.Closing is { } closing)
            Assert.Equal(closing.CloseNonce, Hall.Current.Closing!.CloseNonce);
        if (found.Phase is RoundPhase.Open or RoundPhase.Closing)
        {
            Hall.RunUntil(() => Steady().Count == pressed.Count || Hall.Current.Phase > RoundPhase.Closing, 20_000, "lamps after the restart");
            LampsAfterMs = Hall.NowMs - began;
        }
    }

    /// <summary>The round goes on to its end from wherever it is; every order is given again if a crash took its answer.</summary>
    public Round Finish()
    {
        while (!Hall.Current.IsFinished)
        {
            Octets? list = Hall.Current.TallyRequest;
            Try(() =>
            {
                switch (Hall.Current.Phase)
                {
                    case RoundPhase.Open:
                        Hall.Do(Hall.Conduct.Close(Meetings.Chair, No));
                        break;
                    case RoundPhase.Closing or RoundPhase.Closed:
                        Hall.RunUntil(() => Hall.Current.Phase == RoundPhase.Counted, 60_000, "counted");
                        break;
                    case RoundPhase.Counted:
                        Hall.Do(Hall.Conduct.Confirm(Meetings.Scrutineer, No, Hall.Current.Counted!.Tally.Participants));
                        break;
                    case RoundPhase.Confirmed:
                        Hall.Do(Hall.Conduct.Declare(Meetings.Chair, No));
                        break;
                }
            });
            // The same bytes again, unless the station refused them for want of tags.
            if (list is { } logged && Hall.Station.RefusalOf(Hall.Current.No) is null)
                Assert.Equal(logged, Hall.Current.TallyRequest);
        }
        return Hall.Current;
    }

    /// <summary>The figures are those of the last press of every member, nothing else.</summary>
    public void CheckFigures(Round round)
    {
        Tally tally = round.Counted!.Tally;
        int Of(KeypadKey key) => pressed.Values.Count(value => value == key);
        Assert.Equal(
            (Of(KeypadKey.For), Of(KeypadKey.Against), Of(KeypadKey.Abstain), Hall.Simulator.Keypads - pressed.Count),
            (tally.Rows[0].For, tally.Rows[0].Against, tally.Rows[0].Abstain, tally.NotPressed));
    }

    public void Touch(int keypad, KeypadKey key)
    {
        pressed[keypad] = key;
        Hall.Simulator.Key(keypad, key, down: true);
        touched = keypad;
        Run(60);
        touched = null;
        Hall.Simulator.Key(keypad, key, down: false);
        Run(10);
    }

    public void Dispose() => Hall.Dispose();

    private KeypadKey Key() => (KeypadKey)random.Next(3);

    /// <summary>Pressed while no server runs.</summary>
    private void TouchAlone(int keypad, KeypadKey key)
    {
        pressed[keypad] = key;
        Hall.Simulator.Key(keypad, key, down: true);
        Hall.Simulator.RunFor(60_000);
        Hall.Simulator.Key(keypad, key, down: false);
        Hall.Simulator.RunFor(10_000);
    }

    /// <summary>Keypads whose lamp says that the press is on disk.</summary>
    private Dictionary<int, KeypadKey> Steady()
    {
        IReadOnlyList<KeypadView> views = Hall.Simulator.Views();
        return pressed.Where(press => views[press.Key].Lamp == KeypadLamp.Steady).ToDictionary(press => press.Key, press => press.Value);
    }

    private void CheckPromised(Round found)
    {
        IReadOnlyList<KeypadView> views = Hall.Simulator.Views();
        foreach ((int keypad, KeypadKey key) in promised)
        {
            KeypadUid uid = new(views[keypad].Uid);
            Assert.True(found.Box.PressOf(uid) is not null, string.Create(CultureInfo.InvariantCulture, $"keypad {keypad} had a steady lamp"));
            if (found.Box is BallotBox.Named named)
                Assert.Equal((Choice)((int)key + 1), named.Ballots[uid].Marks[0]);
        }
    }
}
