using VotingHall.Core;

namespace VotingHall.Server.Loop;

/// <summary>已签名的记录: the file's bytes and what the paper and the archive need beside them.</summary>
/// <param name="Code">Characters of the certificate's QR code.</param>
public sealed record SignedRecord(RoundNo Round, byte[] Envelope, byte[] Identity, string Code);

/// <summary>日志证明: the file that lies beside a record.</summary>
public sealed record RecordProof(RoundNo Round, byte[] Bytes);
