using System.Text.Json.Nodes;

namespace VotingHall.Server.Papers;

/// <summary>用字检查: which characters of a text no font of this machine can print; asked of the worker that will print them. Safe from any thread.</summary>
public sealed class FontCheck(PapersWorker worker)
{
    private readonly Lock asking = new();
    private readonly Dictionary<string, bool> known = [];

    public IReadOnlyList<string> Missing(string text)
    {
        lock (asking)
            return Asked(text);
    }

    private List<string> Asked(string text)
    {
        string[] characters = [.. text.EnumerateRunes().Select(rune => rune.ToString()).Distinct()];
        string[] unknown = [.. characters.Where(character => !known.ContainsKey(character))];
        if (unknown.Length > 0)
        {
            JsonObject answer = worker.Ask(new JsonObject { ["do"] = "check", ["characters"] = string.Concat(unknown) });
            HashSet<string> missing = [.. (answer["missing"] as JsonArray ?? []).Select(one => (string?)one ?? "")];
            foreach (string character in unknown)
                known[character] = !missing.Contains(character);
        }
        return [.. characters.Where(character => !known[character])];
    }
}
