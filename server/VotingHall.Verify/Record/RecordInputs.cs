namespace VotingHall.Verify;

/// <summary>核对输入: bytes already read. Null means not given.</summary>
/// <param name="PolicyPinned">The policy was named on the command line, not found beside the record.</param>
public sealed record RecordInputs(byte[] Record, byte[]? Policy, bool PolicyPinned, byte[]? Proof, byte[]? Journal, string? Qr);
