using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;

namespace VotingHall.Signing;

/// <summary>
/// 密钥文件: makes keys and keeps them as PKCS#8 in PEM, readable by their owner alone (mode 600). OpenSSL reads and writes the same files.
/// </summary>
public static class SigningKeys
{
    private const string Label = "PRIVATE KEY";
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const string P256Curve = "1.2.840.10045.3.1.7";
    private const string Sm2Curve = "1.2.156.10197.1.301";

    /// <summary>A new key from the operating system's randomness.</summary>
    public static ISigningKey Generate(SignatureAlgorithm algorithm)
    {
        byte[] pkcs8 = NewPkcs8(algorithm);
        return TryRead(pkcs8, out ISigningKey? key) ? key : throw new CryptographicException("a new key cannot be read back");
    }

    /// <summary>A new key, stored at <paramref name="path"/> before it is used; an existing file is never overwritten (IOException).</summary>
    public static ISigningKey Generate(SignatureAlgorithm algorithm, string path)
    {
        byte[] pkcs8 = NewPkcs8(algorithm);
        char[] pem = PemEncoding.Write(Label, pkcs8);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (FileStream file = new(path, options))
        {
            using StreamWriter writer = new(file);
            writer.Write(pem);
            writer.Write('\n');
            writer.Flush();
            file.Flush(flushToDisk: true);
        }
        Array.Clear(pem);
        ISigningKey key = TryRead(pkcs8, out ISigningKey? made) ? made : throw new CryptographicException("a new key cannot be read back");
        CryptographicOperations.ZeroMemory(pkcs8);
        return key;
    }

    /// <summary>Reads a PEM file made here or by OpenSSL (<c>genpkey</c>); false when it holds no such key. A missing file throws IOException.</summary>
    public static bool TryLoad(string path, [NotNullWhen(true)] out ISigningKey? key)
    {
        key = null;
        string text = File.ReadAllText(path);
        if (!PemEncoding.TryFind(text, out PemFields fields) || text[fields.Label] != Label)
            return false;
        byte[] der = new byte[fields.DecodedDataLength];
        bool good = Convert.TryFromBase64Chars(text.AsSpan(fields.Base64Data), der, out int written) && TryRead(der.AsSpan(0, written).ToArray(), out key);
        CryptographicOperations.ZeroMemory(der);
        return good;
    }

    private static byte[] NewPkcs8(SignatureAlgorithm algorithm)
    {
        if (algorithm == SignatureAlgorithm.EcdsaP256Sha256)
        {
            using ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return ecdsa.ExportPkcs8PrivateKey();
        }
        byte[] scalar = NationalCrypto.Current.NewScalar();
        return Sm2Pkcs8(scalar, NationalCrypto.Current.PointOf(scalar));
    }

    private static bool TryRead(byte[] pkcs8, [NotNullWhen(true)] out ISigningKey? key)
    {
        key = null;
        try
        {
            AsnReader info = new AsnReader(pkcs8, AsnEncodingRules.DER).ReadSequence();
            info.ReadInteger();
            AsnReader identifier = info.ReadSequence();
            string algorithm = identifier.ReadObjectIdentifier();
            string curve = identifier.ReadObjectIdentifier();
            if (algorithm != EcPublicKey || (curve != P256Curve && curve != Sm2Curve))
                return false;
            AsnReader inner = new AsnReader(info.ReadOctetString(), AsnEncodingRules.DER).ReadSequence();
            inner.ReadInteger();
            byte[] scalar = inner.ReadOctetString();
            if (scalar.Length != 32)
                return false;
            key = curve == Sm2Curve ? new Sm2SigningKey(scalar) : P256FromPkcs8(pkcs8);
            return true;
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    private static P256SigningKey P256FromPkcs8(byte[] pkcs8)
    {
        ECDsa ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportPkcs8PrivateKey(pkcs8, out _);
            return new P256SigningKey(ecdsa);
        }
        catch (CryptographicException)
        {
            ecdsa.Dispose();
            throw;
        }
    }

    private static byte[] Sm2Pkcs8(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> point)
    {
        AsnWriter key = new(AsnEncodingRules.DER);
        using (key.PushSequence())
        {
            key.WriteInteger(1);
            key.WriteOctetString(scalar);
            using (key.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1, isConstructed: true)))
                key.WriteBitString([4, .. point]);
        }
        AsnWriter info = new(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            info.WriteInteger(0);
            using (info.PushSequence())
            {
                info.WriteObjectIdentifier(EcPublicKey);
                info.WriteObjectIdentifier(Sm2Curve);
            }
            info.WriteOctetString(key.Encode());
        }
        return info.Encode();
    }
}
