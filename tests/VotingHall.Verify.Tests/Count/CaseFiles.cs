using System.Text.Json.Nodes;
using Xunit;

namespace VotingHall.Verify.Tests;

/// <summary>案例文件: finds tests/cases of this repository and runs the counter over one file.</summary>
internal static class CaseFiles
{
    /// <summary>tests/cases, found from where the tests are built.</summary>
    public static string Root { get; } = Path.Combine(RepositoryRoot(), "tests", "cases");

    public static IEnumerable<string> Folders => Directory.GetDirectories(Root).SelectMany(Directory.GetDirectories).Order(StringComparer.Ordinal);

    public static JsonNode Read(params string[] path) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine([Root, .. path]))) ?? throw new InvalidOperationException("empty file");

    /// <summary>Exit code and the answers printed for a file.</summary>
    public static (int Exit, JsonArray Cases) Count(string file)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exit = CountCommand.Run([file], output, error);
        Assert.Equal("", error.ToString());
        return (exit, JsonNode.Parse(output.ToString())!["cases"]!.AsArray());
    }

    /// <summary>Writes text to a file of its own and counts it.</summary>
    public static (int Exit, string Output, string Error) CountText(string text) => CountBytes(System.Text.Encoding.UTF8.GetBytes(text));

    public static (int Exit, string Output, string Error) CountBytes(byte[] bytes)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, bytes);
            using StringWriter output = new();
            using StringWriter error = new();
            return (CountCommand.Run([file], output, error), output.ToString(), error.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Differences between what a case expects and what was printed; empty when they agree.</summary>
    public static IEnumerable<string> Differences(string id, JsonNode expected, JsonNode answer)
    {
        if (expected["error"] is not null)
        {
            if (answer["error"] is null)
                yield return id + ": an error is expected, got " + answer.ToJsonString();
            yield break;
        }
        foreach (KeyValuePair<string, JsonNode?> field in expected.AsObject())
            if (!answer.AsObject().TryGetPropertyValue(field.Key, out JsonNode? value) || !JsonNode.DeepEquals(field.Value, value))
                yield return id + "." + field.Key + ": expected " + (field.Value?.ToJsonString() ?? "null") + ", got " + answer.ToJsonString();
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VotingHall.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("VotingHall.sln not found above the tests");
    }
}
