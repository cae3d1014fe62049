using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests;

/// <summary>缩小: a case that fails is made as small as it still fails, so that a person can read why.</summary>
internal static class Shrinking
{
    private const int StepsMax = 4000;

    /// <summary>The smallest case found by leaving out parts and lowering figures one at a time.</summary>
    public static JsonObject Smallest(JsonObject one, Func<JsonObject, bool> fails)
    {
        int steps = 0;
        while (Smaller(one).TakeWhile(_ => steps++ < StepsMax).FirstOrDefault(fails) is JsonObject next)
            one = next;
        return one;
    }

    private static IEnumerable<JsonObject> Smaller(JsonObject one)
    {
        int places = Places(one).Count();
        for (int i = 0; i < places; i++)
            foreach (Func<JsonNode, JsonNode?> change in new Func<JsonNode, JsonNode?>[] { _ => null, Halved, Lowered })
            {
                JsonObject copy = one.DeepClone().AsObject();
                (JsonNode parent, string? key, int index) = Places(copy).ElementAt(i);
                JsonNode? value = key is null ? parent[index] : parent[key];
                JsonNode? less = value is null ? null : change(value);
                if (key == "rule" || (key == "name" && less is null))
                    continue;
                if (less is null)
                    Remove(parent, key, index);
                else if (less.ToJsonString() == value!.ToJsonString())
                    continue;
                else if (key is null)
                    parent[index] = less;
                else
                    parent[key] = less;
                yield return copy;
            }
    }

    private static IEnumerable<(JsonNode Parent, string? Key, int Index)> Places(JsonNode node)
    {
        if (node is JsonObject parts)
            foreach ((string key, JsonNode? value) in parts)
            {
                yield return (parts, key, 0);
                foreach ((JsonNode, string?, int) deeper in value is null ? [] : Places(value))
                    yield return deeper;
            }
        else if (node is JsonArray list)
            for (int i = 0; i < list.Count; i++)
            {
                yield return (list, null, i);
                foreach ((JsonNode, string?, int) deeper in list[i] is JsonNode value ? Places(value) : [])
                    yield return deeper;
            }
    }

    private static void Remove(JsonNode parent, string? key, int index)
    {
        if (key is null)
            parent.AsArray().RemoveAt(index);
        else
            parent.AsObject().Remove(key);
    }

    private static JsonNode Halved(JsonNode value) => value is JsonValue number && number.TryGetValue(out int figure) ? figure / 2 : value.DeepClone();

    private static JsonNode Lowered(JsonNode value) => value is JsonValue number && number.TryGetValue(out int figure) && figure > 0 ? figure - 1 : value.DeepClone();
}
