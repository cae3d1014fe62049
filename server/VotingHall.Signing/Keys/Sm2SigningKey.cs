namespace VotingHall.Signing;

/// <summary>SM2 私钥 held in process memory; for halls without tokens, rehearsal and tests.</summary>
internal sealed class Sm2SigningKey(byte[] scalar) : ISigningKey
{
    private readonly byte[] _scalar = scalar;

    public VerifyingKey Public { get; } = VerifyingKey.FromPoint(SignatureAlgorithm.Sm2Sm3, NationalCrypto.Current.PointOf(scalar));

    public byte[] Sign(ReadOnlySpan<byte> message) => NationalCrypto.Current.Sign(_scalar, message);
}
