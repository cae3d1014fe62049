using System.Globalization;
using System.Text;

namespace VotingHall.Papers;

/// <summary>用字检查: names are refused when a roll is read in, not when a paper is printed.</summary>
internal static class CharacterCheck
{
    /// <summary>A character must be printable in the names' face and in the labels' face (board and keypad show it too).</summary>
    internal static IReadOnlyList<string> Missing(FontShelf shelf, string characters) =>
        [.. shelf.Unprintable(characters, Face.FangSong).Union(shelf.Unprintable(characters, Face.Hei))];

    internal static Refusal Refuse(IReadOnlyList<string> missing)
    {
        string codes = string.Join("、", missing.Select(Named));
        return new Refusal("glyphMissing", "字库没有这些字，不能打印：" + codes,
            "no font has these characters: " + string.Join(", ", missing.Select(Named)));
    }

    private static string Named(string character)
    {
        Rune rune = Rune.GetRuneAt(character, 0);
        string code = "U+" + rune.Value.ToString("X4", CultureInfo.InvariantCulture);
        return FontShelf.IsRefused(rune) ? code : $"{character}（{code}）";
    }
}
