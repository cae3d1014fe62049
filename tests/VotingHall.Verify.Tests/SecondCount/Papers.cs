using System.Numerics;
using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests.SecondCount;

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
        string[] written = [.. marks.Where(each => Is(each.Key)).Select(each => each.Key[Written.Length..])];
        if (reading?["doubleMark"]?.GetValue<string>() == "ballotInvalid" && rows.Values.Any(each => each.Count > 1))
            return null;
        if (reading?["blank"]?.GetValue<string>() == "invalid" && written.Length == 0 && rows.Values.All(each => each.Count == 0))
            return null;

        HashSet<string> added = [];
        int against = rows.Values.Count(each => each.SetEquals(["against"]));
        foreach (string name in written.Where(name => !(rows.TryGetValue(name, out HashSet<string>? own) && own.Contains("for"))))
        {
            if (against == 0)
                break;
            against--;
            if (rows.TryGetValue(name, out HashSet<string>? row))
                row.Add("for");
            else
                added.Add(name);
        }
        int selected = rows.Values.Count(each => each.SetEquals(["for"])) + added.Count;
        return Fits(selected, seats, exactly) ? Counted(rows, written.Where(added.Contains)) : null;
    }

    /// <summary>
    /// Many papers: the case with the rows summed, the void papers counted and the papers themselves counted as collected.
    /// A row void on a valid paper stands in rowInvalid; people written in follow the listed ones in the order in which they first appear.
    /// </summary>
    public static JsonObject Summed(JsonObject one, JsonArray ballots)
    {
        JsonObject answer = one.DeepClone().AsObject();
        answer.Remove("ballots");
        string[] listed = [.. one["items"]!.AsArray().Select(item => item!["name"]!.GetValue<string>())];
        bool exactly = one["reading"]?["rule"]?.GetValue<string>() == "selected_eq_seats";
        Dictionary<string, int> sums = [];
        List<string> written = [];
        int invalid = 0, all = 0;
        foreach (JsonNode? each in ballots)
        {
            int times = each!["times"]?.GetValue<int>() ?? 1;
            all += times;
            JsonObject marks = each["marks"]!.DeepClone().AsObject();
            foreach (string name in listed.Where(name => !marks.ContainsKey(name)))
                marks[name] = null;
            JsonObject? counted = Read(marks, one["seats"]!.GetValue<int>(), exactly, one["reading"]?.AsObject());
            if (counted is null)
                invalid += times;
            foreach (string name in counted is null ? [] : listed)
                Add(name + "/" + (counted[name]?.GetValue<string>() ?? "rowInvalid"), times);
            foreach (string name in (counted ?? []).Select(mark => mark.Key).Where(Is).Select(key => key[Written.Length..]))
            {
                if (!written.Contains(name))
                    written.Add(name);
                Add(name + "/for", times);
            }
        }
        answer["items"] = new JsonArray([
            .. listed.Select(name => (JsonNode)new JsonObject
            {
                ["name"] = name, ["for"] = Sum(name, "for"), ["against"] = Sum(name, "against"), ["abstain"] = Sum(name, "abstain"), ["rowInvalid"] = Sum(name, "rowInvalid"),
            }),
            .. written.Select(name => (JsonNode)new JsonObject { ["name"] = name, ["for"] = Sum(name, "for"), ["writeIn"] = true })]);
        answer["ballotsCollected"] = all;
        answer["ballotsInvalid"] = invalid;
        return answer;

        void Add(string key, int times) => sums[key] = sums.GetValueOrDefault(key) + times;
        int Sum(string name, string mark) => sums.GetValueOrDefault(name + "/" + mark);
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
