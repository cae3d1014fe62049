namespace VotingHall.Server.Plans;

/// <summary>读入结果: the whole plan, or every reason why not. Nothing is ever half imported.</summary>
public abstract record PlanReading<T>
{
    private PlanReading() { }

    public sealed record Read(T Value) : PlanReading<T>;

    /// <summary>Problems in file and line order, at least one.</summary>
    public sealed record Refused(IReadOnlyList<PlanProblem> Problems) : PlanReading<T>;
}

/// <summary>问题: what is wrong, where, and what to do. Line 0 = the file as a whole.</summary>
public sealed record PlanProblem(string File, int Line, string Chinese, string English)
{
    /// <summary>Field or column, empty for the whole.</summary>
    public string Field { get; init; } = "";

    /// <summary>What stands there, empty where it does not help.</summary>
    public string Value { get; init; } = "";

    public override string ToString() => Line == 0 ? $"{File}: {Chinese} / {English}" : $"{File}:{Line}: {Chinese} / {English}";
}
