using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VotingHall.Papers;

/// <summary>
/// 成品: the qpdf step after drawing: dates in the form of the standard, language, the record attached, an id made from the content.
/// Needs qpdf 11. The bytes depend on its version: a paper is made once, stored and hashed.
/// </summary>
internal static class Qpdf
{
    private const string Program = "qpdf";
    private const int TimeoutMs = 60_000;

    // qpdf does not decode \u002B inside a string that it takes as bytes.
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static Refusal? Finish(string drawn, string recordFile, string finished, string work, DateTimeOffset printedAt)
    {
        (string structure, Refusal? refusal) = Run("--json=2", "--json-key=qpdf", "--json-stream-data=none", drawn);
        if (refusal is not null)
            return refusal;
        string date = PdfDate(printedAt);
        if (Update(structure, date) is not JsonObject update)
            return new Refusal("qpdfFailed", "qpdf 的输出无法读取（需要 qpdf 11）。", "cannot read the output of qpdf (version 11 is needed)");
        string updateFile = Path.Combine(work, "update.json");
        File.WriteAllText(updateFile, update.ToJsonString(Relaxed));
        return Run(
            drawn, "--update-from-json=" + updateFile, "--deterministic-id", "--object-streams=generate", "--recompress-flate", "--compression-level=9",
            "--add-attachment", recordFile, "--key=record.json", "--filename=record.json", "--mimetype=application/json",
            "--creationdate=" + date, "--moddate=" + date, "--", finished).Refusal;
    }

    internal static (string Output, Refusal? Refusal) Run(params ReadOnlySpan<string> arguments)
    {
        ProcessStartInfo start = new(Program, arguments.ToArray()) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        Process process;
        try
        {
            process = Process.Start(start) ?? throw new InvalidOperationException("no process");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return ("", new Refusal("libraryMissing", "缺少程序 qpdf。请执行：apt-get install -y --no-install-recommends qpdf",
                "missing program qpdf; run: apt-get install -y --no-install-recommends qpdf"));
        }
        using (process)
        {
            process.StandardInput.Close();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(TimeoutMs))
            {
                process.Kill();
                return ("", new Refusal("qpdfFailed", "qpdf 没有在 60 秒内完成。", "qpdf did not finish within 60 s"));
            }
            return process.ExitCode == 0 ? (output.Result, null) : ("", Failed(errors.Result));
        }
    }

    private static Refusal Failed(string errors)
    {
        string first = errors.Split('\n', 2)[0];
        return new Refusal("qpdfFailed", "qpdf 报错：" + first, "qpdf failed: " + first);
    }

    /// <summary>"D:20270115094300+08'00'": cairo 1.16 leaves out the D:.</summary>
    private static string PdfDate(DateTimeOffset time)
    {
        string offset = time.ToString("zzz", CultureInfo.InvariantCulture).Replace(':', '\'');
        return "D:" + time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + offset + "'";
    }

    private static JsonObject? Update(string structure, string date)
    {
        JsonArray? parts = JsonNode.Parse(structure)?["qpdf"] as JsonArray;
        if (parts is not [JsonObject head, JsonObject objects]
            || objects["trailer"]?["value"] is not JsonObject trailer
            || trailer["/Root"]?.GetValue<string>() is not string root || trailer["/Info"]?.GetValue<string>() is not string info
            || objects["obj:" + root]?["value"] is not JsonObject catalog || objects["obj:" + info]?["value"] is not JsonObject facts)
            return null;
        JsonObject newCatalog = catalog.DeepClone().AsObject();
        newCatalog["/Lang"] = "u:zh-CN";
        JsonObject newFacts = facts.DeepClone().AsObject();
        newFacts["/CreationDate"] = "u:" + date;
        newFacts["/ModDate"] = "u:" + date;
        return new JsonObject
        {
            ["qpdf"] = new JsonArray(
                head.DeepClone(),
                new JsonObject
                {
                    ["obj:" + root] = new JsonObject { ["value"] = newCatalog },
                    ["obj:" + info] = new JsonObject { ["value"] = newFacts },
                }),
        };
    }
}
