namespace VotingHall.Screens;

/// <summary>
/// 计票录入: what secretariat and scrutineers enter of papers, hands or slips. As long as one person alone has entered, nothing of that entry is here:
/// the second counts without seeing the first. Source: rules 4.4, 14.
/// </summary>
/// <param name="Present">实到.</param>
/// <param name="Rows">Names, projects or the one question, in ballot order.</param>
/// <param name="WritesIn">另选他人 may be written in.</param>
/// <param name="MaxFor">Most a paper may choose.</param>
/// <param name="EnteredBy">Who has entered a count.</param>
/// <param name="Needed">How many persons enter.</param>
/// <param name="Entries">Both counts, once both are in and they differ or do not add up; else empty.</param>
/// <param name="SlipMarks">另选 marks whose slips are entered, 0 where there are none.</param>
/// <param name="Places">不用表决器的出席代表, whose sums may be entered.</param>
public sealed record HandDesk(
    QuestionView Question, HandStep Step, bool OnPaper, int Present, int? Issued, int? Collected, IReadOnlyList<string> Rows, bool WritesIn, int MaxFor,
    IReadOnlyList<string> EnteredBy, int Needed, IReadOnlyList<HandEntry> Entries, int SlipMarks, int Places);

/// <summary>手工环节的步骤.</summary>
public enum HandStep
{
    /// <summary>投票中: papers issued are entered.</summary>
    Casting = 1,
    /// <summary>收回: papers collected are entered.</summary>
    Collecting = 2,
    /// <summary>等待主持人宣布投票有效.</summary>
    Validity = 3,
    Counting = 4,
    /// <summary>两次录入不同.</summary>
    Differ = 5,
    /// <summary>票数有缺额, a scrutineer decides.</summary>
    Unaccounted = 6,
    /// <summary>另选票 of a secret keypad election.</summary>
    Slips = 7,
    /// <summary>不用表决器的代表.</summary>
    Manual = 8,
    /// <summary>举手中: nothing to enter yet.</summary>
    Raising = 9,
    /// <summary>已计票: written names may be merged.</summary>
    Counted = 10,
}

/// <summary>一人录入的计票.</summary>
public sealed record HandEntry(
    string Person, int Valid, int OverVote, int Illegible, int NotOfficial, int Torn, int Other, IReadOnlyList<HandRow> Rows, IReadOnlyList<HandName> Names);

/// <summary>一行的票数.</summary>
public sealed record HandRow(int For, int Against, int Abstain, int Void);

/// <summary>另选他人的票数.</summary>
public sealed record HandName(string Name, int Votes);

/// <summary>手工环节的进展, for the chair: how far the course is, and nothing of the count.</summary>
public sealed record HandProgress(
    HandStep Step, bool OnPaper, int Present, int? Issued, int? Collected, int Entered, int Needed);

/// <summary>选票清点 of a result on paper.</summary>
public sealed record PaperFigures(int Issued, int Collected, int Valid, int Invalid);
