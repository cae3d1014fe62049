using System.Diagnostics.CodeAnalysis;
using VotingHall.Core;

namespace VotingHall.Signing;

/// <summary>
/// 演练密钥: keys for the roles system and station made without ceremony, and the policy that names them. The policy says rehearsal and
/// the record's <c>exceptions</c> must say <c>rehearsalKeys</c>. Source: design.md (keys before the ceremony exists).
/// </summary>
public sealed class RehearsalKeys
{
    public const string PolicyFileName = "trust-policy.json";

    private RehearsalKeys(TrustPolicy policy, IReadOnlyList<ISigningKey> system, IReadOnlyList<ISigningKey> station)
    {
        Policy = policy;
        System = system;
        Station = station;
    }

    public TrustPolicy Policy { get; }

    /// <summary>One key for each algorithm of the suite, in its order.</summary>
    public IReadOnlyList<ISigningKey> System { get; }

    /// <summary>One key for each algorithm of the suite, in its order.</summary>
    public IReadOnlyList<ISigningKey> Station { get; }

    /// <summary>
    /// Makes the keys (<c>system-sm2-sm3.pem</c> and so on, mode 600) and <c>trust-policy.json</c> in <paramref name="directory"/>.
    /// IOException when a key is already there: keys are never overwritten.
    /// </summary>
    /// <param name="hall">Id of the hall; lower case letters, digits, hyphens.</param>
    public static RehearsalKeys Create(string directory, RecordSuite suite, string hall, Instant from, Instant to)
    {
        Directory.CreateDirectory(directory);
        RehearsalKeys keys = Of(
            suite,
            hall,
            from,
            to,
            (role, algorithm) => SigningKeys.Generate(algorithm, Path.Combine(directory, FileOf(role, algorithm))));
        File.WriteAllBytes(Path.Combine(directory, PolicyFileName), keys.Policy.Write());
        return keys;
    }

    /// <summary>The same in memory, for a rehearsal that keeps nothing.</summary>
    public static RehearsalKeys CreateInMemory(RecordSuite suite, string hall, Instant from, Instant to) =>
        Of(suite, hall, from, to, (_, algorithm) => SigningKeys.Generate(algorithm));

    /// <summary>Loads what <see cref="Create"/> made; false when something is missing or does not belong together.</summary>
    public static bool TryLoad(string directory, [NotNullWhen(true)] out RehearsalKeys? keys)
    {
        keys = null;
        string policyFile = Path.Combine(directory, PolicyFileName);
        if (!File.Exists(policyFile) || !TrustPolicy.TryRead(File.ReadAllBytes(policyFile), out TrustPolicy? policy))
            return false;
        List<ISigningKey> system = [], station = [];
        foreach (SignatureAlgorithm algorithm in policy.Suite.Algorithms)
            foreach ((SignerRole role, List<ISigningKey> list) in new[] { (SignerRole.System, system), (SignerRole.Station, station) })
            {
                string file = Path.Combine(directory, FileOf(role, algorithm));
                if (!File.Exists(file) || !SigningKeys.TryLoad(file, out ISigningKey? key) || policy.KeyOf(key.KeyId)?.Role != role)
                    return false;
                list.Add(key);
            }
        keys = new RehearsalKeys(policy, system, station);
        return true;
    }

    private static RehearsalKeys Of(
        RecordSuite suite, string hall, Instant from, Instant to, Func<SignerRole, SignatureAlgorithm, ISigningKey> make)
    {
        ISigningKey[] system = [.. suite.Algorithms.Select(algorithm => make(SignerRole.System, algorithm))];
        ISigningKey[] station = [.. suite.Algorithms.Select(algorithm => make(SignerRole.Station, algorithm))];
        IEnumerable<PolicyKey> policyKeys =
        [
            .. system.Select(key => new PolicyKey("system", SignerRole.System, key.Public, from, to)),
            .. station.Select(key => new PolicyKey("station", SignerRole.Station, key.Public, from, to)),
        ];
        SignerThreshold[] thresholds =
        [
            new("recorded", SignerRole.System, 1),
            new("secret", SignerRole.System, 1),
            new("secret", SignerRole.Station, 1),
        ];
        TrustPolicy policy = TrustPolicy.Create(suite, hall, "rehearsal.votinghall/" + hall, rehearsal: true, policyKeys, thresholds);
        return new RehearsalKeys(policy, system, station);
    }

    private static string FileOf(SignerRole role, SignatureAlgorithm algorithm) =>
        TrustPolicyJson.NameOf(role) + "-" + RecordSuite.NameOf(algorithm) + ".pem";
}
