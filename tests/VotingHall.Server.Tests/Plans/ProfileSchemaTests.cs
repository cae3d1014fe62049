using System.Text.Json;
using VotingHall.Core;
using Xunit;

namespace VotingHall.Server.Tests.Plans;

/// <summary>The schema lists the parameters of Core with their values, and no others.</summary>
public sealed class ProfileSchemaTests
{
    [Fact]
    public void The_schema_has_every_parameter_with_its_values()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Samples.Schemas, "profile.schema.json")));
        JsonElement parameters = schema.RootElement.GetProperty("properties").GetProperty("parameters").GetProperty("properties");
        Assert.Equal(
            ProfileParameter.All.Select(parameter => $"{parameter.Name} {parameter.Chinese} {FormOf(parameter.Values)}"),
            parameters.EnumerateObject().Select(one =>
                $"{one.Name} {one.Value.GetProperty("title").GetString()} {FormOf(one.Value.GetProperty("properties").GetProperty("value"))}")
                .Order(StringComparer.Ordinal));
    }

    private static string FormOf(ParameterValues values) => values switch
    {
        ParameterValues.OneOf one => string.Join(",", one.Names),
        ParameterValues.Number number => $"{number.Min}..{number.Max}",
        ParameterValues.Flag => "boolean",
        ParameterValues.Quotation quotation => $"string {quotation.LengthMax}",
        ParameterValues.Texts texts => $"array {texts.CountMax} {texts.LengthMax}",
        _ => throw new InvalidOperationException("unknown form"),
    };

    private static string FormOf(JsonElement value) => value.TryGetProperty("enum", out JsonElement names)
        ? string.Join(",", names.EnumerateArray().Select(name => name.GetString()))
        : value.GetProperty("type").GetString() switch
        {
            "integer" => $"{value.GetProperty("minimum")}..{value.GetProperty("maximum")}",
            "string" => $"string {value.GetProperty("maxLength")}",
            "array" => $"array {value.GetProperty("maxItems")} {value.GetProperty("items").GetProperty("maxLength")}",
            string other => other,
            null => "",
        };
}
