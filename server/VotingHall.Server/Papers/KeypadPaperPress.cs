using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;
using VotingHall.Core;
using VotingHall.Link;

namespace VotingHall.Server.Papers;

/// <summary>字模来源: bitmaps of 16x16 for characters that are not built into the keypad.</summary>
public interface IGlyphSource
{
    /// <summary>32 bytes for each character asked, or those no font has.</summary>
    IReadOnlyDictionary<Rune, byte[]> Glyphs(IReadOnlyCollection<Rune> characters);
}

/// <summary>字模 from the papers worker; the ones already asked for are remembered. Safe from any thread: two desks may prepare at once.</summary>
public sealed class WorkerGlyphs(PapersWorker worker) : IGlyphSource
{
    private readonly Lock asking = new();
    private FrozenDictionary<Rune, byte[]> known = FrozenDictionary<Rune, byte[]>.Empty;

    public IReadOnlyDictionary<Rune, byte[]> Glyphs(IReadOnlyCollection<Rune> characters)
    {
        lock (asking)
            return Asked(characters);
    }

    private FrozenDictionary<Rune, byte[]> Asked(IReadOnlyCollection<Rune> characters)
    {
        string wanted = string.Concat(characters.Where(rune => !known.ContainsKey(rune)).Distinct().Select(rune => rune.ToString()));
        if (wanted.Length > 0)
        {
            JsonObject answer = worker.Ask(new JsonObject { ["do"] = "glyphs", ["characters"] = wanted });
            if (answer["glyphs"] is not JsonObject glyphs)
                throw new PapersFault($"字库缺字：{answer["zh"]}", $"no font has a character of the paper: {answer["en"]}");
            known = known
                .Concat(glyphs.Select(glyph => new KeyValuePair<Rune, byte[]>(glyph.Key.EnumerateRunes().First(), Convert.FromBase64String((string?)glyph.Value ?? ""))))
                .ToFrozenDictionary();
        }
        return known;
    }
}

/// <summary>
/// 表决器票样: lays a ballot paper out as the bytes a keypad shows: texts as glyph numbers, limits as the firmware reads them.
/// Source: protocol 5.2.
/// </summary>
public sealed class KeypadPaperPress(IGlyphSource glyphs)
{
    /// <summary>Two lines of the display.</summary>
    private const int TitleCharactersMax = 16;

    /// <summary>The bytes of the paper for <paramref name="mode"/>.</summary>
    /// <exception cref="PapersFault">A character has no glyph, or the paper breaks a limit of the keypad.</exception>
    public byte[] Make(BallotPaper paper, RoundMode mode)
    {
        PaperLayout layout = new(
            Shorten(paper.Title, TitleCharactersMax), paper.CastsAtOnce, SecretAllowed: mode == RoundMode.Secret, Trial: false, LaneBits: Lanes12,
            [.. paper.Groups.Select(Layout)]);
        Rune[] characters = [.. AllTexts(layout).SelectMany(text => text.EnumerateRunes()).Where(rune => !rune.IsAscii).Distinct()];
        return PaperBytes.TryWrite(layout, glyphs.Glyphs(characters), out byte[]? bytes, out PaperRefusal refusal)
            ? bytes
            : throw new PapersFault($"票样超出表决器的限制（{refusal}）。", $"The paper exceeds a limit of the keypad ({refusal}).");
    }

    private const byte Lanes12 = 12;

    private static PaperGroupLayout Layout(PaperGroup group) => new(
        group.Rows, [.. group.Options.Select((_, option) => group.LabelOf(option))],
        group.IsPickList ? PaperGroupForm.None : group.Unmarked is { } unmarked ? (byte)(IndexOf(group, unmarked) + 1) : PaperGroupForm.Refused,
        (ushort)group.MinFor, (ushort)group.MaxFor, (byte)group.WriteIns, LimitMaskOf(group));

    /// <summary>另选他人 as an option counts towards the seats like 赞成. Source: protocol 5.2, rules 4.2.</summary>
    private static byte LimitMaskOf(PaperGroup group)
    {
        int writeIn = IndexOf(group, Choice.WriteIn);
        return (byte)(writeIn < 0 ? 1 : 1 | (1 << writeIn));
    }

    private static int IndexOf(PaperGroup group, Choice choice)
    {
        for (int i = 0; i < group.Options.Count; i++)
            if (group.Options[i] == choice)
                return i;
        return -1;
    }

    private static IEnumerable<string> AllTexts(PaperLayout layout) =>
        [layout.Title, .. layout.Groups.SelectMany(group => group.Options), .. layout.Groups.SelectMany(group => group.Rows)];

    private static string Shorten(string text, int charactersMax)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        return runes.Length <= charactersMax ? text : string.Concat(runes.Take(charactersMax - 1).Select(rune => rune.ToString())) + "…";
    }
}
