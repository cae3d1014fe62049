using System.Text;
using VotingHall.Core;
using VotingHall.Server.Plans;

namespace VotingHall.Server.Startup;

/// <summary>规则集核对 (--check-profile): what a profile says after everything it extends, what rests on a text, what must be looked up; or every error.</summary>
public static class ProfileReport
{
    /// <summary>Exit code: 0 good, 2 refused.</summary>
    public static int Of(string path, out string text)
    {
        StringBuilder lines = new();
        int code = 0;
        switch (ProfileReader.Read(path))
        {
            case PlanReading<ProfilePlan>.Read read:
                Write(lines, read.Value);
                break;
            case PlanReading<ProfilePlan>.Refused refused:
                code = 2;
                foreach (PlanProblem problem in refused.Problems)
                    lines.AppendLine(problem.ToString());
                lines.AppendLine($"规则集有 {refused.Problems.Count} 处错误 / {refused.Problems.Count} problems");
                break;
            default:
                throw new InvalidOperationException("unknown reading");
        }
        text = lines.ToString();
        return code;
    }

    private static void Write(StringBuilder lines, ProfilePlan plan)
    {
        lines.AppendLine($"规则集 {plan.Name}：{plan.Title}");
        lines.AppendLine($"适用 / for: {Words(plan.Bodies.Select(body => EnumNames.Write(body)))}；{Words(plan.Levels)}");
        lines.AppendLine($"摘要 / digest: {plan.Digest.Hex}");
        lines.AppendLine();
        foreach (ProfileParameter parameter in ProfileParameter.All)
            if (parameter.Write(plan.Rules) is { } value)
                Parameter(lines, parameter, value, plan.Entries.FirstOrDefault(entry => entry.Name == parameter.Name));
        lines.AppendLine();
        lines.AppendLine("法律固定，规则集不能改变 / fixed by law:");
        foreach (FixedLaw law in FixedLaw.All)
            lines.AppendLine($"  {law.Chinese}（{law.CiteChinese}）");
        int certain = plan.Entries.Count(entry => entry.Certainty == ProfileCertainty.Certain);
        lines.AppendLine();
        lines.AppendLine($"可用：{certain} 项有明确条文，{plan.Entries.Count - certain} 项须本地核对 / good: {certain} certain, {plan.Entries.Count - certain} to be confirmed locally");
    }

    private static void Parameter(StringBuilder lines, ProfileParameter parameter, Json value, ProfileEntry? entry)
    {
        string mark = entry?.Certainty switch
        {
            ProfileCertainty.Certain => "明确",
            ProfileCertainty.ConfirmLocally => "核对",
            _ => "默认",
        };
        lines.AppendLine($"[{mark}] {parameter.Chinese} {parameter.Name} = {Encoding.UTF8.GetString(CanonicalJson.Write(value))}");
        if (entry?.Cite is { } cite)
            lines.AppendLine($"       依据：{cite.Chinese}");
        if (entry?.Note is { } note)
            lines.AppendLine($"       说明：{note}");
    }

    private static string Words(IEnumerable<string> words) => string.Join("、", words.DefaultIfEmpty("不限"));
}
