using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Core;

/// <summary>
/// 规范 JSON 值: the only JSON shapes of journal, record and policy. Integers only, no null, no duplicate keys,
/// keys sorted by UTF-16 code units (JCS). Source: record.md 1, 3.
/// </summary>
public abstract record Json
{
    private Json() { }

    public sealed record Text(string Value) : Json;

    /// <summary>|n| &lt; 2^53.</summary>
    public sealed record Number(long Value) : Json;

    public sealed record Flag(bool Value) : Json;

    public sealed record List(IReadOnlyList<Json> Items) : Json;

    public sealed record Object(IReadOnlyList<KeyValuePair<string, Json>> Fields) : Json
    {
        /// <summary>The field's value, or null when absent.</summary>
        public Json? this[string key]
        {
            get
            {
                foreach (KeyValuePair<string, Json> field in Fields)
                    if (field.Key == key)
                        return field.Value;
                return null;
            }
        }

        public string? TextOf(string key) => (this[key] as Text)?.Value;

        public long? NumberOf(string key) => (this[key] as Number)?.Value;

        public bool? FlagOf(string key) => (this[key] as Flag)?.Value;

        public IReadOnlyList<Json>? ListOf(string key) => (this[key] as List)?.Items;

        public Object? ObjectOf(string key) => this[key] as Object;
    }

    /// <summary>No text = no field: a condition may leave a text out of <see cref="Of"/>.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator Json?(string? value) => value is null ? null : new Text(value);

    public static implicit operator Json(long value) => new Number(value);

    public static implicit operator Json(int value) => new Number(value);

    public static implicit operator Json(bool value) => new Flag(value);

    /// <summary>An object from fields in any order; fields whose value is null are left out ("absent" means does not apply).</summary>
    public static Object Of(params ReadOnlySpan<(string Key, Json? Value)> fields)
    {
        List<KeyValuePair<string, Json>> kept = [];
        foreach ((string key, Json? value) in fields)
            if (value is not null)
                kept.Add(new(key, value));
        kept.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return new Object(kept);
    }

    public static List ListOf<T>(IEnumerable<T> items, Func<T, Json> map) => new([.. items.Select(map)]);
}
