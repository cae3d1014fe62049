namespace VotingHall.Core;

/// <summary>记录的外部情况: what a record states that the hall's state does not know; the server fills it in.</summary>
/// <param name="StationProfile">保密方案 of secret rounds: S1 or S2.</param>
/// <param name="RehearsalKeys">演练密钥: printed as an exception.</param>
/// <param name="Log">Head that holds <c>vote.closed</c> (or, for a void round, <c>vote.voided</c>).</param>
/// <param name="Software">Versions and digests.</param>
/// <param name="PolicyDigest">Digest of the trust policy that names who must sign.</param>
/// <param name="TimeQuality">时间质量.</param>
/// <param name="RollDigest">Digest of <see cref="ResultRecord.RollBytes"/>, salted when secret.</param>
/// <param name="Receipts">回执 of named rounds, by keypad; may be empty.</param>
/// <param name="Stations">Key ids of the stations used.</param>
public sealed record RecordCircumstances(
    string StationProfile,
    bool RehearsalKeys,
    LogHead Log,
    SoftwareVersions Software,
    Octets PolicyDigest,
    TimeQuality TimeQuality,
    Octets RollDigest,
    IReadOnlyDictionary<KeypadUid, string> Receipts,
    IReadOnlyList<string> Stations);

/// <summary>流水头.</summary>
/// <param name="RootSm3">Second root in suite dual; null otherwise.</param>
public sealed record LogHead(string Origin, long Size, Octets Root, Octets? RootSm3);

/// <summary>软件版本. Empty digests are left out of the record.</summary>
public sealed record SoftwareVersions(string Server, string Station, IReadOnlyList<string> Firmware, Octets Sbom, Octets Config);

/// <summary>时间质量. Source: record.md 6.</summary>
/// <param name="Source">gnss-beidou, ntp-lan or operator.</param>
/// <param name="LastSync">Null when the clock was never set against anything.</param>
public sealed record TimeQuality(string Source, Instant? LastSync, int MaxErrorMs, string BootId, long MonoNs);
