using System.Collections.Immutable;

namespace VotingHall.Core;

/// <summary>
/// 按键步骤: what a keypad said becomes a ballot held. Older or repeated presses change nothing; delivery is at least once, effect is once.
/// Source: protocol 7.1 rules 2 and 7.
/// </summary>
internal static class PressSteps
{
    private const int MaskedBytesMax = 4096;

    public static Decision CastNamed(HallState state, HallCommand.CastNamed c)
    {
        if (Pressable(state, c.Round, c.Uid, c.Press, RoundMode.Named, out Round round) is Refusal refusal)
            return refusal;
        if (BallotCheck.Problem(round.Paper, c.Marks, c.WriteIns) is string why)
            return new Refusal.BallotInvalid(why);
        NamedHolding cast = new(c.Press, c.Sealed, BallotCheck.Complete(round.Paper, c.Marks), c.WriteIns);
        NamedHolding? held = ((BallotBox.Named)round.Box).Ballots.GetValueOrDefault(c.Uid);
        if (held is not null && held.Press == c.Press)
        {
            if (!held.SameContent(cast))
                return new Refusal.PressConflict(c.Uid);
            return held.Sealed || !cast.Sealed
                ? Decision.Nothing
                : new Fact(new HallEvent.BallotSealed(c.Stamp, c.Round), new PrivatePart.Named(c.Round, c.Uid, cast));
        }
        return Replaces(round, held?.Press, c.Press)
            ? new Fact(new HallEvent.BallotCast(c.Stamp, c.Round, c.Uid, c.Press), new PrivatePart.Named(c.Round, c.Uid, cast))
            : Decision.Nothing;
    }

    public static Decision CastMasked(HallState state, HallCommand.CastMasked c)
    {
        if (Pressable(state, c.Round, c.Uid, c.Press, RoundMode.Secret, out Round round) is Refusal refusal)
            return refusal;
        if (c.Words.Length is 0 or > MaskedBytesMax)
            return new Refusal.BallotInvalid("length");
        MaskedHolding cast = new(c.Press, c.Sealed, c.Words);
        MaskedHolding? held = ((BallotBox.Masked)round.Box).Ballots.GetValueOrDefault(c.Uid);
        if (held is not null && held.Press == c.Press)
        {
            if (!held.Words.Equals(cast.Words))
                return new Refusal.PressConflict(c.Uid);
            return held.Sealed || !cast.Sealed
                ? Decision.Nothing
                : new Fact(new HallEvent.BallotSealed(c.Stamp, c.Round), new PrivatePart.Masked(c.Round, c.Uid, cast));
        }
        return Replaces(round, held?.Press, c.Press)
            ? new Fact(new HallEvent.MaskedBallotHeld(c.Stamp, c.Round), new PrivatePart.Masked(c.Round, c.Uid, cast))
            : Decision.Nothing;
    }

    public static Decision SignIn(HallState state, HallCommand.PressSignIn c)
    {
        if (Pressable(state, c.Round, c.Uid, c.Press, RoundMode.SignIn, out Round round) is Refusal refusal)
            return refusal;
        // Signed in stays signed in; a later press is held so that the keypad's lamp can be answered.
        return round.Box.PressOf(c.Uid) is PressId held && held.CompareTo(c.Press) >= 0
            ? Decision.Nothing
            : new HallEvent.MemberSignedIn(c.Stamp, c.Round, c.Uid, c.Press);
    }

    public static Decision SealBatch(HallState state, HallCommand.SealBatch c)
    {
        // Any phase after opening: the ballots are held already, and their root must reach the log even if the same turn closed the round.
        if (Guards.Exists(state, c.Round, out Round round) is Refusal refusal)
            return refusal;
        if (!round.IsMasked)
            return new Refusal.NotSecret();
        if (round.Opening is null)
            return new Refusal.PhaseWrong(round.Phase);
        return Guards.Digest(c.SaltedRoot) is Refusal wrong ? wrong : new HallEvent.BallotsBatched(c.Stamp, c.Round, c.SaltedRoot);
    }

    private static Refusal? Pressable(HallState state, RoundNo no, KeypadUid uid, PressId press, RoundMode mode, out Round round)
    {
        if (Guards.Exists(state, no, out round) is Refusal unknown)
            return unknown;
        if (!state.Keypads.ContainsKey(uid))
            return new Refusal.KeypadUnknown(uid);
        if (round.Mode != mode || round.Method != VotingMethod.Keypad)
            return new Refusal.ModeMismatch();
        if (round.Phase is not (RoundPhase.Open or RoundPhase.Closing))
            return new Refusal.RoundNotOpen();
        if (press.Value == 0)
            return new Refusal.BallotInvalid("press 0");
        return round.ElectorAt(uid) is null ? new Refusal.NotEligible(uid) : null;
    }

    /// <summary>Last press counts: the higher S. First press locks: the lowest S of the round. Source: protocol 7.1 rules 2 and 7.</summary>
    private static bool Replaces(Round round, PressId? held, PressId press)
    {
        if (held is not PressId known)
            return true;
        return round.Opening!.Context.Rules.Keypad.PressRule switch
        {
            PressRule.Last => press.CompareTo(known) > 0,
            PressRule.First => press.CompareTo(known) < 0,
            _ => throw new InvalidOperationException("unknown press rule"),
        };
    }
}
