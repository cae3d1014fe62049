namespace VotingHall.Papers;

/// <summary>屏幕字体的一个字面: one face of a font file, with the characters it has; opened once and kept.</summary>
internal sealed class WebFontFace
{
    /// <summary>Figures that do not jump, and what letters and figures need among themselves; nothing for vertical setting.</summary>
    private static readonly string[] FeaturesKept = ["tnum", "lnum", "ccmp", "kern"];

    private static readonly string[] TablesDropped = ["BASE", "DSIG", "VORG", "vhea", "vmtx"];

    private readonly HarfBuzzFace face;
    private readonly HarfBuzzSet characters;

    private WebFontFace(string fileName, HarfBuzzFace face, HarfBuzzSet characters)
    {
        (FileName, this.face, this.characters) = (fileName, face, characters);
    }

    internal string FileName { get; }

    /// <summary>The face of this family in a font file or collection; null when there is none.</summary>
    internal static WebFontFace? Open(string path, string family)
    {
        using HarfBuzzBlob blob = HarfBuzz.BlobFromFile(path);
        if (blob.IsInvalid)
            return null;
        uint count = HarfBuzz.FaceCount(blob);
        for (uint index = 0; index < count; index++)
        {
            HarfBuzzFace face = HarfBuzz.FaceCreate(blob, index);
            if (HarfBuzz.Family(face) == family)
            {
                HarfBuzzSet characters = HarfBuzz.SetCreate();
                HarfBuzz.CollectUnicodes(face, characters);
                return new WebFontFace(Path.GetFileName(path), face, characters);
            }
            face.Dispose();
        }
        return null;
    }

    internal bool Has(System.Text.Rune rune) => HarfBuzz.SetHas(characters, (uint)rune.Value) != 0;

    /// <summary>A font of these characters alone; null when it cannot be cut.</summary>
    internal byte[]? Cut(IReadOnlyList<System.Text.Rune> runes)
    {
        using HarfBuzzSubsetInput input = HarfBuzz.InputCreate();
        if (input.IsInvalid)
            return null;
        nint wanted = HarfBuzz.InputUnicodes(input);
        foreach (System.Text.Rune rune in runes)
            HarfBuzz.SetAdd(wanted, (uint)rune.Value);
        nint features = HarfBuzz.InputSet(input, HarfBuzz.LayoutFeatures);
        HarfBuzz.SetClear(features);
        foreach (string feature in FeaturesKept)
            HarfBuzz.SetAdd(features, HarfBuzz.Tag(feature));
        nint dropped = HarfBuzz.InputSet(input, HarfBuzz.DroppedTables);
        foreach (string table in TablesDropped)
            HarfBuzz.SetAdd(dropped, HarfBuzz.Tag(table));
        HarfBuzz.InputFlags(input, HarfBuzz.NoHinting);
        using HarfBuzzFace cut = HarfBuzz.Cut(face, input);
        if (cut.IsInvalid)
            return null;
        using HarfBuzzBlob blob = HarfBuzz.FaceBlob(cut);
        byte[] bytes = HarfBuzz.Bytes(blob);
        return bytes.Length == 0 ? null : bytes;
    }
}
