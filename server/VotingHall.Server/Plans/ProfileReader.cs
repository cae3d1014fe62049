using System.Security.Cryptography;
using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>
/// 规则集读入: a profile with everything it extends, resolved into one. Later files win parameter by parameter; problems name the file and line where the
/// text stands. The digest is over the resolved form. Source: rules 18.
/// </summary>
public static class ProfileReader
{
    private const int DepthMax = 4;

    /// <summary>Reads a profile by its path.</summary>
    /// <param name="path">The file.</param>
    /// <param name="deliveredFolder">Where profiles named without ".json" are looked for when none lies beside the file.</param>
    public static PlanReading<ProfilePlan> Read(string path, string? deliveredFolder = null)
    {
        PlanProblems problems = new(path);
        if (Resolved(path, deliveredFolder ?? MeetingReader.ProfilesBesideServer, problems, [Path.GetFullPath(path)]) is not { } file)
            return problems.Refuse<ProfilePlan>();
        ProfileRules rules = ProfileRules.Default with { Cites = CitesOf(file) };
        foreach (ProfileEntry entry in file.Entries.Values)
            rules = ProfileParameter.Find(entry.Name)!.Set(rules, entry.Value)
                ?? throw new InvalidOperationException("a value was checked and is refused now: " + entry.Name);
        ProfileChecks.Check(file, rules, problems);
        return problems.None
            ? new PlanReading<ProfilePlan>.Read(new ProfilePlan(
                file.Name, file.Title, rules, Digest(file), file.Bodies ?? [], file.Levels ?? [],
                [.. file.Entries.Values.OrderBy(entry => entry.Name, StringComparer.Ordinal)]))
            : problems.Refuse<ProfilePlan>();
    }

    private static ProfileFile? Resolved(string path, string delivered, PlanProblems problems, IReadOnlyList<string> above)
    {
        PlanProblems own = new(path);
        ProfileFile? file = PlanFiles.Root(path, own) is { } root ? new ProfileFileReader(own).Read(root) : null;
        own.MoveTo(problems);
        if (file is null || file.Extends is not { Length: > 0 } name)
            return file;
        string under = UnderOf(path, name, delivered);
        if (above.Contains(under) || above.Count >= DepthMax)
        {
            problems.Add(new PlanProblem(path, file.ExtendsAt.Line, $"extends：{name} 已在继承之中，或继承超过 {DepthMax} 层",
                $"extends: {name} is extended already, or more than {DepthMax} files deep")
            { Field = "extends" });
            return null;
        }
        return Resolved(under, delivered, problems, [.. above, under]) is { } resolved ? file.Over(resolved) : null;
    }

    private static string UnderOf(string path, string name, string delivered)
    {
        if (name.EndsWith(".json", StringComparison.Ordinal))
            return PlanFiles.Beside(path, name);
        string beside = PlanFiles.Beside(path, name + ".json");
        return File.Exists(beside) ? beside : Path.GetFullPath(Path.Combine(delivered, name + ".json"));
    }

    private static Dictionary<string, string> CitesOf(ProfileFile file)
    {
        Dictionary<string, string> cites = new(StringComparer.Ordinal);
        foreach (ProfileEntry entry in file.Entries.Values)
            if (entry.Cite is { } cite)
                cites[entry.Name] = cite.Chinese;
        foreach ((string place, NormCite cite) in file.Cites)
            cites[place] = cite.Chinese;
        return cites;
    }

    private static Octets Digest(ProfileFile file) => new(SHA256.HashData(CanonicalJson.Write(Json.Of(
        ("bodies", file.Bodies is null ? null : Json.ListOf(file.Bodies, body => EnumNames.Write(body))),
        ("cites", Json.Of([.. file.Cites.Select(cite => (cite.Key, (Json?)cite.Value.ToJson()))])),
        ("fixed", Json.ListOf(file.Fixed, note => Json.Of(("cite", note.Cite), ("rule", note.Rule)))),
        ("levels", file.Levels is null ? null : Json.ListOf(file.Levels, level => level)),
        ("name", file.Name),
        ("parameters", Json.Of([.. file.Entries.Values.Select(entry => (entry.Name, (Json?)Json.Of(
            ("certainty", EnumNames.Write(entry.Certainty)), ("cite", entry.Cite?.ToJson()), ("note", entry.Note), ("value", entry.Value))))])),
        ("title", file.Title)))));
}
