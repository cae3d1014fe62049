using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using BouncyPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace VotingHall.Signing;

/// <summary>
/// 国密算法（BouncyCastle）: the only file that names the library. It keeps to SM2Signer, SM3Digest, SM4Engine and CCM, which are the same
/// source in Portable.BouncyCastle 1.8.10 and BouncyCastle.Cryptography 2.x; no foreign certificate is parsed here.
/// </summary>
internal sealed class BouncyNationalCrypto : INationalCrypto
{
    private const int ScalarSize = 32;
    private static readonly ECDomainParameters Domain = Sm2Domain();

    public byte[] Sm3(ReadOnlySpan<byte> bytes)
    {
        SM3Digest digest = new();
        byte[] input = bytes.ToArray();
        digest.BlockUpdate(input, 0, input.Length);
        byte[] result = new byte[digest.GetDigestSize()];
        digest.DoFinal(result, 0);
        return result;
    }

    public byte[] HmacSm3(ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes)
    {
        HMac mac = new(new SM3Digest());
        mac.Init(new KeyParameter(key.ToArray()));
        byte[] input = bytes.ToArray();
        mac.BlockUpdate(input, 0, input.Length);
        byte[] result = new byte[mac.GetMacSize()];
        mac.DoFinal(result, 0);
        return result;
    }

    public byte[] NewScalar()
    {
        while (true)
        {
            byte[] scalar = RandomNumberGenerator.GetBytes(ScalarSize);
            if (IsScalar(new BigInteger(1, scalar)))
                return scalar;
        }
    }

    public byte[] PointOf(ReadOnlySpan<byte> scalar)
    {
        BigInteger d = new(1, scalar.ToArray());
        if (scalar.Length != ScalarSize || !IsScalar(d))
            throw new CryptographicException("SM2 scalar out of range");
        return Domain.G.Multiply(d).Normalize().GetEncoded(compressed: false)[1..];
    }

    public bool IsOnCurve(ReadOnlySpan<byte> point) => TryPoint(point) is not null;

    public byte[] Sign(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> message)
    {
        SM2Signer signer = new(PlainDsaEncoding.Instance);
        ECPrivateKeyParameters key = new(new BigInteger(1, scalar.ToArray()), Domain);
        signer.Init(forSigning: true, new ParametersWithRandom(key, new SecureRandom()));
        byte[] input = message.ToArray();
        signer.BlockUpdate(input, 0, input.Length);
        return signer.GenerateSignature();
    }

    public bool Verify(ReadOnlySpan<byte> point, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        BouncyPoint? q = TryPoint(point);
        if (q is null || signature.Length != 2 * ScalarSize)
            return false;
        // PlainDsaEncoding refuses r or s outside the order with an exception; here that is simply a bad signature.
        if (!IsInOrder(signature[..ScalarSize]) || !IsInOrder(signature[ScalarSize..]))
            return false;
        SM2Signer signer = new(PlainDsaEncoding.Instance);
        signer.Init(forSigning: false, new ECPublicKeyParameters(q, Domain));
        byte[] input = message.ToArray();
        signer.BlockUpdate(input, 0, input.Length);
        return signer.VerifySignature(signature.ToArray());
    }

    public byte[] Sm4CcmSeal(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plaintext, int tagSize)
    {
        CcmBlockCipher cipher = Ccm(encrypt: true, key, nonce, associated, tagSize);
        return cipher.ProcessPacket(plaintext.ToArray(), 0, plaintext.Length);
    }

    public byte[]? Sm4CcmOpen(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> sealedBytes, int tagSize)
    {
        if (sealedBytes.Length < tagSize)
            return null;
        CcmBlockCipher cipher = Ccm(encrypt: false, key, nonce, associated, tagSize);
        try
        {
            return cipher.ProcessPacket(sealedBytes.ToArray(), 0, sealedBytes.Length);
        }
        catch (InvalidCipherTextException)
        {
            return null;
        }
    }

    private static CcmBlockCipher Ccm(
        bool encrypt, ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, int tagSize)
    {
        CcmBlockCipher cipher = new(new SM4Engine());
        KeyParameter parameter = new(key.ToArray());
        cipher.Init(encrypt, new AeadParameters(parameter, tagSize * 8, nonce.ToArray(), associated.ToArray()));
        return cipher;
    }

    private static ECDomainParameters Sm2Domain()
    {
        X9ECParameters curve = GMNamedCurves.GetByName("sm2p256v1");
        return new ECDomainParameters(curve.Curve, curve.G, curve.N, curve.H);
    }

    private static bool IsScalar(BigInteger d) => d.SignValue > 0 && d.CompareTo(Domain.N.Subtract(BigInteger.One)) < 0;

    private static bool IsInOrder(ReadOnlySpan<byte> bytes)
    {
        BigInteger value = new(1, bytes.ToArray());
        return value.SignValue > 0 && value.CompareTo(Domain.N) < 0;
    }

    private static BouncyPoint? TryPoint(ReadOnlySpan<byte> point)
    {
        if (point.Length != 2 * ScalarSize)
            return null;
        BigInteger x = new(1, point[..ScalarSize].ToArray());
        BigInteger y = new(1, point[ScalarSize..].ToArray());
        BigInteger p = Domain.Curve.Field.Characteristic;
        if (x.CompareTo(p) >= 0 || y.CompareTo(p) >= 0)
            return null;
        BouncyPoint q = Domain.Curve.CreatePoint(x, y);
        return q.IsValid() && !q.IsInfinity ? q : null;
    }
}
