using System.Text.Json.Nodes;

namespace VotingHall.Papers.Tests;

/// <summary>打印进程: one answer a line, alive until the input ends, usable by hand.</summary>
public sealed class WorkerProcessTests
{
    private static readonly string Worker = Path.Combine(AppContext.BaseDirectory, "votinghall-papers.dll");

    [Fact]
    public void Answers_each_line_in_order_and_ends_with_the_input()
    {
        (int code, string output, _) = PaperRun.Run("dotnet", [Worker], null, "{\"do\":\"fonts\"}\nnonsense\n\n{\"do\":\"check\",\"characters\":\"𠮷\"}\n");
        string[] answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0, code);
        Assert.Equal(3, answers.Length);
        Assert.Equal("1.16.0".Split('.')[0], JsonNode.Parse(answers[0])!["versions"]!["cairo"]!.GetValue<string>().Split('.')[0]);
        Assert.Equal("badRequest", JsonNode.Parse(answers[1])!["code"]!.GetValue<string>());
        Assert.True(JsonNode.Parse(answers[2])!["ok"]!.GetValue<bool>());
    }

    [Fact]
    public void Makes_one_paper_from_the_command_line()
    {
        using PaperRun run = new();
        string record = Path.Combine(run.Folder, "a.record.json");
        string paper = Path.Combine(run.Folder, "a.pdf");
        File.WriteAllBytes(record, SampleRecords.Envelope(SampleRecords.Motion()));
        string[] arguments = [Worker, "certificate", "--record", record, "--out", paper, "--printed-at", "2027-01-15T09:43:00+08:00", "--copy", "2", "--copies", "3"];
        Assert.Equal(0, PaperRun.Run("dotnet", arguments).Code);
        Assert.Contains("第2份，共3份", PaperRun.Text(paper), StringComparison.Ordinal);
        Assert.Equal(1, PaperRun.Run("dotnet", arguments).Code);
        Assert.Equal(2, PaperRun.Run("dotnet", [Worker, "dance"]).Code);
    }
}
