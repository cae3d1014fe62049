using System.Text.Json.Nodes;
using Xunit;

namespace VotingHall.Verify.Tests;

/// <summary>Aim: every golden case, in its folder and in the one-file format, is counted exactly as its law says.</summary>
public sealed class CaseTests
{
    public static TheoryData<string> Folders => [.. CaseFiles.Folders.Select(folder => Path.GetRelativePath(CaseFiles.Root, folder))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_case_folder_is_counted_as_its_law_says(string folder)
    {
        (int exit, JsonArray answers) = CaseFiles.Count(Path.Combine(CaseFiles.Root, folder, "case.json"));
        JsonNode expected = CaseFiles.Read(folder, "expected.json");

        Assert.Empty(CaseFiles.Differences(folder, expected, Assert.Single(answers)!));
        Assert.Equal(expected["error"] is null ? 0 : 2, exit);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_case_folder_explains_itself_in_both_languages(string folder)
    {
        string why = File.ReadAllText(Path.Combine(CaseFiles.Root, folder, "why.md"));

        Assert.Contains("依据：", why, StringComparison.Ordinal);
        Assert.Contains("结论：", why, StringComparison.Ordinal);
        Assert.Contains("Source: ", why, StringComparison.Ordinal);
        Assert.Contains("Result: ", why, StringComparison.Ordinal);
        Assert.Null(CaseFiles.Read(folder, "case.json")["expected"]);
    }

    [Fact]
    public void All_constructed_cases_agree()
    {
        JsonArray cases = CaseFiles.Read("constructed.json")["cases"]!.AsArray();
        (int exit, JsonArray answers) = CaseFiles.Count(Path.Combine(CaseFiles.Root, "constructed.json"));

        Assert.Equal(92, cases.Count);
        Assert.Equal(0, exit);
        Assert.Empty(cases.Zip(answers, (one, answer) => CaseFiles.Differences(one!["id"]!.GetValue<string>(), one["expected"]!, answer!)).SelectMany(each => each));
    }

    [Fact]
    public void The_comparison_can_fail()
    {
        JsonNode expected = JsonNode.Parse("""{"required":151,"outcome":{"elected":["甲"]}}""")!;
        JsonNode wrong = JsonNode.Parse("""{"required":151,"outcome":{"elected":["乙"]}}""")!;

        Assert.Single(CaseFiles.Differences("x", expected, wrong));
        Assert.Single(CaseFiles.Differences("x", JsonNode.Parse("""{"error":true}""")!, wrong));
    }

    [Fact]
    public void The_schema_knows_every_field_of_every_case_and_the_counter_every_rule()
    {
        JsonObject properties = CaseFiles.Read("schema.json")["$defs"]!["case"]!["properties"]!.AsObject();
        HashSet<string> used = [.. CaseFiles.Read("constructed.json")["cases"]!.AsArray().SelectMany(one => one!.AsObject().Select(field => field.Key))];

        Assert.Empty(used.Except(properties.Select(field => field.Key)));
        foreach (JsonNode? rule in properties["rule"]!["enum"]!.AsArray())
            Assert.DoesNotContain("rule: unknown", CaseFiles.CountText("{\"rule\":" + rule!.ToJsonString() + "}").Output, StringComparison.Ordinal);
        Assert.Contains("rule: unknown", CaseFiles.CountText("{\"rule\":\"majority\"}").Output, StringComparison.Ordinal);
    }

    /// <summary>The schema shows one case of every rule and of every kind, and each of them can be counted.</summary>
    [Fact]
    public void The_schema_has_an_example_of_each_rule_and_each_kind()
    {
        JsonObject schema = CaseFiles.Read("schema.json")["$defs"]!["case"]!.AsObject();
        JsonNode[] examples = [.. schema["examples"]!.AsArray().Select(example => example!)];
        IEnumerable<string> rules = schema["properties"]!["rule"]!["enum"]!.AsArray().Select(rule => rule!.GetValue<string>());
        IEnumerable<string> kinds = Directory.GetDirectories(CaseFiles.Root).Select(folder => Path.GetFileName(folder));

        Assert.Empty(rules.Except(examples.Select(example => example["rule"]!.GetValue<string>())));
        Assert.Empty(kinds.Except(examples.Select(example => example["kind"]!.GetValue<string>())));
        Assert.All(examples, example => Assert.Equal(0, CaseFiles.CountText(example.ToJsonString()).Exit));
        Assert.All(examples, example => Assert.Empty(Agreement.Differences(example.AsObject())));
    }

    [Fact]
    public void The_schema_knows_every_field_of_every_case_folder()
    {
        JsonObject known = CaseFiles.Read("schema.json")["$defs"]!.AsObject();
        HashSet<string> ofCase = Fields(known["case"]!), ofItem = Fields(known["item"]!), ofBallot = Fields(known["ballot"]!);
        foreach (string folder in CaseFiles.Folders)
        {
            JsonObject one = CaseFiles.Read(folder, "case.json").AsObject();

            Assert.Empty(one.Select(field => field.Key).Except(ofCase));
            Assert.Empty((one["items"] as JsonArray ?? []).SelectMany(item => item!.AsObject().Select(field => field.Key)).Except(ofItem));
            Assert.Empty((one["ballots"] as JsonArray ?? []).SelectMany(ballot => ballot!.AsObject().Select(field => field.Key)).Except(ofBallot));
        }

        static HashSet<string> Fields(JsonNode definition) => [.. definition["properties"]!.AsObject().Select(field => field.Key)];
    }
}
