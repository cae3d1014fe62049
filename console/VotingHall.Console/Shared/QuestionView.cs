namespace VotingHall.Screens;

/// <summary>付表决的事项 as screens show it: what is on the paper, nothing of how it is going.</summary>
/// <param name="Round">轮次.</param>
/// <param name="AgendaNo">第 n 项.</param>
/// <param name="Kind">Kind of the question as in records; a run-off election is runoff.</param>
/// <param name="Title">题目.</param>
/// <param name="Verb">动词.</param>
/// <param name="Office">职务 of an election, else empty.</param>
/// <param name="Rows">Candidates, persons or projects in ballot order; empty for a single question.</param>
/// <param name="Seats">应选, 0 where nothing is elected or chosen.</param>
/// <param name="Secret">无记名.</param>
/// <param name="FirstPressCounts">以第一次按键为准, else the last.</param>
/// <param name="RepeatOf">Round repeated, 0 = none.</param>
/// <param name="FollowUpOf">Round whose tie is voted again, 0 = none.</param>
public sealed record QuestionView(
    int Round, string AgendaNo, string Kind, string Title, string Verb, string Office, IReadOnlyList<PaperRow> Rows, int Seats, bool Secret,
    bool FirstPressCounts, int RepeatOf, int FollowUpOf)
{
    /// <summary>逐人（逐项）表决: each row is voted on by itself. False: one press for the whole (a motion, a merged list, one person).</summary>
    public bool OneByOne { get; init; }

    /// <summary>What the options are called where they are not 赞成 反对 弃权, in the order of the keys; else empty.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>表决手段: keypad, paper, hands.</summary>
    public string Method { get; init; } = "keypad";
}

/// <summary>票样的一行: a name (or project) and, where each row has its own, a post.</summary>
public sealed record PaperRow(string Name, string Post);

/// <summary>参加人数 while a round is open: how many, never who and never what.</summary>
/// <param name="Voted">已表决（已签到）: presses on disk.</param>
/// <param name="Present">实到 (roll call: 应到).</param>
public sealed record Turnout(int Voted, int Present);

/// <summary>时限: closes at this moment of the server's clock (<see cref="ViewHead.ServerTimeMs"/>).</summary>
public sealed record Window(long OpenedAtMs, long ClosesAtMs);
