using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Is a step allowed in a phase of a round on paper? The whole table; everything not listed as allowed must be refused.</summary>
public sealed class PaperCourseTableTests
{
    // A round on paper is never closing: there are no late frames to wait for.
    private static readonly RoundPhase[] Phases = [.. Enum.GetValues<RoundPhase>().Where(phase => phase != RoundPhase.Closing)];

    private static readonly Dictionary<string, (Func<Driver, Func<Instant, HallCommand>> Make, RoundPhase[] Allowed)> Table = new()
    {
        ["open"] = (PaperHall.Open, [RoundPhase.Prepared]),
        ["issued"] = (d => PaperHall.Issued(d, 9), [RoundPhase.Open]),
        ["close"] = (PaperHall.Close, [RoundPhase.Open]),
        ["extend"] = (d => at => new HallCommand.ExtendRound(d.Last, 30) { Issuer = d.Chair, At = at }, []),
        ["reportPaper"] = (d => at => new HallCommand.ReportPaper(d.Last, 1, []) { Issuer = Issuer.System, At = at }, []),
        ["press"] = (d => d.Mask(1, 9, 1), []),
        ["finish"] = (d => at => new HallCommand.FinishClose(d.Last, []) { Issuer = Issuer.System, At = at }, []),
        ["tallyRequest"] = (d => at => new HallCommand.RecordTallyRequest(d.Last, Samples.Digest(9)) { Issuer = Issuer.System, At = at }, []),
        ["station"] = (d => d.StationCount(3, new StationRow(2, 1, 0, 0)), []),
        ["participants"] = (d => d.EnterParticipants(9), []),
        // Collected and validity: the phase is the closed one, but the ballot is declared valid there already.
        ["collected"] = (d => PaperHall.Collected(d, 9), []),
        ["validity"] = (d => PaperHall.Validity(d, true), []),
        ["enterCount"] = (d => PaperHall.Enter(d, PaperHall.Desk, PaperHall.Good), [RoundPhase.Closed]),
        ["decide"] = (d => PaperHall.Decide(d, "少一张"), []),
        ["recount"] = (PaperHall.Recount, [RoundPhase.Counted]),
        ["merge"] = (d => PaperHall.Merge(d, "何之白", "何知白"), [RoundPhase.Counted]),
        ["slips"] = (d => at => new HallCommand.EnterSlips(d.Last, []) { Issuer = PaperHall.Desk, At = at }, []),
        ["manual"] = (d => at => new HallCommand.EnterManualVotes(d.Last, new ManualVotes(0, [])) { Issuer = PaperHall.Desk, At = at }, []),
        ["ballot"] = (d => at => new HallCommand.EnterBallot(d.Last, new MemberId(1), [], []) { Issuer = PaperHall.Desk, At = at }, []),
        ["confirm"] = (d => d.ConfirmCount(null), [RoundPhase.Counted]),
        ["show"] = (d => at => new HallCommand.ShowResult(d.Last) { Issuer = d.Chair, At = at }, [RoundPhase.Counted, RoundPhase.Confirmed]),
        ["declare"] = (d => d.DeclareRound(), [RoundPhase.Confirmed]),
        ["void"] = (d => d.Void(), [RoundPhase.Prepared, RoundPhase.Open, RoundPhase.Closed, RoundPhase.Counted, RoundPhase.Confirmed]),
        ["destroy"] = (d => at => new HallCommand.DestroyKeys(d.Last, Samples.Digest(5)) { Issuer = Issuer.System, At = at }, []),
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
        Driver driver = PaperHall.ElectionIn(phase);
        Assert.Equal(phase, driver.State.Rounds[driver.Last].Phase);
        string before = Structure.Of(driver.State);
        Decision decision = driver.Do(Table[command].Make(driver));
        Assert.Equal(Table[command].Allowed.Contains(phase), decision is Decision.Accepted);
        if (decision is Decision.Refused)
            Assert.Equal(before, Structure.Of(driver.State));
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }
}
