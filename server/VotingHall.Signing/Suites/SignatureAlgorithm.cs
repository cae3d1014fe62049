namespace VotingHall.Signing;

/// <summary>签名算法. Stored by <see cref="RecordSuite.NameOf"/>; which one counts is decided by the trust policy, never by the envelope. Source: record.md 0, 2.</summary>
public enum SignatureAlgorithm
{
    /// <summary>ECDSA P-256 with SHA-256, raw r‖s, low-s only.</summary>
    EcdsaP256Sha256 = 1,
    /// <summary>SM2 with SM3, raw r‖s, distinguishing id <c>1234567812345678</c>.</summary>
    Sm2Sm3 = 2,
}

/// <summary>杂凑算法.</summary>
public enum DigestAlgorithm
{
    Sha256 = 1,
    Sm3 = 2,
}
