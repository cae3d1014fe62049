using System.Text;

namespace VotingHall.Server.Plans;

/// <summary>文字检查: characters that cannot stand on a ballot paper. Source: pdf.md (rare characters).</summary>
internal static class PlanText
{
    /// <summary>Private-use characters look right on one machine only; control characters nowhere.</summary>
    public static void RefuseStrange(string text, int line, string where, PlanProblems problems)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsPrivateUse(rune))
                problems.Add(line, $"{where}：“{text}”中有自造字 U+{rune.Value:X4}，请改用正式编码的字", $"{where}: \"{text}\" holds the private-use character U+{rune.Value:X4}; use the encoded one");
            else if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
                problems.Add(line, $"{where}：文字中有控制符 U+{rune.Value:X4}", $"{where}: control character U+{rune.Value:X4}");
        }
    }

    /// <summary>Reports characters no font of the house can draw; <paramref name="missing"/> answers for one text.</summary>
    public static void RefuseUndrawable(string text, int line, Func<string, IReadOnlyList<string>> missing, PlanProblems problems)
    {
        foreach (string character in missing(text))
            problems.Add(line, $"“{text}”中的“{character}”没有字形，无法印制", $"no font has the character \"{character}\" of \"{text}\"; it cannot be printed");
    }

    private static bool IsPrivateUse(Rune rune) => rune.Value is (>= 0xE000 and <= 0xF8FF) or (>= 0xF0000 and <= 0xFFFFD) or (>= 0x100000 and <= 0x10FFFD);
}
