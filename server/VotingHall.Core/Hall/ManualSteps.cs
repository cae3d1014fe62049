using System.Collections.Immutable;

namespace VotingHall.Core;

/// <summary>
/// 表决器以外的录入: members present without a keypad, and the slips of 另选他人. Source: rules 2.3, 4.2; design, settled questions 5 and 7.
/// </summary>
internal static class ManualSteps
{
    public static Decision MarkAttendance(HallState state, HallCommand.MarkAttendance c)
    {
        if (Guards.Loaded(state, out Meeting? meeting) is Refusal missing)
            return missing;
        if (Guards.Fresh(c, state.SittingVersion) is Refusal stale)
            return stale;
        if (state.SittingNo == 0)
            return new Refusal.SittingNotOpen();
        // The roll of a vote under way is frozen: who comes or goes counts from the next one on.
        if (state.CurrentRound is { Phase: RoundPhase.Open or RoundPhase.Closing } current)
            return new Refusal.RoundNotFinished(current.No);
        if (c.Members.Length > MeetingCheck.MembersMax)
            return new Refusal.LimitExceeded("members", MeetingCheck.MembersMax);
        HashSet<MemberId> roster = [.. meeting.Members.Select(member => member.Id)];
        foreach (MemberId member in c.Members)
            if (!roster.Contains(member))
                return new Refusal.MemberUnknown(member);
        MemberId[] changed = [.. c.Members.Distinct().Where(member => state.Attendance.Contains(member) != c.Present).Order()];
        return changed.Length == 0 ? Decision.Nothing : new HallEvent.AttendanceMarked(c.Stamp, changed, c.Present);
    }

    public static Decision EnterManualVotes(HallState state, HallCommand.EnterManualVotes c)
    {
        if (OnKeypads(state, c, c.Round, [RoundPhase.Open, RoundPhase.Closing, RoundPhase.Closed], out Round round) is Refusal refusal)
            return refusal;
        if (!round.IsMasked)
            return new Refusal.NotSecret();
        int places = round.Opening!.Electors.Count(elector => elector.Keypad.IsHandPlace);
        if (c.Votes.Participants < 0 || c.Votes.Participants > places)
            return new Refusal.ManualUnfit($"没有表决器的出席代表 {places} 人", $"{places} members are present without a keypad");
        if (c.Votes.Participants is > 0 and < ManualVotes.SecretMin)
            return new Refusal.ManualUnfit(
                $"无记名表决中不足{ManualVotes.SecretMin}人的合计会显出个人的表决，不能录入；请为其配备表决器，或者改用纸质票",
                $"in a secret round the sums of fewer than {ManualVotes.SecretMin} members would show how each voted; give them keypads, or vote on paper");
        if (HandCountShape.RowsProblem(round.Paper, c.Votes.Rows, withVoid: false) is (string what, string whatEnglish))
            return new Refusal.ManualUnfit(what, whatEnglish);
        if (!AddsUp(round.Paper, c.Votes))
            return new Refusal.ManualUnfit("每行票数之和须等于人数，所选不得超过应选名额", "each row adds up to those who voted, and nobody chooses more than there are seats");
        IReadOnlyList<string> names = RowNames.Of(round);
        ManualVotes votes = c.Votes with { Rows = [.. c.Votes.Rows.Select((row, i) => row with { Name = names[i] })] };
        // Two entries would show by their difference what one member changed or added.
        if (round.ByHand.Manual is { Votes: { Participants: > 0 } known })
            return known.Participants == votes.Participants && known.Rows.SequenceEqual(votes.Rows)
                ? Decision.Nothing
                : new Refusal.ManualUnfit("合计已经录入，不能更改；有误的，作废后重新表决", "the sums were entered and cannot change; if they are wrong, void and vote again");
        return new HallEvent.ManualVotesEntered(c.Stamp, c.Round, votes);
    }

