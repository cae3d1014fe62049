using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VotingHall.Papers.Tests;

/// <summary>一次打印: makes a paper in a folder of its own and reads it back with the tools of poppler.</summary>
internal sealed partial class PaperRun : IDisposable
{
    /// <summary>What a certificate's QR holds: about 150 bytes in base45.</summary>
    internal static readonly string Qr = "VH1:" + string.Concat(Enumerable.Range(0, 220).Select(i => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"[i * 17 % 45]));

    private readonly PaperWorker _worker = new(FontShelf.Folders(null), NativeLibraries.Needed);

    internal PaperRun() => Folder = Directory.CreateTempSubdirectory("papers-tests-").FullName;

    internal string Folder { get; }

    internal static JsonObject Request(JsonObject record, string path) => new()
    {
        ["do"] = "certificate",
        ["envelope"] = Convert.ToBase64String(SampleRecords.Envelope(record)),
        ["qr"] = Qr,
        ["copy"] = 1,
        ["copies"] = 3,
        ["printedAt"] = "2027-01-15T09:43:00+08:00",
        ["out"] = path,
    };

    internal JsonObject Ask(JsonObject request) => JsonNode.Parse(_worker.Answer(request.ToJsonString()))!.AsObject();

    internal JsonObject Ask(string line) => JsonNode.Parse(_worker.Answer(line))!.AsObject();

    /// <summary>Makes the paper; the answer must be good.</summary>
    internal (string Path, int Pages) Make(JsonObject record, string name)
    {
        string path = Path.Combine(Folder, name + ".pdf");
        JsonObject answer = Ask(Request(record, path));
        Assert.True(answer["ok"]!.GetValue<bool>(), answer.ToJsonString());
        return (path, answer["pages"]!.GetValue<int>());
    }

    /// <summary>The refusal's code.</summary>
    internal string Refuse(JsonObject record, Action<JsonObject>? change = null)
    {
        JsonObject request = Request(record, Path.Combine(Folder, "refused.pdf"));
        change?.Invoke(request);
        JsonObject answer = Ask(request);
        Assert.False(answer["ok"]!.GetValue<bool>());
        return answer["code"]!.GetValue<string>();
    }

    /// <summary>All text of the paper without any white space: spread titles have gaps.</summary>
    internal static string Text(string pdf) => Space().Replace(Tool("pdftotext", "-raw", pdf, "-"), "");

    internal static string Tool(string program, params string[] arguments)
    {
        (int code, string output, string errors) = Run(program, arguments);
        Assert.True(code == 0, $"{program}: {errors}");
        return output;
    }

    internal static (int Code, string Output, string Errors) Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string input = "")
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (KeyValuePair<string, string> variable in environment ?? new Dictionary<string, string>())
            start.Environment[variable.Key] = variable.Value;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result, errors.Result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
