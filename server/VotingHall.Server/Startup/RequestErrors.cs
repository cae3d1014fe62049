using System.Text.Json;
using System.Text.RegularExpressions;
using VotingHall.Server.Api;

namespace VotingHall.Server.Startup;

/// <summary>请求错误的文字: which field of a request is wrong, from what the framework says of it.</summary>
internal static partial class RequestErrors
{
    public static IReadOnlyList<ApiError> Of(BadHttpRequestException bad)
    {
        if (bad.InnerException is JsonException json)
            return OfBody(json);
        if (Parameter().Match(bad.Message) is { Success: true } parameter)
            return [new ApiError(parameter.Groups[1].Value, "缺少或不是规定的形式", "missing, or not of the expected form")];
        return [new ApiError("", "请求有误", bad.Message)];
    }

    private static List<ApiError> OfBody(JsonException json)
    {
        if (Missing().Match(json.Message) is { Success: true } missing)
            return [.. Quoted().Matches(missing.Groups[1].Value).Select(name => new ApiError(name.Groups[1].Value, "缺少", "missing"))];
        if (Unknown().Match(json.Message) is { Success: true } unknown)
            return [new ApiError(unknown.Groups[1].Value, "未知字段", "unknown field")];
        if (Twice().Match(json.Message) is { Success: true } twice)
            return [new ApiError(twice.Groups[1].Value, "字段重复", "the field stands twice")];
        string path = json.Path is { Length: > 2 } at ? at[2..] : "";
        int line = (int)(json.LineNumber ?? 0) + 1;
        return [new ApiError(path, "不是规定的形式", "not of the expected form", line)];
    }

    [GeneratedRegex("parameter \"(?:[^\" ]+ )?([^\" ]+)\"")]
    private static partial Regex Parameter();

    [GeneratedRegex("missing required properties including: (.+)\\.")]
    private static partial Regex Missing();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("JSON property '([^']+)' could not be mapped")]
    private static partial Regex Unknown();

    [GeneratedRegex("[Dd]uplicate property '([^']+)'")]
    private static partial Regex Twice();
}
