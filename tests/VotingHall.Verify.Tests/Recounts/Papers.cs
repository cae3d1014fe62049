using System.Numerics;
using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests.Recounts;

/// <summary>一张票 (rules 4.2 to 4.4): what a filled paper says, and the sums over many of them.</summary>
internal static class Papers
{
    private const string Written = "writeIn:";

    public static JsonObject Single(Sheet sheet, bool exactly)
    {
        if (sheet.Part("marksByOffice") is { } offices)
            return ByOffice(sheet, offices, exactly);
        JsonObject marks = sheet.Part("marks") ?? throw new Undecided("marks: missing");
        BigInteger seats = sheet.Need("seats");
        JsonObject? counted = marks["selectedCount"] is { } number
            ? Fits(number.GetValue<int>(), seats, exactly) ? [] : null
            : Read(marks, seats, exactly, sheet.Part("reading"));
        return new() { ["outcome"] = new JsonObject { ["ballotValid"] = counted is not null, ["counted"] = counted ?? [] } };
    }

    /// <summary>Several offices on one paper: limits office by office, unless the measure voids the whole paper.</summary>
    public static JsonObject ByOffice(Sheet sheet, JsonObject offices, bool exactly = false)
    {
        Dictionary<string, bool> fits = offices.ToDictionary(
            each => each.Key, each => Fits(each.Value!["selected"]!.GetValue<int>(), each.Value["seats"]!.GetValue<int>(), exactly));
        bool whole = sheet.Part("reading")?["overVoteScope"]?.GetValue<string>() == "paper";
        JsonObject valid = [];
        foreach (KeyValuePair<string, bool> office in fits)
            valid[office.Key] = whole ? fits.Values.All(each => each) : office.Value;
        return new() { ["outcome"] = new JsonObject { ["ballotValidByOffice"] = valid } };
    }

    /// <summary>The marks that count of one paper, name by name; null when the paper is void.</summary>
    public static JsonObject? Read(JsonObject marks, BigInteger seats, bool exactly, JsonObject? reading)
    {
        Dictionary<string, HashSet<string>> rows = marks.Where(each => !Is(each.Key)).ToDictionary(each => each.Key, each => Set(each.Value));
        bool circle = reading?["writeInNeedsCircle"]?.GetValue<bool>() == true;
        string[] written = [.. marks.Where(each => Is(each.Key) && (each.Value is not null || !circle)).Select(each => each.Key[Written.Length..])];
        if (reading?["doubleMark"]?.GetValue<string>() == "ballotInvalid" && rows.Values.Any(each => each.Count > 1))
            return null;
        if (reading?["blank"]?.GetValue<string>() == "invalid" && written.Length == 0 && rows.Values.All(each => each.Count == 0))
            return null;

        // A listed name written in is a mark beside it (rules 4.2.6); what then stands alone is the mark, what contradicts voids the row (4.3).
        foreach (string name in written.Where(rows.ContainsKey))
            rows[name].Add("for");
        HashSet<string> chosen = [.. rows.Where(each => each.Value.SetEquals(["for"])).Select(each => each.Key), .. written];
        if (!Fits(chosen.Count, seats, exactly))
            return null;
        // One other person for each 反对 that stands (4.2.4); a name without one is chosen in vain, yet chosen (C49, C51).
        int against = rows.Values.Count(each => each.SetEquals(["against"]));
        return Counted(rows, written.Where(name => !rows.ContainsKey(name)).Take(against));
    }

    /// <summary>
    /// Many papers: the case with the rows summed and the papers counted. A row void on a valid paper stands in rowInvalid; people written in
    /// follow the listed ones.
    /// </summary>
    public static JsonObject Summed(JsonObject one)
    {
        string[] listed = [.. one["items"]!.AsArray().Select(item => item!["name"]!.GetValue<string>())];
        int seats = one["seats"]?.GetValue<int>() ?? throw new Undecided("seats: missing");
        bool exactly = one["reading"]?["rule"]?.GetValue<string>() == "selected_eq_seats";
        (int Times, JsonObject? Counted)[] papers = [.. one["ballots"]!.AsArray().Select(paper =>
            (paper!["times"]?.GetValue<int>() ?? 1, Read(Filled(paper["marks"]!.AsObject(), listed), seats, exactly, one["reading"]?.AsObject())))];
        (int Times, JsonObject Counted)[] valid = [.. papers.Where(paper => paper.Counted is not null).Select(paper => (paper.Times, paper.Counted!))];
        int setAside = one["ballotsInvalid"]?.GetValue<int>() ?? 0;
        int Sum(string key, string? mark) => valid.Where(paper => paper.Counted[key]?.GetValue<string>() == mark).Sum(paper => paper.Times);
        string[] written = [.. valid.SelectMany(paper => paper.Counted.Select(mark => mark.Key)).Where(Is).Distinct().Order(StringComparer.Ordinal)];

        JsonObject summed = one.DeepClone().AsObject();
        summed.Remove("ballots");
        summed["items"] = new JsonArray([.. listed.Select(Row), .. written.Select(Other)]);
        summed["ballotsCollected"] ??= papers.Sum(paper => paper.Times) + setAside;
        summed["ballotsInvalid"] = papers.Where(paper => paper.Counted is null).Sum(paper => paper.Times) + setAside;
        return summed;

        JsonNode Row(string name) => new JsonObject
        {
            ["name"] = name,
            ["for"] = Sum(name, "for"),
            ["against"] = Sum(name, "against"),
            ["abstain"] = Sum(name, "abstain"),
            ["rowInvalid"] = Sum(name, null),
        };
        JsonNode Other(string key) => new JsonObject { ["name"] = key[Written.Length..], ["for"] = Sum(key, "for"), ["writeIn"] = true };
    }

    /// <summary>The summed figures as the product prints them.</summary>
    public static JsonObject Tally(JsonObject summed) => new()
    {
        ["collected"] = summed["ballotsCollected"]!.DeepClone(),
        ["invalid"] = summed["ballotsInvalid"]!.DeepClone(),
        ["rows"] = new JsonArray([.. summed["items"]!.AsArray().Where(item => item!["writeIn"] is null).Select(item => item!.DeepClone())]),
        ["writeIns"] = new JsonArray([.. summed["items"]!.AsArray().Where(item => item!["writeIn"] is not null)
            .Select(item => (JsonNode)new JsonObject { ["name"] = item!["name"]!.DeepClone(), ["for"] = item["for"]!.DeepClone() })]),
    };

    /// <summary>A listed name that a paper leaves out is unmarked.</summary>
    private static JsonObject Filled(JsonObject marks, string[] listed)
    {
        JsonObject all = marks.DeepClone().AsObject();
        foreach (string name in listed.Where(name => !all.ContainsKey(name)))
            all[name] = null;
        return all;
    }

    private static bool Fits(BigInteger selected, BigInteger seats, bool exactly) => exactly ? selected == seats : selected <= seats;

    private static JsonObject Counted(Dictionary<string, HashSet<string>> rows, IEnumerable<string> written)
    {
        JsonObject counted = [];
        foreach ((string name, HashSet<string> row) in rows.Where(each => each.Value.Count < 2))
            counted[name] = row.Count == 0 ? "abstain" : row.Single();
        foreach (string name in written)
            counted[Written + name] = "for";
        return counted;
    }

    private static bool Is(string key) => key.StartsWith(Written, StringComparison.Ordinal);

    private static HashSet<string> Set(JsonNode? mark) => mark switch
    {
        null => [],
        JsonArray many => [.. many.Select(each => each!.GetValue<string>())],
        _ => [mark.GetValue<string>()],
    };
}
