namespace VotingHall.Core;

/// <summary>表决器步骤: bus epoch, meeting keys, admission, health, spare keypads.</summary>
internal static class KeypadSteps
{
    private const int SlotMax = 250;
    private const int LineNameMax = 64;
    private const int NoncesMax = 4;

    public static Decision RaiseEpoch(HallState state, HallCommand.RaiseEpoch c) =>
        c.Epoch > state.Epoch ? new HallEvent.EpochRaised(c.Stamp, c.Epoch) : new Refusal.EpochNotRaised(state.Epoch);

    public static Decision BeginMeetingKeys(HallState state, HallCommand.BeginMeetingKeys c)
    {
        if (Guards.Loaded(state, out _) is Refusal missing)
            return missing;
        if (Guards.Digest(c.MeetingDigest) is Refusal wrong)
            return wrong;
        if (c.Nonces.Length > NoncesMax)
            return new Refusal.LimitExceeded("nonces", NoncesMax);
        // Keys bind every round's ctx: a round under way keeps the ones it began with.
        if (state.CurrentRound is Round current)
            return new Refusal.RoundNotFinished(current.No);
        return new HallEvent.MeetingKeysBegun(c.Stamp, c.MeetingDigest, c.Nonces);
    }

    public static Decision Register(HallState state, HallCommand.RegisterKeypad c)
    {
        if (c.Uid.Value == 0 || c.Uid.IsHandPlace)
            return new Refusal.KeypadUnknown(c.Uid);
        if (c.Slot is < 1 or > SlotMax)
            return new Refusal.LimitExceeded("slot", SlotMax);
        if (c.Line.Length is 0 or > LineNameMax)
            return new Refusal.LimitExceeded("line name", LineNameMax);
        Keypad? known = state.Keypads.GetValueOrDefault(c.Uid);
        if (known is null && state.Keypads.Count >= MeetingCheck.MembersMax * 2)
            return new Refusal.LimitExceeded("keypads", MeetingCheck.MembersMax * 2);
        if (known is not null && c.Boot < known.Boot)
            return new Refusal.KeypadClone(c.Uid);
        if (state.Keypads.Values.Any(other => other.Uid != c.Uid && other.Line == c.Line && other.Slot == c.Slot
            && other.Health == KeypadHealth.Present))
            return new Refusal.SlotTaken(c.Line, c.Slot);
        if (known == new Keypad(c.Uid, c.Line, c.Slot, c.Boot, KeypadHealth.Present))
            return Decision.Nothing;
        return new HallEvent.KeypadRegistered(c.Stamp, c.Uid, c.Line, c.Slot, c.Boot);
    }

    public static Decision Report(HallState state, HallCommand.ReportKeypad c)
    {
        if (!state.Keypads.TryGetValue(c.Uid, out Keypad? keypad) || !Enum.IsDefined(c.Health))
            return new Refusal.KeypadUnknown(c.Uid);
        return keypad.Health == c.Health ? Decision.Nothing : new HallEvent.KeypadReported(c.Stamp, c.Uid, c.Health);
    }

    public static Decision Bind(HallState state, HallCommand.BindKeypad c)
    {
        if (Guards.Loaded(state, out Meeting? meeting) is Refusal missing)
            return missing;
        if (Guards.Fresh(c, state.SittingVersion) is Refusal stale)
            return stale;
        if (meeting.Members.All(member => member.Id != c.Member))
            return new Refusal.MemberUnknown(c.Member);
        if (!state.Keypads.ContainsKey(c.Uid))
            return new Refusal.KeypadUnknown(c.Uid);
        if (state.Bindings.TryGetValue(c.Member, out KeypadUid bound) && bound == c.Uid)
            return Decision.Nothing;
        if (state.Bindings.Any(binding => binding.Value == c.Uid))
            return new Refusal.KeypadTaken(c.Uid);
        // While a round is open its electors are frozen: a spare helps from the next round on.
        if (state.CurrentRound is { Phase: RoundPhase.Open or RoundPhase.Closing } current)
            return new Refusal.RoundNotFinished(current.No);
        return new HallEvent.KeypadBound(c.Stamp, c.Member, c.Uid);
    }
}
