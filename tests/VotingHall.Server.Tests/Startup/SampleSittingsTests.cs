using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace VotingHall.Server.Tests.Startup;

/// <summary>
/// Both sample sittings as a person runs them: one command in real time, then the records compared with the figures the script was made for and
/// proven by the verifier, the papers read back.
/// </summary>
public sealed class SampleSittingsTests
{
    [Theory]
    [InlineData("county-plenary.json", null)]
    [InlineData("committee-sitting.json", null)]
    [InlineData("committee-sitting.json", "committee-sitting.tcp.lines.json")]
    public void Every_record_has_the_figures_and_verifies(string script, string? lines)
    {
        DirectoryInfo work = Directory.CreateTempSubdirectory("votinghall-sitting-");
        try
        {
            string output = Path.Combine(work.FullName, "out");
            List<string> arguments = ["server/run.sh", "--rehearsal", "--script", $"tests/scripts/{script}", "--out", output,
                "--data", Path.Combine(work.FullName, "data"), "--exit"];
            if (lines is not null)
                arguments.AddRange(["--lines", $"tests/scripts/{lines}"]);
            (int exit, string said) = Run("bash", [.. arguments]);
            Assert.True(exit == 0, said);

            using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "tests/scripts", script)));
            JsonElement rounds = expected.RootElement.GetProperty("expect").GetProperty("rounds");
            Assert.Equal(rounds.EnumerateObject().Count(), Directory.GetFiles(Path.Combine(output, "records"), "*.record.json").Length);
            foreach (JsonProperty round in rounds.EnumerateObject())
                CheckRound(output, int.Parse(round.Name), round.Value);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void CheckRound(string output, int round, JsonElement expected)
    {
        string name = $"round-{round:D3}";
        string record = Path.Combine(output, "records", name + ".record.json");
        using JsonDocument envelope = JsonDocument.Parse(File.ReadAllBytes(record));
        using JsonDocument payload = JsonDocument.Parse(Convert.FromBase64String(envelope.RootElement.GetProperty("payload").GetString()!));
        JsonElement tally = payload.RootElement.GetProperty("tally");
        Assert.Equal(expected.GetProperty("outcome").GetString(), payload.RootElement.GetProperty("outcome").GetProperty("state").GetString());
        Assert.Equal(expected.GetProperty("participants").GetInt32(), tally.GetProperty("participants").GetInt32());
        Assert.Equal(expected.GetProperty("notPressed").GetInt32(), tally.GetProperty("notPressed").GetInt32());
        if (expected.TryGetProperty("rows", out JsonElement rows))
            foreach ((JsonElement want, JsonElement have) in rows.EnumerateArray().Zip(tally.GetProperty("items").EnumerateArray()))
                foreach (JsonProperty count in have.GetProperty("counts").EnumerateObject())
                    Assert.True(want.GetProperty(count.Name).GetInt32() == count.Value.GetInt32(), $"round {round}: {want} / {have}");

        (int exit, string said) = Run("dotnet", [VerifierPath, "record", record, "--journal", Path.Combine(output, "journal", "public.jsonl")]);
        Assert.True(exit == 0, said);
        (exit, said) = Run("pdftotext", ["-layout", Path.Combine(output, "papers", name + ".pdf"), "-"]);
        Assert.Equal(0, exit);
        Assert.Contains("演练", said, StringComparison.Ordinal);
        Assert.Contains("报告单", said.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Root { get; } = FindRoot();

    /// <summary>Built beside this test, in its configuration.</summary>
    private static string VerifierPath => Path.Combine(
        Root, "server/VotingHall.Verify/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0/votinghall-verify.dll");

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VotingHall.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("not inside the repository");
    }

    private static (int Exit, string Said) Run(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        // Both pipes are read at once, or a full one would hold the process up.
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(TimeSpan.FromMinutes(8));
        if (!ended)
            process.Kill(entireProcessTree: true);
        string said = output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult();
        Assert.True(ended, said);
        return (process.ExitCode, said);
    }
}
