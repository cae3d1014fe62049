namespace VotingHall.Core;

/// <summary>
/// 理由: why an outcome is what it is, as figures and articles. Chinese and English are rendered from it (<see cref="ReasonText"/>), so the words can
/// change and the reason stays. Source: rules 1, 17.
/// </summary>
/// <param name="RuleId">Identifier of rules 1, e.g. "majority_of_all".</param>
/// <param name="Base">The base used, 0 when the rule needs none.</param>
/// <param name="BaseOf">Of whom or what the base is made up.</param>
/// <param name="Threshold">The share asked for; null where more votes simply win.</param>
/// <param name="Required">Votes needed, null when the rule has no threshold (plurality, top_n).</param>
/// <param name="Comparisons">What was compared with what, in ballot order.</param>
/// <param name="Places">Places filled and left, where places are filled.</param>
/// <param name="Laws">Articles of national law, most specific last.</param>
/// <param name="Clauses">条款 of the local norm, as the profile quotes them.</param>
public sealed record Reason(
    string RuleId, int Base, BaseOf BaseOf, Threshold? Threshold, int? Required, IReadOnlyList<Comparison> Comparisons, PlacesFilled? Places,
    IReadOnlyList<Law> Laws, IReadOnlyList<string> Clauses)
{
    /// <summary>清点不符: identities of papers that make the figures impossible.</summary>
    public IReadOnlyList<PaperFault> Faults { get; init; } = [];

    /// <summary>The sum as the hall reads it, e.g. "300÷2+1=151；271≥151".</summary>
    public string Arithmetic => ReasonText.Chinese(this);

    /// <summary>The same in English.</summary>
    public string ArithmeticEnglish => ReasonText.English(this);

    /// <summary>Articles and clauses in Chinese, e.g. "地方组织法第二十五条".</summary>
    public IReadOnlyList<string> Cites => [.. Laws.Select(law => law.Chinese), .. Clauses];

    public IReadOnlyList<string> CitesEnglish => [.. Laws.Select(law => law.English), .. Clauses];
}

/// <summary>基数的构成. Stored by name. Source: rules 2, 12.2.</summary>
public enum BaseOf
{
    /// <summary>没有基数.</summary>
    Nobody = 1,
    /// <summary>全体代表（组成人员、成员）.</summary>
    All = 2,
    /// <summary>出席会议的.</summary>
    Present = 3,
    /// <summary>提出质询案的.</summary>
    Signatories = 4,
    /// <summary>收回的票.</summary>
    Collected = 5,
    /// <summary>有效票.</summary>
    Valid = 6,
}

/// <summary>一次比较: one figure against what was asked for.</summary>
/// <param name="Name">Person or item; empty where the whole was voted.</param>
/// <param name="Figure">What was counted.</param>
/// <param name="Value">How many.</param>
/// <param name="Relation">How it stands.</param>
/// <param name="Against">To what.</param>
/// <param name="Grades">等次 counted together, e.g. "满意+基本满意"; empty elsewhere.</param>
public sealed record Comparison(string Name, ComparedFigure Figure, int Value, Relation Relation, int Against, string Grades = "")
{
    /// <summary>Against a number of votes needed.</summary>
    public static Comparison Of(string name, ComparedFigure figure, int value, int needed, string grades = "") =>
        new(name, figure, value, value >= needed ? Relation.AtLeast : Relation.Below, needed, grades);
}

/// <summary>比较的数. Stored by name.</summary>
public enum ComparedFigure
{
    /// <summary>赞成票, write-ins of the same name included.</summary>
    For = 1,
    /// <summary>参加表决人数.</summary>
    TookPart = 2,
    /// <summary>出席人数.</summary>
    Present = 3,
    /// <summary>票数之和.</summary>
    Marks = 4,
    /// <summary>等次累计.</summary>
    Grades = 5,
    /// <summary>所选合计.</summary>
    Chosen = 6,
    /// <summary>人工计票中多出的票数; there is nothing it is measured against.</summary>
    HandMarks = 7,
}

/// <summary>大小关系. Stored by name.</summary>
public enum Relation
{
    /// <summary>≥.</summary>
    AtLeast = 1,
    /// <summary>&lt;.</summary>
    Below = 2,
    /// <summary>&gt; what can be.</summary>
    Above = 3,
}

/// <summary>名额的结果: places, how many were filled, how many contenders are equal across the last one.</summary>
/// <param name="Of">What contends.</param>
public sealed record PlacesFilled(Contenders Of, int Places, int Filled, int Tied)
{
    public int Left => Places - Filled;
}

/// <summary>竞选者的种类. Stored by name.</summary>
public enum Contenders
{
    /// <summary>候选人.</summary>
    Persons = 1,
    /// <summary>项目.</summary>
    Projects = 2,
    /// <summary>预选的被提名人.</summary>
    Nominees = 3,
}
