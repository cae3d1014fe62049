using System.Runtime.InteropServices;
using System.Text;

namespace VotingHall.Papers;

/// <summary>
/// 字库: exactly our font files and what each can print. Families are chosen here, never by Pango: its own fallback took the Japanese
/// face of the Noto collection and another one in every locale.
/// </summary>
internal sealed class FontShelf
{
    /// <summary>Environment variable with a folder that is looked at first.</summary>
    internal const string FolderVariable = "VOTINGHALL_FONTS";

    private const int Regular = 400;
    private const int Bold = 700;
    private const string NotoPackage = "apt-get install -y --no-install-recommends fonts-noto-cjk";

    private static readonly FontFile SongFile = new("NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", Regular, NotoPackage);
    private static readonly FontFile SongBoldFile = new("NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC", Bold, NotoPackage);
    private static readonly FontFile HeiFile = new("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", Regular, NotoPackage);
    private static readonly FontFile FangSongFile = new("FandolFang-Regular.otf", "FandolFang", Regular, "bash server/install-fonts.sh");
    private static readonly FontFile RareFile = new("BabelStoneHan.ttf", "BabelStone Han", Regular, "apt-get install -y --no-install-recommends fonts-babelstone-han");

    private static readonly string[] SystemFolders =
    [
        "/usr/local/share/fonts/votinghall",
        "/usr/share/fonts/opentype/noto",
        "/usr/share/fonts/truetype/babelstone",
    ];

    private static readonly Dictionary<Face, FontFile[]> Chains = new()
    {
        [Face.Song] = [SongFile, RareFile],
        [Face.SongBold] = [SongBoldFile, RareFile],
        [Face.FangSong] = [FangSongFile, SongFile, RareFile],
        [Face.Hei] = [HeiFile, RareFile],
    };

    private readonly Dictionary<FontFile, nint> _characters;

    private FontShelf(FontconfigHandle config, Dictionary<FontFile, nint> characters, IReadOnlyDictionary<string, string> paths)
    {
        Config = config;
        _characters = characters;
        Paths = paths;
    }

    internal static IReadOnlyList<FontFile> Files { get; } = [FangSongFile, SongFile, SongBoldFile, HeiFile, RareFile];

    internal FontconfigHandle Config { get; }

    /// <summary>Where each font file was found, by file name.</summary>
    internal IReadOnlyDictionary<string, string> Paths { get; }

    /// <summary>Where fonts are looked for: <paramref name="extra"/> first when given.</summary>
    internal static IReadOnlyList<string> Folders(string? extra) => string.IsNullOrEmpty(extra) ? SystemFolders : [extra, .. SystemFolders];

    /// <summary>Opens the shelf; a missing font is a refusal that names what to install.</summary>
    internal static (FontShelf? Shelf, Refusal? Refusal) Open(IReadOnlyList<string> folders)
    {
        Dictionary<string, string> paths = [];
        foreach (FontFile file in Files)
            if (folders.Select(folder => Path.Combine(folder, file.FileName)).FirstOrDefault(File.Exists) is string path)
                paths[file.FileName] = path;
        List<FontFile> missing = [.. Files.Where(file => !paths.ContainsKey(file.FileName))];
        if (missing.Count > 0)
        {
            string names = string.Join("、", missing.Select(file => file.FileName));
            string install = string.Join("；", missing.Select(file => file.Install).Distinct());
            return (null, new Refusal("fontMissing", $"缺少字体 {names}。请执行：{install}",
                $"missing fonts {names.Replace("、", ", ", StringComparison.Ordinal)}; run: {install.Replace("；", "; ", StringComparison.Ordinal)}"));
        }
        return Load(paths);
    }

