namespace VotingHall.Link;

/// <summary>票样描述: what is to be laid out as paper bytes; texts still as characters. Source: protocol 5.2.</summary>
/// <param name="CastsAtOnce">A vote key casts without 确认; single row only.</param>
/// <param name="SecretAllowed">The paper may be used in a secret round (no write-in names then).</param>
/// <param name="Trial">The keypad shows the mark of a trial vote.</param>
/// <param name="LaneBits">12 (up to 4,095 eligible) or 16.</param>
public sealed record PaperLayout(
    string Title, bool CastsAtOnce, bool SecretAllowed, bool Trial, byte LaneBits, IReadOnlyList<PaperGroupLayout> Groups);

/// <summary>票样分组描述.</summary>
/// <param name="Rows">Row texts in ballot order.</param>
/// <param name="Options">Option texts in key order, 1 to 5.</param>
/// <param name="Unmarked">Option taken for an unmarked row; <see cref="PaperGroupForm.None"/> or <see cref="PaperGroupForm.Refused"/>.</param>
/// <param name="LimitMask">Bit o-1 = option o counts towards the limits; bit 0 always set.</param>
public sealed record PaperGroupLayout(
    IReadOnlyList<string> Rows, IReadOnlyList<string> Options, byte Unmarked, ushort MinFor, ushort MaxFor, byte WriteIns, byte LimitMask = 1);
