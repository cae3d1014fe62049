using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace VotingHall.Screens;

/// <summary>
/// 界面文字: the fixed texts of a page in one language, from the resource files beside it (<c>name.zh.json</c>, <c>name.en.json</c>); those of
/// <c>shared</c> are in every set. Scripts get the same set with the page.
/// </summary>
public sealed class Texts
{
    private static readonly FrozenDictionary<(string Set, ScreenLanguage Language), Texts> All = Load();

    private readonly FrozenDictionary<string, string> byKey;

    private Texts(FrozenDictionary<string, string> byKey)
    {
        this.byKey = byKey;
        Json = JsonSerializer.Serialize(byKey.OrderBy(text => text.Key, StringComparer.Ordinal).ToDictionary(), ScreenJson.Options);
    }

    /// <summary>The set as a JSON object, for the page's script.</summary>
    public string Json { get; }

    public IReadOnlyDictionary<string, string> ByKey => byKey;

    /// <summary>Names of all sets.</summary>
    public static IReadOnlyList<string> Sets { get; } = [.. All.Keys.Select(key => key.Set).Distinct().Order(StringComparer.Ordinal)];

    /// <exception cref="KeyNotFoundException">A text without a resource: a bug, found by the test that renders every page.</exception>
    public string this[string key] => byKey[key];

    /// <summary>The texts of a page together with the shared ones.</summary>
    public static Texts Of(string set, ScreenLanguage language) => All[(set, language)];

    private static FrozenDictionary<(string, ScreenLanguage), Texts> Load()
    {
        Assembly assembly = typeof(Texts).Assembly;
        Dictionary<(string, ScreenLanguage), Dictionary<string, string>> read = [];
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("texts/", StringComparison.Ordinal)))
        {
            string[] parts = Path.GetFileName(name).Split('.');
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            read[(parts[0], parts[1] == "en" ? ScreenLanguage.English : ScreenLanguage.Chinese)] =
                JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
        }
        return read.ToFrozenDictionary(
            set => set.Key,
            set => new Texts(read[("shared", set.Key.Item2)].Concat(set.Value).DistinctBy(text => text.Key)
                .ToFrozenDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal)));
    }
}
