namespace VotingHall.Core;

/// <summary>
/// 票样: what a keypad shows and limits, before it becomes bytes (protocol 5.2 lays it out, Link writes it).
/// Rows are numbered from 0 over all groups, in ballot order.
/// </summary>
/// <param name="Title">Shown title (item number and short title).</param>
/// <param name="CastsAtOnce">One key press casts (single row only).</param>
/// <param name="Groups">1 to 8 groups in row order.</param>
public sealed record BallotPaper(string Title, bool CastsAtOnce, IReadOnlyList<PaperGroup> Groups)
{
    public int RowCount => Groups.Sum(group => group.Rows.Count);
}

/// <summary>票样分组: rows with common options and limits, e.g. one office or one project list.</summary>
/// <param name="Rows">Row texts (names, projects) in ballot order; an empty text is allowed for a single question.</param>
/// <param name="Options">Options offered in each row, in key order; the first is 赞成, or the best grade. None: only for paper (points are written).</param>
/// <param name="Unmarked">Option taken for an unmarked row; null = confirming is refused until every row is marked
/// (only meaningful with more than one option; pick lists leave unmarked rows empty).</param>
/// <param name="MinFor">Least number of 赞成 (and 另选) over the group's rows.</param>
/// <param name="MaxFor">Largest number of 赞成 (and 另选, and write-ins) over the group's rows.</param>
/// <param name="WriteIns">Write-in names allowed (named rounds only).</param>
public sealed record PaperGroup(
    IReadOnlyList<string> Rows, IReadOnlyList<Choice> Options, Choice? Unmarked, int MinFor, int MaxFor, int WriteIns)
{
    /// <summary>A list to pick from: only one option, an unmarked row is simply not chosen.</summary>
    public bool IsPickList => Options.Count == 1;

    /// <summary>选项文字, one for each option where the usual words are not meant (满意, 基本满意, …); empty = the usual words.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The text of the option at a place from 0.</summary>
    public string LabelOf(int option) => Labels.Count > 0 ? Labels[option] : Choices.Chinese(Options[option]);

    public bool Offers(Choice choice) => Options.Contains(choice);
}
