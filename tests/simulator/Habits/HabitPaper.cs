using System.Text;

namespace VotingHall.Simulator;

/// <summary>
/// 认票面: a paper as a member knows it again from the keypad: mode, rows, options, and how the title begins. The keypad holds no text, only glyphs in
/// order of first use; so a title fits when its plain characters are the same and its other characters repeat at the same places.
/// </summary>
/// <param name="Title">Beginning of the title; empty = any. What goes beyond the 16 characters a keypad holds is passed over.</param>
public sealed record HabitPaper(PaperMode Mode, int Rows, int Options, string Title)
{
    private const int BuiltIn = 0x8000;

    public bool Fits(PaperView paper) =>
        paper.Mode == Mode && paper.Rows == Rows && paper.Options == Options && IsTitle(paper.Title);

    private bool IsTitle(IReadOnlyList<int> shown)
    {
        int[] wanted = [.. Codes().Take(NativeHall.TitleMax)];
        // The last place of a full title may be an ellipsis: what follows is not told.
        int compared = wanted.Length == NativeHall.TitleMax ? NativeHall.TitleMax - 1 : wanted.Length;
        return shown.Count >= wanted.Length && wanted.Take(compared).SequenceEqual(shown.Take(compared));
    }

    private IEnumerable<int> Codes()
    {
        Dictionary<Rune, int> glyphs = [];
        foreach (Rune rune in Title.EnumerateRunes())
        {
            if (rune.Value is >= 0x20 and <= 0x7E)
            {
                yield return BuiltIn + rune.Value;
                continue;
            }
            glyphs.TryAdd(rune, glyphs.Count);
            yield return glyphs[rune];
        }
    }
}
