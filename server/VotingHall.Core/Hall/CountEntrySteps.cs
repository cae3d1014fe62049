namespace VotingHall.Core;

/// <summary>
/// 计票录入步骤: two persons enter what was counted, each without the other's figures; equal entries are the count. Source: rules 4.4, 13, 14.
/// </summary>
internal static class CountEntrySteps
{
    private const int NoteMax = 400;

    public static Decision Enter(HallState state, HallCommand.EnterCount c)
    {
        if (ByHand(state, c, c.Round, [RoundPhase.Closed], out Round round) is Refusal refusal)
            return refusal;
        if (round.Method == VotingMethod.PaperBallot && round.ByHand.DeclaredValid is null)
            return new Refusal.ValidityNotDeclared();
        HandCount count = c.Count with { WriteIns = HandCountShape.Ordered(c.Count.WriteIns) };
        if (HandCountShape.Problem(round, count) is (string what, string whatEnglish))
            return new Refusal.CountUnfit(what, whatEnglish);
        IReadOnlyList<string> names = RowNames.Of(round);
        count = count with { Rows = [.. count.Rows.Select((row, i) => row with { Name = names[i] })] };
        EnteredCount? own = round.ByHand.Entries.FirstOrDefault(entry => entry.Entered.By.Person == c.Issuer.Person);
        if (own is null && round.ByHand.Entries.Count >= round.EntriesNeeded)
            return new Refusal.TwoPersonsEntered();
        if (own is not null && own.Count.Equals(count))
            return Decision.Nothing;
        HallEvent.CountEntered entered = new(c.Stamp, c.Round, count);
        Round after = round with { ByHand = HandChanges.Apply(round.ByHand, entered) };
        // A decision about missing marks was about the figures of that moment.
        return after.ByHand.AgreedCount(after.EntriesNeeded) is HandCount agreed && SumOf(after, agreed) != SumCheck.Unaccounted
            ? Together(entered, Counted(c.Stamp, after, agreed))
            : entered;
    }

    public static Decision DecideUnaccounted(HallState state, HallCommand.DecideUnaccounted c)
    {
        if (ByHand(state, c, c.Round, [RoundPhase.Closed], out Round round) is Refusal refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(c.Note))
            return new Refusal.NoteMissing();
        if (c.Note.Length > NoteMax)
            return new Refusal.LimitExceeded("note", NoteMax);
        if (round.ByHand.Entries.Count < round.EntriesNeeded)
            return new Refusal.NothingUnaccounted();
        if (round.ByHand.AgreedCount(round.EntriesNeeded) is not HandCount agreed)
            return new Refusal.CountsDiffer();
        return Together(new HallEvent.UnaccountedDecided(c.Stamp, c.Round, c.Note), Counted(c.Stamp, round, agreed));
    }

    public static Decision OrderRecount(HallState state, HallCommand.OrderRecount c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Closed, RoundPhase.Counted], out Round round) is Refusal refusal)
            return refusal;
        HallEvent.RecountOrdered ordered = new(c.Stamp, c.Round);
        if (round.Method != VotingMethod.Keypad)
            return round.ByHand.Entries.Count == 0 ? new Refusal.NothingToRecount() : ordered;
        // Of a vote on keypads only the slips can be counted again.
        if (round.ByHand.Slips.Count == 0 || round.Counted is not Counted counted)
            return new Refusal.NothingToRecount();
        return Together(ordered, Counted(c.Stamp, round, counted.Tally with { WriteIns = [] }));
    }

    public static Decision MergeNames(HallState state, HallCommand.MergeNames c)
    {
        if (Guards.At(state, c, c.Round, [RoundPhase.Counted], out Round round) is Refusal refusal)
            return refusal;
        Tally tally = round.Counted!.Tally;
        if (!round.FiguresMayBeSeen || tally.WriteIns.All(one => one.Name != c.From))
            return new Refusal.NameUnknown(c.From);
        bool listed = tally.Rows.Any(row => row.Name == c.Into);
        if (c.From == c.Into || (!listed && HandCountShape.NamesProblem([new WriteInTally(c.Into, 1)]) is not null))
            return new Refusal.NameUnknown(c.Into);
        HallEvent.NamesMerged merged = new(c.Stamp, c.Round, c.From, c.Into);
        NameMerge merge = new(new Step(c.At, c.Issuer), c.From, c.Into);
        return Together(merged, Counted(c.Stamp, round, tally with { WriteIns = HandTally.Merged(tally.WriteIns, [merge]) }));
    }

    /// <summary>The count of a round with a new tally; what was not attested stays so.</summary>
    internal static HallEvent.RoundCounted Counted(Stamp stamp, Round round, Tally tally) => new(
        stamp, round.No, tally, HandTally.Decide(round.Question, round.Paper, tally, round.Opening!.Context), round.Counted?.Unattested ?? 0);

    internal static Decision.Accepted Together(HallEvent first, HallEvent second) => new([new Fact(first, null), new Fact(second, null)]);

    private static HallEvent.RoundCounted Counted(Stamp stamp, Round round, HandCount count) =>
        Counted(stamp, round, HandTally.Of(round, count, round.ByHand.Merges));

    private static SumCheck SumOf(Round round, HandCount count) => HandFinding.Of(round.Paper, HandTally.Of(round, count, [])).Sum.Check;

    private static Refusal? ByHand(HallState state, HallCommand c, RoundNo no, ReadOnlySpan<RoundPhase> phases, out Round round)
    {
        if (Guards.At(state, c, no, phases, out round) is Refusal refusal)
            return refusal;
        return round.Method == VotingMethod.Keypad ? new Refusal.NotByHand() : null;
    }
}
