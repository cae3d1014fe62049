using System.Globalization;

namespace VotingHall.Core;

/// <summary>算式: the sums as the hall reads them, in Chinese and English, from the same integers that decide. Source: rules 1.</summary>
public static class Arithmetic
{
    /// <summary>"300÷2+1=151", "301÷2取整+1=151", "301×2÷3进位=201".</summary>
    public static string ThresholdChinese(Threshold threshold, int countBase)
    {
        bool divides = Divides(threshold, countBase);
        return Product(threshold, countBase, "×", "÷") + (threshold.Inclusive, divides) switch
        {
            (true, true) => "",
            (true, false) => "进位",
            (false, true) => "+1",
            (false, false) => "取整+1",
        } + "=" + Text(threshold.VotesNeeded(countBase));
    }

    /// <summary>"300/2 + 1 = 151", "301/2 rounded down + 1 = 151", "301*2/3 rounded up = 201".</summary>
    public static string ThresholdEnglish(Threshold threshold, int countBase)
    {
        bool divides = Divides(threshold, countBase);
        return Product(threshold, countBase, "*", "/") + (threshold.Inclusive, divides) switch
        {
            (true, true) => "",
            (true, false) => " rounded up",
            (false, true) => " + 1",
            (false, false) => " rounded down + 1",
        } + " = " + Text(threshold.VotesNeeded(countBase));
    }

    /// <summary>"271≥151" or "150&lt;151".</summary>
    public static string Comparison(int votes, int needed) => Text(votes) + (votes >= needed ? "≥" : "<") + Text(needed);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool Divides(Threshold threshold, int countBase) =>
        (long)countBase * threshold.Share.Numerator % threshold.Share.Denominator == 0;

    private static string Product(Threshold threshold, int countBase, string times, string over) =>
        Text(countBase)
        + (threshold.Share.Numerator == 1 ? "" : times + Text(threshold.Share.Numerator))
        + over + Text(threshold.Share.Denominator);
}
