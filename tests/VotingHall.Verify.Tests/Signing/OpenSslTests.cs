using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using VotingHall.Signing;
using Xunit;

namespace VotingHall.Verify.Tests;

/// <summary>Both algorithms in both directions against OpenSSL: signatures, keys and hashes mean the same to somebody else's code.</summary>
public sealed class OpenSslTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("votinghall-openssl-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(SignatureAlgorithm.Sm2Sm3)]
    [InlineData(SignatureAlgorithm.EcdsaP256Sha256)]
    public void What_we_sign_openssl_verifies(SignatureAlgorithm algorithm)
    {
        ISigningKey key = SigningKeys.Generate(algorithm);
        byte[] message = Encoding.UTF8.GetBytes("赞成 271，反对 2，弃权 1");
        WriteKey(key.Public);
        File.WriteAllBytes(At("message"), message);
        File.WriteAllBytes(At("signature"), ToDer(key.Sign(message)));
        Assert.Equal(0, Verify(algorithm).Exit);
        message[0] ^= 1;
        File.WriteAllBytes(At("message"), message);
        Assert.NotEqual(0, Verify(algorithm).Exit);
    }

    [Theory]
    [InlineData(SignatureAlgorithm.Sm2Sm3)]
    [InlineData(SignatureAlgorithm.EcdsaP256Sha256)]
    public void What_openssl_signs_with_our_key_file_we_verify(SignatureAlgorithm algorithm)
    {
        ISigningKey key = SigningKeys.Generate(algorithm, At("key.pem"));
        byte[] message = Encoding.UTF8.GetBytes("应到 300，实到 287");
        File.WriteAllBytes(At("message"), message);
        (int exit, string output) = Sign(algorithm);
        Assert.True(exit == 0, output);
        byte[] signature = FromDer(File.ReadAllBytes(At("signature")), algorithm);
        Assert.True(key.Public.Verify(message, signature));
        message[3] ^= 4;
        Assert.False(key.Public.Verify(message, signature));
    }

    [Theory]
    [InlineData(SignatureAlgorithm.Sm2Sm3, "SM2")]
    [InlineData(SignatureAlgorithm.EcdsaP256Sha256, "P-256")]
    public void A_key_made_by_openssl_is_read_with_the_same_public_half(SignatureAlgorithm algorithm, string curve)
    {
        string[] options = algorithm == SignatureAlgorithm.Sm2Sm3
            ? ["genpkey", "-algorithm", "SM2", "-out", "key.pem"]
            : ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + curve, "-out", "key.pem"];
        Assert.Equal(0, OpenSsl.Run(_directory, options).Exit);
        Assert.True(SigningKeys.TryLoad(At("key.pem"), out ISigningKey? key));
        Assert.Equal(algorithm, key.Algorithm);
        Assert.Equal(0, OpenSsl.Run(_directory, "pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "public.der").Exit);
        Assert.True(VerifyingKey.TryRead(File.ReadAllBytes(At("public.der")), out VerifyingKey? theirs));
        Assert.Equal(theirs.KeyId, key.KeyId);
    }

    [Fact]
    public void Key_files_are_readable_by_their_owner_alone_and_never_overwritten()
    {
        SigningKeys.Generate(SignatureAlgorithm.Sm2Sm3, At("once.pem"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("once.pem")));
        Assert.Throws<IOException>(() => SigningKeys.Generate(SignatureAlgorithm.Sm2Sm3, At("once.pem")));
        File.WriteAllText(At("not.pem"), "-----BEGIN PRIVATE KEY-----\nMAMCAQA=\n-----END PRIVATE KEY-----\n");
        Assert.False(SigningKeys.TryLoad(At("not.pem"), out _));
    }

    [Fact]
    public void Sm3_is_openssl_s()
    {
        foreach (int size in new[] { 0, 1, 55, 56, 63, 64, 65, 1000 })
        {
            byte[] bytes = [.. Enumerable.Range(0, size).Select(i => (byte)(i * 7 % 256))];
            File.WriteAllBytes(At("bytes"), bytes);
            (_, string output) = OpenSsl.Run(_directory, "dgst", "-sm3", "-r", "bytes");
            Assert.Equal(output.Split(' ')[0], Convert.ToHexStringLower(Digest.Compute(DigestAlgorithm.Sm3, bytes)));
        }
    }

    private (int Exit, string Output) Verify(SignatureAlgorithm algorithm) => algorithm == SignatureAlgorithm.Sm2Sm3
        ? OpenSsl.Run(_directory, "dgst", "-sm3", "-verify", "public.pem", "-sigopt", "distid:1234567812345678", "-signature", "signature", "message")
        : OpenSsl.Run(_directory, "dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "message");

    private (int Exit, string Output) Sign(SignatureAlgorithm algorithm) => algorithm == SignatureAlgorithm.Sm2Sm3
        ? OpenSsl.Run(_directory, "dgst", "-sm3", "-sign", "key.pem", "-sigopt", "distid:1234567812345678", "-out", "signature", "message")
        : OpenSsl.Run(_directory, "dgst", "-sha256", "-sign", "key.pem", "-out", "signature", "message");

    private void WriteKey(VerifyingKey key) => File.WriteAllText(At("public.pem"), PemEncoding.WriteString("PUBLIC KEY", key.Spki));

    private string At(string name) => Path.Combine(_directory, name);

    private static byte[] ToDer(byte[] raw)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(raw.AsSpan(0, 32), isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(raw.AsSpan(32), isUnsigned: true, isBigEndian: true));
        }
        return writer.Encode();
    }

    /// <summary>OpenSSL does not keep to low-s; whoever brings such a signature in has to turn it.</summary>
    private static byte[] FromDer(byte[] der, SignatureAlgorithm algorithm)
    {
        AsnReader reader = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        BigInteger r = reader.ReadInteger(), s = reader.ReadInteger();
        if (algorithm == SignatureAlgorithm.EcdsaP256Sha256 && s > SignatureTests.P256Order / 2)
            s = SignatureTests.P256Order - s;
        return SignatureTests.Raw(r, s);
    }
}
