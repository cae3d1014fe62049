namespace VotingHall.Core;

/// <summary>表决器: an admitted keypad, where it hangs and whether it answers.</summary>
/// <param name="Line">线路 name.</param>
/// <param name="Slot">Slot on the line, 1 to 250.</param>
/// <param name="Boot">Its restart counter; lower than known = clone alarm. Source: protocol 12.</param>
public sealed record Keypad(KeypadUid Uid, string Line, int Slot, uint Boot, KeypadHealth Health);

/// <summary>表决器状态. Stored by name.</summary>
public enum KeypadHealth
{
    Present = 1,
    /// <summary>No answer for several sweeps.</summary>
    Silent = 2,
    /// <summary>Answers, but reports a fault.</summary>
    Faulty = 3,
}
