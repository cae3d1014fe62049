using System.Numerics;
using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests.Recounts;

/// <summary>人数 (rules 3.2, 5.2, 6): how many candidates, how many names under a proposal.</summary>
internal static class Numbers
{
    private static readonly string[] Levels = ["province", "prefecture", "county", "township"];

    /// <summary>Fixed numbers of rules 3.2 in the order of the levels; 0 where the law knows no such act at that level.</summary>
    private static readonly Dictionary<string, int[]> Heads = new()
    {
        ["jointNomination"] = [30, 20, 10, 10],
        ["deputyRecommendation"] = [10, 10, 10, 10],
        ["motion"] = [10, 10, 10, 5],
        ["inquiry"] = [10, 10, 10, 10],
        ["committeeMotion"] = [5, 5, 3, 0],
        ["committeeInquiry"] = [5, 5, 3, 0],
    };

    /// <summary>Shares of rules 3.2: one in so many, in the order of the levels.</summary>
    private static readonly Dictionary<string, int[]> Shares = new()
    {
        ["recall"] = [10, 10, 10, 5],
        ["deputyRecall"] = [10, 10, 10, 0],
        ["committeeDeputyRecall"] = [5, 5, 5, 0],
        ["dismissal"] = [5, 5, 5, 0],
        ["inquiryCommission"] = [10, 10, 10, 0],
        ["committeeInquiryCommission"] = [5, 5, 5, 0],
        ["extraordinarySession"] = [5, 5, 5, 5],
    };

    public static IEnumerable<string> Proposals => Heads.Keys.Concat(Shares.Keys);

    public static JsonObject Supporters(Sheet sheet)
    {
        if (sheet.Word("fraction") is { } fraction && fraction.Split('/') is [string part, string whole])
            return Required(Recount.Ceiling(sheet.Base() * int.Parse(part, null), int.Parse(whole, null)));
        int level = Array.IndexOf(Levels, sheet.Word("level"));
        string proposal = sheet.Word("proposal") ?? FromTitle(sheet.Word("title") ?? "");
        if (level < 0)
            throw new Undecided("level: missing");
        int found = Heads.TryGetValue(proposal, out int[]? heads) ? heads[level] : Shares.TryGetValue(proposal, out int[]? shares) ? shares[level] : 0;
        return found == 0 ? throw new Undecided("no such proposal at this level")
            : Required(heads is not null ? found : Recount.Ceiling(sheet.Base(), found));
    }

    /// <summary>The number of candidates seats + d, d from the first share rounded up to the second rounded down; nothing when no whole number lies there.</summary>
    public static JsonObject Interval(Sheet sheet, int low, int lowOf, int high, int highOf)
    {
        BigInteger seats = sheet.Need("seats"), from = Recount.Ceiling(seats * low, lowOf), to = seats * high / highOf;
        if (from <= to)
            return Between(seats + from, seats + to);
        JsonObject outcome = new() { ["minCandidates"] = null, ["maxCandidates"] = null, ["intervalEmpty"] = true };
        return new() { ["outcome"] = outcome };
    }

    public static JsonObject Between(BigInteger from, BigInteger? to) =>
        new() { ["outcome"] = new JsonObject { ["minCandidates"] = (int)from, ["maxCandidates"] = to is { } most ? (int)most : null } };

    private static string FromTitle(string title) => title.StartsWith("Joint nomination", StringComparison.Ordinal) ? "jointNomination"
        : title.StartsWith("Recall motion", StringComparison.Ordinal) ? "recall"
        : title;

    private static JsonObject Required(BigInteger names) => new() { ["outcome"] = new JsonObject { ["required"] = (int)names } };
}