    /// <summary>The families in which every character of <paramref name="text"/> is printed, as (family, weight) per run.</summary>
    /// <remarks>
    /// A text is a name or a phrase: it is set in one family throughout, because a single character out of another face looks like a
    /// correction. Only when no family has them all (two rare characters of different fonts) is the text split.
    /// </remarks>
    internal IReadOnlyList<FontRun> RunsOf(string text, Face face)
    {
        FontFile[] chain = Chains[face];
        FontFile? whole = chain.FirstOrDefault(file => text.EnumerateRunes().All(rune => Has(file, rune)));
        if (whole is not null)
            return [new FontRun(0, Encoding.UTF8.GetByteCount(text), whole)];
        List<FontRun> runs = [];
        int at = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            FontFile file = chain.FirstOrDefault(candidate => Has(candidate, rune)) ?? chain[0];
            int end = at + rune.Utf8SequenceLength;
            if (runs.Count > 0 && runs[^1].File == file)
                runs[^1] = runs[^1] with { End = end };
            else
                runs.Add(new FontRun(at, end, file));
            at = end;
        }
        return runs;
    }

    internal static FontFile FirstOf(Face face) => Chains[face][0];

    /// <summary>Characters that cannot be printed in <paramref name="face"/>, in order of appearance, each once.</summary>
    /// <remarks>Private use (category Co) is refused although BabelStone Han has glyphs there: nobody can say which character is meant.</remarks>
    internal IReadOnlyList<string> Unprintable(string text, Face face)
    {
        List<string> missing = [];
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool printable = !IsRefused(rune) && Chains[face].Any(file => Has(file, rune));
            string character = rune.ToString();
            if (!printable && !missing.Contains(character))
                missing.Add(character);
        }
        return missing;
    }

    internal static bool IsRefused(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.Control
            or System.Globalization.UnicodeCategory.Surrogate or System.Globalization.UnicodeCategory.OtherNotAssigned
        || rune == Rune.ReplacementChar;

    private bool Has(FontFile file, Rune rune) => Fontconfig.CharSetHasChar(_characters[file], (uint)rune.Value) != 0;

    private static (FontShelf? Shelf, Refusal? Refusal) Load(Dictionary<string, string> paths)
    {
        FontconfigHandle config = Fontconfig.ConfigCreate();
        // The language decides which face of a collection is meant; it must not come from the environment.
        int parsed = Fontconfig.ParseAndLoadFromMemory(config,
            "<fontconfig><match target=\"pattern\"><edit name=\"lang\" mode=\"assign\"><string>zh-cn</string></edit></match></fontconfig>", 1);
        bool added = parsed != 0 && paths.Values.Distinct().All(path => Fontconfig.AppFontAddFile(config, path) != 0);
        Dictionary<FontFile, nint> characters = added ? CharactersOf(config, paths) : [];
        FontFile? unreadable = Files.FirstOrDefault(file => !characters.ContainsKey(file));
        if (unreadable is null)
            return (new FontShelf(config, characters, paths), null);
        config.Dispose();
        string path = paths[unreadable.FileName];
        return (null, new Refusal("fontUnreadable", $"字体文件无法读取：{path}（应含 {unreadable.Family}）", $"cannot read font {path} (expected family {unreadable.Family})"));
    }

    private static unsafe Dictionary<FontFile, nint> CharactersOf(FontconfigHandle config, Dictionary<string, string> paths)
    {
        Dictionary<FontFile, nint> characters = [];
        Fontconfig.FontSet* set = (Fontconfig.FontSet*)Fontconfig.GetFonts(config, Fontconfig.SetApplication);
        if (set is null)
            return characters;
        for (int i = 0; i < set->Count; i++)
        {
            nint pattern = ((nint*)set->Fonts)[i];
            if (Fontconfig.PatternGetString(pattern, "file", 0, out nint path) != 0 || Fontconfig.PatternGetCharSet(pattern, "charset", 0, out nint charSet) != 0)
                continue;
            string? where = Marshal.PtrToStringUTF8(path);
            foreach (FontFile file in Files)
                if (where == paths[file.FileName] && HasFamily(pattern, file.Family))
                    characters.TryAdd(file, charSet);
        }
        return characters;
    }

    private static bool HasFamily(nint pattern, string family)
    {
        for (int i = 0; Fontconfig.PatternGetString(pattern, "family", i, out nint name) == 0; i++)
            if (Marshal.PtrToStringUTF8(name) == family)
                return true;
        return false;
    }
}

/// <summary>字体段: bytes [Start, End) of a text are set in the family of <paramref name="File"/>.</summary>
internal readonly record struct FontRun(int Start, int End, FontFile File);
