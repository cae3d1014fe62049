using System.Collections.Immutable;

namespace VotingHall.Core.Tests;

/// <summary>随机会议: turns numbers into commands, most of which fit the moment; the same numbers give the same meeting.</summary>
internal static class RandomMeeting
{
    private static readonly string[] Items = ["2", "3", "4", "5", "6", "7", "1"];

    /// <summary>A fixed sequence for each seed (linear congruence), where a test needs the same meeting every time.</summary>
    public static IEnumerable<int> Numbers(int seed, int count)
    {
        long state = seed;
        for (int i = 0; i < count; i++)
        {
            state = ((state * 1_103_515_245L) + 12_345L) % 2_147_483_648L;
            yield return (int)(state >> 12) & 0xFFF;
        }
    }

    public static Driver Run(IEnumerable<int> numbers)
    {
        Driver driver = Driver.SignedIn(10);
        foreach (int number in numbers)
            driver.Do(Command(driver, number & 0xF, (number >> 4) & 0xF, (number >> 8) & 0xF));
        return driver;
    }

    private static Func<Instant, HallCommand> Command(Driver d, int kind, int a, int b)
    {
        Round? round = d.State.CurrentRound;
        if (round is null)
            return kind < 14 ? Prepare(d, a) : kind == 14 ? Register(a, b) : Sign(d, a);
        return (round.Phase, kind) switch
        {
            (_, 15) => Register(a, b),
            (_, 14) when a == 0 => d.Void(),
            (RoundPhase.Prepared, < 7) => at => new HallCommand.ReportPaper(d.Last, a, [Samples.Uid(b)]) { Issuer = Issuer.System, At = at, IdempotencyKey = "p" + a },
            (RoundPhase.Prepared, _) => at => new HallCommand.OpenRound(d.Last, Samples.Digest(b), ReleaseMissing: true) { Issuer = d.Chair, At = at },
            (RoundPhase.Open, 0) => d.Close(),
            (RoundPhase.Open, 1) => at => new HallCommand.ResumeRounds(new Instant(at.UnixMs - (a * 1000))) { Issuer = Issuer.System, At = at },
            (RoundPhase.Closing, 0) => at => new HallCommand.FinishClose(d.Last, [Samples.Uid(a)]) { Issuer = Issuer.System, At = at },
            (RoundPhase.Open or RoundPhase.Closing, 2) => at => new HallCommand.SealBatch(d.Last, Samples.Digest(a)) { Issuer = Issuer.System, At = at },
            (RoundPhase.Open or RoundPhase.Closing, _) => Press(d, round, a, b, kind),
            (RoundPhase.Closed, < 8) => at => new HallCommand.RecordTallyRequest(d.Last, Samples.Digest(a)) { Issuer = Issuer.System, At = at },
            (RoundPhase.Closed, _) => d.StationCount(round.Box.Count, [.. StationRows(round, a)]),
            (RoundPhase.Counted or RoundPhase.Confirmed, 13) => at => new HallCommand.ShowResult(d.Last) { Issuer = d.Chair, At = at },
            (RoundPhase.Counted, < 3) => d.ConfirmCount(a),
            (RoundPhase.Counted, 3) => d.EnterParticipants(b % 2 == 0 ? a : round.Counted!.Tally.Participants),
            (RoundPhase.Counted, 4) => at => new HallCommand.AllowRecheck(d.Last) { Issuer = d.Chair, At = at },
            (RoundPhase.Counted, _) => d.ConfirmCount(round.Counted!.Tally.Participants),
            (RoundPhase.Confirmed, 12) => at => new HallCommand.PutAgendaItem(d.State.Meeting!.Agenda[a % 7], 1 + (b % 7)) { Issuer = Issuer.System, At = at },
            (RoundPhase.Confirmed, _) => d.DeclareRound(),
            _ => throw new InvalidOperationException("a current round is not finished"),
        };
    }

    private static Func<Instant, HallCommand> Prepare(Driver d, int a)
    {
        AgendaItem item = d.State.Meeting!.Item(Items[a % Items.Length])!;
        if (a > 11 && d.State.Rounds[d.Last].Counted?.Outcome is Outcome.RunoffRequired)
            return at => new HallCommand.PrepareFollowUp(d.Last, FollowUpKind.Runoff, [], Samples.Digest(a)) { Issuer = Issuer.System, At = at };
        return at => new HallCommand.PrepareRound(item.No, item.Mode, Samples.Digest(a)) { Issuer = Issuer.System, At = at, IdempotencyKey = "r" + at.UnixMs };
    }

    private static Func<Instant, HallCommand> Register(int a, int b) =>
        at => new HallCommand.ReportKeypad(Samples.Uid(1 + (a % Samples.Members)), (KeypadHealth)(1 + (b % 3))) { Issuer = Issuer.Bridge, At = at };

    private static Func<Instant, HallCommand> Sign(Driver d, int a) =>
        at => new HallCommand.RecordSigned(d.Last, Samples.Digest(a), ["k1"]) { Issuer = Issuer.System, At = at };

    private static Func<Instant, HallCommand> Press(Driver d, Round round, int a, int b, int kind)
    {
        int member = 1 + (a % Samples.Members);
        PressId press = Samples.Press(1, 1 + (b & 3));
        bool isSealed = round.Phase == RoundPhase.Closing && kind > 8;
        return round.Mode switch
        {
            RoundMode.SignIn => at => new HallCommand.PressSignIn(d.Last, Samples.Uid(member), press) { Issuer = Issuer.Bridge, At = at },
            RoundMode.Secret => d.Mask(member, 1 + (b & 3), (byte)(kind % 3), isSealed),
            RoundMode.Named => d.Cast(member, 1 + (b & 3), isSealed, WriteIns(round, kind), [.. Marks(round.Paper, b + kind)]),
            _ => throw new InvalidOperationException("unknown mode"),
        };
    }

    private static ImmutableArray<MemberId> WriteIns(Round round, int kind) =>
        kind % 2 == 0 || round.Paper.Groups[0].WriteIns == 0 ? [] : [.. Enumerable.Repeat(new MemberId(kind), round.Paper.Groups[0].WriteIns)];

    private static IEnumerable<Choice?> Marks(BallotPaper paper, int seed)
    {
        foreach (PaperGroup group in paper.Groups)
            for (int i = 0; i < group.Rows.Count; i++)
                yield return group.IsPickList ? ((seed >> i) & 1) == 0 ? Choice.For : null : group.Options[(seed + i) % group.Options.Count];
    }

    /// <summary>Sums that some ballots could have made: the first seats get all, the rest nothing for.</summary>
    private static IEnumerable<StationRow> StationRows(Round round, int seed)
    {
        int n = round.Box.Count;
        foreach (PaperGroup group in round.Paper.Groups)
            for (int i = 0; i < group.Rows.Count; i++)
            {
                int votes = i < group.MaxFor ? Math.Max(0, n - (seed % 3)) : 0;
                yield return new StationRow(votes, n - votes, 0, 0);
            }
    }
}
