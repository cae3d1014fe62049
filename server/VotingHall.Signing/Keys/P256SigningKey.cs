using System.Security.Cryptography;

namespace VotingHall.Signing;

/// <summary>P-256 私钥 held in process memory; for halls without tokens, rehearsal and tests. One signature at a time.</summary>
internal sealed class P256SigningKey : ISigningKey, IDisposable
{
    private readonly ECDsa _ecdsa;
    private readonly Lock _gate = new();

    public P256SigningKey(ECDsa ecdsa)
    {
        _ecdsa = ecdsa;
        ECPoint q = ecdsa.ExportParameters(includePrivateParameters: false).Q;
        Public = VerifyingKey.FromPoint(SignatureAlgorithm.EcdsaP256Sha256, [.. q.X!, .. q.Y!]);
    }

    public VerifyingKey Public { get; }

    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        lock (_gate)
            return P256.ToLowS(_ecdsa.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    public void Dispose() => _ecdsa.Dispose();
}
