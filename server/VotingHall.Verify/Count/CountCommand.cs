using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace VotingHall.Verify;

/// <summary>
/// 复算命令 <c>count FILE</c>: reads one case, a list of cases or {"cases":[...]}, counts each with the functions a round uses and prints
/// {"cases":[...]}. Exit 0: every case decided; 2: a file that cannot be read, or a case that cannot be decided (it is printed with its error).
/// </summary>
public static class CountCommand
{
    private const int Good = 0;
    private const int CannotDecide = 2;

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="args">The arguments after <c>count</c>: one file; <c>--json</c> is accepted and changes nothing.</param>
    /// <param name="output">Receives the JSON.</param>
    /// <param name="error">Receives why nothing could be counted.</param>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        string[] files = [.. args.Where(arg => arg != "--json")];
        if (files is not [string file])
        {
            error.WriteLine("用法 usage: votinghall-verify count FILE");
            return CannotDecide;
        }
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(Bytes(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or ArgumentException or NotSupportedException)
        {
            error.WriteLine("无法读取 cannot read " + file + ": " + fault.Message);
            return CannotDecide;
        }
        using (document)
            return Print(document.RootElement, output, error);
    }

    /// <summary>The answer to one case as it is printed; with <c>error</c> when the figures do not decide. Total: any JSON has an answer.</summary>
    /// <param name="one">A case in the format of tests/cases/schema.json.</param>
    /// <param name="id">Its name where it has none of its own.</param>
    public static JsonObject Answer(JsonElement one, string id)
    {
        string name = CaseReader.IdOf(one) ?? id;
        CountCase? read = CaseReader.Read(one, name, out string wrong);
        return ToJson(name, read is null ? CaseAnswer.Undecided(wrong) : CaseRules.Answer(read));
    }

    /// <summary>The file without a byte order mark; text that is no Unicode is refused here, so that every later text can be read.</summary>
    private static ReadOnlyMemory<byte> Bytes(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        if (!Utf8.IsValid(bytes) || HasUnpairedEscape(bytes))
            throw new JsonException("not UTF-8, or an escape that is half a character");
        return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
    }

    private static bool HasUnpairedEscape(ReadOnlySpan<byte> bytes)
    {
        bool high = false;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\\')
            {
                int unit = i + 6 <= bytes.Length && bytes[i + 1] == 'u' ? UnitOf(bytes.Slice(i + 2, 4)) : 0;
                bool low = char.IsLowSurrogate((char)unit);
                if (high != low)
                    return true;
                high = char.IsHighSurrogate((char)unit);
                i += unit == 0 ? 1 : 5;
            }
            else if (high)
            {
                return true;
            }
        }
        return high;
    }

    private static int UnitOf(ReadOnlySpan<byte> digits) =>
        ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) ? unit : 0;

    private static int Print(JsonElement root, TextWriter output, TextWriter error)
    {
        List<JsonElement>? cases = CasesOf(root);
        if (cases is null)
        {
            error.WriteLine("案例格式不对: a case, a list of cases or {\"cases\":[...]} is expected");
            return CannotDecide;
        }
        bool decided = true;
        JsonArray answers = [];
        for (int i = 0; i < cases.Count; i++)
        {
            JsonObject answer = Answer(cases[i], "#" + (i + 1).ToString("D", null));
            decided &= !answer.ContainsKey("error");
            answers.Add(answer);
        }
        output.WriteLine(Text(new JsonObject { ["cases"] = answers }));
        return decided ? Good : CannotDecide;
    }

    private static List<JsonElement>? CasesOf(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return [.. root.EnumerateArray()];
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        if (!root.TryGetProperty("cases", out JsonElement cases))
            return [root];
        return cases.ValueKind == JsonValueKind.Array ? [.. cases.EnumerateArray()] : null;
    }

    private static JsonObject ToJson(string id, CaseAnswer answer)
    {
        JsonObject json = new() { ["id"] = id };
        if (answer.Error is string wrong)
            json["error"] = wrong;
        else
            foreach ((string key, JsonNode? value) in answer.Fields)
                json[key] = value;
        return json;
    }

    private static string Text(JsonNode json)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes, Readable))
            json.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
