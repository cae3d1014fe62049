using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Is a step allowed in a phase? The whole table, phase by command; everything not listed as allowed must be refused.</summary>
public sealed class TransitionTableTests
{
    private static readonly RoundPhase[] Phases = Enum.GetValues<RoundPhase>();

    private static readonly Dictionary<string, (Func<Driver, Func<Instant, HallCommand>> Make, RoundPhase[] Allowed)> Table = new()
    {
        ["prepare"] = (d => at => new HallCommand.PrepareRound("2", RoundMode.Named, Samples.Digest(1)) { Issuer = Issuer.System, At = at },
            [RoundPhase.Declared, RoundPhase.Voided]),
        ["reportPaper"] = (d => at => new HallCommand.ReportPaper(d.Last, 5, []) { Issuer = Issuer.System, At = at }, [RoundPhase.Prepared]),
        ["open"] = (d => d.OpenRound(), [RoundPhase.Prepared]),
        ["extend"] = (d => at => new HallCommand.ExtendRound(d.Last, 30) { Issuer = d.Chair, At = at }, [RoundPhase.Open]),
        ["press"] = (d => d.Mask(1, 9, 1), [RoundPhase.Open, RoundPhase.Closing]),
        ["close"] = (d => d.Close(), [RoundPhase.Open]),
        ["finish"] = (d => at => new HallCommand.FinishClose(d.Last, []) { Issuer = Issuer.System, At = at }, [RoundPhase.Closing]),
        ["tallyRequest"] = (d => at => new HallCommand.RecordTallyRequest(d.Last, Samples.Digest(9)) { Issuer = Issuer.System, At = at }, [RoundPhase.Closed]),
        ["station"] = (d => d.StationCount(3, new StationRow(2, 1, 0, 0)), [RoundPhase.Closed]),
        ["enterParticipants"] = (d => d.EnterParticipants(3), [RoundPhase.Counted]),
        ["confirm"] = (d => d.ConfirmCount(3), [RoundPhase.Counted]),
        ["show"] = (d => at => new HallCommand.ShowResult(d.Last) { Issuer = d.Chair, At = at }, [RoundPhase.Confirmed]),
        ["putItem"] = (d => at => new HallCommand.PutAgendaItem(Samples.Agenda[2] with { TextDigest = Samples.Digest(3) }, 0) { Issuer = Issuer.System, At = at },
            [RoundPhase.Declared, RoundPhase.Voided]),
        ["putOtherItem"] = (d => at => new HallCommand.PutAgendaItem(Samples.Agenda[1], 7) { Issuer = Issuer.System, At = at }, Phases),
        ["removeItem"] = (d => at => new HallCommand.RemoveAgendaItem("3") { Issuer = Issuer.System, At = at }, []),
        ["removeOtherItem"] = (d => at => new HallCommand.RemoveAgendaItem("2") { Issuer = Issuer.System, At = at }, Phases),
        ["declare"] = (d => d.DeclareRound(), [RoundPhase.Confirmed]),
        ["void"] = (d => d.Void(),
            [RoundPhase.Prepared, RoundPhase.Open, RoundPhase.Closing, RoundPhase.Closed, RoundPhase.Counted, RoundPhase.Confirmed]),
        ["signed"] = (d => at => new HallCommand.RecordSigned(d.Last, Samples.Digest(4), ["k1"]) { Issuer = Issuer.System, At = at },
            [RoundPhase.Declared, RoundPhase.Voided]),
        // In no phase by itself: a signed record and a certificate must be there as well.
        ["print"] = (d => at => new HallCommand.OrderPrint(d.Last, 1, "秘书处", 1) { Issuer = new(Role.Secretariat, "desk"), At = at }, []),
        ["destroy"] = (d => at => new HallCommand.DestroyKeys(d.Last, Samples.Digest(5)) { Issuer = Issuer.System, At = at },
            [RoundPhase.Declared, RoundPhase.Voided]),
    };

    public static TheoryData<string, RoundPhase> Cells()
    {
        TheoryData<string, RoundPhase> cells = [];
        foreach (string command in Table.Keys)
            foreach (RoundPhase phase in Phases)
                cells.Add(command, phase);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_step_is_allowed_exactly_in_its_phases(string command, RoundPhase phase)
    {
        Driver driver = SecretRoundIn(phase);
        Assert.Equal(phase, driver.State.Rounds[driver.Last].Phase);
        string before = Structure.Of(driver.State);
        Decision decision = driver.Do(Table[command].Make(driver));
        Assert.Equal(Table[command].Allowed.Contains(phase), decision is Decision.Accepted);
        if (decision is Decision.Refused)
            Assert.Equal(before, Structure.Of(driver.State));
    }

    private static Driver SecretRoundIn(RoundPhase phase)
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("3", RoundMode.Secret);
        driver.Must(at => new HallCommand.ReportPaper(driver.Last, 12, []) { Issuer = Issuer.System, At = at });
        if (phase == RoundPhase.Prepared)
            return driver;
        driver.Must(driver.OpenRound());
        if (phase == RoundPhase.Voided)
            driver.Must(driver.Void());
        if (phase is RoundPhase.Open or RoundPhase.Voided)
            return driver;
        for (int i = 1; i <= 3; i++)
            driver.Must(driver.Mask(i, 1, 7));
        driver.Must(driver.Close());
        if (phase == RoundPhase.Closing)
            return driver;
        driver.Must(at => new HallCommand.FinishClose(driver.Last, []) { Issuer = Issuer.System, At = at });
        driver.RequestTally();
        if (phase == RoundPhase.Closed)
            return driver;
        driver.Must(driver.StationCount(3, new StationRow(2, 1, 0, 0)));
        if (phase == RoundPhase.Counted)
            return driver;
        driver.Confirm(3);
        if (phase == RoundPhase.Declared)
            driver.Declare();
        return driver;
    }
}
