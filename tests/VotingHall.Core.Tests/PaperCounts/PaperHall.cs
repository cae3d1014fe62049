namespace VotingHall.Core.Tests;

/// <summary>纸质票会场: a signed-in hall with an election on paper (item P) and a motion by hands (item H) on its agenda.</summary>
internal static class PaperHall
{
    public static Issuer Desk { get; } = new(Role.Secretariat, "mishu");

    public static Issuer Scrutineer { get; } = new(Role.Scrutineer, "jian");

    public static Issuer Third { get; } = new(Role.Scrutineer, "jian2");

    public static AgendaItem Election { get; } = new("P", new Election
    {
        Title = "选举县人大常委会委员",
        Verb = "选举",
        Office = "县人大常委会委员",
        OfficeKind = OfficeKind.CommitteeMember,
        Candidates = ["林若水", "王𠮷", "陈𣲘"],
        Seats = 2,
    }, RoundMode.Secret, Octets.Empty)
    { Method = VotingMethod.PaperBallot };

    public static AgendaItem Hands { get; } = new("H", new Motion { Title = "会议议程", Verb = "通过" }, RoundMode.Named, Octets.Empty)
    {
        Method = VotingMethod.ShowOfHands,
    };

    /// <summary>Ten of twelve present.</summary>
    public static Driver Ready()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Must(Put(Election));
        driver.Must(Put(Hands));
        return driver;
    }

    public static Func<Instant, HallCommand> Put(AgendaItem item) => at => new HallCommand.PutAgendaItem(item, 0) { Issuer = Issuer.System, At = at };

    public static Func<Instant, HallCommand> Prepare(string item, VotingMethod? method = null) =>
        at => new HallCommand.PrepareRound(item, RoundMode.Secret, Octets.Empty) { Issuer = Issuer.System, At = at, Method = method };

    public static Func<Instant, HallCommand> Open(Driver d) => at => new HallCommand.OpenRound(d.Last, Octets.Empty) { Issuer = d.Chair, At = at };

    public static Func<Instant, HallCommand> Close(Driver d) => at => new HallCommand.CloseRound(d.Last, Octets.Empty) { Issuer = d.Chair, At = at };

    public static Func<Instant, HallCommand> Issued(Driver d, int papers, string note = "") =>
        at => new HallCommand.EnterIssued(d.Last, papers, note) { Issuer = Desk, At = at };

    public static Func<Instant, HallCommand> Collected(Driver d, int papers) => at => new HallCommand.EnterCollected(d.Last, papers) { Issuer = Scrutineer, At = at };

    public static Func<Instant, HallCommand> Validity(Driver d, bool valid) => at => new HallCommand.DeclareValidity(d.Last, valid) { Issuer = d.Chair, At = at };

    public static Func<Instant, HallCommand> Enter(Driver d, Issuer by, HandCount count) => at => new HallCommand.EnterCount(d.Last, count) { Issuer = by, At = at };

    public static Func<Instant, HallCommand> Decide(Driver d, string note) => at => new HallCommand.DecideUnaccounted(d.Last, note) { Issuer = Scrutineer, At = at };

    public static Func<Instant, HallCommand> Recount(Driver d) => at => new HallCommand.OrderRecount(d.Last) { Issuer = d.Chair, At = at };

    public static Func<Instant, HallCommand> Merge(Driver d, string from, string into) => at => new HallCommand.MergeNames(d.Last, from, into) { Issuer = Scrutineer, At = at };

    /// <summary>Ten papers issued and collected, nine valid, one with too many names.</summary>
    public static HandCount Good { get; } = new(
        9, new InvalidPapers(1, 0, 0, 0, 0), [new RowTally("", 8, 1, 0), new RowTally("", 7, 1, 1), new RowTally("", 1, 7, 1)],
        [new WriteInTally("何知白", 1), new WriteInTally("何之白", 1)]);

    /// <summary>A paper round in a phase; in the phase Closed it is declared valid and not yet counted.</summary>
    public static Driver ElectionIn(RoundPhase phase)
    {
        Driver driver = Ready();
        driver.Must(Prepare("P"));
        if (phase == RoundPhase.Prepared)
            return driver;
        driver.Must(Open(driver));
        driver.Must(Issued(driver, 10));
        if (phase == RoundPhase.Voided)
            driver.Must(driver.Void());
        if (phase is RoundPhase.Open or RoundPhase.Voided)
            return driver;
        driver.Must(Close(driver));
        driver.Must(Collected(driver, 10));
        driver.Must(Validity(driver, true));
        if (phase == RoundPhase.Closed)
            return driver;
        driver.Must(Enter(driver, Desk, Good));
        driver.Must(Enter(driver, Scrutineer, Good));
        if (phase == RoundPhase.Counted)
            return driver;
        driver.Confirm(null);
        if (phase == RoundPhase.Declared)
            driver.Declare();
        return driver;
    }
}
