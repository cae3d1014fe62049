using System.Text.RegularExpressions;

namespace VotingHall.Screens.Tests.Shared;

/// <summary>文字的使用: which texts a script or a page asks for, and which it should not have itself.</summary>
internal static partial class TextUse
{
    /// <summary>Keys asked for: <c>text("key")</c>, <c>texts["key"]</c>, <c>Texts["key"]</c>; one that is put together (<c>`kind.${x}`</c>) ends in a star.</summary>
    public static IReadOnlyList<string> Keys(string source) =>
        [.. Asked().Matches(source).Select(match => Key(match.Groups["key"].Value)).Distinct()];

    /// <summary>Lines of a script or page with Chinese outside comments: texts belong into resource files.</summary>
    public static IReadOnlyList<string> TextsInCode(string source) =>
        [.. Comments().Replace(source, "").Split('\n').Where(line => Ideograph().IsMatch(line)).Select(line => line.Trim())];

    public static bool Has(Texts texts, string key) =>
        key.EndsWith('*') ? texts.ByKey.Keys.Any(one => one.StartsWith(key[..^1], StringComparison.Ordinal)) : texts.ByKey.ContainsKey(key);

    private static string Key(string written)
    {
        int hole = written.IndexOf("${", StringComparison.Ordinal);
        return hole < 0 ? written : written[..hole] + "*";
    }

    [GeneratedRegex("""(?:\btext\(\s*|\b[tT]exts\[\s*|\bTexts\.Of\([^)]*\)\[)["'`](?<key>[^"'`]+)["'`]""")]
    private static partial Regex Asked();

    [GeneratedRegex("""/\*.*?\*/|@\*.*?\*@|<!--.*?-->|(?<![:"'`])//[^\n]*""", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("[\u3400-\u9fff]")]
    private static partial Regex Ideograph();
}
