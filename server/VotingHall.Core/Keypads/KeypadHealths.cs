namespace VotingHall.Core;

/// <summary>故障席位: which electors' keypads do not answer properly.</summary>
internal static class KeypadHealths
{
    /// <summary>Silent, faulty or never admitted, sorted. They count in 未按 and are listed apart. Source: design, settled questions 5.</summary>
    public static IReadOnlyList<KeypadUid> NotPresent(HallState state, IEnumerable<Elector> electors) =>
        [.. electors
            .Where(elector => !elector.Keypad.IsHandPlace && state.Keypads.GetValueOrDefault(elector.Keypad)?.Health != KeypadHealth.Present)
            .Select(elector => elector.Keypad)
            .Order()];
}
