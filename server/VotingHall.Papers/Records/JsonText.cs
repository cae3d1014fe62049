using System.Text.Json;

namespace VotingHall.Papers;

/// <summary>JSON 文本: parses without throwing and refuses duplicate keys, of which the reader would silently keep the last.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    internal static JsonElement? TryParse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
