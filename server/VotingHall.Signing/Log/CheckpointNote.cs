using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace VotingHall.Signing;

/// <summary>检查点签名行: who, key hint (4 bytes) and raw r‖s.</summary>
public sealed record NoteSignature(string Name, ReadOnlyMemory<byte> Hint, ReadOnlyMemory<byte> Signature);

/// <summary>
/// 检查点: a signed log head as a C2SP note: origin, size, root in padded base64, with <c>dual</c> a line <c>sm3 ROOT</c>; an empty line; signature
/// lines, sorted. The signatures are of type ff with the names <c>votinghall/p256-sha256/v1</c> and <c>votinghall/sm2-sm3/v1</c>. Read strictly:
/// one head and set of signatures has one text. Source: record.md 3, 5.
/// </summary>
public sealed class CheckpointNote
{
    public const int SizeMax = 64 * 1024;

    private const string Dash = "— ";
    private const int HintSize = 4;

    private CheckpointNote(LogHead head, IReadOnlyList<NoteSignature> signatures)
    {
        Head = head;
        Signatures = signatures;
    }

    public LogHead Head { get; }

    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Signs a head as the log (<paramref name="witness"/> null) or as a witness of it, e.g. "station".</summary>
    public static CheckpointNote Sign(LogHead head, IEnumerable<ISigningKey> keys, string? witness = null)
    {
        byte[] text = Encoding.UTF8.GetBytes(TextOf(head));
        string name = NameOf(head.Origin, witness);
        return From(head, keys.Select(key => new NoteSignature(name, HintOf(name, key.Public), key.Sign(text))));
    }

    /// <summary>The same head with the signatures of both notes.</summary>
    public CheckpointNote With(CheckpointNote other) =>
        Head.IsSame(other.Head) ? From(Head, [.. Signatures, .. other.Signatures]) : throw new ArgumentException("another head", nameof(other));

    /// <summary>True when <paramref name="key"/> signed this head under the name of the log or of <paramref name="witness"/>.</summary>
    public bool IsSignedBy(VerifyingKey key, string? witness = null)
    {
        string name = NameOf(Head.Origin, witness);
        byte[] hint = HintOf(name, key);
        byte[] text = Encoding.UTF8.GetBytes(TextOf(Head));
        return Signatures.Any(s => s.Name == name && s.Hint.Span.SequenceEqual(hint) && key.Verify(text, s.Signature.Span));
    }

    public string Write() => TextOf(Head) + "\n" + string.Concat(Signatures.Select(Line));

    /// <summary>Reads a note for <paramref name="suite"/>; false for anything that is not exactly what <see cref="Write"/> makes.</summary>
    public static bool TryRead(string text, RecordSuite suite, [NotNullWhen(true)] out CheckpointNote? note)
    {
        note = null;
        int end = text.Length > SizeMax ? -1 : text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        string[] lines = text[..end].Split('\n');
        if (lines.Length != 2 + suite.Digests.Count || !IsOrigin(lines[0])
            || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out long size) || size >= 1L << 53)
            return false;
        List<byte[]> roots = [];
        for (int i = 2; i < lines.Length; i++)
        {
            string root = i == 2 ? lines[i] : lines[i].StartsWith("sm3 ", StringComparison.Ordinal) ? lines[i][4..] : "";
            if (!StrictBase64.TryPadded(root, out byte[]? hash) || hash.Length != Digest.Size)
                return false;
            roots.Add(hash);
        }
        if (!TryLines(text[(end + 2)..], out List<NoteSignature>? signatures))
            return false;
        CheckpointNote read = new(new LogHead(lines[0], size, roots), signatures);
        note = read.Write() == text ? read : null;
        return note is not null;
    }

    /// <summary>An origin is what a host and path may hold: lower case letters, digits, dot, slash, hyphen; 1 to 120 characters.</summary>
    public static bool IsOrigin(string? origin) =>
        origin is { Length: > 0 and <= 120 } && origin.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '/' or '-');

    private static CheckpointNote From(LogHead head, IEnumerable<NoteSignature> signatures)
    {
        if (!IsOrigin(head.Origin))
            throw new ArgumentException("not an origin: " + head.Origin, nameof(head));
        return new CheckpointNote(head, [.. signatures.OrderBy(Line, StringComparer.Ordinal)]);
    }

    private static bool TryLines(string text, [NotNullWhen(true)] out List<NoteSignature>? signatures)
    {
        signatures = null;
        List<NoteSignature> read = [];
        string[] lines = text.Split('\n');
        if (lines.Length < 2 || lines[^1].Length != 0)
            return false;
        for (int i = 0; i < lines.Length - 1; i++)
        {
            string[] words = lines[i].Split(' ');
            if (words.Length != 3 || words[0] != "—" || !IsOrigin(words[1])
                || !StrictBase64.TryPadded(words[2], out byte[]? bytes) || bytes.Length != HintSize + VerifyingKey.SignatureSize
                || (i > 0 && string.CompareOrdinal(lines[i - 1], lines[i]) >= 0))
                return false;
            read.Add(new NoteSignature(words[1], bytes.AsMemory(0, HintSize), bytes.AsMemory(HintSize)));
        }
        signatures = read;
        return true;
    }

    private static string NameOf(string origin, string? witness) => witness is null ? origin : origin + "/" + witness;

    private static string TextOf(LogHead head)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{head.Origin}\n{head.Size}\n{Convert.ToBase64String(head.Roots[0])}\n");
        return head.Roots.Count == 1 ? text : text + "sm3 " + Convert.ToBase64String(head.Roots[1]) + "\n";
    }

    private static string Line(NoteSignature s) => Dash + s.Name + " " + Convert.ToBase64String([.. s.Hint.Span, .. s.Signature.Span]) + "\n";

    private static byte[] HintOf(string name, VerifyingKey key)
    {
        string type = key.Algorithm == SignatureAlgorithm.Sm2Sm3 ? "votinghall/sm2-sm3/v1" : "votinghall/p256-sha256/v1";
        byte[] input = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', 0xFF, .. Encoding.UTF8.GetBytes(type), .. key.Spki];
        return Digest.Compute(RecordSuite.DigestOf(key.Algorithm), input)[..HintSize];
    }
}
