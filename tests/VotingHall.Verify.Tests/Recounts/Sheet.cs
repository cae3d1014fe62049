using System.Numerics;
using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests.Recounts;

/// <summary>The figures do not decide the question (a figure is missing or cannot be).</summary>
internal sealed class Undecided(string why) : Exception(why);

/// <summary>一份案例的数字: the figures of one case; a figure that the source does not give is null.</summary>
internal sealed class Sheet
{
    private readonly JsonObject one;

    public Sheet(JsonObject one)
    {
        this.one = one;
        Rows = [.. (one["items"] as JsonArray ?? []).Select(item => new Row(item!.AsObject()))];
        if (Rows.Select(row => row.Name).Distinct().Count() < Rows.Count)
            throw new Undecided("items: a name twice; who is who is for people to say");
        if (Figure("totalMembers") == 0 || Figure("totalMembersMax") == 0 || Figure("seats") == 0)
            throw new Undecided("a base or seats of nobody");
    }

    public IReadOnlyList<Row> Rows { get; }

    public string? Word(string field) => one[field]?.GetValue<string>();

    public BigInteger? Figure(string field) => one[field] is { } node ? node.GetValue<int>() : null;

    public BigInteger Need(string field) => Figure(field) ?? throw new Undecided(field + ": missing");

    public JsonObject? Part(string field) => one[field] as JsonObject;

    public JsonArray? List(string field) => one[field] as JsonArray;

    /// <summary>On paper, said or to be seen from papers collected.</summary>
    public bool Paper => Word("method") == "paper_ballot" || (Word("method") is null && Figure("ballotsCollected") is not null);

    /// <summary>全体: the base; a base of nobody decides nothing.</summary>
    public BigInteger Base() => Need("totalMembers");

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

    /// <summary>Forms of a grading row that give no grade.</summary>
    public BigInteger NoGrades() => Recounts.Grades.NoGrades(item);

    /// <summary>The grades of a grading row, best first; empty for other rows.</summary>
    public IReadOnlyList<(string Grade, BigInteger Count)> Grades() => Recounts.Grades.Of(item);
}
