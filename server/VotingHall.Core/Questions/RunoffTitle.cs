namespace VotingHall.Core;

/// <summary>再次投票的题目.</summary>
internal static class RunoffTitle
{
    private const string Mark = "（再次投票）";

    /// <summary>The title of the first vote, marked once; left as it is where the mark would not fit.</summary>
    public static string Of(string title) =>
        title.EndsWith(Mark, StringComparison.Ordinal) || title.Length + Mark.Length > QuestionJson.TitleLengthMax ? title : title + Mark;
}
