namespace VotingHall.Core;

/// <summary>纸质票步骤: issued, collected, and whether the ballot is valid. Source: EL44; rules 4.4, 14.</summary>
internal static class PaperSteps
{
    private const int NoteMax = 400;

    public static Decision EnterIssued(HallState state, HallCommand.EnterIssued c)
    {
        if (OnPaper(state, c, c.Round, RoundPhase.Open, out Round round) is Refusal refusal)
            return refusal;
        if (c.Papers is < 0 or > HandCountShape.FigureMax)
            return new Refusal.FigureOutOfRange(HandCountShape.FigureMax);
        if (c.Note.Length > NoteMax)
            return new Refusal.LimitExceeded("note", NoteMax);
        int present = round.Opening!.SignedIn;
        if (c.Papers > present && string.IsNullOrWhiteSpace(c.Note))
            return new Refusal.IssuedAbovePresent(c.Papers, present);
        return new HallEvent.PapersIssued(c.Stamp, c.Round, c.Papers, c.Note);
    }

    public static Decision EnterCollected(HallState state, HallCommand.EnterCollected c)
    {
        if (OnPaper(state, c, c.Round, RoundPhase.Closed, out Round round) is Refusal refusal)
            return refusal;
        if (round.ByHand.DeclaredValid is not null)
            return new Refusal.ValidityDeclared();
        return c.Papers is < 0 or > HandCountShape.FigureMax
            ? new Refusal.FigureOutOfRange(HandCountShape.FigureMax)
            : new HallEvent.PapersCollected(c.Stamp, c.Round, c.Papers);
    }

    /// <summary>收回多于发出: the whole ballot is void, 重新投票.</summary>
    public static Decision DeclareValidity(HallState state, HallCommand.DeclareValidity c)
    {
        if (OnPaper(state, c, c.Round, RoundPhase.Closed, out Round round) is Refusal refusal)
            return refusal;
        if (round.ByHand.Collected is not EnteredFigure collected)
            return new Refusal.CollectedNotEntered();
        if (round.ByHand.DeclaredValid is not null)
            return new Refusal.ValidityDeclared();
        int issued = round.ByHand.Issued!.Papers;
        if (PaperCount.CollectedAtMostIssued(issued, collected.Papers) != c.Valid)
            return new Refusal.ValidityWrong(issued, collected.Papers);
        return c.Valid
            ? new HallEvent.BallotDeclaredValid(c.Stamp, c.Round)
            : new HallEvent.RoundVoided(c.Stamp, c.Round, VoidReason.MoreCollectedThanIssued, $"发出{issued}张，收回{collected.Papers}张");
    }

    private static Refusal? OnPaper(HallState state, HallCommand c, RoundNo no, RoundPhase phase, out Round round)
    {
        if (Guards.At(state, c, no, [phase], out round) is Refusal refusal)
            return refusal;
        return round.Method == VotingMethod.PaperBallot ? null : new Refusal.NotOnPaper();
    }
}
