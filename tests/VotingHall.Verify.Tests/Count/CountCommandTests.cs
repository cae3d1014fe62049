using System.Text.Json.Nodes;
using Xunit;

namespace VotingHall.Verify.Tests;

/// <summary>Aim: the command reads every shape of file, ignores what it must ignore, never throws, and says 2 when it cannot decide.</summary>
public sealed class CountCommandTests
{
    private const string Motion =
        """{"id":"M","kind":"motion","rule":"majority_of_all","totalMembers":300,"present":290,"items":[{"name":"议案","for":151,"against":130,"abstain":9,"notVoted":0}]}""";

    [Theory]
    [InlineData(Motion)]
    [InlineData("[" + Motion + "]")]
    [InlineData("{\"cases\":[" + Motion + "],\"schema\":{}}")]
    [InlineData("\uFEFF" + Motion)]
    public void Bare_case_list_and_file_of_cases_are_read(string text)
    {
        (int exit, string output, _) = CaseFiles.CountText(text);

        Assert.Equal(0, exit);
        JsonNode answer = Assert.Single(JsonNode.Parse(output)!["cases"]!.AsArray())!;
        Assert.Equal("passed", answer["outcome"]!.GetValue<string>());
        Assert.Equal(151, answer["required"]!.GetValue<int>());
        Assert.Equal("ok", answer["sumCheck"]!.GetValue<string>());
    }

    [Fact]
    public void Expected_and_unknown_fields_and_kinds_change_nothing()
    {
        string lying = Motion.Replace("\"kind\":\"motion\"", "\"kind\":\"something new\",\"colour\":3,\"expected\":{\"outcome\":\"not_passed\"}", StringComparison.Ordinal);

        Assert.Equal(CaseFiles.CountText(Motion).Output, CaseFiles.CountText(lying).Output);
    }

    [Fact]
    public void One_bad_case_is_named_and_the_others_are_counted()
    {
        (int exit, string output, _) = CaseFiles.CountText("[" + Motion + ",{\"id\":\"X\",\"rule\":\"nobody_knows\"}," + Motion + "]");
        JsonArray answers = JsonNode.Parse(output)!["cases"]!.AsArray();

        Assert.Equal(2, exit);
        Assert.Equal("passed", answers[0]!["outcome"]!.GetValue<string>());
        Assert.Equal(["id", "error"], answers[1]!.AsObject().Select(field => field.Key));
        Assert.Equal("passed", answers[2]!["outcome"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("{\"cases\":3}")]
    [InlineData("{\"id\":\"\\ud800\",\"rule\":\"chief\",\"seats\":1}")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("{\"rule\":\"chief\"")]
    public void What_is_no_case_file_is_refused(string text)
    {
        (int exit, string output, string error) = CaseFiles.CountText(text);

        Assert.Equal(2, exit);
        Assert.Equal("", output);
        Assert.NotEqual("", error);
    }

    [Fact]
    public void A_name_outside_the_basic_plane_may_be_escaped()
    {
        (int exit, string output, _) = CaseFiles.CountText(Motion.Replace("议案\"", "\\ud842\\udfb7\\\\u\"", StringComparison.Ordinal));

        Assert.Equal(0, exit);
        Assert.Contains("passed", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_missing_argument_are_refused()
    {
        using StringWriter output = new();
        using StringWriter error = new();

        Assert.Equal(2, CountCommand.Run(["/nowhere/at/all.json"], output, error));
        Assert.Equal(2, CountCommand.Run([], output, error));
        Assert.Equal("", output.ToString());
    }

    /// <summary>Every byte of a real file changed to values that hurt parsers: an answer or a refusal, never an exception.</summary>
    [Fact]
    public void Damaged_files_never_throw()
    {
        byte[] good = System.Text.Encoding.UTF8.GetBytes(
            """[{"id":"a","rule":"selected_le_seats","seats":2,"marks":{"甲":"for","writeIn:乙":"for"}},{"rule":"supporters_at_least","fraction":"1/5","totalMembers":9},""" + Motion + "]");
        foreach (byte value in new byte[] { 0, (byte)'"', (byte)'\\', (byte)'9', (byte)'-', (byte)'{', (byte)']', (byte)'n', 0xC3, 0xFF })
            for (int i = 0; i < good.Length; i++)
            {
                byte[] damaged = [.. good];
                damaged[i] = value;
                Assert.InRange(CaseFiles.CountBytes(damaged).Exit, 0, 2);
            }
    }

    [Theory]
    [InlineData("\"totalMembers\":300", "\"totalMembers\":2000000000")]
    [InlineData("\"totalMembers\":300", "\"totalMembers\":0")]
    [InlineData("\"totalMembers\":300", "\"totalMembers\":-5")]
    [InlineData("\"totalMembers\":300", "\"totalMembers\":299.5")]
    [InlineData("\"for\":151", "\"for\":null")]
    [InlineData("\"for\":151", "\"for\":\"151\"")]
    [InlineData("\"items\":[", "\"items\":[{\"name\":\"议案\",\"for\":1},")]
    public void Impossible_figures_are_not_counted(string from, string to) =>
        Assert.Equal(2, CaseFiles.CountText(Motion.Replace(from, to, StringComparison.Ordinal)).Exit);
}
