using System.Numerics;
using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests.Recounts;

/// <summary>
/// 选举 (rules 5.3 to 5.6): without sorting. Of those who may be elected, `ahead` of a person are those with more votes and `level` those
/// with the same; a person is elected when everybody ahead and level fits into the seats, tied when only some of those level fit.
/// </summary>
internal static class Elections
{
    public static JsonObject Majority(Sheet sheet)
    {
        bool others = sheet.Word("kind") != "livelihood_projects";
        if (Stopped(sheet, others) is { } stopped)
            return stopped;
        IReadOnlyDictionary<string, BigInteger> pool = Pool(sheet);
        IReadOnlyList<BigInteger> bases = sheet.Bases();
        JsonObject[] outcomes = [.. bases.Select(n => Outcome(sheet, pool, votes => Recount.MoreThanHalf(votes, n)))];
        if (outcomes.Any(each => !JsonNode.DeepEquals(each, outcomes[0])))
            throw new Undecided("totalMembers: the outcome depends on it");
        return SumChecks.Add(sheet, new() { ["required"] = Majorities.Required(bases, Recount.LeastMoreThanHalf), ["outcome"] = outcomes[0] });
    }

    /// <summary>再次投票: more votes win, no threshold (OL29, EL45).</summary>
    public static JsonObject Plurality(Sheet sheet)
    {
        return Stopped(sheet, others: false)
            ?? SumChecks.Add(sheet, new() { ["required"] = null, ["outcome"] = Outcome(sheet, Pool(sheet), _ => true) });
    }

    /// <summary>预选: the first n by votes, no threshold; those level across the cut stay open (OL27, EL32).</summary>
    public static JsonObject TopN(Sheet sheet)
    {
        if (Stopped(sheet, others: false) is { } stopped)
            return stopped;
        IReadOnlyDictionary<string, BigInteger> pool = Pool(sheet);
        (HashSet<string> sure, HashSet<string> tied) = Place(pool, sheet.Need("seats"), _ => true);
        JsonObject outcome = new() { ["formalCandidates"] = Names(pool, sure) };
        Some(outcome, "tieAtCut", Names(pool, tied));
        Some(outcome, "dropped", Names(pool, [.. pool.Keys.Except(sure).Except(tied)]));
        return SumChecks.Add(sheet, new() { ["outcome"] = outcome });
    }

    /// <summary>More papers than were given out: nothing else is looked at (rules 4.4).</summary>
    public static JsonObject? Void(Sheet sheet) => sheet.Figure("ballotsCollected") > sheet.Figure("ballotsIssued")
        ? SumChecks.Add(sheet, new() { ["outcome"] = new JsonObject { ["electionValid"] = false } })
        : null;

    /// <summary>What comes before any figure: the method, the number of papers, more marks than people.</summary>
    private static JsonObject? Stopped(Sheet sheet, bool others)
    {
        if (sheet.Rows.Count == 0)
            throw new Undecided("items: missing");
        return !others && sheet.Rows.Any(row => row.WriteIn)
            ? throw new Undecided("no other person can be named here (rules 4.1, 5.5, 11)")
            : Majorities.Refused(sheet) ?? Void(sheet) ?? SumChecks.Excess(sheet);
    }

    private static JsonObject Outcome(Sheet sheet, IReadOnlyDictionary<string, BigInteger> pool, Func<BigInteger, bool> qualifies)
    {
        BigInteger seats = sheet.Need("seats");
        (HashSet<string> sure, HashSet<string> tied) = Place(pool, seats, qualifies);
        JsonObject outcome = [];
        if (sure.Count > 0 || tied.Count == 0)
            outcome["elected"] = Names(pool, sure);
        Some(outcome, "notElected", Names(pool, [.. pool.Keys.Except(sure).Except(tied)]));
        BigInteger left = seats - sure.Count;
        if (tied.Count > 0)
            outcome["runoff"] = new JsonObject { ["candidates"] = Names(pool, tied), ["seats"] = (int)left };
        else if (left > 0)
            outcome["shortfall"] = (int)left;
        if (sheet.Word("office") == "procurator" && sheet.Word("kind") != "livelihood_projects" && sure.Count > 0)
            outcome["status"] = "elected_pending_upper_approval";
        return outcome;
    }

    private static (HashSet<string> Sure, HashSet<string> Tied) Place(IReadOnlyDictionary<string, BigInteger> pool, BigInteger seats, Func<BigInteger, bool> qualifies)
    {
        HashSet<string> sure = [], tied = [];
        string[] able = [.. pool.Keys.Where(name => qualifies(pool[name]))];
        foreach (string name in able)
        {
            int ahead = able.Count(other => pool[other] > pool[name]);
            int level = able.Count(other => pool[other] == pool[name]);
            if (ahead + level <= seats)
                sure.Add(name);
            else if (ahead < seats)
                tied.Add(name);
        }
        return (sure, tied);
    }

    /// <summary>One pool of listed and written-in people; who is who was settled by people before, so a name stands once.</summary>
    private static Dictionary<string, BigInteger> Pool(Sheet sheet) => sheet.Rows.ToDictionary(row => row.Name, row => row.For);

    private static JsonArray Names(IReadOnlyDictionary<string, BigInteger> pool, HashSet<string> which) =>
        new([.. pool.Keys.Where(which.Contains).Select(name => (JsonNode)name)]);

    private static void Some(JsonObject outcome, string field, JsonArray names)
    {
        if (names.Count > 0)
            outcome[field] = names;
    }
}
