using System.Collections.Immutable;

namespace VotingHall.Core;

/// <summary>关闭与计票步骤.</summary>
internal static class ClosingSteps
{
    private const int NonceLength = 8;

    public static Decision Close(HallState state, HallCommand.CloseRound c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Open], out Round round) is Refusal refusal)
            return refusal;
        if (round.Method != VotingMethod.Keypad)
            return CloseByHand(round, c);
        if (c.CloseNonce.Length != NonceLength)
            return new Refusal.DigestWrong();
        Instant closesAt = round.Opening!.ClosesAt;
        if (c.Issuer.Role != Role.Chair && c.At.CompareTo(closesAt) < 0)
            return new Refusal.WindowRunning(closesAt);
        return new HallEvent.RoundClosing(c.Stamp, c.Round, c.CloseNonce);
    }

    /// <summary>There are no frames to wait for: what is cast lies in the boxes, hands are down.</summary>
    private static Decision CloseByHand(Round round, HallCommand.CloseRound c)
    {
        if (c.Issuer.Role != Role.Chair)
            return new Refusal.RoleMayNot(c.Issuer.Role);
        return round.Method == VotingMethod.PaperBallot && round.ByHand.Issued is null
            ? new Refusal.IssuedNotEntered()
            : new HallEvent.RoundClosed(c.Stamp, c.Round, 0, [], []);
    }

    /// <summary>Named rounds and roll calls are counted in the same breath; a secret round waits for the station.</summary>
    public static Decision Finish(HallState state, HallCommand.FinishClose c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Closing], out Round round) is Refusal refusal)
            return refusal;
        // Only a seat that holds a ballot can be unsealed; who never pressed is 未按 and stays unnamed.
        KeypadUid[] unsealed = [.. c.Unsealed.Where(uid => round.Box.PressOf(uid) is not null).Distinct().Order()];
        HallEvent.RoundClosed closed = new(
            c.Stamp, c.Round, unsealed.Length, round.Mode == RoundMode.Secret ? [] : unsealed, KeypadHealths.NotPresent(state, round.Opening!.Electors));
        if (round.Box is BallotBox.Masked)
            return closed;
        Tally tally = round.Box switch
        {
            BallotBox.Named named => NamedTally.Of(round, named, state.Meeting!),
            BallotBox.SignIns signIns => RollCallTally(state, round, signIns),
            _ => throw new InvalidOperationException("unknown ballot box"),
        };
        return new Decision.Accepted([new Fact(closed, null), new Fact(Count(c.Stamp, round, tally, 0), null)]);
    }

    public static Decision RecordTallyRequest(HallState state, HallCommand.RecordTallyRequest c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Closed], out Round round) is Refusal refusal)
            return refusal;
        if (!round.IsMasked)
            return new Refusal.NotSecret();
        if (Guards.Digest(c.RequestDigest) is Refusal wrong)
            return wrong;
        return round.TallyRequest is Octets known && known.Equals(c.RequestDigest)
            ? Decision.Nothing
            : new HallEvent.TallyRequested(c.Stamp, c.Round, c.RequestDigest);
    }

    public static Decision EnterStationCount(HallState state, HallCommand.EnterStationCount c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Closed], out Round round) is Refusal refusal)
            return refusal;
        if (!round.IsMasked)
            return new Refusal.NotSecret();
        if (round.TallyRequest is null)
            return new Refusal.TallyNotRequested();
        if (StationProblem(round, c) is string why)
            return new Refusal.StationCountWrong(why);
        IReadOnlyList<string> names = RowNames.Of(round);
        IReadOnlyList<RowTally> rows = [.. c.Rows.Select((row, i) => row.ToTally(names[i]))];
        Tally keypads = new(round.Opening!.SignedIn, c.Participants, rows, []);
        return Count(c.Stamp, round, ManualSteps.With(keypads, round.ByHand.Manual?.Votes), c.Unattested);
    }

    /// <summary>The four totals: every row's marks and 未按 make up those signed in. Anything else is a bug, not a refusal.</summary>
    internal static void AssertTotals(BallotPaper paper, Tally tally)
    {
        int row = 0;
        foreach (PaperGroup group in paper.Groups)
            for (int i = 0; i < group.Rows.Count; i++, row++)
            {
                RowTally figures = tally.Rows[row];
                int marks = figures.Marks;
                if (group.IsPickList ? marks > tally.Participants : checked(marks + tally.NotPressed) != tally.SignedIn)
                    throw new InvalidOperationException($"row {row}: marks and not pressed do not make up those signed in");
            }
    }

    private static HallEvent.RoundCounted Count(Stamp stamp, Round round, Tally tally, int unattested)
    {
        if (round.Mode != RoundMode.SignIn)
            AssertTotals(round.Paper, tally);
        return new HallEvent.RoundCounted(stamp, round.No, tally, round.Question.Count(tally, round.Opening!.Context), unattested);
    }

    /// <summary>Roll calls of a sitting accumulate: whoever signed in earlier stays present.</summary>
    private static Tally RollCallTally(HallState state, Round round, BallotBox.SignIns box)
    {
        int present = Present(state.Attendance, round, box).Count;
        return new Tally(present, present, [new RowTally(RowNames.Of(round)[0], present, 0, 0)], []);
    }

    internal static ImmutableSortedSet<MemberId> Present(ImmutableSortedSet<MemberId> attendance, Round round, BallotBox.SignIns box) =>
        attendance.Union(box.Presses.Keys.Select(uid => round.ElectorAt(uid)!.Member));

    private static string? StationProblem(Round round, HallCommand.EnterStationCount c)
    {
        if (c.Rows.IsDefault || c.Rows.Length != round.Paper.RowCount)
            return "rows";
        if (c.Participants < 0 || c.Participants > round.Box.Count)
            return "participants";
        if (c.Unattested < 0 || c.Unattested > c.Participants)
            return "unattested";
        int row = 0;
        foreach (PaperGroup group in round.Paper.Groups)
        {
            long chosen = 0;
            for (int i = 0; i < group.Rows.Count; i++, row++)
            {
                StationRow figures = c.Rows[row];
                if (!Fits(group, figures, c.Participants))
                    return $"row {row + 1}";
                chosen += figures.For + figures.WriteIn;
            }
            if (chosen > (long)group.MaxFor * c.Participants || chosen < (long)group.MinFor * c.Participants)
                return "number chosen";
        }
        return null;
    }

    private static bool Fits(PaperGroup group, StationRow row, int participants)
    {
        long sum = 0;
        foreach (Choice option in Enum.GetValues<Choice>())
        {
            int marks = row.Of(option);
            if (marks < 0 || (marks > 0 && !group.Offers(option)))
                return false;
            sum += marks;
        }
        return group.IsPickList ? sum <= participants : sum == participants;
    }
}
