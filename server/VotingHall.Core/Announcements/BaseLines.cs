namespace VotingHall.Core;

/// <summary>基数的说明: shown only where another imaginable base leads to another outcome. Source: rules 2.2; cases C09 to C11.</summary>
internal static class BaseLines
{
    public static void Add(List<ExplanationLine> lines, Question question, Tally tally, CountContext context)
    {
        BaseFinding finding = BaseFinding.Of(question, tally, context);
        if (finding.Differs)
            lines.Add(new ExplanationLine(
                "基数不同，结果不同，宣布前请核对基数", "another base leads to another outcome: check the base before announcing",
                finding.Chinese, finding.English, Warns: true));
    }
}
