using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Board;

/// <summary>计票录入的取法: what there is to enter now, and how far it is. A first entry is never in it.</summary>
internal static class HandDesks
{
    /// <summary>The desk of the round under way, or null where nothing is entered by hand.</summary>
    public static HandDesk? Of(HallState state)
    {
        if (state.CurrentRound is not { Opening: { } opening } round || StepOf(round) is not { } step)
            return null;
        HandCourse course = round.ByHand;
        bool slips = step == HandStep.Slips;
        bool open = step is HandStep.Differ or HandStep.Unaccounted;
        IReadOnlyList<string> by = slips ? [.. course.Slips.Select(one => one.Entered.By.Person)] : [.. course.Entries.Select(one => one.Entered.By.Person)];
        IReadOnlyList<HandEntry> entries = slips
            ? course.Slips.Count == 2 ? [.. course.Slips.Select(EntryOf)] : []
            : step == HandStep.Counted ? [Named(round.Counted!.Tally.WriteIns)]
            : open ? [.. course.Entries.Select(EntryOf)] : [];
        return new HandDesk(
            QuestionViews.Of(round), step, round.Method == VotingMethod.PaperBallot, opening.SignedIn, course.Issued?.Papers, course.Collected?.Papers,
            [.. round.Paper.Groups.SelectMany(group => group.Rows).Select(name => name.Length == 0 ? round.Question.Title : name)],
            slips || round.Paper.Groups.Any(group => group.WriteIns > 0), round.Paper.Groups.Sum(group => group.MaxFor), by, slips ? 2 : round.EntriesNeeded,
            entries, slips ? round.WriteInMarks : 0, opening.Electors.Count(elector => elector.Keypad.IsHandPlace));
    }

    /// <summary>How far a round on paper or by hands is; null for keypads and once it is counted.</summary>
    public static HandProgress? Progress(Round round) =>
        round.Method == VotingMethod.Keypad || round.Opening is not { } opening || StepOf(round) is not { } step || step == HandStep.Counted
            ? null
            : new HandProgress(
                step, round.Method == VotingMethod.PaperBallot, opening.SignedIn, round.ByHand.Issued?.Papers, round.ByHand.Collected?.Papers,
                round.ByHand.Entries.Count, round.EntriesNeeded);

    private static HandStep? StepOf(Round round)
    {
        if (round.Method == VotingMethod.Keypad)
            return BesideKeypads(round);
        bool onPaper = round.Method == VotingMethod.PaperBallot;
        return round.Phase switch
        {
            RoundPhase.Open => onPaper ? HandStep.Casting : HandStep.Raising,
            RoundPhase.Closed when onPaper && round.ByHand.Collected is null => HandStep.Collecting,
            RoundPhase.Closed when onPaper && round.ByHand.DeclaredValid is null => HandStep.Validity,
            RoundPhase.Closed when round.ByHand.Entries.Count < round.EntriesNeeded => HandStep.Counting,
            RoundPhase.Closed => round.ByHand.AgreedCount(round.EntriesNeeded) is null ? HandStep.Differ : HandStep.Unaccounted,
            RoundPhase.Counted when round.Counted!.Tally.WriteIns.Count > 0 => HandStep.Counted,
            _ => null,
        };
    }

    private static HandStep? BesideKeypads(Round round) => round.Phase switch
    {
        RoundPhase.Open when round.IsMasked && round.Opening!.Electors.Count(elector => elector.Keypad.IsHandPlace) >= ManualVotes.SecretMin => HandStep.Manual,
        RoundPhase.Counted when round.FiguresMayBeSeen && round.SlipsDue => HandStep.Slips,
        RoundPhase.Counted when round.FiguresMayBeSeen && round.Counted!.Tally.WriteIns.Count > 0 && round.ByHand.SlipsAgree => HandStep.Counted,
        _ => null,
    };

    private static HandEntry EntryOf(EnteredCount entered)
    {
        InvalidPapers invalid = entered.Count.Invalid;
        return new HandEntry(
            entered.Entered.By.Person, entered.Count.Valid, invalid.OverVote, invalid.Illegible, invalid.NotOfficial, invalid.Torn, invalid.Other,
            [.. entered.Count.Rows.Select(row => new HandRow(row.For, row.Against, row.Abstain, row.Void))], Names(entered.Count.WriteIns));
    }

    private static HandEntry EntryOf(EnteredSlips slips) => Named(slips.Names) with { Person = slips.Entered.By.Person };

    private static HandEntry Named(IReadOnlyList<WriteInTally> names) => new("", 0, 0, 0, 0, 0, 0, [], Names(names));

    private static IReadOnlyList<HandName> Names(IReadOnlyList<WriteInTally> names) => [.. names.Select(one => new HandName(one.Name, one.For))];
}
