namespace VotingHall.Signing;

/// <summary>
/// 签名私钥: one private key in use, in a file here or behind a token elsewhere. A failing device is a fault and throws
/// <see cref="System.Security.Cryptography.CryptographicException"/>; no implementation shows the key in <c>ToString</c>.
/// </summary>
public interface ISigningKey
{
    /// <summary>The public half.</summary>
    VerifyingKey Public { get; }

    string KeyId => Public.KeyId;

    SignatureAlgorithm Algorithm => Public.Algorithm;

    /// <summary>Signs the message itself (not its hash): raw r‖s, 64 bytes.</summary>
    byte[] Sign(ReadOnlySpan<byte> message);
}
