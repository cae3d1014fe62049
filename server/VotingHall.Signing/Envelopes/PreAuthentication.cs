using System.Globalization;
using System.Text;

namespace VotingHall.Signing;

/// <summary>
/// 签名原文 (PAE): <c>DSSEv1</c> SP len(type) SP type SP len(body) SP body, lengths in decimal ASCII. The type is inside what is signed,
/// so a signature over one kind of thing is never one over another. Source: record.md 2.
/// </summary>
public static class PreAuthentication
{
    public static byte[] Encode(string type, ReadOnlySpan<byte> body)
    {
        string head = string.Create(
            CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {body.Length} ");
        return [.. Encoding.UTF8.GetBytes(head), .. body];
    }
}

/// <summary>载荷类型: closed list of what is ever signed in pre-authentication form.</summary>
public static class PayloadTypes
{
    public const string Record = "application/vnd.votinghall.record.v1+json";
    public const string CertificateCode = "application/vnd.votinghall.certqr.v1";
    public const string Tally = "application/vnd.votinghall.tally.v1+json";
    public const string Destruction = "application/vnd.votinghall.destruction.v1+json";

    /// <summary>All types; an envelope with another one is refused.</summary>
    public static IReadOnlyList<string> All { get; } = [Record, CertificateCode, Tally, Destruction];
}
