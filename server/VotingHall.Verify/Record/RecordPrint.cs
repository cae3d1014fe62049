using System.Text;
using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>核对报告的输出: Chinese first with English beside, or one canonical JSON line.</summary>
internal static class RecordPrint
{
    public static void Text(RecordReport report, string file, TextWriter output)
    {
        output.WriteLine("表决结果记录核对 / record check: " + file);
        foreach ((string chinese, string english, string text) in report.Facts)
            output.WriteLine($"  {chinese} / {english}: {text}");
        foreach (Finding finding in report.Findings)
        {
            (string chinese, string english) = TitleOf(finding.Step);
            output.WriteLine($"{MarkOf(finding.State)} {chinese} / {english}");
            output.WriteLine($"    {finding.Chinese}");
            output.WriteLine($"    {finding.English}");
        }
        output.WriteLine(report.ExitCode switch
        {
            CommandLine.Good => "结论：有效 / valid",
            CommandLine.Bad => "结论：无效 / INVALID",
            _ => "结论：无法判定 / cannot decide",
        });
    }

    public static string Json(RecordReport report) => Encoding.UTF8.GetString(CanonicalJson.Write(Core.Json.Of(
        ("result", report.ExitCode switch { CommandLine.Good => "good", CommandLine.Bad => "bad", _ => "cannotDecide" }),
        ("exit", report.ExitCode),
        ("facts", Core.Json.ListOf(report.Facts, fact => Core.Json.Of(("name", fact.English), ("zh", fact.Chinese), ("value", fact.Text)))),
        ("findings", Core.Json.ListOf(report.Findings, finding => Core.Json.Of(
            ("step", NameOf(finding.Step.ToString())),
            ("state", NameOf(finding.State.ToString())),
            ("zh", finding.Chinese),
            ("en", finding.English)))))));

    /// <summary>The report when no file could be read.</summary>
    public static RecordReport Unreadable(string reason) =>
        new([new Finding(CheckStep.Form, FindingState.Missing, "无法读取文件：" + reason, "cannot read a file: " + reason)], []);

    private static string NameOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string MarkOf(FindingState state) => state switch
    {
        FindingState.Good => "[ 符合 ok ]",
        FindingState.Bad => "[不符 BAD ]",
        FindingState.Missing => "[ 缺少  ? ]",
        FindingState.Absent => "[ 未涉及 - ]",
        _ => throw new InvalidOperationException("unknown state"),
    };

    private static (string Chinese, string English) TitleOf(CheckStep step) => step switch
    {
        CheckStep.Form => ("格式", "form"),
        CheckStep.Policy => ("信任策略", "trust policy"),
        CheckStep.Signatures => ("签名", "signatures"),
        CheckStep.Signers => ("签名人", "signers"),
        CheckStep.Sums => ("票数", "sums"),
        CheckStep.Outcome => ("结论重算", "outcome recomputed"),
        CheckStep.List => ("记名名单", "recorded list"),
        CheckStep.Proof => ("日志证明", "log proof"),
        CheckStep.Journal => ("公开日志", "public log"),
        CheckStep.Code => ("报告单二维码", "certificate code"),
        _ => throw new InvalidOperationException("unknown step"),
    };
}
