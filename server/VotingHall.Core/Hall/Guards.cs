using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Core;

/// <summary>共同的检查: what many steps ask before anything else. Null = nothing against it.</summary>
internal static class Guards
{
    /// <summary>The person acted on what is on the screen now.</summary>
    public static Refusal? Fresh(HallCommand command, long changedAt) =>
        command.VersionSeen is long seen && seen < changedAt ? new Refusal.StaleVersion(seen, changedAt) : null;

    public static Refusal? Loaded(HallState state, [NotNull] out Meeting? meeting)
    {
        meeting = state.Meeting ?? Nowhere;
        return state.Meeting is null ? new Refusal.MeetingNotLoaded() : null;
    }

    /// <summary>The round exists, the screen was fresh, and its phase is one of those given.</summary>
    public static Refusal? At(HallState state, HallCommand command, RoundNo no, ReadOnlySpan<RoundPhase> phases, out Round round)
    {
        if (Exists(state, no, out round) is Refusal unknown)
            return unknown;
        if (Fresh(command, round.Version) is Refusal stale)
            return stale;
        return phases.Contains(round.Phase) ? null : new Refusal.PhaseWrong(round.Phase);
    }

    public static Refusal? Exists(HallState state, RoundNo no, out Round round)
    {
        bool known = state.Rounds.TryGetValue(no, out Round? found);
        round = found!;
        return known ? null : new Refusal.RoundUnknown(no);
    }

    public static Refusal? Digest(Octets digest) => digest.Length == 32 ? null : new Refusal.DigestWrong();

    // Never used after a refusal: callers return at once.
    private static readonly Meeting Nowhere = new(
        new("", ""), new("", "", 0, 0, "", ""), Body.Congress, "", new(0, CountBasis.InOffice), 0, "",
        ProfileRules.Default, Octets.Empty, "", [], [], []);
}
