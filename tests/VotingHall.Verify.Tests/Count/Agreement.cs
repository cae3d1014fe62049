using System.Text.Json;
using System.Text.Json.Nodes;
using VotingHall.Verify.Tests.Recounts;

namespace VotingHall.Verify.Tests;

/// <summary>两套计票对照: the same case to the product and to the recount; what they say differently, field by field.</summary>
internal static class Agreement
{
    private static readonly string[] Said = ["required", "sumCheck", "unaccounted", "identities", "thresholdsChecked", "tally", "outcome"];

    /// <summary>Lists of people that the law does not order.</summary>
    private static readonly HashSet<string> Sets = ["elected", "notElected", "candidates", "formalCandidates", "tieAtCut", "dropped"];

    /// <summary>Empty when both say the same, or both say that the figures do not decide.</summary>
    public static IEnumerable<string> Differences(JsonObject one)
    {
        JsonObject product = CountCommand.Answer(JsonSerializer.SerializeToElement(one), "case");
        JsonObject recount = Recount.Of(one);
        if (product.ContainsKey("error") || recount.ContainsKey("error"))
        {
            if (product.ContainsKey("error") != recount.ContainsKey("error"))
                yield return "product " + product.ToJsonString(Readable) + ", recount " + recount.ToJsonString(Readable);
            yield break;
        }
        foreach (string field in Said)
            if (!JsonNode.DeepEquals(Unordered(field, product[field]), Unordered(field, recount[field])))
                yield return field + ": product " + Text(product[field]) + ", recount " + Text(recount[field]);
    }

    public static JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Text(JsonNode? node) => node?.ToJsonString(Readable) ?? "nothing";

    private static JsonNode? Unordered(string field, JsonNode? node) => node switch
    {
        JsonArray names when Sets.Contains(field) => new JsonArray([.. names.Select(name => name!.GetValue<string>()).Order(StringComparer.Ordinal).Select(name => (JsonNode)name)]),
        JsonObject parts => new JsonObject(parts.Select(part => KeyValuePair.Create(part.Key, Unordered(part.Key, part.Value)))),
        _ => node?.DeepClone(),
    };
}
