using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>载荷字段: reads one object of the payload; every problem is noted with its path and nothing is thrown.</summary>
internal sealed class PayloadFields(Json.Object json, string path, List<string> problems)
{
    private const int NumberMax = 1_000_000;

    public string Text(string key) => OptionalText(key) ?? Problem(key, "");

    public string? OptionalText(string key) => json[key] switch
    {
        null => null,
        Json.Text text => text.Value,
        _ => Problem(key, ""),
    };

    public int Number(string key) => OptionalNumber(key) ?? Problem(key, 0);

    public int? OptionalNumber(string key) => json[key] switch
    {
        null => null,
        Json.Number { Value: >= 0 and <= NumberMax } number => (int)number.Value,
        _ => Problem(key, 0),
    };

    public bool OptionalFlag(string key) => json[key] switch
    {
        null => false,
        Json.Flag flag => flag.Value,
        _ => Problem(key, false),
    };

    public PayloadFields Object(string key) => OptionalObject(key) ?? Problem(key, new PayloadFields(Json.Of(), path + key, problems));

    public PayloadFields? OptionalObject(string key) => json[key] switch
    {
        null => null,
        Json.Object o => new PayloadFields(o, path + key + ".", problems),
        _ => Problem<PayloadFields?>(key, null),
    };

    /// <summary>The objects of a list; none when absent.</summary>
    public IReadOnlyList<PayloadFields> Objects(string key)
    {
        if (json[key] is null)
            return [];
        if (json[key] is not Json.List list || !list.Items.All(item => item is Json.Object))
            return Problem<IReadOnlyList<PayloadFields>>(key, []);
        return [.. list.Items.Select((item, i) => new PayloadFields((Json.Object)item, $"{path}{key}[{i}].", problems))];
    }

    /// <summary>The texts of a list; none when absent.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (json[key] is null)
            return [];
        if (json[key] is not Json.List list || !list.Items.All(item => item is Json.Text))
            return Problem<IReadOnlyList<string>>(key, []);
        return [.. list.Items.Select(item => ((Json.Text)item).Value)];
    }

    /// <summary>A field as it is, to be read by Core.</summary>
    public Json? Raw(string key) => json[key];

    /// <summary>Notes every field that is not one of <paramref name="keys"/>.</summary>
    public PayloadFields Only(params ReadOnlySpan<string> keys)
    {
        foreach (KeyValuePair<string, Json> field in json.Fields)
            if (!keys.Contains(field.Key))
                problems.Add(path + field.Key);
        return this;
    }

    public T Problem<T>(string key, T instead)
    {
        problems.Add(path + key);
        return instead;
    }
}
