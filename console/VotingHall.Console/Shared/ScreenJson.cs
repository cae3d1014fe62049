using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VotingHall.Screens;

/// <summary>画面的 JSON 形式: one form for the page's first picture, the live push and the API.</summary>
public static class ScreenJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>For a JSON block inside a page: nothing in it can end the block.</summary>
    public static string InPage(object view) => JsonSerializer.Serialize(view, view.GetType(), Options).Replace("<", "\\u003c", StringComparison.Ordinal);

    /// <summary>Makes a set of options (SignalR's, the API's) speak the same form.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Make()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
