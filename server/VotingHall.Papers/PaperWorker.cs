using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VotingHall.Papers;

/// <summary>打印进程的应答: one request line in, one answer line out. Fonts are opened once and kept.</summary>
internal sealed class PaperWorker(IReadOnlyList<string> fontFolders, IReadOnlyList<NativeLibraryFile> libraries)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly WebFontShelf _webFonts = new(fontFolders);
    private FontShelf? _shelf;

    internal string Answer(string line)
    {
        List<string> problems = [];
        if (PaperRequest.Read(Encoding.UTF8.GetBytes(line), problems) is not PaperRequest request)
        {
            string all = string.Join("; ", problems);
            return Refused(new Refusal("badRequest", "请求有误：" + all, "bad request: " + all), []);
        }
        // Screens need neither the typesetter nor its fonts.
        if (request is WebFontRequest screen)
            return WebFont(_webFonts, screen);
        if (NativeLibraries.Missing(libraries) is Refusal missing)
            return Refused(missing, []);
        if (_shelf is null)
        {
            (FontShelf? shelf, Refusal? refusal) = FontShelf.Open(fontFolders);
            if (shelf is null)
                return Refused(refusal ?? throw new InvalidOperationException("neither shelf nor refusal"), []);
            _shelf = shelf;
        }
        return request switch
        {
            CertificateRequest certificate => Certificate(_shelf, certificate),
            GlyphsRequest glyphs => Glyphs(_shelf, glyphs.Characters),
            CheckRequest check => Check(_shelf, check.Characters),
            FontsRequest => Fonts(_shelf),
            _ => throw new InvalidOperationException("unknown request"),
        };
    }

    private static string Certificate(FontShelf shelf, CertificateRequest request)
    {
        (MadePaper? made, Refusal? refusal) = new CertificatePaper(shelf).Make(request);
        return made is null
            ? Refused(refusal ?? throw new InvalidOperationException("neither paper nor refusal"), [])
            : Accepted(json =>
            {
                json.WriteString("sha256", made.Sha256);
                json.WriteNumber("pages", made.Pages);
            });
    }

    private static string Glyphs(FontShelf shelf, string characters)
    {
        IReadOnlyList<string> missing = CharacterCheck.Missing(shelf, characters);
        if (missing.Count > 0)
            return Refused(CharacterCheck.Refuse(missing), missing);
        List<Rune> distinct = [.. characters.EnumerateRunes().Distinct()];
        IReadOnlyList<byte[]> glyphs = KeypadGlyphs.Of(shelf, distinct);
        return Accepted(json =>
        {
            json.WriteStartObject("glyphs");
            for (int i = 0; i < distinct.Count; i++)
                json.WriteBase64String(distinct[i].ToString(), glyphs[i]);
            json.WriteEndObject();
        });
    }

    private static string Check(FontShelf shelf, string characters)
    {
        IReadOnlyList<string> missing = CharacterCheck.Missing(shelf, characters);
        return missing.Count > 0 ? Refused(CharacterCheck.Refuse(missing), missing) : Accepted(_ => { });
    }

    private static string WebFont(WebFontShelf shelf, WebFontRequest request)
    {
        if (NativeLibraries.Missing(HarfBuzz.Needed) is Refusal noLibrary)
            return Refused(noLibrary, []);
        (CutFonts? cut, Refusal? refusal) = shelf.Cut(request);
        return cut is null
            ? Refused(refusal ?? throw new InvalidOperationException("neither fonts nor refusal"), [])
            : Accepted(json =>
            {
                json.WriteStartArray("webfonts");
                foreach (CutFont font in cut.Fonts)
                {
                    json.WriteStartObject();
                    json.WriteString("from", font.From);
                    json.WriteString("characters", font.Characters);
                    json.WriteBase64String("font", font.Bytes);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                WriteMissing(json, cut.Missing);
            });
    }

    private static string Fonts(FontShelf shelf)
    {
        (string qpdf, Refusal? refusal) = Qpdf.Run("--version");
        if (refusal is not null)
            return Refused(refusal, []);
        return Accepted(json =>
        {
            json.WriteStartObject("versions");
            json.WriteString("cairo", Version(Cairo.Version()));
            json.WriteString("pango", Version(Pango.Version()));
            json.WriteString("fontconfig", Version(Fontconfig.Version()));
            json.WriteString("qpdf", qpdf.Split('\n', 2)[0].Replace("qpdf version ", "", StringComparison.Ordinal));
            json.WriteEndObject();
            json.WriteStartObject("fonts");
            foreach (KeyValuePair<string, string> font in shelf.Paths)
                json.WriteString(font.Key, font.Value);
            json.WriteEndObject();
        });
    }

    /// <summary>11612 → "1.16.12": all three libraries count major * 10000 + minor * 100 + micro.</summary>
    private static string Version(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number / 10000}.{number / 100 % 100}.{number % 100}");

    private static string Refused(Refusal refusal, IReadOnlyList<string> missing) => Write(json =>
    {
        json.WriteBoolean("ok", false);
        json.WriteString("code", refusal.Code);
        json.WriteString("zh", refusal.Zh);
        json.WriteString("en", refusal.En);
        WriteMissing(json, missing);
    });

    private static void WriteMissing(Utf8JsonWriter json, IReadOnlyList<string> missing)
    {
        if (missing.Count == 0)
            return;
        json.WriteStartArray("missing");
        foreach (string character in missing)
            json.WriteStringValue(character);
        json.WriteEndArray();
    }

    private static string Accepted(Action<Utf8JsonWriter> fields) => Write(json =>
    {
        json.WriteBoolean("ok", true);
        fields(json);
    });

    private static string Write(Action<Utf8JsonWriter> fields)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Plain))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
