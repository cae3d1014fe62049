namespace VotingHall.Core;

/// <summary>手工环节的变化: what each entry does to the course of a round.</summary>
internal static class HandChanges
{
    public static RoundNo RoundOf(HallEvent e) => e switch
    {
        HallEvent.PapersIssued x => x.Round,
        HallEvent.PapersCollected x => x.Round,
        HallEvent.BallotDeclaredValid x => x.Round,
        HallEvent.CountEntered x => x.Round,
        HallEvent.UnaccountedDecided x => x.Round,
        HallEvent.NamesMerged x => x.Round,
        HallEvent.SlipsEntered x => x.Round,
        HallEvent.ManualVotesEntered x => x.Round,
        _ => throw new InvalidOperationException("not an entry by hand"),
    };

    /// <summary>Whoever enters again replaces the own entry.</summary>
    public static HandCourse Apply(HandCourse course, HallEvent e)
    {
        Step by = new(e.At, e.Stamp.By);
        return e switch
        {
            HallEvent.PapersIssued x => course with { Issued = new EnteredFigure(by, x.Papers, x.Note) },
            HallEvent.PapersCollected x => course with { Collected = new EnteredFigure(by, x.Papers, "") },
            HallEvent.BallotDeclaredValid => course with { DeclaredValid = by },
            HallEvent.CountEntered x => course with
            {
                Entries = [.. course.Entries.Where(entry => entry.Entered.By.Person != by.By.Person), new EnteredCount(by, x.Count)],
            },
            HallEvent.UnaccountedDecided x => course with { Unaccounted = new EnteredNote(by, x.Note) },
            HallEvent.NamesMerged x => course with { Merges = [.. course.Merges, new NameMerge(by, x.From, x.Into)] },
            HallEvent.SlipsEntered x => course with
            {
                Slips = [.. course.Slips.Where(slips => slips.Entered.By.Person != by.By.Person), new EnteredSlips(by, x.Names)],
            },
            HallEvent.ManualVotesEntered x => course with { Manual = new EnteredManual(by, x.Votes) },
            _ => throw new InvalidOperationException("not an entry by hand"),
        };
    }

    /// <summary>A ballot of a member without a keypad was keyed in by somebody.</summary>
    public static Round Cast(Round round, HallEvent.BallotCast e) =>
        !e.Uid.IsHandPlace || round.ByHand.BallotsBy.Any(step => step.By == e.Stamp.By) ? round : round with
        {
            ByHand = round.ByHand with { BallotsBy = [.. round.ByHand.BallotsBy, new Step(e.At, e.Stamp.By)] },
        };

    /// <summary>What was entered is dropped; papers go back to be counted, a vote on keypads keeps its marks.</summary>
    public static Round Recount(Round round)
    {
        HandCourse anew = round.ByHand with { Entries = [], Unaccounted = null, Merges = [], Slips = [] };
        return round.Method == VotingMethod.Keypad
            ? round with { ByHand = anew }
            : round with { ByHand = anew, Counted = null, Shown = null, Phase = RoundPhase.Closed };
    }
}
