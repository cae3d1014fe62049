using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace VotingHall.Papers;

/// <summary>
/// 签名信封: what the paper needs of it: payload and key ids. Signatures are not checked here (the verifier does that); the file is
/// attached to the PDF byte for byte. Source: record.md 2.
/// </summary>
internal sealed record Envelope(byte[] File, byte[] Payload, string PayloadType, IReadOnlyList<string> KeyIds)
{
    /// <summary>Largest file read, bytes: a record with 3,000 names is below 1 MiB.</summary>
    internal const int SizeMax = 16 * 1024 * 1024;

    internal const string RecordType = "application/vnd.votinghall.record.v1+json";

    /// <summary>SHA-256 of the signed bytes PAE(type, payload): the identity of a record in the suites intl and dual.</summary>
    internal byte[] Sha256Identity()
    {
        byte[] head = Encoding.ASCII.GetBytes($"DSSEv1 {PayloadType.Length} {PayloadType} {Payload.Length} ");
        return SHA256.HashData([.. head, .. Payload]);
    }

    internal static bool TryRead(byte[] file, List<string> problems, out Envelope? envelope)
    {
        envelope = null;
        JsonElement? root = file.Length <= SizeMax ? JsonText.TryParse(file) : null;
        if (root is null)
        {
            problems.Add("envelope: not JSON");
            return false;
        }
        Fields fields = new(root.Value, "envelope", problems);
        string payload = fields.Text("payload");
        string type = fields.Text("payloadType");
        byte[] bytes = new byte[payload.Length];
        if (!Convert.TryFromBase64String(payload, bytes, out int length))
            fields.Problem("payload", "not base64");
        if (type != RecordType)
            fields.Problem("payloadType", "not a result record");
        List<string> keyIds = [.. fields.Objects("signatures").Select(signature => signature.Text("keyid"))];
        if (problems.Count > 0)
            return false;
        envelope = new Envelope(file, bytes[..length], type, keyIds);
        return true;
    }
}
