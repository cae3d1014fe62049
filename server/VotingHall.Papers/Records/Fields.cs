using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace VotingHall.Papers;

/// <summary>字段: reads one JSON object and notes every problem with its path, so that all are reported at once; never throws.</summary>
internal sealed class Fields(JsonElement element, string path, List<string> problems)
{
    internal string Text(string key) => OptionalText(key) ?? Missing(key, "");

    internal string? OptionalText(string key)
    {
        if (!Find(key, out JsonElement value))
            return null;
        return TryText(value, out string? text) ? text : Wrong<string>(key, "text");
    }

    internal int Number(string key) => OptionalNumber(key) ?? Missing(key, 0);

    internal int? OptionalNumber(string key)
    {
        if (!Find(key, out JsonElement value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= 0)
            return number;
        problems.Add($"{path}.{key}: not a count");
        return null;
    }

    /// <summary>A text, or a number written as text: ids of rounds and agenda items occur as both.</summary>
    internal string? OptionalTextOrNumber(string key) =>
        Find(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : OptionalText(key);

    internal bool OptionalFlag(string key) => Find(key, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    internal Fields Object(string key) => OptionalObject(key) ?? new Fields(default, $"{path}.{key}", Note(key));

    internal Fields? OptionalObject(string key)
    {
        if (!Find(key, out JsonElement value))
            return null;
        return value.ValueKind == JsonValueKind.Object ? new Fields(value, $"{path}.{key}", problems) : Wrong<Fields>(key, "an object");
    }

    internal IReadOnlyList<Fields> Objects(string key)
    {
        List<Fields> objects = [];
        if (!Find(key, out JsonElement value))
            return objects;
        if (value.ValueKind != JsonValueKind.Array)
            problems.Add($"{path}.{key}: not a list");
        else
            foreach (JsonElement item in value.EnumerateArray())
                objects.Add(new Fields(item, $"{path}.{key}[{objects.Count}]", problems));
        return objects;
    }

    internal IReadOnlyList<string> Texts(string key)
    {
        List<string> texts = [];
        if (!Find(key, out JsonElement value))
            return texts;
        if (TryText(value, out string? single))
            return [single];
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.Add($"{path}.{key}: not a list of texts");
            return texts;
        }
        foreach (JsonElement item in value.EnumerateArray())
            if (TryText(item, out string? text))
                texts.Add(text);
            else
                problems.Add($"{path}.{key}[{texts.Count}]: not text");
        return texts;
    }

    /// <summary>A time in RFC 3339; the paper shows hall time, which is +08:00 everywhere in the country.</summary>
    internal DateTimeOffset? OptionalTime(string key)
    {
        if (OptionalText(key) is not string text)
            return null;
        if (DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
            return time.ToOffset(TimeSpan.FromHours(8));
        problems.Add($"{path}.{key}: not a time");
        return null;
    }

    internal void Problem(string key, string what) => problems.Add($"{path}.{key}: {what}");

    /// <summary>Every field must be one of <paramref name="known"/>.</summary>
    internal void Only(params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (JsonProperty property in element.EnumerateObject())
            if (!known.Contains(property.Name))
                problems.Add($"{path}.{property.Name}: unknown field");
    }

    /// <summary>A lone surrogate written as an escape is valid JSON but no text: the reader reports it only when the text is taken.</summary>
    private static bool TryText(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (value.ValueKind != JsonValueKind.String)
            return false;
        try
        {
            text = value.GetString();
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        return text is not null;
    }

    private bool Find(string key, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out value);
    }

    private T Missing<T>(string key, T instead)
    {
        if (!Find(key, out _))
            problems.Add($"{path}.{key}: missing");
        return instead;
    }

    private T? Wrong<T>(string key, string what)
        where T : class
    {
        problems.Add($"{path}.{key}: not {what}");
        return null;
    }

    private List<string> Note(string key)
    {
        problems.Add($"{path}.{key}: missing");
        // What lies below a missing object is not reported again.
        return [];
    }
}
