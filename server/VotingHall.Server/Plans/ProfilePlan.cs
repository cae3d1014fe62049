using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>规则集: the rule profile as read and resolved, with the digest over what it says after everything it extends.</summary>
/// <param name="Title">名称 as people read it.</param>
/// <param name="Bodies">会议主体 it is made for; empty = any.</param>
/// <param name="Levels">层级 it is made for; empty = any.</param>
/// <param name="Entries">Every parameter it sets, by name.</param>
public sealed record ProfilePlan(
    string Name, string Title, ProfileRules Rules, Octets Digest, IReadOnlyList<Body> Bodies, IReadOnlyList<string> Levels,
    IReadOnlyList<ProfileEntry> Entries);

/// <summary>一项参数及其依据.</summary>
/// <param name="Name">As in <see cref="ProfileParameter.All"/>.</param>
/// <param name="Cite">依据; always there when certain.</param>
/// <param name="Certainty">Whether the text quoted settles it everywhere, or each place looks first.</param>
/// <param name="Note">说明; always there when it is to be confirmed: what to look up.</param>
public sealed record ProfileEntry(string Name, Json Value, NormCite? Cite, ProfileCertainty Certainty, string? Note)
{
    /// <summary>Where it stands, for problems found later.</summary>
    internal PlanPlace Place { get; init; } = new("", 0);
}

/// <summary>确定程度.</summary>
public enum ProfileCertainty
{
    /// <summary>条文明确.</summary>
    Certain = 1,
    /// <summary>须由本地核对.</summary>
    ConfirmLocally = 2,
}

/// <summary>引用的规范: measure, the day it was adopted or last amended, article.</summary>
/// <param name="Date">YYYY, YYYY-MM or YYYY-MM-DD; null = not known here.</param>
public sealed record NormCite(string Measure, string? Date, string Article)
{
    /// <summary>As printed: 某县选举办法（2026年1月12日）第八条.</summary>
    public string Chinese => Date is null ? Measure + Article : $"{Measure}（{ChineseDate(Date)}）{Article}";

    internal Json.Object ToJson() => Json.Of(("article", Article), ("date", Date), ("measure", Measure));

    private static string ChineseDate(string date)
    {
        string[] parts = date.Split('-');
        string[] units = ["年", "月", "日"];
        return string.Concat(parts.Select((part, i) => (i == 0 ? part : part.TrimStart('0')) + units[i]));
    }
}
