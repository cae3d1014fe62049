using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Signing;

/// <summary>
/// 密码套件: closed list of what a hall signs and hashes with: <c>cn</c> SM2 with SM3, <c>intl</c> ECDSA P-256 with SHA-256,
/// <c>dual</c> both. With <c>dual</c> every signer signs twice and both signatures are required. Source: record.md 0.
/// </summary>
public sealed class RecordSuite
{
    public static readonly RecordSuite Cn = new("cn", 2, [SignatureAlgorithm.Sm2Sm3]);
    public static readonly RecordSuite Intl = new("intl", 1, [SignatureAlgorithm.EcdsaP256Sha256]);
    public static readonly RecordSuite Dual = new("dual", 3, [SignatureAlgorithm.EcdsaP256Sha256, SignatureAlgorithm.Sm2Sm3]);

    private RecordSuite(string name, byte code, IReadOnlyList<SignatureAlgorithm> algorithms)
    {
        Name = name;
        Code = code;
        Algorithms = algorithms;
    }

    public static IReadOnlyList<RecordSuite> All { get; } = [Cn, Intl, Dual];

    /// <summary>The word in payload and policy.</summary>
    public string Name { get; }

    /// <summary>The byte in a certificate code.</summary>
    public byte Code { get; }

    /// <summary>Required of every signer; the first is the principal one (it signs the certificate code, its hash names things).</summary>
    public IReadOnlyList<SignatureAlgorithm> Algorithms { get; }

    /// <summary>The hash of record identity, policy fingerprint and the log root of the checkpoint's third line.</summary>
    public DigestAlgorithm Digest => DigestOf(Algorithms[0]);

    /// <summary>All hashes a log of this suite keeps, the principal one first.</summary>
    public IReadOnlyList<DigestAlgorithm> Digests => [.. Algorithms.Select(DigestOf)];

    public override string ToString() => Name;

    public static bool TryParse(string? name, [NotNullWhen(true)] out RecordSuite? suite)
    {
        suite = All.FirstOrDefault(s => s.Name == name);
        return suite is not null;
    }

    /// <summary>The hash that belongs to an algorithm.</summary>
    public static DigestAlgorithm DigestOf(SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.EcdsaP256Sha256 => DigestAlgorithm.Sha256,
        SignatureAlgorithm.Sm2Sm3 => DigestAlgorithm.Sm3,
        _ => throw new InvalidOperationException("unknown algorithm"),
    };

    /// <summary>The stored name of an algorithm.</summary>
    public static string NameOf(SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.EcdsaP256Sha256 => "ecdsa-p256-sha256",
        SignatureAlgorithm.Sm2Sm3 => "sm2-sm3",
        _ => throw new InvalidOperationException("unknown algorithm"),
    };

    /// <summary>The algorithm of a stored name; false for any other text.</summary>
    public static bool TryAlgorithm(string? name, out SignatureAlgorithm algorithm)
    {
        algorithm = name == "sm2-sm3" ? SignatureAlgorithm.Sm2Sm3 : SignatureAlgorithm.EcdsaP256Sha256;
        return name == NameOf(algorithm);
    }
}
