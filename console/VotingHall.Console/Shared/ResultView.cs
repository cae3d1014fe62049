namespace VotingHall.Screens;

/// <summary>
/// 表决结果: same words and figures in the same order on board, chair, scrutineer and paper (screens 1.10). Exists only after the close; no
/// view of an open round holds it.
/// </summary>
/// <param name="Kind">Kind of the question: rollCall, motion, list, appointment, election, runoff, projectVote.</param>
/// <param name="BaseCount">计票基数.</param>
/// <param name="BaseWords">全体代表 / 全体组成人员 ....</param>
/// <param name="Required">Votes needed, null where the rule has no threshold (run-off).</param>
/// <param name="Seats">应选（应选项目）, 0 where nothing is elected.</param>
/// <param name="SignedIn">实到 when the round opened; of a roll call 应到, so that 实到 + 缺席 make it up.</param>
/// <param name="Participants">参加表决.</param>
/// <param name="NotPressed">未按 = SignedIn - Participants.</param>
/// <param name="FailedKeypads">Of those, seats with a faulty keypad.</param>
/// <param name="WriteIns">另选他人 in all.</param>
/// <param name="Rows">In ballot order.</param>
/// <param name="Verdict">What it means.</param>
/// <param name="VerdictWords">通过, 未通过, 选举有效　三人当选 ....</param>
/// <param name="MayChange">Failed keypads could change the result: 可能影响结果，建议重新表决.</param>
public sealed record ResultView(
    string Kind, int BaseCount, Words BaseWords, int? Required, int Seats, int SignedIn, int Participants, int NotPressed, int FailedKeypads,
    int WriteIns, IReadOnlyList<ResultRow> Rows, Verdict Verdict, Words VerdictWords, bool MayChange)
{
    /// <summary>What the options are called where they are not 赞成 反对 弃权: grades of an evaluation, 满意 and 不满意 of an answer; else empty.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>通过线的名称 beside <see cref="Required"/>: 过半数, 三分之二以上.</summary>
    public Words ThresholdWords { get; init; } = new("过半数", "majority");

    /// <summary>发出、收回、有效、无效 of a vote on paper, else null; there is no 未按 then.</summary>
    public PaperFigures? Papers { get; init; }
}

/// <summary>一行的结果.</summary>
/// <param name="Rank">By votes, ties share a rank; null where rows are not ranked.</param>
/// <param name="Post">职务, empty where it is the same for all rows.</param>
/// <param name="Against">反对, 另选 not included.</param>
public sealed record ResultRow(string Name, string Post, int? Rank, int For, int Against, int Abstain, int WriteIn, RowVerdict Verdict)
{
    /// <summary>Marks of each option, in the order of <see cref="ResultView.Labels"/>; empty where the usual options are offered.</summary>
    public IReadOnlyList<int> Marks { get; init; } = [];

    /// <summary>Share of each grade, for eyes only ("77.42%"); empty where there is none.</summary>
    public IReadOnlyList<string> Rates { get; init; } = [];

    /// <summary>测评结果 of the row: the grade reached or the mean; empty where neither is given.</summary>
    public string Grade { get; init; } = "";
}

/// <summary>结论 of a round.</summary>
public enum Verdict
{
    Carried = 1,
    NotCarried = 2,
    /// <summary>表决无效（参加表决人数不足）.</summary>
    NoEffect = 3,
    /// <summary>逐人表决: see rows.</summary>
    PersonByPerson = 4,
    /// <summary>应选名额已满.</summary>
    Filled = 5,
    /// <summary>票数相等，须再次投票.</summary>
    Tie = 6,
    Shortfall = 7,
    QuorumMet = 8,
    QuorumShort = 9,
    /// <summary>不得宣布.</summary>
    Invalid = 10,
}

/// <summary>一行的结论.</summary>
public enum RowVerdict
{
    /// <summary>No word beside the row.</summary>
    None = 1,
    Carried = 2,
    NotCarried = 3,
    Elected = 4,
    /// <summary>Never written as a word (screens 4.5).</summary>
    NotElected = 5,
    Tied = 6,
    ElectedPendingApproval = 7,
    /// <summary>项目 chosen.</summary>
    Chosen = 8,
    NotChosen = 9,
}
