using System.Numerics;
using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests.SecondCount;

/// <summary>The figures do not decide the question (a figure is missing or cannot be).</summary>
internal sealed class Undecided(string why) : Exception(why);

/// <summary>一份案例的数字: the figures of one case; a figure that the source does not give is null.</summary>
internal sealed class Sheet(JsonObject one)
{
    public IReadOnlyList<Row> Rows { get; } = [.. (one["items"] as JsonArray ?? []).Select(item => new Row(item!.AsObject()))];

    public string? Word(string field) => one[field]?.GetValue<string>();

    public BigInteger? Figure(string field) => one[field] is { } node ? node.GetValue<int>() : null;

    public BigInteger Need(string field) => Figure(field) ?? throw new Undecided(field + ": missing");

    public JsonObject? Part(string field) => one[field] as JsonObject;

    public JsonArray? List(string field) => one[field] as JsonArray;

    public bool Paper => Word("method") == "paper_ballot";

    /// <summary>全体: the base; a base of nobody decides nothing.</summary>
    public BigInteger Base() => Need("totalMembers") is { Sign: > 0 } n ? n : throw new Undecided("totalMembers: nobody");

    /// <summary>Every base that the source leaves possible: one, or the two ends of a span.</summary>
    public IReadOnlyList<BigInteger> Bases() => Figure("totalMembers") is not null
        ? [Base()]
        : Figure("present") is { Sign: > 0 } low && Figure("totalMembersMax") is { } high && high >= low ? [low, high] : throw new Undecided("totalMembers: missing");
}

/// <summary>一行: one item or candidate with its figures.</summary>
internal sealed class Row(JsonObject item)
{
    public string Name { get; } = item["name"]!.GetValue<string>();

    public bool WriteIn { get; } = item["writeIn"]?.GetValue<bool>() ?? false;

    public BigInteger? Figure(string field) => item[field] is { } node ? node.GetValue<int>() : null;

    public BigInteger For => Figure("for") ?? throw new Undecided(Name + ": votes for missing");

    /// <summary>The grades of a grading row, best first; empty for other rows.</summary>
    public IReadOnlyList<(string Grade, BigInteger Count)> Grades() => SecondCount.Grades.Of(item);
}