    public static Decision EnterBallot(HallState state, HallCommand.EnterBallot c)
    {
        if (OnKeypads(state, c, c.Round, [RoundPhase.Open, RoundPhase.Closing], out Round round) is Refusal refusal)
            return refusal;
        if (round.Box is not BallotBox.Named named)
            return new Refusal.ModeMismatch();
        KeypadUid place = KeypadUid.HandPlace(c.Member);
        if (round.ElectorAt(place) is null)
            return round.Opening!.Electors.Any(elector => elector.Member == c.Member) ? new Refusal.HasKeypad(c.Member) : new Refusal.MemberUnknown(c.Member);
        if (BallotCheck.Problem(round.Paper, c.Marks, c.WriteIns) is string why)
            return new Refusal.ManualUnfit("表决内容不符合票样", why);
        NamedHolding? held = named.Ballots.GetValueOrDefault(place);
        PressId press = new((held?.Press.Value ?? 0) + 1);
        NamedHolding cast = new(press, Sealed: true, BallotCheck.Complete(round.Paper, c.Marks), c.WriteIns);
        return held is not null && held.SameContent(cast)
            ? Decision.Nothing
            : new Fact(new HallEvent.BallotCast(c.Stamp, c.Round, place, press), new PrivatePart.Named(c.Round, place, cast));
    }

    public static Decision EnterSlips(HallState state, HallCommand.EnterSlips c)
    {
        if (OnKeypads(state, c, c.Round, [RoundPhase.Counted], out Round round) is Refusal refusal)
            return refusal;
        if (!round.FiguresMayBeSeen)
            return new Refusal.ParticipationNotTyped();
        int marks = round.WriteInMarks;
        if (marks == 0)
            return new Refusal.NoSlips();
        IReadOnlyList<WriteInTally> names = HandCountShape.Ordered(c.Names.IsDefault ? [] : c.Names);
        if (HandCountShape.NamesProblem(names) is (string what, string whatEnglish))
            return new Refusal.CountUnfit(what, whatEnglish);
        int votes = names.Sum(one => one.For);
        if (votes > marks)
            return new Refusal.SlipsExceedMarks(votes, marks);
        bool own = round.ByHand.Slips.Any(slips => slips.Entered.By.Person == c.Issuer.Person);
        if (round.ByHand.SlipsAgree || (!own && round.ByHand.Slips.Count >= 2))
            return new Refusal.TwoPersonsEntered();
        HallEvent.SlipsEntered entered = new(c.Stamp, c.Round, names);
        return HandChanges.Apply(round.ByHand, entered).SlipsAgree
            ? CountEntrySteps.Together(entered, CountEntrySteps.Counted(c.Stamp, round, round.Counted!.Tally with { WriteIns = names }))
            : entered;
    }

    /// <summary>The station's sums and those of members without a keypad in one tally.</summary>
    internal static Tally With(Tally keypads, ManualVotes? manual) => manual is null or { Participants: 0 } ? keypads : keypads with
    {
        Participants = checked(keypads.Participants + manual.Participants),
        Rows = [.. keypads.Rows.Select((row, i) => Sum(row, manual.Rows[i]))],
        Manual = manual.Participants,
    };

    private static RowTally Sum(RowTally one, RowTally other) => one with
    {
        For = checked(one.For + other.For),
        Against = checked(one.Against + other.Against),
        Abstain = checked(one.Abstain + other.Abstain),
        WriteIn = checked(one.WriteIn + other.WriteIn),
    };

    private static bool AddsUp(BallotPaper paper, ManualVotes votes)
    {
        int row = 0;
        foreach (PaperGroup group in paper.Groups)
        {
            long chosen = 0;
            for (int i = 0; i < group.Rows.Count; i++, row++)
            {
                RowTally figures = votes.Rows[row];
                if (group.IsPickList ? figures.Marks > votes.Participants : figures.Marks != votes.Participants)
                    return false;
                chosen += figures.For + figures.WriteIn;
            }
            if (chosen > (long)group.MaxFor * votes.Participants || chosen < (long)group.MinFor * votes.Participants)
                return false;
        }
        return true;
    }

    private static Refusal? OnKeypads(HallState state, HallCommand c, RoundNo no, ReadOnlySpan<RoundPhase> phases, out Round round)
    {
        if (Guards.At(state, c, no, phases, out round) is Refusal refusal)
            return refusal;
        return round.Method == VotingMethod.Keypad ? null : new Refusal.ByHandOnly();
    }
}
