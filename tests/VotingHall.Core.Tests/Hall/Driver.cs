using System.Collections.Immutable;
using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>会场驾驶: gives commands as the server would, keeps what a store would keep, and can replay it.</summary>
internal sealed class Driver
{
    private long now = Samples.Start;

    public HallState State { get; private set; } = HallState.Empty;

    /// <summary>Leaves as stored.</summary>
    public List<byte[]> Log { get; } = [];

    public List<HallEvent> Events { get; } = [];

    /// <summary>Private parts as stored: the last one of each round and keypad.</summary>
    public SortedDictionary<(RoundNo Round, KeypadUid Keypad), byte[]> Parts { get; } = [];

    public Issuer Chair { get; } = new(Role.Chair, "chair");

    public Instant Now => new(now);

    public Decision Do(Func<Instant, HallCommand> make)
    {
        now += 10;
        Decision decision = Hall.Decide(State, make(new Instant(now)));
        if (decision is Decision.Accepted accepted)
            foreach (Fact fact in accepted.Facts)
                Keep(fact);
        return decision;
    }

    public void Must(Func<Instant, HallCommand> make)
    {
        Decision decision = Do(make);
        Assert.True(decision is Decision.Accepted, decision is Decision.Refused refused ? refused.Refusal.Code : "");
    }

    public T Refused<T>(Func<Instant, HallCommand> make)
        where T : Refusal => Assert.IsType<T>(Assert.IsType<Decision.Refused>(Do(make)).Refusal);

    public void Wait(long ms) => now += ms;

    /// <summary>The state as a restarted server would find it.</summary>
    public HallState Replayed()
    {
        HallState state = HallState.Empty;
        foreach (byte[] leaf in Log)
        {
            Assert.True(JournalEntry.TryRead(leaf, out JournalEntry entry));
            state = Hall.Apply(state, entry.Event);
        }
        List<PrivatePart> parts = [];
        foreach (((RoundNo round, KeypadUid keypad), byte[] bytes) in Parts)
        {
            Assert.True(PrivatePartBytes.TryRead(round, keypad, bytes, out PrivatePart part));
            parts.Add(part);
        }
        return Hall.Restore(state, parts);
    }

    private void Keep(Fact fact)
    {
        State = Hall.Apply(State, fact);
        Events.Add(fact.Event);
        if (fact.Event.IsLeaf)
            Log.Add(new JournalEntry(Log.Count, fact.Event).ToBytes());
        if (fact.Private is PrivatePart part)
            Parts[(part.Round, part.Keypad)] = PrivatePartBytes.Write(part);
    }

    public RoundNo Last => new(State.Rounds.Count);

    /// <summary>Loaded, base confirmed, keypads admitted, sitting open.</summary>
    public static Driver Ready(PressRule rule = PressRule.Last, Body body = Body.Congress, int[]? withoutKeypad = null)
    {
        Driver driver = new();
        driver.Must(at => new HallCommand.LoadMeeting(WithoutKeypads(Samples.Meeting(rule, body), withoutKeypad ?? [])) { Issuer = Issuer.System, At = at });
        driver.Must(at => new HallCommand.ConfirmBase(new CountBase(Samples.Members, CountBasis.InOffice)) { Issuer = driver.Chair, At = at });
        for (int i = 1; i <= Samples.Members; i++)
        {
            int member = i;
            driver.Must(at => new HallCommand.RegisterKeypad(Samples.Uid(member), "line1", member, 1) { Issuer = Issuer.Bridge, At = at });
        }
        driver.Must(at => new HallCommand.OpenSitting(1) { Issuer = driver.Chair, At = at });
        return driver;
    }

    private static Meeting WithoutKeypads(Meeting meeting, int[] members) => meeting with
    {
        Members = [.. meeting.Members.Select(member => members.Contains(member.Id.Value) ? member with { Keypad = null } : member)],
    };

