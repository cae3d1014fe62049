using System.Globalization;
using System.Text.Json.Nodes;

namespace VotingHall.Papers;

/// <summary>命令行: one request by hand, for tests of a printer and for the archive.</summary>
internal static class CommandLine
{
    private const string Usage = "usage: votinghall-papers [REQUEST | fonts | check TEXT | glyphs TEXT | certificate --record FILE --out FILE --printed-at TIME "
        + "[--qr TEXT] [--digest HEX] [--copy N] [--copies N] [--printing N]]";

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["--out"] = "out",
        ["--printed-at"] = "printedAt",
        ["--qr"] = "qr",
        ["--digest"] = "digest",
    };

    private static readonly Dictionary<string, string> Numbers = new() { ["--copy"] = "copy", ["--copies"] = "copies", ["--printing"] = "printing" };

    /// <summary>The request line for these arguments, or what is wrong with them.</summary>
    internal static (string? Request, string? Problem) Request(IReadOnlyList<string> arguments) => arguments switch
    {
        [string json] when json.StartsWith('{') => (json, null),
        ["fonts"] => (new JsonObject { ["do"] = "fonts" }.ToJsonString(), null),
        ["check" or "glyphs", string text] => (new JsonObject { ["do"] = arguments[0], ["characters"] = text }.ToJsonString(), null),
        ["certificate", ..] => Certificate(arguments),
        _ => (null, Usage),
    };

    private static (string? Request, string? Problem) Certificate(IReadOnlyList<string> arguments)
    {
        JsonObject request = new() { ["do"] = "certificate" };
        for (int i = 1; i < arguments.Count; i += 2)
        {
            string option = arguments[i];
            if (i + 1 >= arguments.Count)
                return (null, Usage);
            string value = arguments[i + 1];
            if (option == "--record")
            {
                if (!File.Exists(value))
                    return (null, "no such file: " + value);
                request["envelope"] = Convert.ToBase64String(File.ReadAllBytes(value));
            }
            else if (Texts.TryGetValue(option, out string? text))
            {
                request[text] = value;
            }
            else if (Numbers.TryGetValue(option, out string? number) && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed))
            {
                request[number] = parsed;
            }
            else
            {
                return (null, Usage);
            }
        }
        return (request.ToJsonString(), null);
    }
}
