using System.Text.Json;
using System.Text.RegularExpressions;

namespace VotingHall.Server.Tests.Plans;

/// <summary>Checks a file against one of our schemas: the keywords they use, and a failure for one they do not.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal) { "$schema", "$id", "$defs", "title", "description", "contentEncoding" };

    public List<string> Check(JsonElement value) => Check(schema, value, "$");

    private List<string> Check(JsonElement rule, JsonElement value, string at)
    {
        List<string> errors = [];
        foreach (JsonProperty keyword in rule.EnumerateObject())
            if (!Silent.Contains(keyword.Name))
                errors.AddRange(Keyword(rule, keyword, value, at));
        return errors;
    }

    private IEnumerable<string> Keyword(JsonElement rule, JsonProperty keyword, JsonElement value, string at) => keyword.Name switch
    {
        "$ref" => Check(schema.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), value, at),
        "type" => Fails(IsOfType(keyword.Value.GetString()!, value), at + ": type"),
        "enum" => Fails(keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), at + ": enum"),
        "const" => Fails(JsonElement.DeepEquals(keyword.Value, value), at + ": const"),
        "minimum" => Fails(value.ValueKind != JsonValueKind.Number || value.GetInt64() >= keyword.Value.GetInt64(), at + ": minimum"),
        "maximum" => Fails(value.ValueKind != JsonValueKind.Number || value.GetInt64() <= keyword.Value.GetInt64(), at + ": maximum"),
        "minLength" => Fails(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32(), at + ": minLength"),
        "maxLength" => Fails(value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= keyword.Value.GetInt32(), at + ": maxLength"),
        "pattern" => Fails(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!), at + ": pattern"),
        "minItems" => Fails(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(), at + ": minItems"),
        "maxItems" => Fails(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= keyword.Value.GetInt32(), at + ": maxItems"),
        "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((item, i) => Check(keyword.Value, item, $"{at}[{i}]")),
        "required" => keyword.Value.EnumerateArray().SelectMany(name => Fails(Has(value, name.GetString()!), at + ": required " + name)),
        "properties" => value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject()
            .Where(field => Has(keyword.Value, field.Name)).SelectMany(field => Check(keyword.Value.GetProperty(field.Name), field.Value, at + "." + field.Name)),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject()
            .Where(field => !Has(rule.GetProperty("properties"), field.Name)).Select(field => at + ": unknown " + field.Name),
        "oneOf" => Fails(keyword.Value.EnumerateArray().Count(one => Check(one, value, at).Count == 0) == 1, at + ": oneOf"),
        _ => throw new InvalidOperationException("keyword not known to this check: " + keyword.Name),
    };

    private static bool Has(JsonElement value, string name) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out _);

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new InvalidOperationException("type not known to this check: " + type),
    };

    private static IEnumerable<string> Fails(bool good, string error) => good ? [] : [error];
}
