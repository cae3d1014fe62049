namespace VotingHall.Server.Plans;

/// <summary>问题收集: all problems of one file, so that it is corrected in one go.</summary>
internal sealed class PlanProblems(string file)
{
    /// <summary>More than this helps nobody; the rest is counted.</summary>
    private const int ShownMax = 200;

    private readonly List<PlanProblem> all = [];

    public bool None => all.Count == 0;

    public string File => file;

    public void Add(int line, string chinese, string english) => Add(new PlanProblem(file, line, chinese, english));

    public void Add(int line, string field, string chinese, string english) => Add(new PlanProblem(file, line, chinese, english) { Field = field });

    public void Add(PlanProblem problem)
    {
        if (!all.Contains(problem))
            all.Add(problem);
    }

    /// <summary>Hands everything over to the problems of the file that led here.</summary>
    public void MoveTo(PlanProblems other)
    {
        foreach (PlanProblem problem in all)
            other.Add(problem);
    }

    public PlanReading<T>.Refused Refuse<T>()
    {
        List<PlanProblem> sorted = [.. all.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
        if (sorted.Count > ShownMax)
        {
            int more = sorted.Count - ShownMax;
            sorted = [.. sorted.Take(ShownMax), new PlanProblem(file, 0, $"另有 {more} 处错误", $"{more} more problems")];
        }
        return new PlanReading<T>.Refused(sorted);
    }
}
