namespace VotingHall.Papers;

/// <summary>中文数字: numbers of terms and sittings as they are written in titles (第三次全体会议).</summary>
internal static class ChineseNumber
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>1 to 99 in Chinese; others as figures.</summary>
    internal static string Of(int number)
    {
        if (number is < 1 or > 99)
            return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string tens = number < 10 ? "" : number < 20 ? "十" : Digits[number / 10] + "十";
        return number % 10 == 0 ? tens : tens + Digits[number % 10];
    }
}
