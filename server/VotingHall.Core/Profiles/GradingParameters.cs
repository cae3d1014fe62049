namespace VotingHall.Core;

/// <summary>满意度测评与评议: all of it is local norm. Source: rules 12, 18.</summary>
/// <param name="Scale">grading.scale: where an item does not say it.</param>
/// <param name="Base">grading.base.</param>
/// <param name="Method">grading.method.</param>
/// <param name="SatisfiedPercent">grading.satisfiedPercent: least rate of the best grade for 满意, in percent.</param>
/// <param name="PassPercent">grading.passPercent: least rate of all grades but the worst for passing, in percent.</param>
/// <param name="Half">grading.half: whether exactly half suffices; the law's own 过半数 is not meant.</param>
/// <param name="Consequences">grading.consequences: what the adopted measure prescribes after an unsatisfactory result, as text; nothing is done by itself.</param>
public sealed record GradingParameters(
    GradingScale Scale = GradingScale.Satisfaction,
    GradingBase Base = GradingBase.All,
    GradingMethod Method = GradingMethod.Cumulative,
    int SatisfiedPercent = 60,
    int PassPercent = 60,
    HalfRule Half = HalfRule.Strict,
    NameList? Consequences = null)
{
    public NameList Consequences { get; init; } = Consequences ?? NameList.Empty;
}

/// <summary>测评等次. Stored by name. Source: rules 12.5.</summary>
public enum GradingScale
{
    /// <summary>满意、基本满意、不满意.</summary>
    Satisfaction = 1,
    /// <summary>非常满意、满意、基本满意、不满意.</summary>
    SatisfactionOfFour = 2,
    /// <summary>优秀、称职、基本称职、不称职.</summary>
    Performance = 3,
    /// <summary>0 至 100 分.</summary>
    Score = 4,
}

/// <summary>测评基数. Stored by name. Source: rules 12.2, 12.3.</summary>
public enum GradingBase
{
    /// <summary>全体.</summary>
    All = 1,
    /// <summary>出席会议的.</summary>
    Present = 2,
    /// <summary>收回的测评票.</summary>
    Collected = 3,
    /// <summary>有效的测评票.</summary>
    Valid = 4,
}

/// <summary>测评办法. Stored by name. Source: rules 12.2–12.4.</summary>
public enum GradingMethod
{
    /// <summary>逐级累计过半数定等次.</summary>
    Cumulative = 1,
    /// <summary>只公布票数和比例.</summary>
    Rates = 2,
    /// <summary>按满意率的比例线定等次.</summary>
    RateThreshold = 3,
}

/// <summary>恰好半数. Stored by name. Source: rules 20.8.</summary>
public enum HalfRule
{
    /// <summary>过半数，不含半数.</summary>
    Strict = 1,
    /// <summary>半数以上，含半数.</summary>
    Inclusive = 2,
}
