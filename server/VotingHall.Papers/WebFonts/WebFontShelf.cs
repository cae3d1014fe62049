using System.Text;

namespace VotingHall.Papers;

/// <summary>屏幕字体架: cuts fonts of exactly the characters a screen shows, so that every kiosk shows the same faces and no letter is missing.</summary>
internal sealed class WebFontShelf(IReadOnlyList<string> folders)
{
    internal const string Serif = "serif";
    internal const string Sans = "sans";

    private const string NotoPackage = "apt-get install -y --no-install-recommends fonts-noto-cjk";
    private const string RarePackage = "apt-get install -y --no-install-recommends fonts-babelstone-han";

    /// <summary>For each weight the files that serve, best first: the black face of the serif is a package of its own that few machines have.</summary>
    private static readonly Dictionary<(string Family, int Weight), string[]> Files = new()
    {
        [(Serif, 700)] = ["NotoSerifCJK-Bold.ttc"],
        [(Serif, 900)] = ["NotoSerifCJK-Black.ttc", "NotoSerifCJK-Bold.ttc"],
        [(Sans, 400)] = ["NotoSansCJK-Regular.ttc"],
        [(Sans, 700)] = ["NotoSansCJK-Bold.ttc"],
    };

    private readonly Dictionary<string, WebFontFace> opened = [];

    internal static bool Knows(string family, int weight) => Files.ContainsKey((family, weight));

    internal (CutFonts? Fonts, Refusal? Refusal) Cut(WebFontRequest request)
    {
        string family = request.Family == Serif ? "Noto Serif CJK SC" : "Noto Sans CJK SC";
        (WebFontFace? main, Refusal? refusal) = Open(Files[(request.Family, request.Weight)], family, NotoPackage);
        if (main is null)
            return (null, refusal);
        (WebFontFace? rare, refusal) = Open(["BabelStoneHan.ttf"], "BabelStone Han", RarePackage);
        if (rare is null)
            return (null, refusal);
        List<Rune> inMain = [];
        List<Rune> inRare = [];
        List<string> missing = [];
        foreach (Rune rune in request.Characters.EnumerateRunes().Distinct())
            if (FontShelf.IsRefused(rune) || !(main.Has(rune) || rare.Has(rune)))
                missing.Add(rune.ToString());
            else
                (main.Has(rune) ? inMain : inRare).Add(rune);
        List<CutFont> fonts = [];
        foreach ((WebFontFace face, List<Rune> runes) in new[] { (main, inMain), (rare, inRare) })
        {
            if (runes.Count == 0)
                continue;
            if (face.Cut(runes) is not byte[] bytes)
                return (null, new Refusal("fontNotCut", "无法从字体中取出所需的字：" + face.FileName, "cannot cut the characters out of font " + face.FileName));
            fonts.Add(new CutFont(face.FileName, string.Concat(runes.Order().Select(rune => rune.ToString())), bytes));
        }
        return (new CutFonts(fonts, missing), null);
    }

    private (WebFontFace? Face, Refusal? Refusal) Open(string[] fileNames, string family, string install)
    {
        string? path = fileNames.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (path is null)
            return (null, new Refusal("fontMissing", $"缺少字体 {fileNames[^1]}。请执行：{install}", $"missing font {fileNames[^1]}; run: {install}"));
        if (opened.TryGetValue(path, out WebFontFace? known))
            return (known, null);
        if (WebFontFace.Open(path, family) is not WebFontFace face)
            return (null, new Refusal("fontUnreadable", $"字体文件无法读取：{path}（应含 {family}）", $"cannot read font {path} (expected family {family})"));
        opened[path] = face;
        return (face, null);
    }
}

/// <summary>取出的字体: one for the family asked, one more for rare characters it lacks; and those no font has.</summary>
internal sealed record CutFonts(IReadOnlyList<CutFont> Fonts, IReadOnlyList<string> Missing);

/// <summary>一个字体文件 in memory: from which file, with which characters, as OpenType.</summary>
internal sealed record CutFont(string From, string Characters, byte[] Bytes);
