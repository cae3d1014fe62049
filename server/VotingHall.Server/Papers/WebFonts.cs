using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace VotingHall.Server.Papers;

/// <summary>
/// 屏幕字体: fonts with exactly the characters a screen shows, cut by the papers worker and remembered, so that the same set is cut once. The name
/// of a font holds a digest of its characters: what a name stands for never changes, a browser may keep it for ever.
/// </summary>
public sealed class WebFonts(PapersWorker worker)
{
    /// <summary>Sets of characters remembered; the one longest unused goes first.</summary>
    public const int SetsKept = 48;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<WebFontSet>> known = [];
    private readonly LinkedList<WebFontSet> newestFirst = new();

    /// <summary>The fonts for every character of <paramref name="text"/>, in any order and number; control characters are left out.</summary>
    /// <exception cref="PapersFault">The worker failed, or a font is not installed.</exception>
    public WebFontSet Of(WebFace face, string text)
    {
        int[] characters = [.. text.EnumerateRunes().Where(rune => !Rune.IsControl(rune)).Select(rune => rune.Value).Distinct().Order()];
        string set = string.Concat(characters.Select(char.ConvertFromUtf32));
        string name = $"{NameOf(face)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(set)))[..32]}";
        lock (gate)
            if (Use(name) is { } cut)
                return cut;
        WebFontSet made = Cut(face, name, set);
        lock (gate)
        {
            if (Use(name) is { } meanwhile)
                return meanwhile;
            known[name] = newestFirst.AddFirst(made);
            if (newestFirst.Count > SetsKept)
            {
                known.Remove(newestFirst.Last!.Value.Name);
                newestFirst.RemoveLast();
            }
        }
        return made;
    }

    /// <summary>The font of a name that <see cref="Of"/> gave out, or null when it is forgotten: the page is made anew and names it again.</summary>
    public WebFontFile? Find(string fileName)
    {
        int end = fileName.LastIndexOf('.');
        int part = end < 0 ? -1 : fileName.LastIndexOf('-', end);
        if (part < 0)
            return null;
        lock (gate)
            return Use(fileName[..part])?.Files.FirstOrDefault(file => file.Name == fileName);
    }

    private WebFontSet? Use(string name)
    {
        if (!known.TryGetValue(name, out LinkedListNode<WebFontSet>? node))
            return null;
        newestFirst.Remove(node);
        newestFirst.AddFirst(node);
        return node.Value;
    }

    private WebFontSet Cut(WebFace face, string name, string set)
    {
        JsonObject answer = worker.Ask(new JsonObject
        {
            ["do"] = "webfont",
            ["family"] = face is WebFace.Serif700 or WebFace.Serif900 ? "serif" : "sans",
            ["weight"] = WeightOf(face),
            ["characters"] = set,
        });
        if (answer["webfonts"] is not JsonArray fonts)
            throw new PapersFault((string?)answer["zh"] ?? "屏幕字体未能制作。", (string?)answer["en"] ?? "The screen font was not made.");
        List<WebFontFile> files = [];
        foreach (JsonNode? font in fonts)
            files.Add(new WebFontFile(
                $"{name}-{files.Count + 1}.otf", Convert.FromBase64String((string?)font?["font"] ?? ""), (string?)font?["characters"] ?? ""));
        return new WebFontSet(name, files, [.. (answer["missing"] as JsonArray ?? []).Select(one => (string?)one ?? "")]);
    }

    private static string NameOf(WebFace face) => face is WebFace.Serif700 or WebFace.Serif900 ? $"serif-{WeightOf(face)}" : $"sans-{WeightOf(face)}";

    private static int WeightOf(WebFace face) => face switch
    {
        WebFace.Serif700 or WebFace.Sans700 => 700,
        WebFace.Serif900 => 900,
        WebFace.Sans400 => 400,
        _ => throw new InvalidOperationException("unknown face"),
    };
}

/// <summary>屏幕字面: family and weight. Source: screens.md 2.2.</summary>
public enum WebFace
{
    /// <summary>宋体 700: titles, names, verdicts.</summary>
    Serif700 = 1,
    /// <summary>宋体 900, or 700 where the black face is not installed.</summary>
    Serif900 = 2,
    /// <summary>黑体 400: labels.</summary>
    Sans400 = 3,
    /// <summary>黑体 700: figures.</summary>
    Sans700 = 4,
}

/// <summary>一组字的字体.</summary>
/// <param name="Name">Face and digest of the characters.</param>
/// <param name="Files">To be named together in one font family: that of the face first, then one for rare characters it lacks. Empty when no character was asked.</param>
/// <param name="Missing">Characters no font has.</param>
public sealed record WebFontSet(string Name, IReadOnlyList<WebFontFile> Files, IReadOnlyList<string> Missing);

/// <summary>一个字体文件, OpenType (<c>font/otf</c>), and the characters it has.</summary>
public sealed record WebFontFile(string Name, byte[] Bytes, string Characters);
