namespace VotingHall.Core;

/// <summary>
/// 表决选择: what a member marks in one row. Which number it has on a keypad is for the paper to say: its place among the options offered
/// (protocol 4.3). 未按 (not pressed) is computed, never a choice. Stored by name.
/// </summary>
public enum Choice
{
    /// <summary>赞成, also "chosen" in pick lists.</summary>
    For = 1,
    /// <summary>反对.</summary>
    Against = 2,
    /// <summary>弃权.</summary>
    Abstain = 3,
    /// <summary>另选他人 as an option of its own (secret elections on keypads): 反对 for the listed candidate, the name goes on a paper slip.</summary>
    WriteIn = 4,
    /// <summary>最好的等次 of an evaluation, e.g. 满意; the paper names it.</summary>
    Grade1 = 5,
    /// <summary>第二等.</summary>
    Grade2 = 6,
    /// <summary>第三等.</summary>
    Grade3 = 7,
    /// <summary>第四等.</summary>
    Grade4 = 8,
    /// <summary>第五等.</summary>
    Grade5 = 9,
}

/// <summary>表决方式: how a round is taken. Source: protocol 4.1 (mode), rules 15.</summary>
public enum RoundMode
{
    /// <summary>记名.</summary>
    Named = 1,
    /// <summary>无记名.</summary>
    Secret = 2,
    /// <summary>签到: any key means present.</summary>
    SignIn = 3,
}

/// <summary>改选规则: which press counts. Source: rules 13.4, 18 (keypad.changePolicy).</summary>
public enum PressRule
{
    /// <summary>以最后一次按键为准.</summary>
    Last = 1,
    /// <summary>首次按键锁定.</summary>
    First = 2,
}

/// <summary>轮次阶段: Prepared → Open → Closing → Closed → Counted → Confirmed → Declared, or Voided from any phase before Declared.</summary>
public enum RoundPhase
{
    Prepared = 1,
    Open = 2,
    /// <summary>Closing ordered and durable; late frames of presses made in time still come in.</summary>
    Closing = 3,
    /// <summary>Nothing is accepted any more; secret rounds wait for the station's sum, papers and hands for what people count.</summary>
    Closed = 4,
    Counted = 5,
    Confirmed = 6,
    Declared = 7,
    Voided = 8,
}
