namespace VotingHall.Core;

/// <summary>代表（组成人员）: a person who may vote in this meeting, with the seat and the keypad planned for them.</summary>
/// <param name="Id">代表号.</param>
/// <param name="Name">姓名, as printed.</param>
/// <param name="Seat">席位, unique in the hall.</param>
/// <param name="Keypad">表决器; null = no keypad planned (votes by hand only).</param>
public sealed record Member(MemberId Id, string Name, SeatNo Seat, KeypadUid? Keypad);
