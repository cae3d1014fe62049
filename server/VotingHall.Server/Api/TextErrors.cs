using VotingHall.Server.Plans;

namespace VotingHall.Server.Api;

/// <summary>文字检查: what somebody typed and the hall will print.</summary>
internal static class TextErrors
{
    public static IReadOnlyList<ApiError> Of(string field, string text, Func<string, IReadOnlyList<string>> missing)
    {
        PlanProblems problems = new(field);
        PlanText.RefuseStrange(text, 0, field, problems);
        PlanText.RefuseUndrawable(text, 0, missing, problems);
        return problems.None ? [] : [.. problems.Refuse<string>().Problems.Select(problem => Of(problem, field))];
    }

    /// <summary>A problem of a plan as an error of the API.</summary>
    public static ApiError Of(PlanProblem problem, string field = "") => new(
        problem.Field.Length > 0 ? problem.Field : field, problem.Chinese, problem.English, problem.Line, problem.Value);
}
