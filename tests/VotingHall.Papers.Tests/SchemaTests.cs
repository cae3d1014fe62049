using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace VotingHall.Papers.Tests;

/// <summary>格式说明: the schema files say what the worker does: every request they name is known, every refusal code is listed.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void Every_request_of_the_schema_is_known_and_requires_what_it_says()
    {
        using PaperRun run = new();
        foreach (JsonNode? form in Read("papers-request.json")["oneOf"]!.AsArray())
        {
            string what = form!["properties"]!["do"]!["const"]!.GetValue<string>();
            string english = run.Ask($"{{\"do\":\"{what}\",\"extra\":1}}")["en"]!.GetValue<string>();
            Assert.DoesNotContain("request.do", english, StringComparison.Ordinal);
            Assert.Contains("request.extra: unknown field", english, StringComparison.Ordinal);
            foreach (string required in form["required"]!.AsArray().Select(name => name!.GetValue<string>()).Where(name => name != "do"))
                Assert.Contains($"request.{required}: missing", english, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_refusal_code_in_the_source_is_listed()
    {
        HashSet<string> listed = [.. Read("papers-answer.json")["oneOf"]![1]!["properties"]!["code"]!["enum"]!.AsArray().Select(code => code!.GetValue<string>())];
        HashSet<string> used = [];
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Server(), "VotingHall.Papers"), "*.cs", SearchOption.AllDirectories))
            foreach (System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "new Refusal\\(\"(\\w+)\""))
                used.Add(match.Groups[1].Value);
        Assert.Equal(used.Order(), listed.Order());
    }

    private static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Server(), "schemas", name)))!;

    private static string Server([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "server"));
}
