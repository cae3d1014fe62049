using System.Diagnostics.CodeAnalysis;
using VotingHall.Core;

namespace VotingHall.Signing;

/// <summary>签名角色. Source: record.md 4.</summary>
public enum SignerRole
{
    /// <summary>系统 (hall server; also signs the log).</summary>
    System = 1,
    /// <summary>监票端 (also witness of the log).</summary>
    Station = 2,
    /// <summary>总监票人.</summary>
    ChiefScrutineer = 3,
    /// <summary>监票人.</summary>
    Scrutineer = 4,
    /// <summary>秘书处.</summary>
    Secretariat = 5,
}

/// <summary>策略中的公钥: one key of one person (or machine) in one role.</summary>
/// <param name="Person">Who holds it; one person's two algorithms count once.</param>
/// <param name="From">First instant at which a record may bear its signature.</param>
/// <param name="To">Last such instant.</param>
public sealed record PolicyKey(string Person, SignerRole Role, VerifyingKey Key, Instant From, Instant To)
{
    public bool IsValidAt(Instant instant) => From.CompareTo(instant) <= 0 && instant.CompareTo(To) <= 0;
}

/// <summary>签名人数要求: in records of <paramref name="Mode"/> (recorded, secret) at least <paramref name="Count"/> distinct persons of the role.</summary>
public sealed record SignerThreshold(string Mode, SignerRole Role, int Count);

/// <summary>
/// 信任策略: which keys, roles and algorithms make a record of this hall valid. The verifier takes them from here, never from the envelope.
/// Written at installation; its fingerprint is printed and each record holds its digest. Source: record.md 4.
/// </summary>
public sealed class TrustPolicy
{
    private TrustPolicy(
        RecordSuite suite, string hall, string origin, bool rehearsal, IReadOnlyList<PolicyKey> keys, IReadOnlyList<SignerThreshold> thresholds)
    {
        Suite = suite;
        Hall = hall;
        Origin = origin;
        IsRehearsal = rehearsal;
        Keys = keys;
        Thresholds = thresholds;
        Digest = Signing.Digest.Compute(suite, Write());
    }

    public RecordSuite Suite { get; }

    /// <summary>Id of the hall whose records this judges.</summary>
    public string Hall { get; }

    /// <summary>Origin line of the hall's log.</summary>
    public string Origin { get; }

    /// <summary>演练: keys made without ceremony; nothing signed under it is evidence.</summary>
    public bool IsRehearsal { get; }

    /// <summary>Sorted by key id.</summary>
    public IReadOnlyList<PolicyKey> Keys { get; }

    /// <summary>Sorted by mode, then role.</summary>
    public IReadOnlyList<SignerThreshold> Thresholds { get; }

    /// <summary>Hash of the file; its text form is the record's <c>policy</c>.</summary>
    public byte[] Digest { get; }

    /// <summary>指纹 as printed and read out: 64 hex digits in groups of four.</summary>
    public string Fingerprint => string.Join(' ', Convert.ToHexStringLower(Digest).Chunk(4).Select(group => new string(group)));

    /// <summary>The digest in the record's field <c>policy</c>.</summary>
    public string DigestText => Signing.Digest.Text(Digest);

    /// <summary>Makes a policy; the reasons why it is none are in the exception (a bug of the caller, who checks input first).</summary>
    public static TrustPolicy Create(
        RecordSuite suite, string hall, string origin, bool rehearsal, IEnumerable<PolicyKey> keys, IEnumerable<SignerThreshold> thresholds)
    {
        PolicyKey[] sortedKeys = [.. keys.OrderBy(k => k.Key.KeyId, StringComparer.Ordinal)];
        SignerThreshold[] sortedThresholds = [.. thresholds.OrderBy(t => t.Mode, StringComparer.Ordinal).ThenBy(t => t.Role)];
        string? problem = TrustPolicyJson.ProblemOf(suite, hall, origin, sortedKeys, sortedThresholds);
        return problem is null
            ? new TrustPolicy(suite, hall, origin, rehearsal, sortedKeys, sortedThresholds)
            : throw new ArgumentException(problem);
    }

    /// <summary>The one byte form.</summary>
    public byte[] Write() => CanonicalJson.Write(TrustPolicyJson.Write(this));

    /// <summary>Reads a policy file strictly; false for anything that is not byte for byte what <see cref="Write"/> makes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> file, [NotNullWhen(true)] out TrustPolicy? policy)
    {
        policy = null;
        if (!CanonicalJson.TryRead(file, out Json json) || !TrustPolicyJson.TryRead(json, out TrustPolicy? read) || !file.SequenceEqual(read.Write()))
            return false;
        policy = read;
        return true;
    }

    /// <summary>The key with this id, or null.</summary>
    public PolicyKey? KeyOf(string keyId) => Keys.FirstOrDefault(key => key.Key.KeyId == keyId);

    /// <summary>The keys of a role.</summary>
    public IEnumerable<PolicyKey> KeysOf(SignerRole role) => Keys.Where(key => key.Role == role);
}
