namespace VotingHall.Papers;

/// <summary>姓名: how a name is written in a column.</summary>
internal static class PersonName
{
    /// <summary>A name of two characters is spread to the width of three, as in every official list; others stay as they are.</summary>
    internal static string Widened(string name)
    {
        System.Text.Rune[] runes = [.. name.EnumerateRunes()];
        return runes.Length == 2 ? $"{runes[0]}　{runes[1]}" : name;
    }
}
