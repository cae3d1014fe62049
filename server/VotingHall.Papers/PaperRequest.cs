using System.Text.Json;

namespace VotingHall.Papers;

/// <summary>请求: one line on standard input. Schema: <c>server/schemas/papers-request.json</c>.</summary>
internal abstract record PaperRequest
{
    private protected PaperRequest() { }

    /// <summary>Reads one line; every problem is named, nothing throws.</summary>
    internal static PaperRequest? Read(ReadOnlyMemory<byte> utf8, List<string> problems)
    {
        if (JsonText.TryParse(utf8) is not JsonElement root || root.ValueKind != JsonValueKind.Object)
        {
            problems.Add("request: not a JSON object");
            return null;
        }
        Fields fields = new(root, "request", problems);
        string what = fields.Text("do");
        PaperRequest? request = what switch
        {
            "certificate" => CertificateRequest.Read(fields),
            "glyphs" => new GlyphsRequest(Characters(fields)),
            "check" => new CheckRequest(Characters(fields)),
            "fonts" => Fonts(fields),
            "webfont" => WebFontRequest.Read(fields),
            _ => null,
        };
        if (request is null)
            fields.Problem("do", "not one of certificate, glyphs, check, fonts, webfont");
        return problems.Count == 0 ? request : null;
    }

    private static string Characters(Fields fields)
    {
        fields.Only("do", "characters");
        return fields.Text("characters");
    }

    private static FontsRequest Fonts(Fields fields)
    {
        fields.Only("do");
        return new FontsRequest();
    }
}

/// <summary>字模请求.</summary>
internal sealed record GlyphsRequest(string Characters) : PaperRequest;

/// <summary>用字检查请求.</summary>
internal sealed record CheckRequest(string Characters) : PaperRequest;

/// <summary>字库请求.</summary>
internal sealed record FontsRequest : PaperRequest;

/// <summary>屏幕字体请求: a font of exactly these characters.</summary>
internal sealed record WebFontRequest(string Family, int Weight, string Characters) : PaperRequest
{
    internal static WebFontRequest Read(Fields fields)
    {
        fields.Only("do", "family", "weight", "characters");
        string family = fields.Text("family");
        int weight = fields.Number("weight");
        if (!WebFontShelf.Knows(family, weight))
            fields.Problem("weight", "not serif 700, serif 900, sans 400 or sans 700");
        return new WebFontRequest(family, weight, fields.Text("characters"));
    }
}

/// <summary>报告单请求.</summary>
/// <param name="Envelope">Bytes of the signed record file.</param>
/// <param name="Digest">Identity of the record in hex: needed for suite cn, checked for the others when given.</param>
/// <param name="Copy">Which of the copies, or <see cref="AllCopies"/> for a sheet that is printed so many times over.</param>
/// <param name="Printing">1, or the number of this printing: a reprint says so on the page.</param>
internal sealed record CertificateRequest(
    byte[] Envelope, string Qr, string Digest, int Copy, int Copies, int Printing, DateTimeOffset PrintedAt, string Out) : PaperRequest
{
    internal const int AllCopies = 0;

    internal static CertificateRequest Read(Fields fields)
    {
        fields.Only("do", "envelope", "qr", "digest", "copy", "copies", "printing", "printedAt", "out");
        string envelope = fields.Text("envelope");
        byte[] bytes = new byte[envelope.Length];
        if (!Convert.TryFromBase64String(envelope, bytes, out int length))
            fields.Problem("envelope", "not base64");
        string digest = fields.OptionalText("digest") ?? "";
        if (digest.Length is not (0 or 64) || !digest.All(char.IsAsciiHexDigit))
            fields.Problem("digest", "not 64 hex digits");
        int copies = fields.OptionalNumber("copies") ?? 1;
        int? numbered = fields.OptionalNumber("copy");
        int copy = numbered ?? (copies == 1 ? 1 : AllCopies);
        if (copies < 1 || numbered < 1 || copy > copies)
            fields.Problem("copy", "not between 1 and copies");
        int printing = fields.OptionalNumber("printing") ?? 1;
        if (printing < 1)
            fields.Problem("printing", "not 1 or more");
        _ = fields.Text("printedAt");
        string target = fields.Text("out");
        if (target.Length == 0 || target.Contains('\0'))
            fields.Problem("out", "not a path");
        return new CertificateRequest(bytes[..length], fields.OptionalText("qr") ?? "", digest, copy, copies, printing, fields.OptionalTime("printedAt") ?? default, target);
    }
}
