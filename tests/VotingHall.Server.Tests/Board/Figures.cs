using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VotingHall.Server.Tests.Board;

/// <summary>画面中的票数: where a picture holds figures of a round, by the names of its fields and by the numbers themselves.</summary>
internal static partial class Figures
{
    /// <summary>Fields that exist for figures or for what follows from them.</summary>
    private static readonly HashSet<string> Names =
        ["for", "against", "abstain", "writeIn", "writeIns", "figures", "stationRows", "result", "verdict", "verdictWords", "tallyDigest", "why", "mayChange"];

    /// <summary>Paths to fields of figures that are not null; lines of earlier rounds in the secretariat's list are theirs to show.</summary>
    public static IReadOnlyList<string> FieldsIn(JsonElement picture, int round) =>
        [.. Walk(picture, "", round).Where(at => Names.Contains(at.Path[(at.Path.LastIndexOf('.') + 1)..])).Select(at => at.Path)];

    /// <summary>Places where one of these numbers stands, alone or inside a text.</summary>
    public static IReadOnlyList<string> NumbersIn(JsonElement picture, int round, params int[] figures) =>
        [.. Walk(picture, "", round).Where(at => at.Path != ".head.seq" && NumbersOf(at.Value).Any(figures.Contains)).Select(at => $"{at.Path}: {at.Value}")];

    private static IEnumerable<int> NumbersOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out int number) => [number],
        JsonValueKind.String when !Clock().IsMatch(value.GetString()!) =>
            Number().Matches(value.GetString()!).Select(digits => int.TryParse(digits.Value, CultureInfo.InvariantCulture, out int number) ? number : -1),
        _ => [],
    };

    private static IEnumerable<(string Path, JsonElement Value)> Walk(JsonElement value, string path, int round)
    {
        if (value.ValueKind == JsonValueKind.Null || IsEarlier(value, path, round))
            yield break;
        yield return (path, value);
        IEnumerable<(string, JsonElement)> inside = value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Walk(field.Value, path + "." + field.Name, round)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(one => Walk(one, path + "[]", round)),
            _ => [],
        };
        foreach ((string, JsonElement) found in inside)
            yield return found;
    }

    private static bool IsEarlier(JsonElement value, string path, int round) =>
        path == ".rounds[]" && value.GetProperty("question").GetProperty("round").GetInt32() != round;

    /// <summary>Digits that are no part of a digest, an id or base64.</summary>
    [GeneratedRegex("(?<![0-9A-Za-z+/])[0-9]+(?![0-9A-Za-z+/])")]
    private static partial Regex Number();

    [GeneratedRegex("^[0-9]{2}:[0-9]{2}$")]
    private static partial Regex Clock();
}