    /// <summary>Ready, and the first <paramref name="present"/> members have signed in.</summary>
    public static Driver SignedIn(int present, PressRule rule = PressRule.Last, Body body = Body.Congress, int[]? withoutKeypad = null)
    {
        Driver driver = Ready(rule, body, withoutKeypad);
        driver.Prepare("1", RoundMode.SignIn);
        driver.Open();
        for (int i = 1; i <= present; i++)
            driver.SignIn(i);
        driver.Finish();
        driver.Confirm(null);
        driver.Declare();
        return driver;
    }

    public void Prepare(string item, RoundMode mode) =>
        Must(at => new HallCommand.PrepareRound(item, mode, Samples.Digest(1)) { Issuer = new(Role.Secretariat, "desk"), At = at });

    public void Open()
    {
        Must(at => new HallCommand.ReportPaper(Last, Samples.Members, []) { Issuer = Issuer.System, At = at });
        Must(OpenRound());
    }

    public Func<Instant, HallCommand> OpenRound() =>
        at => new HallCommand.OpenRound(Last, Samples.Digest(2)) { Issuer = Chair, At = at };

    public Func<Instant, HallCommand> Cast(int member, int rev, params Choice?[] marks) => Cast(member, rev, false, [], marks);

    public Func<Instant, HallCommand> Cast(int member, int rev, bool isSealed, ImmutableArray<MemberId> writeIns, params Choice?[] marks) =>
        at => new HallCommand.CastNamed(Last, Samples.Uid(member), Samples.Press(1, rev), [.. marks], writeIns, isSealed) { Issuer = Issuer.Bridge, At = at };

    public Func<Instant, HallCommand> Mask(int member, int rev, byte word, bool isSealed = false) =>
        at => new HallCommand.CastMasked(Last, Samples.Uid(member), Samples.Press(1, rev), new Octets([word, 9, 9]), isSealed) { Issuer = Issuer.Bridge, At = at };

    public void SignIn(int member) =>
        Must(at => new HallCommand.PressSignIn(Last, Samples.Uid(member), Samples.Press(1, 1)) { Issuer = Issuer.Bridge, At = at });

    public Func<Instant, HallCommand> Close() => at => new HallCommand.CloseRound(Last, Samples.Nonce) { Issuer = Chair, At = at };

    public void Finish(params KeypadUid[] unsealed)
    {
        Must(Close());
        Must(at => new HallCommand.FinishClose(Last, [.. unsealed]) { Issuer = Issuer.System, At = at });
    }

    public Func<Instant, HallCommand> StationCount(int participants, params StationRow[] rows) =>
        at => new HallCommand.EnterStationCount(Last, [.. rows], participants, 0) { Issuer = Issuer.System, At = at };

    public void RequestTally() =>
        Must(at => new HallCommand.RecordTallyRequest(Last, Samples.Digest(3)) { Issuer = Issuer.System, At = at });

    public Func<Instant, HallCommand> EnterParticipants(int typed) =>
        at => new HallCommand.EnterParticipants(Last, typed) { Issuer = new(Role.Scrutineer, "jian"), At = at };

    /// <summary>The number is typed, and two persons find no name that counts.</summary>
    public void EnterSlips(int participants)
    {
        Must(EnterParticipants(participants));
        Must(at => new HallCommand.EnterSlips(Last, []) { Issuer = new(Role.Secretariat, "desk"), At = at });
        Must(at => new HallCommand.EnterSlips(Last, []) { Issuer = new(Role.Scrutineer, "jian"), At = at });
    }

    public Func<Instant, HallCommand> ConfirmCount(int? typed) =>
        at => new HallCommand.ConfirmCount(Last, typed) { Issuer = new(Role.Scrutineer, "jian"), At = at };

    public void Confirm(int? typed) => Must(ConfirmCount(typed));

    public Func<Instant, HallCommand> DeclareRound() => at => new HallCommand.DeclareRound(Last) { Issuer = Chair, At = at };

    public void Declare() => Must(DeclareRound());

    public Func<Instant, HallCommand> Void() =>
        at => new HallCommand.VoidRound(Last, VoidReason.SystemFailure, "线路中断") { Issuer = Chair, At = at };
}
